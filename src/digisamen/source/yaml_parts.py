"""Takes entries out of a YAML mapping or list, and puts others in: with brackets and without, comments included."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from digisamen.model.problem import Path
from digisamen.source.yaml_edit import (
    Lines,
    Splice,
    after_colon,
    broken,
    children,
    end_of,
    in_flow,
    is_flow,
    key_span,
    newline,
    outside_comments,
    shifted,
    value_at,
    value_span,
)
from digisamen.source.yaml_entry import STEP, Entry, Source, between, braces
from digisamen.source.yaml_text import LINE_BREAK, Document


class CannotEditError(Exception):
    """The text at `path` is YAML, but in a form in which we would not dare to change it."""

    def __init__(self, path: Path) -> None:
        """Make the error for one place."""
        super().__init__(path)
        self.path = path


def edits(
    document: Document,
    removed: Mapping[Path, Collection[Any]],
    added: Mapping[Path, Sequence[Entry]],
    comments: Mapping[Path, tuple[str, ...]],
) -> list[Splice]:
    """Return the edits that take children out of mappings and lists, and put entries in mappings, each by its path.

    A mapping that is not there is made, with its `comments` above it.

    Raises:
        CannotEditError: something does not stand on lines of its own.
    """
    pending = {path: [*entries] for path, entries in added.items() if entries}
    for size in range(max(map(len, pending), default=0), 0, -1):
        for path in [p for p in pending if len(p) == size and p not in document.values]:
            made = Entry(str(path[-1]), comments=comments.get(path, ()), inner=tuple(pending.pop(path)), gap=size == 1)
            pending.setdefault(path[:-1], []).append(made)
    paths = dict.fromkeys((*removed, *pending))
    return [splice for path in paths for splice in _edit(document, path, removed.get(path, ()), pending.get(path, ()))]


def _edit(document: Document, path: Path, removed: Collection[Any], added: Sequence[Entry]) -> list[Splice]:
    empty = not value_at(document, path) and "#" not in document.text[slice(*value_span(document, path))]
    if empty:
        return filled(document, path, added)
    if is_flow(document, path):
        return _flow(document, path, removed, added)
    lines = Lines(document)
    found = [_cut(document, lines, inner) for inner in children(document, path) if inner[-1] in removed]
    return [*found, *(_below(document, lines, path, added) if added else ())]


def filled(document: Document, path: Path, added: Sequence[Entry]) -> list[Splice]:
    """Return the edits that put entries in the place of whatever stands at `path`."""
    lines, ending = Lines(document), newline(document.text)
    if path not in document.keys:
        raise CannotEditError(path)
    column = lines.stands(key_span(document, path)[0])
    if in_flow(document, path):
        return emptied(document, path, braces(added, lines.margin(key_span(document, path)[0]), ending))
    text = "".join(x.lines(column + STEP, ending) for x in added)
    return [*emptied(document, path), _insert(document, lines, lines.number(end_of(document, path)), text)]


def emptied(document: Document, path: Path, text: str = "") -> list[Splice]:
    """Return the edits that take away the value at `path`, or put `text` in its place; a comment before it stays."""
    start, value = after_colon(document, path), value_span(document, path)[0]
    end = max(start, end_of(document, path))
    if in_flow(document, path):
        text = text or "null"
        return [Splice(value, end, text) if document.text[start:end].strip() else Splice(start, end, f" {text}")]
    text = text and f" {text}"
    if "#" in document.text[start:value]:
        return [Splice(start, start, text), Splice(value, max(value, end), "")]
    return [Splice(start, end, text)]


def entry_source(document: Document, path: Path) -> tuple[Source, tuple[str, ...]]:
    """Return an entry of a mapping as it stands with the column of its key, and the comments that belong to it."""
    lines, text = Lines(document), document.text
    key, end = key_span(document, path), end_of(document, path)
    column, at = lines.column(key[0]), lines.number(key[0])
    alone = lines.opens(key[0])
    first, last = _span(document, lines, path) if alone else (at, at)
    above = tuple(lines.said(line).strip() for line in range(first, at))
    if not in_flow(document, path):
        said = text[lines.starts[at] : lines.starts[last + 1]]
        return (said, len(said) - len(said.lstrip(" "))), above  # an explicit key begins with its question mark
    start = min(value_span(document, path)[0], end)
    said = f"{text[slice(*key)]}: {text[start:end]}".rstrip()
    behind = text[end : lines.starts[lines.number(end) + 1]].lstrip(" \t,").rstrip()
    return (_inward(said, column), 0), (*above, *([behind] if alone and behind.startswith("#") else ()))


def item_source(document: Document, path: Path) -> Source:
    """Return an item of a list as it stands, without its dash, and the column at which it begins."""
    lines = Lines(document)
    start, end = value_span(document, path)[0], end_of(document, path)
    if in_flow(document, path):
        return _inward(document.text[start:end], lines.column(start)), 0
    return document.text[start : lines.starts[lines.number(end) + 1]].rstrip("\r\n"), lines.column(start)


def _inward(said: str, column: int) -> str:
    """Return text within brackets as if it began at the first column, and no further line to the left of the next."""
    first, *rest = broken(said)
    moved = (shifted(x, -column) for x in rest)
    return first + "".join(
        x if not x.strip() or x.startswith(" " * STEP) else " " * STEP + x.lstrip(" ") for x in moved
    )


def _span(document: Document, lines: Lines, path: Path) -> tuple[int, int]:
    """Return the first and last line of an entry, with the comments that belong to it."""
    start = key_span(document, path)[0] if path in document.keys else value_span(document, path)[0]
    flow = is_flow(document, path[:-1])
    at = lines.number(start)
    column = lines.column(start)
    if path not in document.keys and not flow:  # the dash of an item of a list, on this line or above it
        start = document.text.rindex("-", 0, start)
        at, column = lines.number(start), lines.column(start)
    siblings = children(document, path[:-1])
    place = siblings.index(path)
    first = at
    while first - 1 > _bound(document, lines, siblings, place) and lines.comment(first - 1) == column:
        if lines.header(first - 1):
            break
        first -= 1
    last = lines.number(end_of(document, path))
    here = last + 1
    while not flow and here < lines.count and (lines.blank(here) or lines.commented(here, column + 1)):
        last = last if lines.blank(here) else here
        here += 1
    return first, last


def _bound(document: Document, lines: Lines, siblings: list[Path], place: int) -> int:
    """Return the last line of what stands before a child: comments above that are not about it."""
    if place:
        return lines.number(end_of(document, siblings[place - 1]))
    holder = siblings[0][:-1]
    if is_flow(document, holder):
        return lines.number(value_span(document, holder)[0])
    return lines.number(key_span(document, holder)[1]) if holder in document.keys else -1


def _cut(document: Document, lines: Lines, path: Path) -> Splice:
    key = path in document.keys
    start = (key_span if key else value_span)(document, path)[0]
    before = document.text[lines.starts[lines.number(start)] : start]
    if before.strip(" ?" if key else " -") or before.count("-") > 1 or not lines.closes(end_of(document, path)):
        raise CannotEditError(path)
    first, last = _span(document, lines, path)
    return Splice(lines.starts[_without_heap(lines, first, last)], lines.starts[last + 1], "")


def _without_heap(lines: Lines, first: int, last: int) -> int:
    """Return where a cut begins so that the blank lines above and below it do not become a heap."""
    below = last + 1
    if below < lines.count and not lines.blank(below):
        return first
    while first > 0 and lines.blank(first - 1):
        first -= 1
    return first


def _below(document: Document, lines: Lines, path: Path, added: Sequence[Entry]) -> list[Splice]:
    inside = children(document, path)
    start = key_span(document, inside[0])[0]
    if not lines.opens(start):
        raise CannotEditError(path)
    column = lines.stands(start)
    here = last = lines.number(end_of(document, inside[-1]))
    while here + 1 < lines.count and (lines.blank(here + 1) or lines.commented(here + 1, column)):
        here += 1
        last = last if lines.blank(here) else here
    ending = newline(document.text)
    return [_insert(document, lines, last, "".join(x.lines(column, ending) for x in added))]


def _insert(document: Document, lines: Lines, line: int, text: str) -> Splice:
    """Return the edit that puts lines below a line; a file without a line end at its end stays like that."""
    at, ending = lines.starts[line + 1], newline(document.text)
    if line + 1 >= lines.count:
        return Splice(at, at, ending + text.removesuffix(ending))
    return Splice(at, at, text)


def _flow(document: Document, path: Path, removed: Collection[Any], added: Sequence[Entry]) -> list[Splice]:
    lines, text = Lines(document), document.text
    inside = children(document, path)
    close = value_span(document, path)[1] - 1
    ends = [end_of(document, inner) for inner in inside]
    starts = [(key_span if inner in document.keys else value_span)(document, inner)[0] for inner in inside]
    commas = [outside_comments(text, end, nxt, ",") for end, nxt in zip(ends, [*starts, close][1:], strict=True)]
    kept = [place for place, inner in enumerate(inside) if inner[-1] not in removed]
    found = []
    for place, (start, end, comma, inner) in enumerate(zip(starts, ends, commas, inside, strict=True)):
        if inner[-1] in removed:
            last = bool(kept) and place > kept[-1]
            found.append(_cut_flow(document, lines, inner, start, end if comma is None else comma + 1, last=last))
    comma = commas[kept[-1]] if kept else None
    if kept and comma is not None and kept[-1] + 1 < len(inside) and commas[-1] is None and not added:
        found.append(Splice(comma, comma + 1, ""))
    if kept and comma is None and added:
        found.append(Splice(ends[kept[-1]], ends[kept[-1]], ","))
    return [*found, *(_into_flow(document, lines, path, added) if added else ())]


def _cut_flow(document: Document, lines: Lines, path: Path, start: int, end: int, *, last: bool) -> Splice:
    if lines.opens(start) and lines.closes(end):
        first, final = _span(document, lines, path)
        return Splice(lines.starts[first], lines.starts[max(final, lines.number(end)) + 1], "")
    while last and document.text[start - 1] == " ":
        start -= 1
    while not last and document.text[end : end + 1] == " ":
        end += 1
    return Splice(start, end, "")


def _into_flow(document: Document, lines: Lines, path: Path, added: Sequence[Entry]) -> list[Splice]:
    """Put entries before the closing bracket: on the same line when all stands on one and there is nothing to say."""
    start, end = value_span(document, path)
    close, ending = end - 1, newline(document.text)
    body = document.text[start + 1 : close]
    short = ", ".join(x.flow(0, ending) for x in added)
    if not any(x.comments for x in added) and not LINE_BREAK.search(body + short):
        return [Splice(close, close, (" " if body.strip() and not body.endswith(" ") else "") + short)]
    first = next(iter(children(document, path)), None)
    opens = first is not None and lines.opens(key_span(document, first)[0])
    holder = lines.margin(key_span(document, path)[0]) if path in document.keys else 0
    column = lines.stands(key_span(document, first)[0]) if first and opens else holder + STEP
    made = between(added, column, ending)
    if lines.opens(close):
        at = lines.starts[lines.number(close)]
        return [Splice(at, at, made)]
    return [Splice(close, close, f"{ending}{made}{' ' * column}")]
