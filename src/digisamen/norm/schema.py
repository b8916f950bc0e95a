"""The JSON Schemas of the files of the norm, for editors and for other programs."""

from typing import Any

from pydantic import BaseModel, TypeAdapter

from digisamen.model.criteria import ChangeLog, Criterion, EditionRecord, Source
from digisamen.model.lists import EditionText
from digisamen.read.json_schema import titled


def norm_schema(kind: str) -> dict[str, Any]:
    """Return the schema of a file of the norm: `edition`, `criteria`, `sources`, `changes` or `editions`."""
    whole_files: dict[str, type[BaseModel]] = {"edition": EditionText, "changes": ChangeLog}
    if kind in whole_files:
        return titled(whole_files[kind].model_json_schema(by_alias=True), f"digisamen/{kind}/v1")
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
    return titled({**whole, "$defs": parts}, f"digisamen/{kind}/v1")


def _as_written(criterion: dict[str, Any]) -> None:
    """In the files, theme and subsector follow from the place of the file."""
    criterion["properties"].pop("theme")
    criterion["required"] = [name for name in criterion["required"] if name not in {"theme", "subsectors"}]
