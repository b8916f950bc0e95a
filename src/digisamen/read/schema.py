"""JSON Schemas (draft 2020-12) of the files that people write, for editors and for other programs."""

from typing import Any

from pydantic import BaseModel, TypeAdapter

from digisamen.model.assessment import Assessment
from digisamen.model.criteria import ChangeLog, Criterion, Edition, EditionRecord, Source
from digisamen.model.lists import EditionText
from digisamen.model.tender import FILL_INS, Tender

DRAFT = "https://json-schema.org/draft/2020-12/schema"
_OPEN = {"type": "null"}

_ARCHIVE = {
    "description": (
        "What `digisamen migrate` keeps of earlier editions, by edition: the answers and facts as they stood. "
        "Never counted. Anything else may stand here as well."
    ),
    "patternProperties": {
        r"^[0-9]{4}\.[0-9]+$": {
            "properties": {"answers": {"type": ["object", "null"]}, "facts": {"type": ["object", "null"]}}
        }
    },
}
"""The shape that we write. It asks little: reading an assessment never looks here."""


def assessment_schema(edition: Edition | None = None) -> dict[str, Any]:
    """Return the schema of `org.yaml`. With an edition it also names its roles, facts, kinds and criteria."""
    schema = Assessment.model_json_schema(by_alias=True)
    parts, fields = schema["$defs"], schema["properties"]
    word = {"enum": ["ja", "deels", "nee", "nvt", None]}
    parts["Answer"]["properties"]["answer"] = word
    parts["Answer"]["properties"]["evidence"] = _or_null(parts["Answer"]["properties"]["evidence"])
    answer = {"anyOf": [word, {"$ref": "#/$defs/Answer"}]}
    fields["answers"] = {"type": ["object", "null"], "additionalProperties": answer}
    level = {"type": "integer", "minimum": 0, "maximum": 4}
    fields["target"] = {"anyOf": [level, {"type": "object", "additionalProperties": level}, _OPEN]}
    fields["archive"] = _ARCHIVE
    who = parts["Organisation"]["properties"]
    who["facts"] = {"type": ["object", "null"], "additionalProperties": {"enum": ["ja", "nee", None]}}
    parts["Evidence"]["oneOf"] = [_given("file"), _given("url")]
    who["kvk"] = _or_null({"type": ["string", "integer"], "pattern": "^[0-9]{8}$"})
    _numbers_as_text(schema)
    if edition is not None:
        _name(schema, edition, answer)
    return _titled(schema, "digisamen/assessment/v1")


def _given(name: str) -> dict[str, Any]:
    """A key without a value is not given."""
    return {"required": [name], "properties": {name: {"not": _OPEN}}}


def _numbers_as_text(schema: Any) -> None:
    """Let free text be a number as well, as in `lots: [1, 2]`: we read every value as text, and an editor does not."""
    if isinstance(schema, list):
        for part in schema:
            _numbers_as_text(part)
    elif isinstance(schema, dict):
        if schema.get("type") == "string" and "minLength" in schema:
            schema["type"] = ["string", "number"]
        for part in schema.values():
            _numbers_as_text(part)


def _or_null(schema: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [schema, _OPEN]}


def _name(schema: dict[str, Any], edition: Edition, answer: dict[str, Any]) -> None:
    """Fill in the lists of an edition, with the Dutch texts that an editor shows."""
    text, parts, fields = edition.text, schema["$defs"], schema["properties"]
    who = parts["Organisation"]["properties"]
    fields["edition"] = {"const": edition.number}
    who["size"] = {"enum": list(text.sizes)}
    who["roles"]["items"] = {"enum": list(text.roles)}
    who["subsectors"]["items"] = {"enum": [s for s in text.subsectors if edition.has_own(s)]}
    said = {"enum": ["ja", "nee", None]}
    facts = {name: {**said, "description": fact.question.nl} for name, fact in text.facts.items()}
    who["facts"] = {"type": ["object", "null"], "properties": facts, "additionalProperties": False}
    parts["Evidence"]["properties"]["kind"] = {"enum": list(text.evidence_kinds)}
    parts["Explanation"]["properties"]["reason"] = {"enum": list(text.explanation_reasons)}
    fields["answers"] = {
        "type": ["object", "null"],
        "properties": {c.id: {**answer, "description": c.requirement.nl} for c in edition.criteria.values()},
        "additionalProperties": False,
    }


def tender_schema(edition: Edition | None = None) -> dict[str, Any]:
    """Return the schema of `uitvraag.yaml`. With an edition it also names its lists."""
    schema = Tender.model_json_schema(by_alias=True)
    parts, fields = schema["$defs"], schema["properties"]
    level = {"type": ["integer", "null"], "minimum": 0, "maximum": 4}
    fields["levels"] = {
        "type": "object",
        "minProperties": 1,
        "additionalProperties": {"anyOf": [level, {"$ref": "#/$defs/AskedLevel"}]},
    }
    for name in ("client", "thresholds", "proof", "award", "may_deviate", "fill"):
        fields[name] = _or_null(fields[name])
    fields["fill"] = {
        "type": ["object", "null"],
        "properties": {name: {"type": ["string", "number"]} for name in FILL_INS},
        "additionalProperties": False,
    }
    for name in ("phases", "lots"):
        parts["Contract"]["properties"][name] = _or_null(parts["Contract"]["properties"][name])
    _numbers_as_text(schema)
    if edition is not None:
        text, contract = edition.text, parts["Contract"]["properties"]
        fields["edition"] = {"const": edition.number}
        contract["subsector"] = {"enum": list(text.subsectors)}
        contract["work"] = {"enum": [*text.works, None]}
        contract["roles"]["items"] = {"enum": list(text.roles)}
        parts["Deviation"]["properties"]["reason"] = {"enum": list(text.explanation_reasons)}
        asked = fields["levels"].pop("additionalProperties")
        fields["levels"] |= {"properties": dict.fromkeys(text.themes, asked), "additionalProperties": False}
    return _titled(schema, "digisamen/tender/v1")


def norm_schema(kind: str) -> dict[str, Any]:
    """Return the schema of a file of the norm: `edition`, `criteria`, `sources`, `changes` or `editions`."""
    whole_files: dict[str, type[BaseModel]] = {"edition": EditionText, "changes": ChangeLog}
    if kind in whole_files:
        return _titled(whole_files[kind].model_json_schema(by_alias=True), f"digisamen/{kind}/v1")
    models: dict[str, type[BaseModel]] = {"criteria": Criterion, "sources": Source, "editions": EditionRecord}
    model = models[kind]
    inner: Any = list[model] if kind == "criteria" else dict[str, model]  # type: ignore[valid-type]
    schema = TypeAdapter(inner).json_schema()
    parts = schema.pop("$defs", {})
    if kind == "criteria":
        _as_written(parts["Criterion"])
    if kind == "sources":
        fields = parts["Source"]["properties"]
        fields["verified"]["anyOf"].append({"const": "nee"})
        fields["version"] = {"type": ["string", "number", "null"]}
    whole = {"type": "object", "properties": {kind: schema}, "required": [kind], "additionalProperties": False}
    return _titled({**whole, "$defs": parts}, f"digisamen/{kind}/v1")


def _as_written(criterion: dict[str, Any]) -> None:
    """In the files, theme and subsector follow from the place of the file."""
    criterion["properties"].pop("theme")
    criterion["required"] = [name for name in criterion["required"] if name not in {"theme", "subsectors"}]


def _titled(schema: dict[str, Any], title: str) -> dict[str, Any]:
    return {"$schema": DRAFT, **schema, "title": title}
