"""Tables for Word: one row per row, no merged and no empty cells, a header that repeats, rows that stay whole."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from digisamen.paper.document import Cell, Facts, Lines, Table
from digisamen.paper.word.elements import element, harmless, paragraph, run, runs

_FACTS = (40, 130)
_SMALL = 10
"""A table of at most so many rows stays on one page. Of a longer one, or one with codes, the first row stays with the
header: its rows are long."""
_LEAST, _MOST = 8, 45
"""How many letters a column without a width of its own counts for, at least and at most."""

_BESIDE = 9
"""The space beside a word, with how much wider it is in bold, in letters."""


@dataclass(frozen=True, slots=True)
class Paper:
    """What a table must know of its document: the ids of styles, the width of the text, and what no cell lacks.

    `code` is the least width of a column of codes, which would else break at their hyphens. `numbered` tells whether
    the style of a heading numbers it.
    """

    ids: Mapping[str, str]
    width: int
    nothing: str
    code: int = 0
    numbered: bool = True


def table(block: Table, paper: Paper) -> list[BaseOxmlElement]:
    """Return a table with its caption above it; a silent caption is only there for who cannot see the table."""
    strong = paper.ids["strong"]
    head = [[paragraph([run(name.strip() or paper.nothing, strong)])] for name in block.columns]
    rows = [[_cell(cell, paper) for cell, _ in zip_longest(row, block.columns, fillvalue="")] for row in block.rows]
    widths = block.widths if len(block.widths) == len(block.columns) and all(block.widths) else _widths(block)
    if block.codes and paper.width * widths[0] < paper.code * sum(widths):
        rest = paper.width - paper.code
        widths = (paper.code, *(rest * width // sum(widths[1:]) for width in widths[1:]))
    small = not block.codes and len(rows) < _SMALL
    made = _grid([head, *rows], widths, paper, header=True, small=small, caption=block.caption)
    if block.silent:
        return [made]
    caption = paragraph(runs(block.caption, strong), paper.ids["caption"])
    _keep(caption)
    return [caption, made]


def facts(block: Facts, paper: Paper) -> list[BaseOxmlElement]:
    """Return pairs as a table of two columns without a header: every row has its own label."""
    strong = paper.ids["strong"]
    rows = [
        [[paragraph([run(label.strip().rstrip(":") or paper.nothing, strong)])], _cell(value, paper)]
        for label, value in block.pairs
    ]
    return [_grid(rows, _FACTS, paper, header=False, small=len(rows) <= _SMALL)] if rows else []


def _grid(
    rows: Sequence[Sequence[Sequence[BaseOxmlElement]]],
    parts: Sequence[int],
    paper: Paper,
    *,
    header: bool,
    small: bool,
    caption: str = "",
) -> BaseOxmlElement:
    """Return rows of cells, each with its paragraphs, as a table as wide as the text."""
    edges = [paper.width * sum(parts[:n]) // sum(parts) for n in range(len(parts) + 1)]
    widths = [right - left for left, right in pairwise(edges)]
    look = element(
        "tblLook", val="0420" if header else "0400", firstRow=int(header), lastRow=0, firstColumn=0, lastColumn=0,
        noHBand=0, noVBand=1,
    )  # fmt: skip
    about = element(
        "tblPr",
        element("tblStyle", val=paper.ids["table grid"]),
        element("tblW", w=paper.width, type="dxa"),
        element("tblLayout", type="fixed"),
        look,
        *([element("tblCaption", val=harmless(caption))] if caption.strip() else []),
    )
    together = len(rows) - 1 if small else int(header)
    made = [_row(row, widths, header=header and n == 0, keep=n < together) for n, row in enumerate(rows)]
    return element("tbl", about, element("tblGrid", *(element("gridCol", w=width) for width in widths)), *made)


def _row(
    cells: Sequence[Sequence[BaseOxmlElement]], widths: Sequence[int], *, header: bool, keep: bool
) -> BaseOxmlElement:
    if keep:
        for line in (line for cell in cells for line in cell):
            _keep(line)
    about = element("trPr", element("cantSplit"), *([element("tblHeader")] if header else []))
    made = [
        element("tc", element("tcPr", element("tcW", w=width, type="dxa")), *cell)
        for cell, width in zip(cells, widths, strict=True)
    ]
    return element("tr", about, *made)


def _keep(line: BaseOxmlElement) -> None:
    """Keep a paragraph with the next: no style can say so, as it is about the place on the page and not the look."""
    about = line.find(qn("w:pPr"))
    if about is None:
        about = element("pPr")
        line.insert(0, about)
    # After the style, and before all else.
    about.insert(1 if about.find(qn("w:pStyle")) is not None else 0, element("keepNext"))


def _cell(cell: Cell, paper: Paper) -> list[BaseOxmlElement]:
    """Return the paragraphs of a cell; labels stand out."""
    strong = paper.ids["strong"]
    pairs = cell.pairs if isinstance(cell, Lines) else (("", cell),)
    lines = []
    for label, text in ((label.strip(), text.strip()) for label, text in pairs):
        if label or text:
            between = [run(" ")] if label and text else []
            lines.append(paragraph([*([run(label, strong)] if label else []), *between, *runs(text, strong)]))
    return lines or [paragraph([run(paper.nothing)])]


def _widths(block: Table) -> tuple[int, ...]:
    """Return parts of the width by how much the columns hold; no word is wider than its column."""
    columns = zip_longest(*block.rows, fillvalue="")
    return tuple(
        min(_MOST, max(_LEAST, _BESIDE + _longest(name, *column), *(len(str(cell)) for cell in column)))
        for name, column in zip_longest(block.columns, columns, fillvalue="")
    )


def _longest(*cells: Cell) -> int:
    """Return how many letters the longest word has."""
    return max((len(word) for cell in cells for word in str(cell).split()), default=0)
