"""Makes text of users harmless in a spreadsheet, and fits text into a cell.

A spreadsheet takes a cell that begins with `=`, `+`, `-` or `@` for a formula, also when it opens a CSV. In the CSV
tables only text of the client gets an apostrophe in front; text of the norm stays exact, because it was reviewed and
because programs compare it. In a workbook every such text gets it.
"""

import re

from digisamen.text.visible import visible

_FORMULA = re.compile(r"^\s*[=+\-@\uff1d\uff0b\uff0d\uff20\u2212]")
_NO_XML = re.compile("[\ud800-\udfff\ufffe\uffff]")


def harmless(text: str) -> str:
    """Return `text` on one line, without signs that steer or that XML lacks, and never as a formula."""
    shown = _NO_XML.sub("\ufffd", visible(text))
    return f"'{shown}" if _FORMULA.match(shown) else shown


def fitted(text: str, limit: int) -> str:
    """Return `text`, cut at a space and marked with an ellipsis when it is longer than `limit` characters."""
    if len(text) <= limit:
        return text
    head = text[: limit - 1]
    kept = head.rsplit(" ", 1)[0] or head
    return f"{kept}…"
