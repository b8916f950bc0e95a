"""Whether a page shows what it says: only the elements, classes and the style of our own pages are known to."""

import hashlib
import json
import re
from html.parser import HTMLParser
from importlib.resources import files

TAGS = frozenset(
    [
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "a",
        "header",
        "p",
        "h1",
        "h2",
        "h3",
        "h4",
        "main",
        "section",
        "dl",
        "div",
        "dt",
        "dd",
        "table",
        "caption",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "span",
        "strong",
        "b",
        "em",
        "ul",
        "ol",
        "li",
        "br",
        "footer",
        "pre",
        "code",
    ]
)
"""The elements of our pages."""

ATTRIBUTES = frozenset(
    [
        "lang",
        "charset",
        "name",
        "content",
        "http-equiv",
        "href",
        "class",
        "id",
        "dir",
        "tabindex",
        "role",
        "scope",
        "data-head",
        "aria-labelledby",
        "start",
    ]
)
"""The attributes of our elements; none of them hides anything by itself."""

CLASSES = {
    "a": {"skip"},
    "p": {"kind", "border", "small quiet", "status", "status attention"},
    "h1": {"long"},
    "dl": {"facts list", "facts"},
    "ol": {"rules"},
    "ul": {"rules"},
    "span": {"id"},
    "table": {"cards words", "cards tight"},
    "caption": {"hidden"},
    "td": {"id"},
    "th": {"id"},
}
"""The classes that our pages give to an element. Only the caption of a table is `hidden` for the eye."""

AROUND = frozenset(("html", "body", "main", "div", "section"))
"""What may stand around a table of requirements."""

VOID = frozenset(("meta", "br"))
META = frozenset(("viewport", "referrer", "color-scheme", "robots"))
_STRING = re.compile(r'"(?:[^"\\\n]|\\.)*"')

STYLES = "styles.json"
"""The SHA-256 of each style sheet that a version of our pages had: an older page stays one of ours."""


def unknown_in_page(text: str) -> tuple[str, ...]:
    """Return what of a page we cannot judge the look of, in a few words each; nothing for one of ours."""
    reader = _Looks()
    reader.feed(text)
    reader.close()
    return tuple(dict.fromkeys(reader.found))


class _Looks(HTMLParser):
    """Looks at every element, and not at the text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self._open: list[str] = []
        self._style: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at an element and its attributes."""
        if tag not in TAGS:
            self.found.append(f"<{tag}>")
        if tag == "table" and not AROUND.issuperset(self._open):
            self.found.append(f"<{next(x for x in self._open if x not in AROUND)}> <table>")
        self.found += [f"{tag} {name}" for name, value in attrs if not _known(tag, name, value or "", dict(attrs))]
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at an element that ends itself: in HTML that sign says nothing."""
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """End an element, and what was left open in it."""
        if tag == "style":
            self._end_style()
        if tag in self._open:
            while self._open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        """Keep what stands in a style sheet."""
        if "style" in self._open:
            self._style.append(data)

    def handle_decl(self, decl: str) -> None:
        """Look at a declaration: only that of HTML is ours."""
        if decl.strip().lower() != "doctype html":
            self.found.append(f"<!{decl.split(maxsplit=1)[0] if decl.split() else ''}>")

    def unknown_decl(self, data: str) -> None:
        """Refuse what a browser may read in another way than we do."""
        self.found.append(f"<![{data[:10]}")

    def handle_pi(self, data: str) -> None:
        """Refuse what a browser may read in another way than we do."""
        self.found.append(f"<?{data[:10]}")

    def _end_style(self) -> None:
        said, self._style = "".join(self._style), []
        if style_digest(said) not in known_styles():
            self.found.append("<style>")

    def close(self) -> None:
        """Read to the end; a style sheet without an end is none of ours."""
        super().close()
        if "style" in self._open:
            self.found.append("<style>")


def style_digest(text: str) -> str:
    """Return the digest of a style sheet. How its lines end makes no difference, nor do texts: the foot of a page."""
    lines = (line.strip() for line in _STRING.sub('""', text).split("\n"))
    return hashlib.sha256("\n".join(line for line in lines if line).encode()).hexdigest()


def known_styles() -> frozenset[str]:
    """Return the digests of the style sheets that our pages have or had."""
    return frozenset(json.loads(files("digisamen.tender").joinpath(STYLES).read_text(encoding="utf-8")))


def _known(tag: str, name: str, value: str, others: dict[str, str | None]) -> bool:
    if name == "class":
        return value in CLASSES.get(tag, ())
    if name == "http-equiv":
        return value.lower() == "content-security-policy"
    if tag == "meta" and name == "name":
        return value.lower() in META and "http-equiv" not in others
    return name in ATTRIBUTES
