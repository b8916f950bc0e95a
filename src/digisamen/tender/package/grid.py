"""A sheet of a workbook as plain data: what stands in it and what may be filled in, before any library comes in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

Value = str | date


@dataclass(frozen=True, slots=True)
class Choice:
    """A list to choose from, in the cells of one column. `rows` count from 0, below the header; `prompt` is the help.

    Unless it is `strict`, another word gets a warning and may stay.
    """

    column: str
    words: tuple[str, ...]
    rows: Sequence[int]
    prompt: str = ""
    strict: bool = True


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet. `name` is also that of the table; `widths` are in characters.

    With `guarded` only the cells of the columns in `free` can be changed. `days` are columns of dates; `frozen` is the
    number of columns that stay in sight.
    """

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    widths: tuple[int, ...]
    guarded: bool = False
    free: frozenset[str] = frozenset()
    days: frozenset[str] = frozenset()
    choices: tuple[Choice, ...] = ()
    frozen: int = 0


@dataclass(frozen=True, slots=True)
class Guide:
    """The sheet that explains: a title, and pairs of a number or a word and what it means."""

    name: str
    title: str
    pairs: tuple[tuple[str, str], ...]
