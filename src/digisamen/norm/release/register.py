"""Writes down in `editions.yaml` that an edition is frozen: by position, so that all else stays byte for byte."""

import re

from digisamen.model.problem import Path
from digisamen.source.yaml_edit import Splice, key_span, offsets, spliced, value_span
from digisamen.source.yaml_text import LINE_BREAK, Document

_COMMENT = re.compile(r" {2,}(?=#)")


def with_values(document: Document, path: Path, values: dict[str, str], after: str) -> str:
    """Return the text of `document` with `values` in the mapping at `path`; what stands there keeps its quotes.

    A key that is not there yet comes after the key `after`, which is there. `values` are YAML: quoted where needed.
    """
    splices: list[Splice] = []
    added: list[str] = []
    for key, value in values.items():
        if (*path, key) in document.keys:
            splices += _replaced(document, (*path, key), value)
        else:
            added.append(f"{key}: {value}")
    if added:
        splices.append(_inserted(document, path, after, added))  # behind what may come at the same spot
    return spliced(document.text, splices)


def _replaced(document: Document, path: Path, value: str) -> list[Splice]:
    text = document.text
    start, end = value_span(document, path)
    if start == end:  # nothing stands there, so the value comes behind the colon
        start = end = text.index(":", key_span(document, path)[1]) + 1
        value = f" {value}"
    old = text[start:end]
    if old[:1] in {"'", '"'}:
        value = f"{old[0]}{value.strip(chr(34))}{old[0]}"
    gap = _COMMENT.match(text, end)
    splices = [Splice(start, end, value)]
    if gap:  # the comment keeps its column where it can
        splices.append(Splice(gap.start(), gap.end(), " " * max(2, len(gap[0]) + len(old) - len(value))))
    return splices


def _inserted(document: Document, path: Path, after: str, added: list[str]) -> Splice:
    text = document.text
    start, end = value_span(document, (*path, after))
    if text[offsets(document, document.values[path])[0]] == "{":
        return Splice(end, end, "".join(f", {line}" for line in added))
    key = document.keys[(*path, after)]
    line_end = LINE_BREAK.search(text, max(start, end))
    newline = line_end[0] if line_end else (_first_break(text) or "\n")
    at = line_end.start() if line_end else len(text)
    return Splice(at, at, "".join(f"{newline}{' ' * key[1]}{line}" for line in added))


def _first_break(text: str) -> str:
    found = LINE_BREAK.search(text)
    return found[0] if found else ""
