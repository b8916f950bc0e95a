"""Any sheet on a terminal."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table as RichTable
from rich.text import Text

from digisamen.paper.document import Block, Cell, Code, Facts, Heading, Items, Lines, Links, Paragraph, Sheet, Table
from digisamen.paper.lines import ATTENTION, BOLD, CODE, DIM, line, show
from digisamen.paper.screen import Screen
from digisamen.text.visible import visible

LONGEST_WORD = 28
"""Columns; a longer word is folded."""


def sheet_terminal(sheet: Sheet, screen: Screen) -> str:
    """Return `sheet` as text for `screen`."""
    return show(_parts(sheet, screen), screen)


def _parts(sheet: Sheet, screen: Screen) -> Iterator[RenderableType]:
    yield line((sheet.kind, DIM))
    yield line((sheet.title, BOLD))
    if sheet.status_text:
        yield line((f"{sheet.status}: " if sheet.status else "", ATTENTION), sheet.status_text)
    for block in sheet.blocks:
        yield Text()
        yield from _block(block, screen)
    if sheet.footer:
        yield Text()
        yield line((sheet.footer, DIM))


def _block(block: Block, screen: Screen) -> Iterator[RenderableType]:
    if isinstance(block, Heading):
        yield line((block.text, BOLD))
        if block.depth == 2:  # noqa: PLR2004  # a chapter
            yield line((screen.rule * min(len(block.text), screen.columns), DIM))
    elif isinstance(block, Paragraph):
        yield line((block.strong, BOLD), (block.text, DIM if block.note else ""))
    elif isinstance(block, Items):
        yield _pairs([(f"{n}." if block.numbered else "-", item) for n, item in enumerate(block.items, start=1)], "")
    elif isinstance(block, Facts):
        yield _pairs(block.pairs, DIM)
    elif isinstance(block, Links):
        yield _pairs([(text, said or address) for address, text, said in block.items], "")
    elif isinstance(block, Code):
        yield Padding(Text("\n".join(visible(x) for x in block.text.splitlines()), no_wrap=True), (0, 0, 0, 2))
    else:
        yield from _table(block)


def _pairs(pairs: tuple[tuple[str, str], ...] | list[tuple[str, str]], style: str) -> RichTable:
    grid = RichTable.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True, style=style)
    grid.add_column(overflow="fold")
    for name, value in pairs:
        grid.add_row(f"  {visible(name)}", visible(value))
    return grid


def _table(block: Table) -> Iterator[RenderableType]:
    if not block.silent:
        yield line((block.caption, BOLD))
    if any(isinstance(cell, Lines) for row in block.rows for cell in row):
        yield from _cards(block)
        return
    made = RichTable(box=None, pad_edge=False, header_style=DIM, padding=(0, 2, 0, 0), show_edge=False)
    for position, name in enumerate(block.columns):
        code = block.codes and position == 0
        made.add_column(
            Text(visible(name)),
            no_wrap=code,
            style=CODE if code else "",
            overflow="fold",
            min_width=_longest_word(block, position) if position == block.header else None,
        )
    for row in block.rows:
        made.add_row(*(Text(visible(str(cell))) for cell in row))
    yield made


def _cards(block: Table) -> Iterator[RenderableType]:
    """Show each row as a card: columns with whole sentences do not fit beside each other on a terminal."""
    for row in block.rows:
        yield line((str(row[0]), CODE))
        pairs = [pair for name, cell in zip(block.columns[1:], row[1:], strict=True) for pair in _lines(name, cell)]
        yield _pairs(pairs, DIM)
        yield Text()


def _lines(name: str, cell: Cell) -> list[tuple[str, str]]:
    if isinstance(cell, Lines):
        return [(label.rstrip(":") or name, text) for label, text in cell.pairs]
    return [(name, cell)]


def _longest_word(block: Table, position: int) -> int:
    """Return how wide a column must be so that no ordinary word in it is cut."""
    words = [word for row in block.rows for word in visible(str(row[position])).split()]
    return min(LONGEST_WORD, max(map(len, words), default=1))
