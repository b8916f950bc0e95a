"""YAML as text: a strict and small reader on the event stream of PyYAML.

Every scalar arrives as text, except null. Duplicate keys, anchors, aliases, tags and a second document are problems,
not surprises, and each value keeps its line and column. Depth is limited while reading: PyYAML's own constructors
recurse, and its C parser crashes the interpreter on deep nesting.
"""

import re
from codecs import BOM_UTF8
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from digisamen.model.problem import Outcome, Path, Place, Problem
from digisamen.source.files import MAX_YAML

MAX_DEPTH = 40

MAX_NODES = 150_000
"""Most keys, values, lists and mappings in one file: what fits in memory and in a second or two of reading."""
LONGEST = 60
"""Characters of a name or value that a problem shows."""

LINE_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
"""What YAML's parser counts as the end of a line, so that our lines are its lines."""

_TOO_DEEP = "maximum nesting depth"
"""What the C part says since PyYAML 6.0.4. It reads ahead, and stops at its own limit before we have counted to ours;
the parser in Python reads no further than it is asked to, so there we find the place."""

Mark = tuple[int, int, int, int]
"""Start line and column, end line and column, counted from 0."""

try:
    from yaml import CLoader as _Parser
except ImportError:  # PyYAML without its C part reads the same, slower
    from yaml import Loader as _Parser  # type: ignore[assignment]


@dataclass(slots=True)
class Document:
    """Plain data from one YAML text, and where each key and value stands.

    `mark` tells whether the file began with a byte order mark, which is no part of the text.
    """

    name: str
    text: str
    data: Any = None
    values: dict[Path, Mark] = field(default_factory=dict)
    keys: dict[Path, Mark] = field(default_factory=dict)
    mark: bool = False
    _lines: list[str] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list)

    def place(self, path: Path, *, key: bool = False) -> Place:
        """Return the spot of the value at `path`, or of its key; of the nearest parent where there is none."""
        if key and path in self.keys:
            return self.at(self.keys[path])
        while path and path not in self.values:
            path = path[:-1]
        mark = self.values.get(path, (0, 0, 0, 0))
        container = self.keys.get(path)
        # A mapping or list says little by its first character: point at the key that holds it.
        return self.at(container if container and mark[0] != mark[2] else mark)

    def line_starts(self) -> list[int]:
        """Return the offset of the start of each line, and last the end of the text."""
        if not self._starts:
            self._starts = [0, *(found.end() for found in LINE_BREAK.finditer(self.text)), len(self.text)]
        return self._starts

    def at(self, mark: Mark) -> Place:
        """Return the spot of `mark` with the line it stands on."""
        if not self._lines:
            self._lines = LINE_BREAK.split(self.text)
        line = self._lines[mark[0]] if mark[0] < len(self._lines) else ""
        width = mark[3] - mark[1] if mark[2] == mark[0] else len(line) - mark[1]
        return Place(self.name, mark[0] + 1, mark[1] + 1, line, max(1, width))


def parse(raw: bytes, name: str) -> Outcome[Document]:
    """Read one YAML document from `raw`. `name` is the file as people know it, for the places of problems.

    The outcome has no value when the text could not be read to its end; it has a value and problems when the data is
    there but the text holds something that is not allowed.
    """
    if len(raw) > MAX_YAML:
        return Outcome(None, (Problem("Y001", Place(name), {"limit": str(MAX_YAML // 1_000_000)}),))
    decoded = _decode(raw, name)
    if isinstance(decoded, Problem):
        return Outcome(None, (decoded,))
    outcome = _read(name, decoded, _Parser)
    if outcome.value is not None:
        outcome.value.mark = raw.startswith(BOM_UTF8)
    return outcome


def _read(name: str, decoded: str, parser: Any) -> Outcome[Document]:
    document = Document(name, decoded)
    reader = _Reader(document)
    try:
        reader.read(parser)
    except _StopReading as stop:
        return Outcome(None, (*reader.problems, stop.problem))
    except yaml.MarkedYAMLError as error:
        if _TOO_DEEP in (error.problem or ""):
            return _read(name, decoded, yaml.Loader)
        return Outcome(None, (*reader.problems, _syntax(error, document)))
    except yaml.reader.ReaderError as error:
        return Outcome(None, (*reader.problems, _character(error, document)))
    except RecursionError:  # the parser without its C part recurses on some nestings
        return Outcome(None, (*reader.problems, Problem("Y002", Place(name), {"limit": str(MAX_DEPTH)})))
    return Outcome(document, tuple(reader.problems))


def cut(text: str) -> str:
    """Return text short enough to stand in a sentence about it."""
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 3]}..."


def _decode(raw: bytes, name: str) -> str | Problem:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Problem("Y003", Place(name), {"encoding": "UTF-16"})
    if b"\x00" in raw[:4000]:
        return Problem("Y004", Place(name))
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8-sig", errors="replace")
        lines = LINE_BREAK.split(before)
        return Problem("Y005", Place(name, len(lines), len(lines[-1]) + 1), {"byte": f"0x{raw[error.start]:02x}"})


class _StopReading(Exception):  # noqa: N818  # it is a signal within this file, not an error anybody sees
    def __init__(self, problem: Problem) -> None:
        self.problem = problem


class _Reader:
    """Builds plain data from parser events, and counts depth before it descends."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.problems: list[Problem] = []
        self.events: Iterator[Any] = iter(())
        self.nodes = 0

    def read(self, parser: Any) -> None:
        events = iter(parser(self.document.text).get_event, None)
        self.events = events
        next(events)  # the start of the stream
        if isinstance(next(events), yaml.StreamEndEvent):
            return
        self.document.data = self._node(next(events), (), 1)
        next(events)  # the end of the document
        extra = next(events)
        if not isinstance(extra, yaml.StreamEndEvent):
            self._problem("Y007", extra)

    def _node(self, event: Any, path: Path, depth: int) -> Any:
        mark = _mark(event)
        self.nodes += 1
        if self.nodes > MAX_NODES:
            raise _StopReading(Problem("Y014", self.document.at(mark), {"limit": str(MAX_NODES)}))
        self.document.values[path] = mark
        if isinstance(event, yaml.AliasEvent):
            self._problem("Y009", event, name=str(event.anchor))
            return None
        if event.anchor:
            self._problem("Y009", event, name=str(event.anchor))
        if isinstance(event, yaml.ScalarEvent):
            if event.tag:
                self._problem("Y010", event, tag=event.tag)
            half = _SURROGATE.search(event.value)
            if half:  # only the parser without its C part lets these through
                self._problem("Y013", event, character=f"U+{ord(half[0]):04X}")
                return None
            return None if event.implicit[0] and event.value in _NULL else event.value
        if event.tag:
            self._problem("Y010", event, tag=event.tag)
        if depth > MAX_DEPTH:
            raise _StopReading(Problem("Y002", self.document.at(mark), {"limit": str(MAX_DEPTH)}))
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(path, depth, mark)
        return self._mapping(path, depth, mark)

    def _sequence(self, path: Path, depth: int, start: Mark) -> list[Any]:
        items: list[Any] = []
        for event in self.events:
            if isinstance(event, yaml.SequenceEndEvent):
                self.document.values[path] = (*start[:2], *_mark(event)[2:])
                break
            items.append(self._node(event, (*path, len(items)), depth + 1))
        return items

    def _mapping(self, path: Path, depth: int, start: Mark) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for event in self.events:
            if isinstance(event, yaml.MappingEndEvent):
                self.document.values[path] = (*start[:2], *_mark(event)[2:])
                break
            key = self._node(event, (*path, "?"), depth + 1)
            if not isinstance(key, str):
                self._problem("Y011", event)
                key = ""
            here = (*path, key)
            if key in data:
                first = self.document.keys[here]
                self._problem("Y008", event, key=key, line=str(first[0] + 1))
                self._node(next(self.events), (*path, "?"), depth + 1)
                continue
            self.document.keys[here] = _mark(event)
            data[key] = self._node(next(self.events), here, depth + 1)
        return data

    def _problem(self, code: str, event: Any, **values: str) -> None:
        said = {key: cut(value) for key, value in values.items()}
        self.problems.append(Problem(code, self.document.at(_mark(event)), said))


_SURROGATE = re.compile("[\ud800-\udfff]")
_NULL = frozenset(("", "~", "null", "Null", "NULL"))


def _mark(event: Any) -> Mark:
    start, end = event.start_mark, event.end_mark
    return start.line, start.column, end.line, end.column


_CAUSES = (
    ("mapping values are not allowed", "colon"),
    ("could not find expected ':'", "no-colon"),
    ("cannot start any token", "sign"),
    ("found unexpected end of stream", "quote"),
    ("found unexpected document indicator", "quote"),
    ("did not find expected key", "indent"),
    ("expected <block end>", "indent"),
    ("did not find expected '-'", "indent"),
    ("did not find expected ',' or", "bracket"),
    ("expected ',' or", "bracket"),
)


def _syntax(error: yaml.MarkedYAMLError, document: Document) -> Problem:
    """Turn the parser's English into the cause that the catalogue explains in the reader's own language."""
    mark = error.problem_mark or error.context_mark
    place = document.at((mark.line, mark.column, mark.line, mark.column + 1)) if mark else Place(document.name)
    said = f"{error.problem or ''} {error.context or ''}"
    line = place.excerpt or ""
    if place.column and ("\t" in line[: place.column] or line[place.column - 1 : place.column] == "\t"):
        return Problem("Y012", place)
    cause = next((cause for words, cause in _CAUSES if words in said), "other")
    return Problem("Y006", place, {"cause": cause})


def _character(error: yaml.reader.ReaderError, document: Document) -> Problem:
    """A character that YAML does not allow, such as a NUL or an escape code."""
    position = error.position if isinstance(error.position, int) else 0
    character = error.character if isinstance(error.character, int) else ord(str(error.character or "?")[:1])
    index = next((i for i, c in enumerate(document.text) if ord(c) == character), position)
    lines = LINE_BREAK.split(document.text[:index])
    mark = (len(lines) - 1, len(lines[-1]), len(lines) - 1, len(lines[-1]) + 1)
    return Problem("Y013", document.at(mark), {"character": f"U+{character:04X}"})
