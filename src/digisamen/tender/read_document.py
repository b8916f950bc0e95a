"""The requirements in a document that came back, in Word or HTML: code and text, as a reader of it sees them."""

import posixpath
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

from digisamen.model.problem import DigisamenError
from digisamen.source.archive import open_archive
from digisamen.tender.seen_html import unknown_in_page
from digisamen.tender.seen_word import unknown_around, unknown_in_table
from digisamen.tender.word_styles import Styles

MAX_HTML = 5_000_000
"""Largest HTML file that is read, in bytes."""
_ZIP = b"PK"
_CODE_HEADS, _REQUIREMENT_HEADS = {"code"}, {"eis", "requirement"}
"""What stands above the first two columns of a table of requirements, in each language."""
_CODE = re.compile(r"[A-Z]{3}-[A-Z]-[0-9]{2,3}\b")
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_GONE = {f"{_WORD}{name}" for name in ("del", "moveFrom", "delText", "instrText")} | {
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
}
"""What a reader of the document does not see as text of this place: what is struck out by tracked changes, fields."""
_HIDING = tuple(f"{_WORD}rPr/{_WORD}{name}" for name in ("vanish", "strike", "dstrike"))
_OFF = {"0", "false", "off"}
_BREAKS = {f"{_WORD}{name}" for name in ("br", "cr")}
_TEXTS = {f"{_WORD}tab": " ", f"{_WORD}ptab": " ", f"{_WORD}noBreakHyphen": "-"}
_SOFT = dict.fromkeys(map(ord, "\u00ad\u200b\ufeff"))
_HYPHENS = str.maketrans("\u2010\u2011", "--")
Row = Sequence[Sequence[str]]
"""A row of a table: cells, and in each its lines."""


@dataclass(frozen=True, slots=True)
class Read:
    """What a document says: code and text of every row of requirements, in order; a code may come twice.

    `unclear` names in a few words what of its form we do not know: whether a reader sees every word is then unsure.
    """

    requirements: tuple[tuple[str, str], ...]
    unclear: tuple[str, ...]


def read_document(raw: bytes, name: str) -> Read:
    """Return what the document `raw` says, in Word or HTML.

    Raises:
        DigisamenError: U020 not a document of Word or HTML, U021 too big, U022 it holds what does not belong in it.
    """
    try:
        return _word(raw, name) if raw.startswith(_ZIP) else _html(raw, name)
    except (ET.ParseError, KeyError, RecursionError, UnicodeDecodeError, ValueError, AssertionError):
        raise DigisamenError("U020", file=name) from None


def _pairs(tables: Iterable[Iterable[Row]]) -> tuple[tuple[str, str], ...]:
    return tuple(pair for table in tables for pair in _requirements(list(table)))


def _requirements(rows: Sequence[Row]) -> Iterator[tuple[str, str]]:
    if not rows or len(rows[0]) < len(("code", "requirement")):
        return
    head = [" ".join(cell).casefold() for cell in rows[0]]
    if head[0] not in _CODE_HEADS or head[1] not in _REQUIREMENT_HEADS:
        return
    for cells in rows[1:]:
        lines = list(cells[0]) if cells else []
        said = [line for cell in cells[1:] for line in cell]
        code = _CODE.match(lines[0]) if lines else None
        if code:  # what else stands beside the code is text as well: nobody may add a remark there
            yield code[0], " ".join(x for x in (lines[0][code.end() :].strip(), *lines[1:], *said) if x)
        else:
            yield " ".join(lines), " ".join(said)


def _lines(text: str) -> list[str]:
    """Return the lines of a text; what only tells how to break or space it makes no difference."""
    plain = unicodedata.normalize("NFC", text.translate(_SOFT).translate(_HYPHENS))
    return [line for line in (" ".join(line.split()) for line in plain.split("\n")) if line]


def _word(raw: bytes, name: str) -> Read:
    files = open_archive(raw, name=name)
    main = _main(files)
    # Safe to parse: an archive with a declaration of its own in any XML does not open.
    document = ET.fromstring(files[main])  # noqa: S314
    if document.tag != f"{_WORD}document":
        raise ValueError(document.tag)
    tables = [*document.iter(f"{_WORD}tbl")]
    styles = Styles(files, posixpath.dirname(main), document)
    ours = [table for table in tables if [*_requirements([*_word_rows(table)])]]
    doubts = [doubt for table in ours for doubt in unknown_in_table(table, styles)]
    unclear = dict.fromkeys((*unknown_around(document), *doubts))
    return Read(_pairs(map(_word_rows, tables)), tuple(unclear))


def _main(files: Mapping[str, bytes]) -> str:
    """Return the name of the main document; most programs call it the same, but not all."""
    for relation in ET.fromstring(files["_rels/.rels"]):  # noqa: S314  # see above
        if relation.get("Type") == f"{_OFFICE}/officeDocument":
            target = posixpath.normpath(relation.get("Target", "").lstrip("/"))
            if target.lower().endswith(".xml"):
                return target
    raise KeyError(_OFFICE)


def _word_rows(table: ET.Element) -> Iterator[Row]:
    for row in _inside(table, f"{_WORD}tr"):
        about = row.find(f"{_WORD}trPr")
        if about is None or about.find(f"{_WORD}del") is None:
            yield [_lines("".join(_word_text(cell))) for cell in _inside(row, f"{_WORD}tc")]


def _inside(element: ET.Element, tag: str) -> Iterator[ET.Element]:
    """Yield the `tag` elements of a table or row, also where a form field or change stands around them."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag not in _GONE | {f"{_WORD}tbl", f"{_WORD}tr", f"{_WORD}tc"}:
            yield from _inside(child, tag)


def _word_text(element: ET.Element) -> Iterator[str]:
    for child in element:
        if child.tag in _GONE or _hidden(child):
            continue
        if child.tag == f"{_WORD}t":
            yield child.text or ""
        elif child.tag in _BREAKS:
            yield "\n"
        elif child.tag in _TEXTS:
            yield _TEXTS[child.tag]
        else:
            yield from _word_text(child)
            if child.tag == f"{_WORD}p":
                yield "\n"


def _hidden(element: ET.Element) -> bool:
    """Tell whether a run is hidden or struck through: who reads the document does not read it as text."""
    found = (element.find(path) for path in _HIDING)
    return any(mark is not None and mark.get(f"{_WORD}val", "1").lower() not in _OFF for mark in found)


def _html(raw: bytes, name: str) -> Read:
    if len(raw) > MAX_HTML:
        raise DigisamenError("U021", file=name, wanted="html", limit=str(MAX_HTML // 1_000_000))
    reader = _Tables()
    text = raw.decode("utf-8-sig")
    reader.feed(text)
    reader.close()
    return Read(_pairs(reader.tables), unknown_in_page(text))


class _Tables(HTMLParser):
    """Collects the tables of a page, in the order in which they begin."""

    LINE = frozenset({"br", "p", "div", "li"})
    SKIP = frozenset({"del", "s", "strike", "script", "style", "template", "caption"})

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[list[list[list[str]]]] = []
        self._open: list[list[list[list[str]]]] = []
        self._cells: list[list[str] | None] = []
        self._skipped: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a table, row, cell or line, or something that is not read."""
        del attrs
        if tag in self.SKIP:
            self._skipped.append(tag)
        elif tag == "table":
            self.tables.append([])
            self._open.append(self.tables[-1])
            self._cells.append(None)
        elif self._open and tag == "tr":
            self._end_cell()
            self._open[-1].append([])
        elif self._open and tag in {"td", "th"}:
            self._end_cell()
            self._cells[-1] = []
        elif tag in self.LINE:
            self._add("\n")

    def handle_endtag(self, tag: str) -> None:
        """End a table, row, cell or line."""
        if tag in self.SKIP and tag in self._skipped:
            while self._skipped.pop() != tag:
                pass
        elif self._open and tag in {"td", "th", "tr", "table"}:
            self._end_cell()
            if tag == "table":
                self._open.pop()
                self._cells.pop()
        elif tag in self.LINE:
            self._add("\n")

    def handle_data(self, data: str) -> None:
        """Read text; a line end in HTML is a space."""
        if not self._skipped:
            self._add(re.sub(r"\s+", " ", data))

    def _add(self, text: str) -> None:
        if self._cells and (cell := self._cells[-1]) is not None:
            cell.append(text)

    def _end_cell(self) -> None:
        cell = self._cells[-1]
        if cell is not None:
            rows = self._open[-1]
            if not rows:
                rows.append([])
            rows[-1].append(_lines("".join(cell)))
        self._cells[-1] = None
