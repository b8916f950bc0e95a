"""Makes text from users harmless to look at: control characters and direction marks become visible signs."""

import re

_FIRST_SHOWN, _PICTURES = 0x20, 0x2400
"""The first character that shows, and where Unicode keeps the pictures of the ones before it."""

_SPACE = re.compile("[\t\n\r\x0b\x0c\x85\u2028\u2029]+")
_HIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)


def visible(text: str) -> str:
    """Return `text` on one line, with every character that steers or hides replaced by a sign that shows it."""
    return _HIDDEN.sub(_sign, _SPACE.sub(" ", text))


def _sign(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code < _FIRST_SHOWN:
        return chr(_PICTURES + code)
    return f"<U+{code:04X}>"
