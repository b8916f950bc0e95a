"""The built-in styles of Word, found in a document by their own name; what it lacks is added as we have it."""

import copy

from docx.document import Document as Opened
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement

from digisamen.paper.word.base import own, root
from digisamen.paper.word.numbering import adopted

_NUMBERED = {"heading 1", "heading 2"}


def style_ids(document: Opened) -> dict[str, str]:
    """Return the id in `document` of each style that we use, by its name in small letters.

    A Word in another language has its own ids, but always the same names.
    """
    styles = root(document, "STYLES")
    ours = [s for s in parse_xml(own("styles.xml")).findall(qn("w:style")) if not s.get(qn("w:default"))]
    there = {_key(s): s.get(qn("w:styleId"), "") for s in styles.findall(qn("w:style"))}
    taken = {s.get(qn("w:styleId"), "").lower() for s in styles.findall(qn("w:style"))}
    normal = {
        s.get(qn("w:type")): s.get(qn("w:styleId"), "")
        for s in styles.findall(qn("w:style"))
        if s.get(qn("w:default")) in {"1", "true", "on"}
    }
    lacking = [style for style in ours if not there.get(_key(style))]
    for style in lacking:
        there[_key(style)] = _free(style.get(qn("w:styleId"), ""), taken)
    ids = {style.get(qn("w:styleId"), ""): there[_key(style)] for style in ours}
    numbers: dict[str, str] = {}
    # Half of the headings with our numbers and half with those of the client would count wrong.
    own_headings = {_key(s)[1] for s in lacking} >= _NUMBERED
    for style in lacking:
        made = copy.deepcopy(style)
        made.set(qn("w:styleId"), ids[style.get(qn("w:styleId"), "")])
        _tie(made, normal)
        _number(document, made, numbers, ids, keep=own_headings or _key(style)[1] not in _NUMBERED)
        styles.append(made)
    return {_key(style)[1]: there[_key(style)] for style in ours}


def _key(style: BaseOxmlElement) -> tuple[str, str]:
    name = style.find(qn("w:name"))
    return style.get(qn("w:type"), "paragraph"), "" if name is None else name.get(qn("w:val"), "").lower()


def _free(wanted: str, taken: set[str]) -> str:
    """Return an id for a style: the one of Word, unless the document gave that to another style."""
    found = next(
        f"{wanted}{tail}" for tail in ("", *range(1, len(taken) + 2)) if f"{wanted}{tail}".lower() not in taken
    )
    taken.add(found.lower())
    return found


def _tie(style: BaseOxmlElement, normal: dict[str | None, str]) -> None:
    """Base a style of ours on the normal style of the document."""
    kind = style.get(qn("w:type"))
    for tag in ("basedOn", "next"):
        for found in style.findall(qn(f"w:{tag}")):
            if normal.get(kind):
                found.set(qn("w:val"), normal[kind])
            else:
                style.remove(found)


def _number(
    document: Opened, style: BaseOxmlElement, numbers: dict[str, str], ids: dict[str, str], *, keep: bool
) -> None:
    used = style.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
    if used is None:
        return
    if not keep:
        used.getparent().remove(used)
        return
    number = used.find(qn("w:numId"))
    ours = number.get(qn("w:val"))
    if ours not in numbers:
        numbers[ours] = adopted(document, ours, ids)
    number.set(qn("w:val"), numbers[ours])
