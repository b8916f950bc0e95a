"""What pydantic found wrong, as problems with a code of ours and a place in the file."""

import re
import types
from collections.abc import Callable, Iterable
from difflib import get_close_matches
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

from digisamen.model.problem import Path, Place, Problem
from digisamen.source.yaml_text import cut

Locate = Callable[..., Place]
"""Gives the place of a path; with `key=True` the place of its key."""

MOST = 1000
"""How many problems of one kind are looked into: near misses cost time, and nobody reads more."""

_WANTED = {
    "string_type": "text",
    "dict_type": "mapping",
    "model_type": "mapping",
    "model_attributes_type": "mapping",
    "tuple_type": "list",
    "list_type": "list",
    "int_type": "number",
    "int_parsing": "number",
    "int_from_float": "number",
    "bool_type": "truth",
    "bool_parsing": "truth",
}

_CODES = {
    "missing": "A001",
    "extra_forbidden": "A002",
    "path_outside": "A017",
    "url_form": "A018",
    "file_or_url": "A016",
    "sha_without_file": "A032",
    "day_form": "A019",
    "day_exists": "A020",
    "day_range": "A021",
    "target_form": "A024",
    "string_too_short": "A031",
    "too_short": "A031",
    "no_decision": "C025",
}

_NORM_CODES = {"C025": "C025", "A001": "C020", "A002": "C021", "A003": "C022", "A031": "C024"}
"""The same findings in a file of the norm, where other tips help."""

_FIELD_CODES = {
    ("literal_error", "answer"): "A011",
    ("literal_error", "schema"): "A004",
    ("string_pattern_mismatch", "kvk"): "A023",
    ("string_pattern_mismatch", "sha256"): "A022",
}


def problems_of(
    error: ValidationError, model: type[BaseModel], locate: Locate, start: Path = (), *, other: str = "A003"
) -> list[Problem]:
    """Return one problem for each finding of pydantic in an assessment, in its order.

    `start` is the path of the validated part, `other` the code of what has no code of its own.
    """
    return [_problem(dict(found), model, locate, start, other) for found in error.errors(include_url=False)[:MOST]]


_TENDER_CODES = {"A001": "T001", "A002": "T002", "A003": "T003", "A031": "T005", "A018": "T009"}


def tender_problems_of(error: ValidationError, model: type[BaseModel], locate: Locate) -> list[Problem]:
    """Return the problems of a request for tender: the same findings under codes whose tips help there."""
    found = problems_of(error, model, locate, (), other="T004")
    return [Problem(_TENDER_CODES.get(p.code, "T004"), p.place, p.values, p.severity) for p in found]


def norm_problems_of(error: ValidationError, model: type[BaseModel], locate: Locate, start: Path = ()) -> list[Problem]:
    """Return the problems of a file of the norm: the same findings under codes whose tips help there."""
    found = problems_of(error, model, locate, start, other="C023")
    return [Problem(_NORM_CODES.get(p.code, "C023"), p.place, p.values, p.severity) for p in found]


def _problem(found: dict[str, Any], model: type[BaseModel], locate: Locate, start: Path, other: str) -> Problem:
    kind, path = str(found["type"]), tuple(found["loc"])
    field = next((str(part) for part in reversed(path) if isinstance(part, str)), "")
    allowed = _allowed(found)
    values = {
        "field": field,
        "value": short(found.get("input")),
        "allowed": allowed,
        "cause": "list" if allowed else "",
    }
    if len(path) > 1 and path[0] in {"answers", "criteria"}:
        values["id"] = str(path[1])
    place = locate((*start, *path), key=kind == "extra_forbidden")
    if kind == "extra_forbidden":
        return Problem("A002", place, {**values, "near": near(field, _fields_at(model, path[:-1]))})
    if found.get("input") is None and kind in _WANTED:
        return Problem("A031", place, values)
    if "facts" in path and kind == "literal_error":
        return Problem("A010", place, values)
    if kind in _WANTED:
        return Problem("A003", place, {**values, "wanted": _WANTED[kind]})
    # What is wrong with a whole part has a sentence of its own, found by the name of the finding.
    return Problem(_FIELD_CODES.get((kind, field)) or _CODES.get(kind) or other, place, {**values, "wanted": kind})


def _allowed(found: dict[str, Any]) -> str:
    context = found.get("ctx", {})
    return ", ".join(re.findall(r"'([^']*)'", str(context.get("expected", ""))))


def near(word: str, known: Iterable[str]) -> str:
    """Return the known word that looks most like `word`, or nothing."""
    folded = {k.casefold(): k for k in known}
    padded = re.sub(r"-(\d)$", r"-0\1", word.casefold())  # STD-W-3 is STD-W-03, not STD-W-30
    if padded in folded:
        return folded[padded]
    found = get_close_matches(word.casefold(), folded, n=1, cutoff=0.6)
    return folded[found[0]] if found else ""


def short(value: object) -> str:
    """Return a value as people would recognise it in their file, cut to one line."""
    if isinstance(value, dict | list):
        return "{...}" if isinstance(value, dict) else "[...]"
    if value is None:
        return ""
    return cut(str(value))


def _fields_at(model: type[BaseModel], path: Path) -> list[str]:
    """Return the names that the model knows at `path`, by walking its annotations."""
    here: Any = model
    for part in path:
        here = _inner(here)
        if isinstance(here, type) and issubclass(here, BaseModel):
            fields = {(f.alias or name): f.annotation for name, f in here.model_fields.items()}
            here = fields.get(str(part))
        elif get_origin(here) in {dict, tuple}:
            here = get_args(here)[1 if get_origin(here) is dict else 0]
    here = _inner(here)
    if isinstance(here, type) and issubclass(here, BaseModel):
        return [f.alias or name for name, f in here.model_fields.items()]
    return []


def _inner(annotation: Any) -> Any:
    """Take the optional part away: `X | None` is X."""
    if get_origin(annotation) in {Union, types.UnionType}:
        return next((a for a in get_args(annotation) if a is not type(None)), None)
    return annotation
