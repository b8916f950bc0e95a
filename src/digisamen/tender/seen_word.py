"""Whether a Word document shows what its tables of requirements say: what can hide a text is looked for.

Only the elements that we write, and those that Word and LibreOffice add when they save, are known not to. Sizes and
colours are followed through styles (ECMA-376 part 1, 17.7): run, paragraph, table, and the defaults of the document.
"""

from collections.abc import Iterator, Mapping
from xml.etree import ElementTree as ET

from digisamen.tender.word_styles import SMALLEST, Look, Styles, value_of

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"

KNOWN: Mapping[str, frozenset[str]] = {
    parent: frozenset(children.split())
    for parent, children in {
        "tbl": "tblPr tblGrid tr bookmarkStart bookmarkEnd sdt",
        "tblPr": "tblStyle tblW jc tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription"
        " tblStyleRowBandSize tblStyleColBandSize",
        "tblGrid": "gridCol",
        "tr": "tblPrEx trPr tc bookmarkStart bookmarkEnd sdt",
        "trPr": "cnfStyle cantSplit tblHeader jc trHeight",
        "tc": "tcPr p bookmarkStart bookmarkEnd sdt",
        "tcPr": "cnfStyle tcW tcBorders shd tcMar vAlign noWrap hideMark",
        "p": "pPr r bookmarkStart bookmarkEnd proofErr sdt hyperlink smartTag",
        "pPr": "pStyle keepNext keepLines widowControl spacing ind jc rPr shd pBdr tabs suppressAutoHyphens"
        " contextualSpacing outlineLvl textAlignment snapToGrid adjustRightInd autoSpaceDE autoSpaceDN overflowPunct"
        " kinsoku wordWrap cnfStyle bidi pageBreakBefore",
        "hyperlink": "r proofErr",
        "smartTag": "r smartTagPr",
        "r": "rPr t tab br cr noBreakHyphen softHyphen lastRenderedPageBreak",
        "rPr": "rStyle rFonts b bCs i iCs lang noProof sz szCs color shd highlight u kern spacing w position vanish"
        " webHidden specVanish strike dstrike caps smallCaps cs bdr eastAsianLayout",
        "sdt": "sdtPr sdtEndPr sdtContent",
        "sdtContent": "tbl tr tc p r",
    }.items()
}
"""What may stand in what, within a table of requirements. What has no children of its own is not looked into."""

FLOATING = ("framePr", "pict", "drawing", "object", "altChunk", "txbxContent", "AlternateContent", "tblpPr")
"""What can lie over the text, or bring a text of its own, wherever it stands in the document."""

NEUTRAL = {"spacing": "0", "w": "100", "position": "0"}
"""Measures of letters that can press a text together or push it away, with what each says when it does nothing."""


def unknown_in_table(table: ET.Element, styles: Styles) -> Iterator[str]:
    """Return what in one table we cannot judge the look of, in a few words each."""
    yield from _elements(table)
    yield from styles.table_doubts(table)
    base = styles.of_table(table)
    for row in table.iter(f"{W}tr"):
        yield from _height(row)
        for cell in row.iter(f"{W}tc"):
            shown = base.under(cell.find(f"{W}tcPr/{W}shd"))
            for paragraph in cell.iter(f"{W}p"):
                yield from _paragraph(paragraph, shown, styles)


def unknown_around(document: ET.Element) -> Iterator[str]:
    """Return what in the body of a document may lie over its text."""
    for element in document.iter():
        name = element.tag.rpartition("}")[2]
        if name in FLOATING:
            yield name


def _elements(element: ET.Element) -> Iterator[str]:
    here = element.tag.removeprefix(W)
    known = KNOWN.get(here)
    if known is None:
        return
    for child in element:
        name = child.tag.removeprefix(W)
        if (child.tag.startswith(W14) and here in {"rPr", "sdtPr"}) or name not in known:
            yield name
        elif name != "rPr" or here != "pPr":  # what the mark of a paragraph looks like hides nothing
            yield from _elements(child)


def _height(row: ET.Element) -> Iterator[str]:
    height = row.find(f"{W}trPr/{W}trHeight")
    if height is not None and height.get(f"{W}hRule") == "exact":
        yield "trHeight exact"


def _paragraph(paragraph: ET.Element, shown: Look, styles: Styles) -> Iterator[str]:
    properties = paragraph.find(f"{W}pPr")
    yield from _lines(properties)
    yield from styles.paragraph_doubts(properties)
    base = styles.of_paragraph(properties, shown)
    for run in paragraph.iter(f"{W}r"):
        if "".join(text.text or "" for text in run.iter(f"{W}t")).strip():
            own = run.find(f"{W}rPr")
            yield from (f"{name}" for name, usual in NEUTRAL.items() if value_of(own, name, usual) != usual)
            yield from styles.of_run(own, base).doubts()


def _lines(properties: ET.Element | None) -> Iterator[str]:
    """Return what presses lines together or pushes them off the page."""
    if properties is None:
        return
    spacing, indent = properties.find(f"{W}spacing"), properties.find(f"{W}ind")
    if spacing is not None and spacing.get(f"{W}lineRule") == "exact" and _number(spacing, "line") < SMALLEST * 10:
        yield "spacing exact"
    if indent is not None and any(abs(_number(indent, side)) > _FAR for side in ("left", "right", "start", "end")):
        yield "ind"


_FAR = 2_000
"""How far a paragraph may stand in, in twentieths of a point, before it leaves its cell."""


def _number(element: ET.Element, name: str) -> int:
    try:
        return int(element.get(f"{W}{name}", "0"))
    except ValueError:
        return _FAR + 1
