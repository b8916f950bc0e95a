"""What a document says about itself: its language, its title, and who made it when."""

from datetime import date, datetime, time

from docx.document import Document as Opened
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.coreprops import CoreProperties
from docx.oxml.ns import qn

from digisamen.paper.word.base import new_part, own, package, root
from digisamen.paper.word.elements import element, harmless

_LONGEST = 255
"""How long a property may be."""


def describe(document: Opened, *, title: str, author: str, subject: str, language: str, day: date) -> None:
    """Give `document` properties of its own; nothing stays of who made a client's document."""
    relations = package(document).rels
    for key in [k for k, rel in relations.items() if rel.reltype == RELATIONSHIP_TYPE.CORE_PROPERTIES]:
        del relations[key]
    _, content = new_part(document, "CORE_PROPERTIES", "/docProps/core.xml", own("core.xml"), beside=True)
    about = CoreProperties(content)
    about.title, about.subject, about.language = _short(title), _short(subject), language
    if author.strip():
        about.author = _short(author)
    about.created = about.modified = datetime.combine(day, time())
    about.revision = 1


def _short(text: str) -> str:
    text = harmless(text)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"


def set_language(document: Opened, language: str) -> None:
    """Say in which language the text is: in the defaults, and in every style that names one."""
    styles = root(document, "STYLES")
    for found in styles.iter(qn("w:lang")):
        found.set(qn("w:val"), language)
    run_defaults = styles.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    if run_defaults is None:
        defaults = styles.find(qn("w:docDefaults"))
        if defaults is None:
            defaults = element("docDefaults")
            styles.insert(0, defaults)
        for found in defaults.findall(qn("w:rPrDefault")):
            defaults.remove(found)
        run_defaults = element("rPr")
        defaults.insert(0, element("rPrDefault", run_defaults))
    if run_defaults.find(qn("w:lang")) is None:
        run_defaults.append(element("lang", val=language))
    settings = root(document, "SETTINGS")
    found = settings.find(qn("w:themeFontLang"))
    if found is None:
        found = element("themeFontLang")
        # Word reads its settings in a fixed order; these come after the language.
        later = ("clrSchemeMapping", "shapeDefaults", "doNotEmbedSmartTags", "decimalSymbol", "listSeparator")
        after = next((node for node in settings if node.tag in {qn(f"w:{name}") for name in later}), None)
        settings.append(found) if after is None else after.addprevious(found)
    found.set(qn("w:val"), language)
