"""JSON as text that steers no terminal."""

import re
from typing import Any

from pydantic_core import to_json

_UNSEEN = re.compile("[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")


def dump(data: Any) -> str:
    """Return `data` as JSON text. Characters that steer a terminal or the direction of text are escaped."""
    text = to_json(data, indent=2).decode()  # the same text as that of `json`, in a tenth of the time
    return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"
