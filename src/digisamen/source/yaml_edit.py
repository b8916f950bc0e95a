"""Edits in a YAML text by position: everything outside the edits stays as it is, byte for byte."""

import json
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from digisamen.model.problem import Path
from digisamen.source.yaml_text import LINE_BREAK, Document, Mark


@dataclass(frozen=True, slots=True)
class Splice:
    """Characters of a text, from `start` up to `end`, and what takes their place."""

    start: int
    end: int
    text: str


def spliced(text: str, splices: Iterable[Splice]) -> str:
    """Return `text` with every splice carried out; of two at one spot the first comes first.

    Raises:
        ValueError: two splices overlap: a bug of the caller.
    """
    pieces, at = [], 0
    for splice in sorted(splices, key=lambda s: (s.start, s.end)):
        if not at <= splice.start <= splice.end <= len(text):
            raise ValueError(splice)
        pieces += [text[at : splice.start], splice.text]
        at = splice.end
    return "".join((*pieces, text[at:]))


def value_span(document: Document, path: Path) -> tuple[int, int]:
    """Return where the value at `path` begins and ends in the text of `document`, as offsets."""
    return offsets(document, document.values[path])


def key_span(document: Document, path: Path) -> tuple[int, int]:
    """Return where the key at `path` begins and ends in the text of `document`, as offsets."""
    return offsets(document, document.keys[path])


def offsets(document: Document, mark: Mark) -> tuple[int, int]:
    """Return a mark as offsets into the text."""
    starts = document.line_starts()
    return starts[mark[0]] + mark[1], starts[mark[2]] + mark[3]


def value_at(document: Document, path: Path) -> Any:
    """Return the data at `path`; none where there is nothing."""
    data = document.data
    for part in path:
        if isinstance(data, dict):
            data = data.get(part)
        elif isinstance(data, list) and isinstance(part, int) and part < len(data):
            data = data[part]
        else:
            return None
    return data


def children(document: Document, path: Path) -> list[Path]:
    """Return the paths of what stands in the mapping or list at `path`, in the order of the file."""
    data = value_at(document, path)
    if isinstance(data, dict):
        return [(*path, key) for key in data]
    return [(*path, place) for place in range(len(data))] if isinstance(data, list) else []


def is_flow(document: Document, path: Path) -> bool:
    """Tell whether the mapping or list at `path` is written with brackets."""
    start, _ = value_span(document, path)
    return isinstance(value_at(document, path), dict | list) and document.text[start] in "{["


def in_flow(document: Document, path: Path) -> bool:
    """Tell whether what stands at `path` is within brackets."""
    return any(is_flow(document, path[:size]) for size in range(len(path)))


def end_of(document: Document, path: Path) -> int:
    """Return where the value at `path` really ends.

    The parser ends what has no brackets where the next thing begins, after the comments in between.
    """
    last = path
    while not is_flow(document, last) and (inner := children(document, last)):
        last = inner[-1]
    start, end = value_span(document, last)
    end = start + len(document.text[start:end].rstrip())
    if start != end or last not in document.keys:
        return end
    # Of an empty value within brackets one parser says that it stands before what follows, and the other after the key.
    key = key_span(document, last)[1]
    return key + len(document.text[key:start].rstrip())


def after_colon(document: Document, path: Path) -> int:
    """Return the offset behind the colon that follows the key at `path`; behind the key where there is none."""
    key, start = key_span(document, path)[1], value_span(document, path)[0]
    colon = outside_comments(document.text, key, max(start, key), ":")
    return key if colon is None else colon + 1


def outside_comments(text: str, start: int, end: int, sign: str) -> int | None:
    """Return the offset of `sign` between two values, where only spaces, comments and such signs stand."""
    at = start
    while at < end:
        if text[at] == sign:
            return at
        if text[at] == "#":
            found = LINE_BREAK.search(text, at, end)
            at = found.end() if found else end
        else:
            at += 1
    return None


class Lines:
    """The lines of a text: where they begin, and which hold only a comment or nothing."""

    def __init__(self, document: Document) -> None:
        self.text = document.text
        self.starts = document.line_starts()
        self.count = len(self.starts) - 1
        self.ending = newline(document.text)

    def number(self, offset: int) -> int:
        """Return the line on which `offset` stands, counted from 0."""
        return min(bisect_right(self.starts, offset, hi=self.count), self.count) - 1

    def column(self, offset: int) -> int:
        """Return how far `offset` is from the start of its line."""
        return offset - self.starts[self.number(offset)]

    def margin(self, offset: int) -> int:
        """Return how far the line of `offset` stands in."""
        said = self.said(self.number(offset))
        return len(said) - len(said.lstrip(" "))

    def stands(self, offset: int) -> int:
        """Return the column of the key at `offset`: of an explicit key, that of its question mark."""
        said = self.text[self.starts[self.number(offset)] : offset]
        return len(said) - len(said.lstrip(" ")) if self.opens(offset) else len(said)

    def said(self, line: int) -> str:
        """Return a line with its line end."""
        return self.text[self.starts[line] : self.starts[line + 1]]

    def blank(self, line: int) -> bool:
        """Tell whether a line holds nothing but spaces."""
        return not self.said(line).strip()

    def comment(self, line: int) -> int | None:
        """Return the column of the comment on a line that holds nothing else; none on another line."""
        said = self.said(line)
        bare = said.lstrip(" \t")
        return len(said) - len(bare) if bare.startswith("#") else None

    def commented(self, line: int, column: int) -> bool:
        """Tell whether a line holds only a comment, which begins at `column` or further to the right."""
        found = self.comment(line)
        return found is not None and found >= column

    def header(self, line: int) -> bool:
        """Tell whether the comment on a line is the heading of a part, such as `# ---- Level 1 ----`."""
        return re.match(r"\s*#\s*[-=#*~_\u2500]{3,}", self.said(line)) is not None

    def opens(self, offset: int) -> bool:
        """Tell whether what begins at `offset` is the first on its line, but for the sign of an explicit key."""
        return not self.text[self.starts[self.number(offset)] : offset].strip(" ?")

    def closes(self, offset: int) -> bool:
        """Tell whether nothing but a comment follows on the line of `offset`."""
        rest = self.text[offset : self.starts[self.number(offset) + 1]].strip()
        return not rest or rest.startswith("#")


def shifted(said: str, by: int) -> str:
    """Return a line that stands `by` columns further to the right, or to the left; a blank one as it is."""
    bare = said.lstrip(" ")
    return " " * max(0, len(said) - len(bare) + by) + bare if bare.strip() else said


def broken(text: str) -> Iterator[str]:
    """Return the lines of a text with their line ends."""
    at = 0
    for found in LINE_BREAK.finditer(text):
        yield text[at : found.end()]
        at = found.end()
    if at < len(text):
        yield text[at:]


def newline(text: str) -> str:
    """Return the line end that a text uses."""
    found = re.search(r"\r\n|\n|\r", text)
    return found[0] if found else "\n"


def as_flow(data: Any) -> str:
    """Return plain data on one line, as JSON that every YAML reader reads as well."""
    made = json.dumps(data, ensure_ascii=False)
    return re.sub("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]", lambda c: f"\\u{ord(c[0]):04x}", made)
