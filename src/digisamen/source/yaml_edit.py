"""Edits in a YAML text by position: everything outside the edits stays as it is, byte for byte."""

from collections.abc import Iterable
from dataclasses import dataclass

from digisamen.model.problem import Path
from digisamen.source.yaml_text import LINE_BREAK, Document, Mark


@dataclass(frozen=True, slots=True)
class Splice:
    """Characters of a text, from `start` up to `end`, and what takes their place."""

    start: int
    end: int
    text: str


def spliced(text: str, splices: Iterable[Splice]) -> str:
    """Return `text` with every splice carried out, from the back to the front.

    Raises:
        ValueError: two splices overlap: a bug of the caller.
    """
    before = len(text)
    for splice in sorted(splices, key=lambda s: (s.start, s.end), reverse=True):
        if not splice.start <= splice.end <= before:
            raise ValueError(splice)
        text = text[: splice.start] + splice.text + text[splice.end :]
        before = splice.start
    return text


def value_span(document: Document, path: Path) -> tuple[int, int]:
    """Return where the value at `path` begins and ends in the text of `document`, as offsets."""
    return offsets(document, document.values[path])


def key_span(document: Document, path: Path) -> tuple[int, int]:
    """Return where the key at `path` begins and ends in the text of `document`, as offsets."""
    return offsets(document, document.keys[path])


def offsets(document: Document, mark: Mark) -> tuple[int, int]:
    """Return a mark as offsets into the text."""
    starts = line_starts(document.text)
    return starts[mark[0]] + mark[1], starts[mark[2]] + mark[3]


def line_starts(text: str) -> list[int]:
    """Return the offset of the start of each line, and last the end of the text."""
    return [0, *(found.end() for found in LINE_BREAK.finditer(text)), len(text)]
