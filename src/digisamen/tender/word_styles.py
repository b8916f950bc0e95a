"""How text looks in a Word document, as far as that can hide it: size, colour, background, and marks that hide."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from xml.etree import ElementTree as ET

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
SMALLEST = 12
"""The least size of a letter that a reader is asked to see, in half points: 6 pt."""

LEAST_CONTRAST = 1.6
"""The least contrast between a text and its background. 1 is none at all, 21 that of black on white (WCAG 2.2)."""

_OFF = {"0", "false", "off"}
_HIDES = ("vanish", "webHidden", "specVanish", "strike", "dstrike")
_MOST = 50
"""How many styles may follow from one another."""

_THEME = {
    "text1": "dk1", "dark1": "dk1", "background1": "lt1", "light1": "lt1",
    "text2": "dk2", "dark2": "dk2", "background2": "lt2", "light2": "lt2",
    "hyperlink": "hlink", "followedHyperlink": "folHlink",
}  # fmt: skip
_HIGHLIGHTS = {
    "black": "000000", "blue": "0000FF", "cyan": "00FFFF", "green": "00FF00", "magenta": "FF00FF", "red": "FF0000",
    "yellow": "FFFF00", "white": "FFFFFF", "darkBlue": "00008B", "darkCyan": "008B8B", "darkGreen": "006400",
    "darkMagenta": "8B008B", "darkRed": "8B0000", "darkYellow": "808000", "darkGray": "A9A9A9", "lightGray": "D3D3D3",
}  # fmt: skip


def value_of(properties: ET.Element | None, name: str, usual: str) -> str:
    """Return the value of a property, or `usual` where there is none."""
    found = properties.find(f"{W}{name}") if properties is not None else None
    return usual if found is None else found.get(f"{W}val", usual)


@dataclass(frozen=True, slots=True)
class Look:
    """What a text looks like. A colour is six hexadecimal digits, or `auto`, which always shows; none is unknown."""

    theme: Mapping[str, str]
    size: int = 20
    colour: str | None = "auto"
    behind: str | None = "FFFFFF"
    hidden: bool = False

    def under(self, shade: ET.Element | None) -> "Look":
        """Return the look on a background."""
        if shade is None or shade.get(f"{W}val", "clear") == "nil":
            return self
        fill = _colour(shade, "fill", "themeFill", self.theme)
        solid = shade.get(f"{W}val", "clear") not in {"clear", "nil"}  # a pattern, of which the eye makes a mixture
        return self if fill == "auto" and not solid else replace(self, behind=None if solid else fill)

    def with_run(self, properties: ET.Element | None) -> "Look":
        """Return the look after the properties of a run or style."""
        if properties is None:
            return self
        look = self.under(properties.find(f"{W}shd"))
        size = value_of(properties, "sz", "")
        if size:
            look = replace(look, size=int(size) if size.isdigit() else 0)
        colour = properties.find(f"{W}color")
        if colour is not None:
            look = replace(look, colour=_colour(colour, "val", "themeColor", self.theme))
        mark = value_of(properties, "highlight", "")
        if mark and mark != "none":
            look = replace(look, behind=_HIGHLIGHTS.get(mark))
        for name in _HIDES:
            found = properties.find(f"{W}{name}")
            if found is not None:
                look = replace(look, hidden=found.get(f"{W}val", "1").lower() not in _OFF)
        return look

    def doubts(self) -> Iterator[str]:
        """Return why a reader may not see a text that looks like this."""
        if self.hidden:
            yield "vanish"
        if self.size < SMALLEST:
            yield "sz"
        unknown = self.colour is None or self.behind is None
        if unknown or (self.colour != "auto" and _contrast(self.colour or "", self.behind or "") < LEAST_CONTRAST):
            yield "color"


class Styles:
    """The styles of a document, with its defaults, theme and page colour."""

    def __init__(self, files: Mapping[str, bytes], folder: str, document: ET.Element) -> None:
        """Read what there is; a document without styles has the defaults of Word."""
        root = _parsed(files, f"{folder}/styles.xml")
        self._styles = {} if root is None else {s.get(f"{W}styleId", ""): s for s in root.iter(f"{W}style")}
        self._usual = {s.get(f"{W}type", ""): name for name, s in self._styles.items() if _is_usual(s)}
        defaults = None if root is None else root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        page = document.find(f"{W}background")
        theme = _theme(files, folder)
        self._base = Look(theme).with_run(defaults)
        if page is not None:
            self._base = replace(self._base, behind=_colour(page, "color", "themeColor", theme))

    def _chain(self, name: str) -> list[ET.Element]:
        """Return a style with those it is based on, the first of them first."""
        found: list[ET.Element] = []
        while name in self._styles and len(found) < _MOST:
            found.insert(0, self._styles[name])
            name = value_of(found[0], "basedOn", "")
        return found

    def _table(self, table: ET.Element) -> list[ET.Element]:
        return self._chain(value_of(table.find(f"{W}tblPr"), "tblStyle", self._usual.get("table", "")))

    def of_table(self, table: ET.Element) -> Look:
        """Return the look of text in a table, before its cells and paragraphs say anything."""
        look = self._base
        for style in self._table(table):
            look = look.with_run(style.find(f"{W}rPr"))
            for place in ("tblPr", "tcPr", "pPr"):
                look = look.under(style.find(f"{W}{place}/{W}shd"))
        return look.under(table.find(f"{W}tblPr/{W}shd"))

    def table_doubts(self, table: ET.Element) -> Iterator[str]:
        """Return what the style of a table says of some rows or columns that may hide their text."""
        for style in self._table(table):
            yield from ("hidden" for _ in style.iter(f"{W}hidden"))
            for part in style.iter(f"{W}tblStylePr"):
                look = self.of_table(table).under(part.find(f"{W}tcPr/{W}shd")).with_run(part.find(f"{W}rPr"))
                yield from look.doubts()

    def of_paragraph(self, properties: ET.Element | None, shown: Look) -> Look:
        """Return the look of a paragraph on a background: its style, and its own."""
        look = shown
        for style in self._paragraph(properties):
            look = look.under(style.find(f"{W}pPr/{W}shd")).with_run(style.find(f"{W}rPr"))
        return look.under(properties.find(f"{W}shd") if properties is not None else None)

    def _paragraph(self, properties: ET.Element | None) -> list[ET.Element]:
        return self._chain(value_of(properties, "pStyle", self._usual.get("paragraph", "")))

    def paragraph_doubts(self, properties: ET.Element | None) -> Iterator[str]:
        """Return what a style of a paragraph says that may move its text out of sight."""
        for style in self._paragraph(properties):
            own = style.find(f"{W}pPr")
            frame = own.find(f"{W}framePr") if own is not None else None
            spacing = own.find(f"{W}spacing") if own is not None else None
            if frame is not None:
                yield "framePr"
            if spacing is not None and spacing.get(f"{W}lineRule") == "exact":
                yield "spacing exact"

    def of_run(self, properties: ET.Element | None, base: Look) -> Look:
        """Return the look of a run: that of its paragraph, its style, and its own."""
        look = base
        for style in self._chain(value_of(properties, "rStyle", self._usual.get("character", ""))):
            look = look.with_run(style.find(f"{W}rPr"))
        return look.with_run(properties)


def _is_usual(style: ET.Element) -> bool:
    return style.get(f"{W}default", "0").lower() not in _OFF


def _parsed(files: Mapping[str, bytes], name: str) -> ET.Element | None:
    # Safe to parse: an archive with a declaration of its own in any XML does not open.
    return ET.fromstring(files[name]) if name in files else None  # noqa: S314


def _theme(files: Mapping[str, bytes], folder: str) -> dict[str, str]:
    root = _parsed(files, f"{folder}/theme/theme1.xml")
    scheme = root.find(f".//{A}clrScheme") if root is not None else None
    found: dict[str, str] = {}
    for entry in scheme if scheme is not None else ():
        for colour in entry:
            value = colour.get("lastClr") or colour.get("val") or ""
            found[entry.tag.removeprefix(A)] = value
    return found


def _colour(element: ET.Element, name: str, theme_name: str, theme: Mapping[str, str]) -> str | None:
    """Return a colour; by the theme where it names one, because that is what Word shows."""
    word = element.get(f"{W}{theme_name}")
    by_theme = word and word != "none"
    value = theme.get(_THEME.get(word or "", word or ""), "") if by_theme else element.get(f"{W}{name}", "auto")
    if value == "auto":
        return value
    return value.upper() if len(value) == len("FFFFFF") and _is_hex(value) else None


def _is_hex(text: str) -> bool:
    return all(sign in "0123456789abcdefABCDEF" for sign in text)


def _contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG 2.2 counts it; `auto` behind a text is white paper."""
    light, dark = sorted((_light(one), _light("FFFFFF" if other == "auto" else other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _light(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    red, green, blue = (x / 12.92 if x <= 0.04045 else ((x + 0.055) / 1.055) ** 2.4 for x in parts)  # noqa: PLR2004
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
