"""What is wrong with some input, as a value: code, place and the words to fill in.

The sentence and the tip stand in `text/*.yaml` under the code, so that a problem reads the same in every room.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, TypeVar

T = TypeVar("T")

Path = tuple[str | int, ...]
"""Keys and list positions from the top of a document, such as `("answers", "STD-W-01", "evidence", 0)`."""


class Severity(StrEnum):
    """An error stops the work; a warning is shown and changes no exit code."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Place:
    """A spot in a file, for people: 1-based line and column, and the line itself with the part to underline."""

    file: str
    line: int | None = None
    column: int | None = None
    excerpt: str | None = None
    width: int = 1


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong. `code` is stable and never reused; `values` fill the sentence of that code."""

    code: str
    place: Place | None = None
    values: Mapping[str, str] = field(default_factory=dict)
    severity: Severity = Severity.ERROR

    @property
    def spot(self) -> tuple[int, int]:
        """Line and column, to put problems of one file in order; zeros where there is none."""
        place = self.place
        return (place.line or 0, place.column or 0) if place else (0, 0)


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
    """What reading gave: a value, or none, and all problems that were found, in file order."""

    value: T | None
    problems: tuple[Problem, ...] = ()

    @property
    def failed(self) -> bool:
        """True when there is no value to go on with, or an error among the problems."""
        return self.value is None or any(p.severity is Severity.ERROR for p in self.problems)


class DigisamenError(Exception):
    """Trouble outside the content: a file that is missing, a full disk, wrong use. Carries one problem."""

    def __init__(self, code: str, /, *, file: str | None = None, **values: str) -> None:
        """Make the error for `code`; `values` fill its sentence."""
        super().__init__(code)
        self.problem = Problem(code, Place(file) if file else None, values)


def missing_extra(name: str) -> DigisamenError:
    """Return the error for an extra that is not installed, with the line that installs it."""
    return DigisamenError("U023", extra=name, command=f'pip install "digisamen[{name}]"')
