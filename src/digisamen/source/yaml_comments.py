"""The comments of a YAML text, found as YAML itself finds them: between its tokens, and behind `|` and `>`."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

import yaml

from digisamen.model.problem import Place
from digisamen.source.yaml_text import Document

_Scanner: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_COMMENT = re.compile(r"(?:^|(?<=[ \t\r\n\x85\u2028\u2029\ufeff]))#[^\r\n\x85\u2028\u2029]*")
_HEADER = re.compile(r"[|>][-+0-9]*[ \t]+(#[^\r\n\x85\u2028\u2029]*)")


class Comment(NamedTuple):
    """A comment: where its sign stands in the text, counted from 0, and what it says, sign included."""

    start: int
    text: str


def comments(text: str) -> Iterator[Comment]:
    """Return the comments of `text`, in order, each without the space behind it.

    A sign within a value is no comment, whatever stands before it.

    Raises:
        yaml.YAMLError: `text` is no YAML.
    """
    end = 0
    for token in yaml.scan(text, Loader=_Scanner):
        start = token.start_mark.index
        yield from _between(text, end, start)
        end = max(end, token.end_mark.index)
        header = _HEADER.match(text, start) if _is_block(token) else None
        if header:
            yield Comment(header.start(1), header[1].rstrip())
    yield from _between(text, end, len(text))


def _is_block(token: yaml.Token) -> bool:
    return isinstance(token, yaml.ScalarToken) and token.style in {"|", ">"}


def _between(text: str, start: int, end: int) -> Iterator[Comment]:
    for found in _COMMENT.finditer(text, start, end):
        yield Comment(found.start(), found[0].rstrip())


def lost_comment(document: Document, text: str) -> Place | None:
    """Return the place of a comment of `document` that is not in `text`, however often it stood there; else none."""
    left = Counter(comment.text for comment in comments(text))
    for comment in comments(document.text):
        left[comment.text] -= 1
        if left[comment.text] < 0:
            line = bisect_right(document.line_starts(), comment.start) - 1
            column = comment.start - document.line_starts()[line]
            return document.at((line, column, line, column + len(comment.text)))
    return None
