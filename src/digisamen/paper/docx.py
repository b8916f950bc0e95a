"""Any sheet as a Word document, in built-in styles only: pasted elsewhere, it takes over the look of that place."""

import io
from datetime import date
from itertools import count

from docx.document import Document as Opened
from docx.oxml.ns import qn

from digisamen.paper.document import Sheet
from digisamen.paper.word.about import describe, set_language
from digisamen.paper.word.base import opened
from digisamen.paper.word.body import body
from digisamen.paper.word.edges import add_footer, add_header, has_edge
from digisamen.paper.word.numbering import restarted
from digisamen.paper.word.styles import style_ids
from digisamen.paper.word.tables import Paper
from digisamen.paper.zipped import restamp
from digisamen.text.texts import Texts

_LANGUAGES = {"nl": "nl-NL", "en": "en-GB"}
_NARROWEST = 2_000
"""The least width of text, in twentieths of a point, that a page set-up is believed to mean."""
_OUR_WIDTH = 9_638
_OUR_CODE = 1_077
_CODE = 1_360
"""The width of a code in the type of most clients, with the space around it."""


def sheet_docx(
    sheet: Sheet,
    t: Texts,
    *,
    day: date,
    author: str = "",
    mark: str = "",
    footer: str = "",
    reference: bytes | None = None,
) -> bytes:
    """Return `sheet` as a Word document; the same arguments always give the same bytes.

    `mark` is the word at the top of every page, and `footer` the text at the bottom; without them the sheet's own.
    A `reference` is a document of the client, that was opened with `open_archive` before: its styles, page set-up,
    header and footer are used, and its text is not.

    Raises:
        DigisamenError: U020 when `reference` is no Word document.
    """
    document = opened(reference)
    ids = style_ids(document)
    language = _LANGUAGES[t.language]
    set_language(document, language)
    describe(document, title=sheet.title, author=author, subject=sheet.kind, language=language, day=day)
    mark, footer = mark or sheet.status, footer or sheet.footer
    # The footer of a client stays as it is; where the text comes from is then said at the end.
    closing = footer if has_edge(document, "footer") else ""
    if not has_edge(document, "header"):
        add_header(document, ids["header"], sheet.kind, mark, ids["strong"])
    if not has_edge(document, "footer"):
        add_footer(document, ids["footer"], footer, t)
    lists = count()
    # The first list has its number from the style; only a next one must be told to begin at 1 again.
    pieces = body(
        sheet,
        mark,
        closing,
        Paper(ids, _width(document), t("annex.nvt"), _CODE if reference else _OUR_CODE, numbered=not reference),
        lambda: restarted(document, ids["list number"]) if next(lists) else "",
    )
    content = document.element.body
    for place, piece in enumerate(pieces):
        content.insert(place, piece)
    made = io.BytesIO()
    document.save(made)
    return restamp(made.getvalue())


def _width(document: Opened) -> int:
    """Return the width of the text on a page, in twentieths of a point."""
    section = document.element.body.find(qn("w:sectPr"))
    size, margins = section.find(qn("w:pgSz")), section.find(qn("w:pgMar"))
    if size is None or margins is None:
        return _OUR_WIDTH
    sides = (margins.get(qn(f"w:{side}"), "0") for side in ("left", "right", "gutter"))
    try:
        width = int(size.get(qn("w:w"), "0")) - sum(int(side) for side in sides)
    except ValueError:
        return _OUR_WIDTH
    return width if width >= _NARROWEST else _OUR_WIDTH
