"""One way to write data down, so that the same content always gives the same digest (RFC 8785)."""

import hashlib
import json
from typing import Any


def canonical_json(data: Any) -> bytes:
    """Return `data` as canonical JSON (RFC 8785): sorted keys, no white space, UTF-8.

    `data` holds mappings with text keys, lists, text, whole numbers, booleans and null. Fractions are refused,
    because RFC 8785 prints them in the ECMAScript way and nothing of ours holds one.

    Raises:
        TypeError: for any other type.
    """
    return json.dumps(_ordered(data), ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()


def digest(data: Any) -> str:
    """Return the SHA-256 of the canonical JSON of `data`, as 64 hexadecimal digits."""
    return hashlib.sha256(canonical_json(data)).hexdigest()


def short(digest: str) -> str:
    """Return the first digits of a digest, for people: enough to tell two versions apart. Data holds all of them."""
    return digest[:12]


def _ordered(data: Any) -> Any:
    if isinstance(data, dict):
        # RFC 8785 section 3.2.3 sorts by UTF-16 code units; that differs from Python's order above U+FFFF.
        return {key: _ordered(data[key]) for key in sorted(data, key=lambda key: key.encode("utf-16-be"))}
    if isinstance(data, list | tuple):
        return [_ordered(item) for item in data]
    if data is None or isinstance(data, str | bool | int):
        return data
    message = f"canonical JSON has no place for {type(data).__name__}"
    raise TypeError(message)
