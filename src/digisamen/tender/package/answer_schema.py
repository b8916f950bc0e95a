"""The JSON Schema (draft 2020-12) of `antwoord.json`: the answer of a tenderer to one specification."""

from typing import Any

from digisamen.paper.json_text import dump
from digisamen.tender.answer import SCHEMA as ANSWER
from digisamen.tender.specification import Requirement, Specification
from digisamen.tender.tables import ANSWER_WORDS, ROLE_CODES
from digisamen.text.texts import Texts

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_LINE = {"type": "string", "minLength": 1, "maxLength": 255}
_DAY = {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}


def answers_to(r: Requirement) -> tuple[str, ...]:
    """Return the answers that a requirement allows: "nee, want" only where a tenderer may deviate."""
    return tuple(word for word in ANSWER_WORDS if r.deviate or word != "nee-want")


def answer_schema(spec: Specification, t: Texts) -> bytes:
    """Return `antwoord.schema.json`. It accepts an answer to this very specification only."""
    tender = spec.tender
    pinned = {
        "id": {"const": tender.id if tender else None},
        "version": {"const": tender.version if tender else None},
        "sha256": {"const": spec.digest},
    }
    firm = {"name": _LINE, "role": {"enum": list(ROLE_CODES)}, "size": {"enum": list(spec.edition.text.sizes)}}
    level = {"type": "integer", "minimum": 0, "maximum": spec.edition.top_level}
    fields = {
        "schema": {"const": ANSWER},
        "specification": _closed(pinned),
        "edition": {"const": spec.edition.number},
        "tenderer": _closed(firm, ["name", "role"]),
        "members": {"type": "array", "items": _closed({**firm, "part": _LINE}, ["name", "role"])},
        # The levels that are promised, where a higher one earns a benefit.
        "levels": _closed(dict.fromkeys(spec.wanted.levels, level), []),
        "answers": _closed({r.criterion.id: _answer(r, t) for r in spec.requirements}, []),
    }
    needed = ["schema", "specification", "edition", "tenderer", "answers"]
    whole = {"$schema": _DRAFT, "title": ANSWER, **_closed(fields, needed), "$defs": {"evidence": _evidence(spec)}}
    return dump(whole).encode()


def _closed(properties: dict[str, Any], required: list[str] | None = None) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties) if required is None else required,
        "additionalProperties": False,
    }


def _answer(r: Requirement, t: Texts) -> dict[str, Any]:
    properties = {
        "answer": {"enum": list(answers_to(r))},
        "explanation": {"type": "string", "pattern": r"\S", "maxLength": 2000},
        "evidence": {"type": "array", "items": {"$ref": "#/$defs/evidence"}},
    }
    return {
        **_closed(properties, ["answer"]),
        "title": t.of(r.criterion.title),
        "description": t.of(r.criterion.requirement),
        # Every answer but a plain "ja" says why: an empty explanation is a mistake.
        "if": {"properties": {"answer": {"const": "ja"}}},
        "else": {"required": ["explanation"]},
    }


def _evidence(spec: Specification) -> dict[str, Any]:
    properties = {
        # Any kind may be handed in: another kind than asked can be just as good.
        "kind": {"enum": list(spec.edition.text.evidence_kinds)},
        "title": _LINE,
        "file": _LINE,
        "url": {"type": "string", "format": "uri", "pattern": "^[Hh][Tt][Tt][Pp][Ss]?://"},
        "date": _DAY,
        "valid_until": _DAY,
        "reviewed_by": _LINE,
    }
    one_place = [{"required": ["file"]}, {"required": ["url"]}]
    return {**_closed(properties, ["kind", "date"]), "oneOf": one_place}
