"""The numbers of headings and lists: they come from a style, and are never typed."""

import copy
from collections.abc import Mapping

from docx.document import Document as Opened
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement

from digisamen.paper.word.base import own, root
from digisamen.paper.word.elements import element


def adopted(document: Opened, number: str, ids: Mapping[str, str]) -> str:
    """Return the number in `document` of a copy of our own numbering `number`; `ids` gives its styles there."""
    ours = parse_xml(own("numbering.xml"))
    numbering = root(document, "NUMBERING")
    scheme = next(s for s in ours.findall(qn("w:abstractNum")) if s.get(qn("w:abstractNumId")) == number)
    made = copy.deepcopy(scheme)
    fresh = _free(numbering, "abstractNum")
    made.set(qn("w:abstractNumId"), fresh)
    for style in made.iter(qn("w:pStyle")):
        style.set(qn("w:val"), ids[style.get(qn("w:val"))])
    # Word wants all schemes before all numbers.
    first = numbering.find(qn("w:num"))
    numbering.append(made) if first is None else first.addprevious(made)
    return _add(numbering, element("abstractNumId", val=fresh))


def restarted(document: Opened, style: str) -> str:
    """Return the number of a list that looks like those in `style` and begins at 1 again; empty when it has none."""
    numbering = root(document, "NUMBERING")
    paragraph = next(s for s in root(document, "STYLES").findall(qn("w:style")) if s.get(qn("w:styleId")) == style)
    used = paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}")
    for number in numbering.findall(qn("w:num")):
        if used is not None and number.get(qn("w:numId")) == used.get(qn("w:val")):
            scheme = element("abstractNumId", val=number.find(qn("w:abstractNumId")).get(qn("w:val")))
            return _add(numbering, scheme, element("lvlOverride", element("startOverride", val=1), ilvl=0))
    return ""


def _add(numbering: BaseOxmlElement, *content: BaseOxmlElement) -> str:
    fresh = _free(numbering, "num")
    made = element("num", *content, numId=fresh)
    last = numbering.findall(qn("w:num"))
    schemes = numbering.findall(qn("w:abstractNum"))
    [*schemes, *last][-1].addnext(made)
    return fresh


def _free(numbering: BaseOxmlElement, tag: str) -> str:
    taken = [node.get(qn(f"w:{tag}Id"), "0") for node in numbering.findall(qn(f"w:{tag}"))]
    return str(max((int(n) for n in taken if n.isdigit()), default=0) + 1)
