"""Looks up sentences in one language and fills them in. Handed to renderers as an argument; nothing here is global."""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from digisamen.source.library import BUNDLE

if TYPE_CHECKING:  # start-up: help pages need sentences, but no pydantic
    from digisamen.model.wording import Language, Localised


class Texts:
    """The sentences of the tool in one language."""

    def __init__(self, language: "Language", catalogue: Mapping[str, str]) -> None:
        """Hold `catalogue`: sentence with `{placeholders}` by dotted key."""
        self.language = language
        self.catalogue = catalogue

    def __call__(self, key: str, /, **values: object) -> str:
        """Return the sentence at `key`, filled with `values`.

        Raises:
            KeyError: when the catalogue lacks the key, or `values` a placeholder: a bug, never an input problem.
        """
        return self.catalogue[key].format_map(values)

    def has(self, key: str) -> bool:
        """Tell whether there is a sentence at `key`."""
        return key in self.catalogue

    def count(self, key: str, count: int, **values: object) -> str:
        """Return `key`.one or `key`.many, with the number as `{n}`."""
        return self(f"{key}.{'one' if count == 1 else 'many'}", n=self.number(count), **values)

    def of(self, text: "Localised") -> str:
        """Return a text of the norm in this language."""
        return text.in_(self.language)

    def number(self, number: int) -> str:
        """Return a whole number with the thousands separator of the language."""
        return f"{number:,}".replace(",", "." if self.language == "nl" else ",")

    def day(self, day: date) -> str:
        """Return a day in words: `22 november 2026`."""
        return f"{day.day} {self(f'month.{day.month}')} {day.year}"

    def list(self, words: Iterable[str]) -> str:
        """Return words as a list in a sentence: `a, b en c`."""
        *head, last = [*words] or [""]
        return f"{', '.join(head)} {self('word.and')} {last}" if head else last


@cache
def texts(language: "Language") -> Texts:
    """Return the sentences in `language`: compiled in the wheel, YAML in a checkout."""
    package = files("digisamen")
    bundle = package.joinpath(BUNDLE, f"{language}.json")
    if bundle.is_file():
        return Texts(language, json.loads(bundle.read_bytes()))
    from digisamen.text.catalogue import catalogue  # noqa: PLC0415  # the wheel needs no YAML for its own texts

    return Texts(language, catalogue(language))
