"""What commands have in common: their options, and the request that these make."""

import os
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from digisamen.cli.left import tell_left
from digisamen.cli.terminal import file_screen, output_screen, write_bytes, write_output
from digisamen.cli.write import refuse_input, write_files
from digisamen.model.problem import DigisamenError
from digisamen.paper.formats import Report, Setting, format_of, render, suffixes
from digisamen.text.texts import Texts, texts

if TYPE_CHECKING:
    from digisamen.model.wording import Language
    from digisamen.paper.document import Sheet


@dataclass(frozen=True, slots=True)
class Outputs:
    """In which formats a command writes, and where: `-` is standard output."""

    pairs: tuple[tuple[str, str], ...]
    t: Texts

    def write(self, report: Report, inputs: Collection[Path] = (), **paper: Any) -> None:
        """Render a report in each format and write it; files only when every rendering succeeded.

        `paper` is what a document has on paper: its `author`, `day` and `reference`, as in `Setting`.

        Raises:
            DigisamenError: F020 to F023, where a file cannot be written or would be written over.
        """
        for _, place in self.pairs:
            if place != "-":
                refuse_input(place, inputs)
        made = [(form, place, render(report, form, self._setting(place, paper))) for form, place in self.pairs]
        tell_left([place for _, place in self.pairs], self.t)
        write_files([(place, text) for _, place, text in made if place != "-"])
        for form, place, text in made:
            if place == "-" and isinstance(text, bytes):
                write_bytes(text)
            elif place == "-" and isinstance(text, str):
                write_output(text, form)

    def _setting(self, place: str, paper: Mapping[str, Any]) -> Setting:
        return Setting(self.t, output_screen() if place == "-" else file_screen(), **paper)

    def write_sheet(
        self, sheet: "Callable[[Texts], Sheet]", data: Callable[[], Any], inputs: Collection[Path] = ()
    ) -> None:
        """Write a report that is a sheet and plain data, as `write` does."""
        self.write(Report(lambda: sheet(self.t), data), inputs)


def outputs(
    formats: Sequence[str] | None,
    places: Sequence[str] | None,
    lang: str | None,
    t: Texts,
    known: Mapping[str, str] | None = None,
    field: str = "--output",
) -> Outputs:
    """Return the outputs that the options ask for; without any, the terminal format on standard output.

    `known` are the formats with the endings of their files, all of them when it is left out; `field` is the option that
    names the places.

    Raises:
        DigisamenError: U004 an unknown format or language, U006 not one output for each of several formats,
            U016 one file for two formats.
    """
    known = known or suffixes()
    forms, files = list(formats or ()), list(places or ())
    for form in forms:
        one_of(form, known, "--format")
    if not forms:
        forms = [format_of(place, known) or "terminal" for place in files] or ["terminal"]
    if not files and len(forms) == 1:
        files = ["-"]
    real = [file if file == "-" else os.path.realpath(file) for file in files]
    for place, file in zip(real, files, strict=True):
        if real.count(place) > 1:
            raise DigisamenError("U016", value=file, field=field)
    if len(forms) != len(files):
        raise DigisamenError("U006", formats=str(len(forms)), outputs=str(len(files)), field=field)
    return Outputs(tuple(zip(forms, files, strict=True)), in_language(lang, t))


def in_language(lang: str | None, t: Texts) -> Texts:
    """Return the texts in the language of `--lang`, else those of the environment.

    Raises:
        DigisamenError: U004 for another language than nl and en.
    """
    if lang is None:
        return t
    one_of(lang, ("nl", "en"), "--lang")
    chosen: Language = "en" if lang == "en" else "nl"
    return texts(chosen)


def one_of(word: str, known: Collection[str], field: str) -> str:
    """Return `word` when it is one of `known`.

    Raises:
        DigisamenError: U004, with the nearest one.
    """
    if word in known:
        return word
    near = next(iter(get_close_matches(word.casefold(), list(known))), "")
    raise DigisamenError("U004", value=word, field=field, known=", ".join(known), near=near)


def day(said: str | None) -> date | None:
    """Return the day of `--date`.

    Raises:
        DigisamenError: U007 when it is no day.
    """
    if said is None:
        return None
    try:
        found = date.fromisoformat(said if said[4:5] == said[7:8] == "-" else "")
    except ValueError:
        raise DigisamenError("U007", value=said) from None
    if len(said) != len("2026-11-22") or not 1990 <= found.year <= 2099:  # noqa: PLR2004  # the years that files may hold
        raise DigisamenError("U007", value=said)
    return found


def option(t: Texts, name: str, *flags: str, values: Collection[str] = (), **more: Any) -> Any:
    """Return a typer option with its help text; `values` are offered by shell completion."""
    if values:
        more["autocompletion"] = lambda incomplete: [v for v in values if v.startswith(incomplete)]
    return typer.Option(*(flags or (f"--{name}",)), help=t(f"help.option.{name}"), **more)


def format_option(t: Texts, known: Collection[str] = (), name: str = "format") -> Any:
    """Return the option `--format`, for the formats in `known` or else for all of them."""
    known = known or suffixes()
    return option(t, name, "--format", values=known, metavar="|".join(known))


def output_option(t: Texts) -> Any:
    """Return the option `--output`."""
    return option(t, "output", "--output", "-o", metavar=t("help.meta.file"))


def lang_option(t: Texts) -> Any:
    """Return the option `--lang`."""
    return option(t, "lang", values=("nl", "en"), metavar="nl|en")


def criteria_option(t: Texts) -> Any:
    """Return the option `--criteria`."""
    return option(t, "criteria", metavar=t("help.meta.folder"))


def file_argument(t: Texts, *, several: bool = False) -> Any:
    """Return the argument that names an assessment, or several where `--quiet` allows that."""
    return typer.Argument(help=t("help.argument.orgs" if several else "help.argument.org"), metavar=t("help.meta.org"))


def reference_option(t: Texts) -> Any:
    """Return the option `--reference-doc`."""
    return option(t, "reference_doc", "--reference-doc", metavar=t("help.meta.file"))


def reference(path: str | None) -> bytes | None:
    """Return the bytes of a document of the client, whose styles are to be used.

    Raises:
        DigisamenError: F001 to F004 when it cannot be read, U020 to U022 when it is refused.
    """
    from digisamen.source.archive import open_archive, refuse_remote  # noqa: PLC0415  # start-up
    from digisamen.source.files import MAX_DOCUMENT, read_bytes  # noqa: PLC0415

    if not path:
        return None
    raw = read_bytes(path, MAX_DOCUMENT)
    refuse_remote(open_archive(raw, name=path), name=path)  # refuses what does not belong in a document
    return raw
