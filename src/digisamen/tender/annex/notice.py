"""Texts for the fields of a notice (eForms). Fields and limits are those of the eForms SDK, version 1.16."""

from collections.abc import Iterator

from digisamen.paper.document import Block, Lines, Paragraph, Table
from digisamen.tender.annex.frame import Annex

MOST = {"BT-70": 6000, "BT-734": 400, "BT-540": 6000, "BT-750": 6000}
"""Longest text per field, in characters."""
WEIGHTS = {"punten": "poi-exa", "procent": "per-exa"}
"""Codes of the kind of weight; a fictitious discount has none of its own."""


def notice_blocks(a: Annex) -> list[Block]:
    """Return every field that this request fills, with its text and how long that is."""
    t = a.t
    rows = tuple((t(f"notice.names.{field}"), _said(a, field, text)) for field, text in _fields(a))
    columns = (t("notice.field"), t("notice.text"))
    return [Paragraph(t("notice.about")), Table(t("notice.kind"), columns, rows, silent=True, widths=(50, 120))]


def _said(a: Annex, field: str, text: str) -> Lines:
    if field not in MOST:
        return Lines((("", a.t("notice.code", code=text)),))
    return Lines((("", text), ("", a.t("notice.length", n=len(text), most=MOST[field]))))


def _fields(a: Annex) -> Iterator[tuple[str, str]]:
    """Return (field, text); a text that would be too long is cut at the end of a word."""
    t, tender = a.t, a.tender
    names = {"spec": a.or_open(tender.id, "id"), "version": tender.version, "short": a.short}
    asked = [(theme, one.level) for theme, one in tender.levels.items() if one.level]
    levels = "; ".join(t("notice.level", theme=a.theme(theme), level=n) for theme, n in asked)
    yield "BT-70", _cut(t("notice.terms", levels=levels, **names), "BT-70")
    if a.spec.award:
        benefits = "; ".join(
            t("notice.benefit", theme=a.theme(x), level=one.award, benefit=a.or_open(one.benefit, "levels.benefit"))
            for x, one in tender.levels.items()
            if one.award
        )
        yield "BT-539", "quality"
        yield "BT-734", t("notice.award_name")
        yield "BT-540", _cut(t("notice.award", benefits=benefits, **names), "BT-540")
        if tender.award.method in WEIGHTS:
            yield "BT-5421", WEIGHTS[tender.award.method]
    if tender.admits:
        yield "BT-750", t("notice.suitability", spec=names["spec"], version=names["version"])
    yield "BT-821", "epo-procurement-document"


def _cut(text: str, field: str) -> str:
    return text if len(text) <= MOST[field] else text[: MOST[field] - 1].rsplit(" ", 1)[0] + "…"
