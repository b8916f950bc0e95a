"""Reads the sentences from their YAML files. Used in a checkout, and once when the wheel is built."""

from importlib.resources import files
from typing import Any

from digisamen.source.yaml_text import parse


def catalogue(language: str) -> dict[str, str]:
    """Return all sentences of `language` from its YAML files, by dotted key; a file's name is the first part."""
    flat: dict[str, str] = {}
    folder = files("digisamen").joinpath("text", language)
    for file in sorted(folder.iterdir(), key=lambda f: f.name):
        outcome = parse(file.read_bytes(), file.name)
        if outcome.value is None or outcome.problems:
            raise ValueError(outcome.problems)
        _flatten(outcome.value.data, file.name.removesuffix(".yaml"), flat)
    return flat


def _flatten(data: Any, key: str, into: dict[str, str]) -> None:
    if isinstance(data, dict):
        for name, value in data.items():
            _flatten(value, f"{key}.{name}", into)
    else:
        into[key] = data or ""
