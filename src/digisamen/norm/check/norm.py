"""What a rule looks at: an edition with its files, and the editions before it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from digisamen.model.criteria import Edition
from digisamen.model.problem import Path, Place, Problem, Severity
from digisamen.norm.coverage import Coverage, cover
from digisamen.source.content import EditionSource


@dataclass(frozen=True, slots=True)
class Earlier:
    """An edition of before: per code the edition that brought it, and its state. As its files say it, sound or not."""

    number: str
    codes: Mapping[str, tuple[str, str]]


@dataclass(frozen=True)
class Norm:
    """An edition as its experts wrote it. `earlier`: the codes of the editions before it, oldest first.

    `previous` is the one that `changes.yaml` tells about, and `known` are the numbers of all. In a `draft` the English
    may still be missing.
    """

    edition: Edition
    collected: EditionSource
    earlier: tuple[Earlier, ...] = ()
    draft: bool = False
    strays: tuple[str, ...] = ()
    previous: Edition | None = None
    known: tuple[str, ...] = ()

    @cached_property
    def coverage(self) -> Coverage:
        """What the edition covers. Worked out once, for all rules that ask."""
        return cover(self.edition)

    def of(self, criterion: str, *path: str | int, key: bool = False) -> Place:
        """Return where a field of a criterion stands in the files."""
        return self.collected.place(("criteria", criterion, *path), key=key)

    def at(self, path: Path, *, key: bool = False) -> Place:
        """Return where `path` of the content stands in the files."""
        return self.collected.place(path, key=key)


Rule = Callable[[Norm], Iterator[Problem]]
"""Looks at the norm and gives what is wrong with it. Its docstring says what must hold."""


def warning(code: str, place: Place, **values: str) -> Problem:
    """Return a finding that stops nothing: something to look at once more."""
    return Problem(code, place, values, Severity.WARNING)
