"""An entry to put in a YAML mapping, as lines and as text within brackets."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from digisamen.source.yaml_edit import as_flow, broken, shifted
from digisamen.source.yaml_text import LINE_BREAK, parse

STEP = 2
"""Columns by which an entry stands further in than what holds it."""

Source = tuple[str, int]
"""YAML to take over as it stands, and the column at which it began."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry to put in a mapping: its key, what it holds, and the comments above it, each from its `#`.

    `source` is the entry as it stood elsewhere; `items` are the items of its list as they stood, where `value` is that
    list as data. `inner` are entries that it holds itself. `gap` asks for an empty line above it.
    """

    key: str
    value: Any = None
    comments: tuple[str, ...] = ()
    source: Source | None = None
    items: tuple[Source, ...] = ()
    inner: "tuple[Entry, ...]" = ()
    gap: bool = False

    def lines(self, column: int, end: str) -> str:
        """Return the entry as lines without brackets, at `column`; `end` is the line end."""
        margin = " " * column
        above = (end if self.gap else "") + "".join(f"{margin}{said}{end}" if said else end for said in self.comments)
        if self.source:
            return above + _closed(margin + _placed(self.source, column), end)
        head = f"{above}{margin}{self._key()}:"
        if self.items:
            dash = f"{margin}{' ' * STEP}- "
            return f"{head}{end}" + "".join(_closed(dash + _placed(x, len(dash)), end) for x in self.items)
        if self.inner:
            return f"{head}{end}" + "".join(x.lines(column + STEP, end) for x in self.inner)
        return head + ("" if self.value is None else f" {as_flow(self.value)}") + end

    def flow(self, column: int, end: str) -> str:
        """Return the entry as text within brackets; on more lines where it holds comments."""
        if self.source:
            return _placed(self.source, column)
        return f"{as_flow(self.key)}: {braces(self.inner, column, end) if self.inner else as_flow(self.value)}"

    def _key(self) -> str:
        return self.key if re.fullmatch("[A-Za-z][A-Za-z0-9-]*", self.key) else as_flow(self.key)


def braces(entries: Sequence[Entry], column: int, end: str) -> str:
    """Return a mapping within brackets; on one line where that can be."""
    texts = [x.flow(column + STEP, end) for x in entries]
    if not any(x.comments for x in entries) and not any(LINE_BREAK.search(x) for x in texts):
        return f"{{{', '.join(texts)}}}"
    return f"{{{end}{between(entries, column + STEP, end)}{' ' * column}}}"


def between(entries: Sequence[Entry], column: int, end: str) -> str:
    """Return entries as the lines between brackets, with a comma behind all but the last."""
    margin, made = " " * column, ""
    for number, entry in enumerate(entries, start=1):
        made += "".join(f"{margin}{said}{end}" for said in entry.comments if said)
        made += f"{margin}{entry.flow(column, end)}{',' if number < len(entries) else ''}{end}"
    return made


def _placed(source: Source, column: int) -> str:
    """Return YAML as it stood, with its first line at `column`, where the caller has put the margin."""
    text, was = source
    first, *rest = broken(text)
    return first.lstrip(" ") + "".join(shifted(x, column - was) for x in rest)


def reads_as(source: Source, value: Any, key: str | None = None) -> bool:
    """Return whether YAML reads as `value` wherever it is put: a text may end in line breaks that stood below it.

    Without a `key` it is an item of a list.
    """
    start = "" if key is not None else "- "
    text = start + _placed(source, len(start))
    both = (f"{text.rstrip(_BREAKS)}\n{more}{start or 'x:'}\n" for more in ("", "\n"))
    found = [outcome.value.data for one in both if (outcome := parse(one.encode(), "")).value is not None]
    return len(found) == _TRIED and all(_same(data, value, key) for data in found)


_BREAKS = "\r\n\x85\u2028\u2029"
_TRIED = 2


def _same(data: Any, value: Any, key: str | None) -> bool:
    if key is None:
        return isinstance(data, list) and bool(data[0] == value)
    return isinstance(data, dict) and bool(data.get(key) == value)


def _closed(text: str, end: str) -> str:
    return text if text.endswith(("\n", "\r")) else text + end
