"""Keeps what we show from being read as a command by the log of a pipeline that we run in.

GitHub reads a line that begins with `::`, with spaces before it or not, and `##[` anywhere in a line.
Azure Pipelines reads `##vso[`. See https://docs.github.com/actions/reference/workflow-commands-for-github-actions.
"""

import re
from typing import NamedTuple

_START = re.compile(r"(^|(?<=[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]))((?:[^\S\n\r]|\x1b\[[0-9;]*[A-Za-z])*)::")
_SIGN = re.compile(r"##(\w*)\[")


class _Way(NamedTuple):
    """What takes the place of `::` at the start of a line, and of `[` behind `##`: for a reader it says the same."""

    colons: str
    bracket: str


_WAYS = {
    "html": _Way("&#58;:", "&#91;"),
    "json": _Way("::", r"\u005b"),  # no line of JSON begins with a colon, and within a text this is the same bracket
    "markdown": _Way(r"\::", r"\["),
    "terminal": _Way(": :", " ["),
}
"""How a format writes these signs; text for a terminal has no other way than a space in between."""

OURS = ("github", "yaml")
"""Formats that are left alone: commands that we mean, and files of which every character counts."""


def no_command(text: str, form: str = "terminal") -> str:
    """Return `text`, in a format, so that no log takes a piece of it for a command."""
    if form in OURS:
        return text
    way = _WAYS.get(form, _WAYS["terminal"])
    if "::" in text:
        text = _START.sub(lambda found: f"{found[1]}{found[2]}{way.colons}", text)
    return _SIGN.sub(lambda found: f"##{found[1]}{way.bracket}", text) if "##" in text else text
