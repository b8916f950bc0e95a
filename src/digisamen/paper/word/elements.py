"""The smallest pieces of Word's XML: elements, runs of text and paragraphs, with the text made harmless."""

import re
from collections.abc import Iterable

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement

from digisamen.text.visible import visible

_NO_XML = re.compile("[\ud800-\udfff\ufffe\uffff]")
"""What XML cannot hold, besides the control characters that `visible` shows."""
_FILL_IN = re.compile(r"(\[[^\[\]]+\])")


def element(tag: str, *children: BaseOxmlElement, **values: str | int) -> BaseOxmlElement:
    """Return the element `tag` of Word's own namespace, with `values` as its attributes in that namespace."""
    made: BaseOxmlElement = OxmlElement(f"w:{tag}", {qn(f"w:{name}"): str(value) for name, value in values.items()})
    made.extend(children)
    return made


def harmless(text: str) -> str:
    """Return `text` on one line, as XML can hold it, with what steers or hides in it shown as signs."""
    return _NO_XML.sub("\ufffd", visible(text))


def run(text: str, style: str = "") -> BaseOxmlElement:
    """Return one piece of text, in the character style `style` when there is one."""
    words = element("t")
    words.text = harmless(text)
    words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return element("r", *([element("rPr", element("rStyle", val=style))] if style else []), words)


def runs(text: str, strong: str) -> list[BaseOxmlElement]:
    """Return `text` as runs, with every place to fill in, between square brackets, in the style `strong`."""
    # Odd places hold a place to fill in: the pattern is one group.
    pieces = enumerate(_FILL_IN.split(text))
    return [run(piece, strong if n % 2 else "") for n, piece in pieces if piece]


def paragraph(content: Iterable[BaseOxmlElement], style: str = "", number: str = "") -> BaseOxmlElement:
    """Return a paragraph in `style`; with `number` it belongs to that list. Without a style it is Normal."""
    said: list[BaseOxmlElement] = []
    if style:
        said.append(element("pStyle", val=style))
    if number:
        said.append(element("numPr", element("ilvl", val=0), element("numId", val=number)))
    return element("p", *([element("pPr", *said)] if said else []), *content)
