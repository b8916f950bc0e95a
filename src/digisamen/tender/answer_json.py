"""JSON as text: strict, within limits, and every key and value keeps its place.

The standard library reads one value at a time, so that a name that stands twice, and the line of each value, are not
lost. Depth is counted before it descends.
"""

import json
import re
from bisect import bisect_right
from typing import Any, Never

from digisamen.model.problem import Outcome, Path, Place, Problem
from digisamen.read.errors import MOST
from digisamen.source.yaml_text import LINE_BREAK, Document, Mark, cut

MAX_ANSWER = 5_000_000
"""Largest `antwoord.json` or `antwoord.xlsx` that is read, in bytes."""
MAX_DEPTH = 12
"""Levels of nesting; a whole answer has five."""
_SPACE = re.compile(r"[ \t\r\n]*")
_SCALAR = frozenset('"-0123456789tfn')
_HALF = re.compile("[\ud800-\udfff]")


def parse_json(raw: bytes, name: str) -> Outcome[Document]:
    """Return the JSON document in `raw`. `name` is the file as people know it, for the places of problems.

    A name that stands twice is a problem beside the data; anything that cannot be read to its end gives no value.
    """
    if len(raw) > MAX_ANSWER:
        return Outcome(None, (Problem("T020", Place(name), {"limit": str(MAX_ANSWER // 1_000_000)}),))
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return Outcome(None, (Problem("T021", Place(name), {"wanted": "text"}),))
    reader = _Reader(Document(name, text))
    try:
        reader.read()
    except _StopReading as stop:
        return Outcome(None, (*reader.problems, stop.problem))
    return Outcome(reader.document, tuple(reader.problems))


class _StopReading(Exception):  # noqa: N818  # it is a signal within this file, not an error anybody sees
    def __init__(self, problem: Problem) -> None:
        self.problem = problem


def _no_number(_: str) -> Never:
    raise ValueError


class _Reader:
    """Builds plain data, and remembers where everything stood."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = document.text
        self.problems: list[Problem] = []
        self.starts = [0, *(found.end() for found in LINE_BREAK.finditer(self.text))]
        self.decoder = json.JSONDecoder(parse_constant=_no_number)
        self.at = 0

    def read(self) -> None:
        self._skip()
        self.document.data = self._node((), 1)
        self._skip()
        if self.at < len(self.text):
            self._stop("T022", "end")

    def _node(self, path: Path, depth: int) -> Any:
        if depth > MAX_DEPTH:
            self._stop("T023", limit=str(MAX_DEPTH))
        start, sign = self.at, self._sign()
        data: Any
        if sign == "{":
            data = self._mapping(path, depth)
        elif sign == "[":
            data = self._sequence(path, depth)
        else:
            data = self._scalar()
        self.document.values[path] = self._mark(start)
        return data

    def _mapping(self, path: Path, depth: int) -> dict[str, Any]:
        data: dict[str, Any] = {}
        while self._more("{", "}", empty=not data):
            start = self.at
            if self._sign() != '"':
                self._stop("T022", "key")
            key = str(self._scalar())
            mark = self._mark(start)
            self._expect(":")
            twice = key in data
            value = self._node((*path, "?") if twice else (*path, key), depth + 1)
            if twice:
                self._twice(key, mark, self.document.keys[(*path, key)])
                continue
            self.document.keys[(*path, key)] = mark
            data[key] = value
        return data

    def _twice(self, key: str, mark: Mark, first: Mark) -> None:
        if len(self.problems) < MOST:
            said = {"key": cut(key), "line": str(first[0] + 1)}
            self.problems.append(Problem("T024", self.document.at(mark), said))

    def _sequence(self, path: Path, depth: int) -> list[Any]:
        items: list[Any] = []
        while self._more("[", "]", empty=not items):
            items.append(self._node((*path, len(items)), depth + 1))
        return items

    def _more(self, opens: str, closes: str, *, empty: bool) -> bool:
        """Step over what stands before the next item; false at the end of the list."""
        if empty and self._sign() == opens:
            self.at += 1
            self._skip()
            if self._sign() != closes:
                return True
        else:
            self._skip()
            if self._sign() == ",":
                self.at += 1
                self._skip()
                return True
        if self._sign() != closes:
            self._stop("T022", "bracket")
        self.at += 1
        return False

    def _scalar(self) -> Any:
        if self._sign() not in _SCALAR:
            self._stop("T022", "value" if self._sign() else "bracket")
        try:
            data, end = self.decoder.raw_decode(self.text, self.at)
        except json.JSONDecodeError as error:
            self.at = min(max(self.at, error.pos), len(self.text))
            self._stop("T022", "value")
        except ValueError:  # no number, or one of thousands of digits
            self._stop("T022", "value")
        if isinstance(data, str) and _HALF.search(data):
            self._stop("T022", "value")
        self.at = end
        return data

    def _expect(self, sign: str) -> None:
        self._skip()
        if self._sign() != sign:
            self._stop("T022", "colon")
        self.at += 1
        self._skip()

    def _sign(self) -> str:
        return self.text[self.at : self.at + 1]

    def _skip(self) -> None:
        found = _SPACE.match(self.text, self.at)
        self.at = found.end() if found else self.at

    def _mark(self, start: int) -> Mark:
        return (*self._spot(start), *self._spot(self.at))

    def _spot(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self.starts, offset) - 1
        return line, offset - self.starts[line]

    def _stop(self, code: str, cause: str = "", **values: str) -> Never:
        spot = self._spot(self.at)
        said = {"cause": cause, **values} if cause else values
        raise _StopReading(Problem(code, self.document.at((*spot, spot[0], spot[1] + 1)), said))
