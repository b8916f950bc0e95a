"""The blocks of a sheet as the body of a Word document."""

import re
from collections.abc import Callable, Iterable, Iterator

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from digisamen.paper.document import Block, Code, Facts, Heading, Items, Links, Paragraph, Sheet, Table
from digisamen.paper.word.elements import paragraph, run, runs
from digisamen.paper.word.tables import Paper, facts, table

_NUMBER = re.compile(r"^[0-9]+\. ")
"""A number that a heading brings itself."""

_FIRST, _LAST = 2, 4
"""A sheet's own title is depth 1: depth 2 becomes Heading 1, and 4 becomes Heading 3."""
NewList = Callable[[], str]
"""Gives the number of one more numbered list; empty for a list that only needs its style."""


def body(sheet: Sheet, status: str, closing: str, paper: Paper, new_list: NewList) -> list[BaseOxmlElement]:
    """Return all paragraphs and tables of `sheet`; `closing` is its last line, where there is no room for a footer."""
    strong = paper.ids["strong"]
    top = [paragraph([run(sheet.title)], paper.ids["title"]), paragraph([run(sheet.kind)], paper.ids["subtitle"])]
    if status or sheet.status_text:
        top.append(_text(sheet.status_text, status, strong))
    made = [piece for block in sheet.blocks for piece in _block(block, paper, new_list)]
    end = [paragraph(runs(closing, strong))] if closing else []
    return list(_apart([*top, *made, *end]))


def _apart(pieces: Iterable[BaseOxmlElement]) -> Iterator[BaseOxmlElement]:
    """Keep tables apart: Word takes two that touch for one, and wants a paragraph after the last."""
    after_table = False
    for piece in pieces:
        is_table = piece.tag == qn("w:tbl")
        if after_table and is_table:
            yield paragraph([])
        yield piece
        after_table = is_table
    if after_table:
        yield paragraph([])


def _block(block: Block, paper: Paper, new_list: NewList) -> Iterator[BaseOxmlElement]:
    strong = paper.ids["strong"]
    if isinstance(block, Heading):
        depth = min(max(block.depth, _FIRST), _LAST) - 1
        text = _NUMBER.sub("", block.text) if paper.numbered else block.text
        yield paragraph(runs(text, strong), paper.ids[f"heading {depth}"])
    elif isinstance(block, Paragraph):
        yield _text(block.text, block.strong, strong, paper.ids["intense quote"] if block.border else "")
    elif isinstance(block, Code):
        for line in block.text.splitlines():
            yield paragraph([run(line)], paper.ids["html preformatted"])
    elif isinstance(block, Facts):
        yield from facts(block, paper)
    elif isinstance(block, Table):
        yield from table(block, paper)
    else:
        yield from _list(block, paper, new_list)


def _list(block: Items | Links, paper: Paper, new_list: NewList) -> Iterator[BaseOxmlElement]:
    numbered = isinstance(block, Items) and block.numbered and bool(block.items)
    style, number = paper.ids["list number" if numbered else "list bullet"], new_list() if numbered else ""
    for item in block.items:
        text = item if isinstance(item, str) else _link(*item)
        yield paragraph(runs(text, paper.ids["strong"]), style, number)


def _text(text: str, first: str, strong: str, style: str = "") -> BaseOxmlElement:
    """Return a paragraph that begins with what stands out; in between stands a space, as in every format."""
    between = " " if first and text and not first.endswith(" ") and not text.startswith(" ") else ""
    return paragraph([*([run(first, strong)] if first else []), *runs(between + text, strong)], style)


def _link(address: str, text: str, said: str) -> str:
    """Return a link as text: on paper nobody can follow it, and an address within our own page says nothing there."""
    shown = text if address.startswith("#") or address == text else f"{text} ({address})"
    return f"{shown}: {said}" if said else shown
