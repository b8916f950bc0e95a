"""What the blocks of the annex have in common: the specification in one language, and how a fill-in looks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

from digisamen.model.canonical import short
from digisamen.model.criteria import Edition
from digisamen.paper.document import Items
from digisamen.tender.request import FILL_INS, Tender
from digisamen.tender.specification import Specification
from digisamen.text.texts import Texts

_TWO_STOPS = re.compile(r"(?<!\.)\.\.(?!\.)")


class Said(Texts):
    """Texts that remember which sentences were said: from these follows what is to be filled in, and not from words."""

    def __init__(self, t: Texts) -> None:
        """Say sentences in the language of `t`."""
        super().__init__(t.language, t.catalogue)
        self.keys: dict[str, None] = {}

    def __call__(self, key: str, /, **values: object) -> str:
        """Return the sentence at `key`, and remember it."""
        self.keys[key] = None
        return super().__call__(key, **values)

    def sentences(self) -> Iterator[str]:
        """Return what was said as it stands in the catalogue, before anybody filled it in."""
        return (self.catalogue[key] for key in self.keys)


@dataclass(frozen=True, slots=True)
class Annex:
    """A request with its specification, told in one language. `made` is the version of the tool.

    `opened` is how many gaps the whole annex still has.
    """

    spec: Specification
    tender: Tender
    t: Texts
    made: str
    opened: int = 0

    @property
    def edition(self) -> Edition:
        """The edition that the requirements come from."""
        return self.spec.edition

    @property
    def short(self) -> str:
        """The short form of the fingerprint, at the foot of each page."""
        return short(self.spec.digest)

    def say(self, key: str, **values: object) -> str:
        """Return a sentence of the annex with its gaps: filled in by the client, or named between brackets."""
        fills = {f"fill_{x}": self.tender.fill.get(x) or f"[{self.t(f'annex.fill.{x}')}]" for x in FILL_INS}
        # A fill-in may end with the full stop that the sentence has as well.
        return _TWO_STOPS.sub(".", self.t(f"annex.{key}", **fills, **values))

    def theme(self, name: str) -> str:
        """Return the short name of a theme."""
        return self.t.of(self.edition.text.themes[name].name)

    def or_open(self, text: str | None, path: str) -> str:
        """Return `text`, or the name of the open field between square brackets."""
        return text or f"[{self.t(f'annex.field.{field_key(path)}')}]"


def field_key(path: str) -> str:
    """Return the key of an open field in the catalogue: `levels.dsgo.reason` is `levels_reason`."""
    parts = path.split(".")
    return "_".join([parts[0], parts[-1]] if len(parts) > 1 else parts)


def clauses(a: Annex, key: str, *, but_last: bool = False, **values: object) -> Items:
    """Return the numbered clauses below `key`, as many as the catalogue has; `but_last`: all but the last of them."""
    most = next(n for n in count(1) if not a.t.has(f"annex.{key}.{n}")) - but_last
    return Items(tuple(a.say(f"{key}.{n}", **values) for n in range(1, most)), numbered=True)
