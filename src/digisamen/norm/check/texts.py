"""Texts: each is there in every language, and fits where it will stand."""

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from digisamen.model.fields import holding, value_at
from digisamen.model.problem import Path, Problem, Severity
from digisamen.model.wording import Localised
from digisamen.norm.check.norm import Norm


def languages(norm: Norm) -> Iterator[Problem]:
    """Every text is there in each language that the edition declares; in a draft a missing one is a warning."""
    if "en" not in norm.edition.text.languages:
        return
    severity = Severity.WARNING if norm.draft else Severity.ERROR
    for path, text in _localised(norm.edition.content, ()):
        if not text.en:
            name, field = (path[1], path[2:]) if path[0] in {"criteria", "sources"} else (f"{path[0]}.yaml", path[1:])
            values = {"id": str(name), "field": ".".join(map(str, field))}
            yield Problem("C008", norm.at(path), values, severity)


def _localised(part: Any, path: Path) -> Iterator[tuple[Path, Localised]]:
    """Return every text in two languages below `part`, with its path."""
    if isinstance(part, Localised):
        yield path, part
    elif isinstance(part, BaseModel):
        for name in type(part).model_fields:
            yield from _localised(getattr(part, name), (*path, name))
    elif isinstance(part, dict):
        for name, inner in part.items():
            yield from _localised(inner, (*path, str(name)))
    elif isinstance(part, tuple):
        for position, inner in enumerate(part):
            yield from _localised(inner, (*path, position))


def lengths(norm: Norm) -> Iterator[Problem]:
    """A text fits in its column of the tables of the Contractspecificaties; a title fits beside its code."""
    for c in norm.edition.criteria.values():
        for field in holding("text"):
            text: Localised | None = value_at(c, field.path) if field.longest else None
            for language in norm.edition.text.languages if text else ():
                length = len(text.in_(language)) if text else 0
                if length > field.longest:
                    values = {"id": c.id, "field": field.path, "length": str(length), "limit": str(field.longest)}
                    yield Problem("C011", norm.of(c.id, *field.path.split("."), language), values)
