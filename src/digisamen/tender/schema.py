"""The JSON Schema of `uitvraag.yaml`, for editors and for other programs."""

from typing import Any

from digisamen.model.criteria import Edition
from digisamen.read.json_schema import numbers_as_text, or_null, titled
from digisamen.tender.request import FILL_INS, Tender


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
        fields[name] = or_null(fields[name])
    fields["fill"] = {
        "type": ["object", "null"],
        "properties": {name: {"type": ["string", "number"]} for name in FILL_INS},
        "additionalProperties": False,
    }
    for name in ("phases", "lots"):
        parts["Contract"]["properties"][name] = or_null(parts["Contract"]["properties"][name])
    numbers_as_text(schema)
    if edition is not None:
        text, contract = edition.text, parts["Contract"]["properties"]
        fields["edition"] = {"const": edition.number}
        contract["subsector"] = {"enum": list(text.subsectors)}
        contract["work"] = {"enum": [*text.works, None]}
        contract["roles"]["items"] = {"enum": list(text.roles)}
        parts["Deviation"]["properties"]["reason"] = {"enum": list(text.explanation_reasons)}
        asked = fields["levels"].pop("additionalProperties")
        fields["levels"] |= {"properties": dict.fromkeys(text.themes, asked), "additionalProperties": False}
    return titled(schema, "digisamen/tender/v1")
