"""Any sheet as one HTML file, in the look of the level report."""

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from digisamen.paper.document import Block, Cell, Code, Facts, Heading, Items, Lines, Links, Sheet, Table
from digisamen.paper.html_page import coded, page, page_box, short
from digisamen.text.texts import Texts
from digisamen.text.visible import visible

LONG_TITLE, MOST_TITLE = 80, 400
_LABELLED = Markup("<b>{}</b> {}")
LONG_WORD = 36
"""From this length a word may break anywhere; a table without such words keeps its words whole."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One block with the name of its kind, by which the template chooses how to show it; codes in it stand apart."""

    kind: str
    block: Block
    texts: tuple[Markup, ...] = ()
    pairs: tuple[tuple[str, Markup], ...] = ()
    rows: tuple[tuple[Markup, ...], ...] = ()
    lines: tuple[str, ...] = ()
    tag: str = ""
    tight: bool = False


def sheet_html(sheet: Sheet, t: Texts) -> str:
    """Return `sheet` as one HTML page in the language of `t`."""
    return page(
        "sheet.html.j2",
        t,
        title=t("html.sheet_title", kind=sheet.kind, title=short(sheet.title, LONG_TITLE)),
        kind=sheet.kind,
        name=short(sheet.title, MOST_TITLE),
        long_name=len(sheet.title) > LONG_TITLE,
        status=sheet.status,
        status_text=sheet.status_text,
        boxes={
            "kind": page_box(t, "html.print.plain", text=sheet.kind),
            "status": page_box(t, "html.print.plain", text=sheet.status) if sheet.status else "",
            "made": page_box(t, "html.print.plain", text=sheet.footer) if sheet.footer else "",
            "page": page_box(t, "html.print.page"),
        },
        blocks=tuple(_shown(block, sheet.links) for block in sheet.blocks),
        footer=sheet.footer,
    )


def _shown(block: Block, links: Mapping[str, str]) -> Shown:
    if isinstance(block, Heading):
        return Shown("heading", block, texts=(coded(block.text),), tag=f"h{min(max(block.depth, 2), 4)}")
    if isinstance(block, Code):
        # Line by line, because a text that is made harmless stands on one line.
        return Shown("code", block, lines=tuple(block.text.splitlines()))
    if isinstance(block, Table):
        words = (word for row in block.rows for cell in row for word in str(cell).split())
        rows = tuple(tuple(_cell(cell, links) for cell in row) for row in block.rows)
        return Shown("table", block, rows=rows, tight=any(len(word) > LONG_WORD for word in words))
    if isinstance(block, Items):
        return Shown("items", block, texts=tuple(coded(item, links) for item in block.items))
    if isinstance(block, Facts):
        # A label that stands apart needs no colon.
        return Shown(
            "facts", block, pairs=tuple((name.rstrip(":"), coded(value, links)) for name, value in block.pairs)
        )
    if isinstance(block, Links):
        return Shown("links", block)
    return Shown("paragraph", block)


def _cell(cell: Cell, links: Mapping[str, str]) -> Markup:
    if isinstance(cell, Lines):
        lines = (
            _LABELLED.format(visible(label), coded(text, links)) if label else coded(text, links)
            for label, text in cell.pairs
        )
        return Markup("<br>").join(lines)
    return coded(cell, links)
