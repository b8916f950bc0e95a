"""Text from users within a YAML file that we write: as a comment, and as a value."""

import json
import re
import textwrap
from collections.abc import Iterator

from digisamen.text.visible import visible

WIDTH = 96
"""How wide a comment may be, in characters."""


def wrapped(text: str, indent: int = 2) -> list[str]:
    """Return a text as the lines of a comment that stands `indent` columns in."""
    return textwrap.wrap(visible(text), WIDTH - indent)


def comment(text: str, indent: str = "") -> Iterator[str]:
    """Return a text as lines of comment, each with its sign."""
    return (f"{indent}# {line}" for line in wrapped(text, len(indent)))


def quoted(text: str) -> str:
    """Return text as a YAML scalar: bare where that is safe, else in double quotes."""
    shown = visible(text)
    plain = re.fullmatch(r"[A-Za-z\u00c0-\u024f][\w .&'()/+-]*", shown) and ": " not in shown and " #" not in shown
    safe = plain and shown == shown.strip() and shown not in {"null", "Null", "NULL"}
    # The log of a pipeline reads `##[` as a command; within double quotes this is the same bracket.
    return shown if safe else json.dumps(shown, ensure_ascii=False).replace("##[", r"##\u005b")
