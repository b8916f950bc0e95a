"""The document to write in: our own clean one, or a copy of a client's without what it said."""

import io
import zipfile
from importlib.resources import files

from docx import Document
from docx.document import Document as Opened
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.exceptions import OpcError
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.package import Package

from digisamen.model.problem import DigisamenError
from digisamen.paper.zipped import zipped

_OWN = {
    "[Content_Types].xml": "types.xml",
    "_rels/.rels": "package.rels",
    "docProps/core.xml": "core.xml",
    "word/document.xml": "document.xml",
    "word/_rels/document.xml.rels": "document.rels",
    "word/numbering.xml": "numbering.xml",
    "word/settings.xml": "settings.xml",
    "word/styles.xml": "styles.xml",
}
"""Our own document: name in the archive, and the file in `own` that becomes it."""
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_LOOK = {
    RELATIONSHIP_TYPE.FONT_TABLE,
    RELATIONSHIP_TYPE.NUMBERING,
    RELATIONSHIP_TYPE.SETTINGS,
    RELATIONSHIP_TYPE.STYLES,
    RELATIONSHIP_TYPE.THEME,
    RELATIONSHIP_TYPE.WEB_SETTINGS,
}
"""The parts of a client's document that make its look. What its text needed, such as notes and pictures, goes."""
_ABOUT = {
    RELATIONSHIP_TYPE.OFFICE_DOCUMENT,
    RELATIONSHIP_TYPE.EXTENDED_PROPERTIES,
    f"{_RELATIONS}/custom-properties",
}
"""What stays beside the document: headers may show its properties. A signature or small picture no longer fits."""
_SETTINGS_OF_THE_TEXT = ("attachedTemplate", "mailMerge", "footnotePr", "endnotePr", "rsids")
_BROKEN = (
    OpcError,
    zipfile.BadZipFile,
    AttributeError,
    IndexError,
    KeyError,
    NotImplementedError,
    SyntaxError,
    TypeError,
    ValueError,
)
"""What the library raises on a file that is a zip, but no document of Word."""


def opened(reference: bytes | None) -> Opened:
    """Return a document without text: our own, or with the look of `reference`.

    Raises:
        DigisamenError: U020 when `reference` is no Word document.
    """
    if reference is None:
        return Document(io.BytesIO(zipped([(name, own(file)) for name, file in _OWN.items()])))
    try:
        document = Document(io.BytesIO(reference))
        for kind, file in (("STYLES", "styles.xml"), ("SETTINGS", "settings.xml"), ("NUMBERING", "numbering.xml")):
            _complete(document, kind, file)
        _empty(document)
    except _BROKEN:
        raise DigisamenError("U020") from None
    return document


def own(file: str) -> bytes:
    """Return a file of our own document."""
    return files("digisamen.paper.word").joinpath("own", file).read_bytes()


def root(document: Opened, kind: str) -> BaseOxmlElement:
    """Return the XML of the part that `document` has of this kind, such as `STYLES`."""
    return _element(document.part.part_related_by(getattr(RELATIONSHIP_TYPE, kind)))


def package(document: Opened) -> Package:
    """Return the archive that `document` is the main part of."""
    found = document.part.package
    if not isinstance(found, Package):
        raise TypeError(found)
    return found


def new_part(
    document: Opened, kind: str, name: str, content: bytes, *, beside: bool = False
) -> tuple[str, BaseOxmlElement]:
    """Add a part of XML to `document`, or `beside` it, and return the id of the relation to it, and its XML."""
    content_type = getattr(CONTENT_TYPE, f"OPC_{kind}" if beside else f"WML_{kind}")
    part = XmlPart.load(PackURI(name), content_type, content, package(document))
    source = package(document) if beside else document.part
    return source.relate_to(part, getattr(RELATIONSHIP_TYPE, kind)), _element(part)


def _element(part: Part) -> BaseOxmlElement:
    if not isinstance(part, XmlPart):
        raise TypeError(part.partname)
    element: BaseOxmlElement = part.element
    return element


def _complete(document: Opened, kind: str, file: str) -> None:
    """Give a client's document the part it lacks: the library would put in its own."""
    if any(rel.reltype == getattr(RELATIONSHIP_TYPE, kind) for rel in document.part.rels.values()):
        root(document, kind)
        return
    _, made = new_part(document, kind, f"/word/{file}", own(file))
    if kind == "NUMBERING":
        # Its numbers belong to our styles, which come only where they are lacking.
        made[:] = []


def _empty(document: Opened) -> None:
    """Take out the text of a client's document, and all that belonged to it."""
    body = document.element.body
    section = _last_section(body)
    body[:] = [section]
    named = {value for node in section.iter() for name, value in node.attrib.items() if name == qn("r:id")}
    relations = document.part.rels
    for key in [k for k, rel in relations.items() if rel.reltype not in _LOOK and k not in named]:
        del relations[key]
    beside = package(document).rels
    for key in [k for k, rel in beside.items() if rel.reltype not in _ABOUT]:
        del beside[key]
    _forget(document)


def _last_section(body: BaseOxmlElement) -> BaseOxmlElement:
    """Return the last page set-up, with the headers and footers that it takes over from the ones before it."""
    edges = (qn("w:headerReference"), qn("w:footerReference"))
    sections = list(body.iter(qn("w:sectPr")))
    if not sections:
        sections = list(parse_xml(own("document.xml")).iter(qn("w:sectPr")))
    last: BaseOxmlElement = sections[-1]
    for section in reversed(sections[:-1]):
        have = {(edge.tag, edge.get(qn("w:type"))) for edge in last.iterchildren(*edges)}
        for edge in list(section.iterchildren(*edges)):
            if (edge.tag, edge.get(qn("w:type"))) not in have:
                last.insert(0, edge)
    # A section that goes on halfway a page has nothing to go on from.
    for kind in last.findall(qn("w:type")):
        last.remove(kind)
    return last


def _forget(document: Opened) -> None:
    """Take out of the settings what pointed to the text, or to files on the computer of the client."""
    part = document.part.part_related_by(RELATIONSHIP_TYPE.SETTINGS)
    settings = root(document, "SETTINGS")
    for name in _SETTINGS_OF_THE_TEXT:
        for found in settings.findall(qn(f"w:{name}")):
            settings.remove(found)
    for node in [
        n for n in settings if any(name.startswith(f"{{{_RELATIONS}}}") for x in n.iter() for name in x.attrib)
    ]:
        settings.remove(node)
    part.rels.clear()
