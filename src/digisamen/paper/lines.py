"""Lines of styled text for a terminal, measured in cells. The only renderer file that knows rich, with its tables."""

from collections.abc import Iterable
from io import StringIO

from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.console import RenderableType as RenderableType  # noqa: PLC0414  # also for the file that shows problems
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from digisamen.paper.screen import Screen
from digisamen.text.visible import visible

BOLD, DIM, CODE, ATTENTION, ERROR = "bold", "dim", "cyan", "yellow", "bold red"
"""Styles: colours of the terminal itself, no backgrounds, no green (nothing is approved) and no blue (unreadable)."""


def line(*pieces: str | tuple[str, str]) -> Text:
    """Return one line from pieces of text, or of text and style. Text of users is made visible, never interpreted."""
    made = Text()
    for piece in pieces:
        text, style = (piece, "") if isinstance(piece, str) else piece
        made.append(visible(text), style)
    return made


def unbroken(text: Text) -> Text:
    """Return text that stays on one line, however long: a path or a place must be copied whole."""
    text.no_wrap = True
    return text


def indented(text: Text) -> Padding:
    """Return text two columns to the right, also where it goes on over the next line."""
    return Padding(text, (0, 0, 0, 2))


def labelled(label: Text, text: Text) -> Table:
    """Return a label with text behind it; what does not fit goes on under the text."""
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    grid.add_row(label, text)
    return grid


def shorten(text: str, cells: int) -> str:
    """Return `text` cut to `cells` columns, with `...` where something was cut."""
    shown = visible(text)
    if cell_len(shown) <= cells:
        return shown
    return set_cell_size(shown, max(0, cells - 3)).rstrip() + "..."


def pad(text: str, cells: int) -> str:
    """Return `text` filled up with spaces to `cells` columns."""
    return text + " " * (cells - cell_len(text))


def between(left: Text, right: Text, cells: int) -> Text:
    """Return `left` and `right` on one line of `cells` columns, or under each other where they do not fit."""
    room = cells - left.cell_len - right.cell_len
    if not right.cell_len:
        return left
    return Text.assemble(left, " " * room, right) if room > 1 else Text.assemble(left, "\n", right)


def show(parts: Iterable[RenderableType], screen: Screen) -> str:
    """Return the parts as the text of a terminal, without trailing spaces."""
    out = StringIO()
    console = Console(
        file=out,
        width=screen.columns,
        color_system="standard" if screen.colour else None,
        force_terminal=screen.colour,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
        _environ={},
    )
    for part in parts:
        whole = isinstance(part, Text) and part.no_wrap is True
        console.print(part, no_wrap=whole, overflow="ignore" if whole else None, crop=not whole)
    return "".join(f"{text.rstrip()}\n" for text in out.getvalue().split("\n")[:-1])
