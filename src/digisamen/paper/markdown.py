"""Any sheet as Markdown (CommonMark with tables), safe for text of users."""

import re
from collections.abc import Iterator, Mapping

from digisamen.paper.document import Block, Cell, Code, Facts, Heading, Items, Lines, Links, Paragraph, Sheet, Table
from digisamen.text.visible import visible

_SIGNS = re.compile(r"([\\`*_{}\[\]<>#!|~$@&])")
_CODE = re.compile(r"\b[A-Z]{3}-[A-Z]-[0-9]{2,3}\b")
_START = re.compile(r"^(\d{1,9}(?=[.)](?:\s|$))|(?=[-+=]))")


def sheet_markdown(sheet: Sheet) -> str:
    """Return `sheet` as Markdown text."""
    return "\n".join(_lines(sheet)).rstrip() + "\n"


def escape(text: str) -> str:
    """Return `text` so that Markdown shows it as it stands: nothing becomes markup, HTML, a link, a list or a table."""
    return _START.sub(r"\1\\", _inline(text))


def _inline(text: str) -> str:
    escaped = _SIGNS.sub(r"\\\1", visible(text))
    # An address would become a link by itself in many viewers; the text of a user must stay text.
    return re.sub(r"(https?|ftp|mailto|www)([:.])", r"\1\\\2", escaped, flags=re.IGNORECASE)


def _lines(sheet: Sheet) -> Iterator[str]:
    yield f"# {_inline(sheet.title)}"
    yield ""
    yield f"{escape(sheet.kind)}"
    yield ""
    if sheet.status_text:
        yield (f"**{escape(sheet.status)}** " if sheet.status else "") + escape(sheet.status_text)
        yield ""
    for block in sheet.blocks:
        yield from _block(block, sheet.links)
        yield ""
    if sheet.footer:
        yield escape(sheet.footer)


def _block(block: Block, links: Mapping[str, str]) -> Iterator[str]:
    if isinstance(block, Heading):
        anchor = f'<a id="{block.anchor}"></a>' if block.anchor else ""
        yield f"{'#' * block.depth} {anchor}{_inline(block.text)}"
    elif isinstance(block, Paragraph):
        yield (
            ("> " if block.border else "")
            + (f"**{escape(block.strong)}**" if block.strong else "")
            + escape(block.text)
        )
    elif isinstance(block, Items):
        for number, item in enumerate(block.items, start=1):
            yield f"{number}. {escape(item)}" if block.numbered else f"- {escape(item)}"
    elif isinstance(block, Facts):
        for name, value in block.pairs:
            yield f"- **{escape(name.rstrip(':'))}:** {_linked(value, links)}"
    elif isinstance(block, Links):
        for address, text, said in block.items:
            yield f"- [{_inline(text)}]({address})" + (f": {_inline(said)}" if said else "")
    elif isinstance(block, Code):
        yield "```text"
        yield from (visible(x).replace("```", "'''") for x in block.text.splitlines())
        yield "```"
    else:
        yield from _table(block, links)


def _table(block: Table, links: Mapping[str, str]) -> Iterator[str]:
    if not block.silent:
        yield f"**{escape(block.caption)}**"
        yield ""
    yield f"| {' | '.join(escape(c) for c in block.columns)} |"
    yield f"|{' --- |' * len(block.columns)}"
    for row in block.rows:
        yield f"| {' | '.join(_cell(cell, links) for cell in row)} |"


def _cell(cell: Cell, links: Mapping[str, str]) -> str:
    if isinstance(cell, Lines):
        return "<br>".join(f"**{escape(x)}** {escape(y)}" if x else escape(y) for x, y in cell.pairs)
    return _linked(cell, links)


def _linked(text: str, links: Mapping[str, str]) -> str:
    """Return a text with every code that has an address as a link."""
    return _CODE.sub(lambda m: f"[{m[0]}]({links[m[0]]})" if m[0] in links else m[0], escape(text))
