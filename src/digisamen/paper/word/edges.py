"""The header and footer of every page: what it is and its mark, and where it comes from and the page number."""

from docx.document import Document as Opened
from docx.oxml.ns import nsmap, qn
from docx.oxml.xmlchemy import BaseOxmlElement

from digisamen.paper.word.base import new_part, package, root
from digisamen.paper.word.elements import element, paragraph, run
from digisamen.text.texts import Texts

_PAGE, _PAGES = "\x01", "\x02"
_FIELDS = {_PAGE: "PAGE", _PAGES: "NUMPAGES"}


def has_edge(document: Opened, name: str) -> bool:
    """Tell whether `document` has a `header` or `footer` of its own."""
    return document.element.body.find(f"{qn('w:sectPr')}/{qn(f'w:{name}Reference')}") is not None


def add_header(document: Opened, style: str, left: str, mark: str, strong: str) -> None:
    """Give every page a header; the mark stands out."""
    _add(document, "header", style, left, [run(mark, strong)] if mark else [])


def add_footer(document: Opened, style: str, left: str, t: Texts) -> None:
    """Give every page a footer with the number of the page."""
    said = t("annex.page", page=_PAGE, pages=_PAGES)
    pieces = [""]
    for sign in said:
        if sign in _FIELDS:
            pieces += [sign, ""]
        else:
            pieces[-1] += sign
    right = [element("fldSimple", run("1"), instr=_FIELDS[p]) if p in _FIELDS else run(p) for p in pieces if p]
    _add(document, "footer", style, left, right)


def _add(document: Opened, name: str, style: str, left: str, right: list[BaseOxmlElement]) -> None:
    # The styles of Word have a stop in the middle and one at the right; ours have only the last.
    stops = [element("r", element("tab")) for _ in range(_stops(document, style))]
    line = paragraph([*([run(left)] if left else []), *(stops if right else []), *right], style)
    tag, kind = {"header": ("hdr", "HEADER"), "footer": ("ftr", "FOOTER")}[name]
    part_name = package(document).next_partname(f"/word/{name}%d.xml")
    relation, content = new_part(document, kind, part_name, f'<w:{tag} xmlns:w="{nsmap["w"]}"/>'.encode())
    content.append(line)
    reference = element(f"{name}Reference", type="default")
    reference.set(qn("r:id"), relation)
    document.element.body.find(qn("w:sectPr")).insert(int(name == "footer"), reference)


def _stops(document: Opened, style: str) -> int:
    for found in root(document, "STYLES").findall(qn("w:style")):
        if found.get(qn("w:styleId")) == style:
            tabs = found.findall(f"{qn('w:pPr')}/{qn('w:tabs')}/{qn('w:tab')}")
            return max(1, len([tab for tab in tabs if tab.get(qn("w:val")) != "clear"]))
    return 1
