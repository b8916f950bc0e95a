"""The JSON Schema of `org.yaml`, for editors and for other programs."""

from typing import Any

from digisamen.model.assessment import Assessment
from digisamen.model.criteria import Edition
from digisamen.read.json_schema import OPEN, numbers_as_text, or_null, titled

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
    parts["Answer"]["properties"]["evidence"] = or_null(parts["Answer"]["properties"]["evidence"])
    answer = {"anyOf": [word, {"$ref": "#/$defs/Answer"}]}
    fields["answers"] = {"type": ["object", "null"], "additionalProperties": answer}
    level = {"type": "integer", "minimum": 0, "maximum": 4}
    fields["target"] = {"anyOf": [level, {"type": "object", "additionalProperties": level}, OPEN]}
    fields["archive"] = _ARCHIVE
    who = parts["Organisation"]["properties"]
    who["facts"] = {"type": ["object", "null"], "additionalProperties": {"enum": ["ja", "nee", None]}}
    parts["Evidence"]["oneOf"] = [_given("file"), _given("url")]
    who["kvk"] = or_null({"type": ["string", "integer"], "pattern": "^[0-9]{8}$"})
    numbers_as_text(schema)
    if edition is not None:
        _name(schema, edition, answer)
    return titled(schema, "digisamen/assessment/v1")


def _given(name: str) -> dict[str, Any]:
    """A key without a value is not given."""
    return {"required": [name], "properties": {name: {"not": OPEN}}}


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
