"""What every JSON Schema (draft 2020-12) of a file that people write has in common."""

from typing import Any

DRAFT = "https://json-schema.org/draft/2020-12/schema"
OPEN = {"type": "null"}


def numbers_as_text(schema: Any) -> None:
    """Let free text be a number as well, as in `lots: [1, 2]`: we read every value as text, and an editor does not."""
    if isinstance(schema, list):
        for part in schema:
            numbers_as_text(part)
    elif isinstance(schema, dict):
        if schema.get("type") == "string" and "minLength" in schema:
            schema["type"] = ["string", "number"]
        for part in schema.values():
            numbers_as_text(part)


def or_null(schema: dict[str, Any]) -> dict[str, Any]:
    """Return a schema that also takes nothing: a key without a value."""
    return {"anyOf": [schema, OPEN]}


def titled(schema: dict[str, Any], title: str) -> dict[str, Any]:
    """Return a whole schema with its draft and its title."""
    return {"$schema": DRAFT, **schema, "title": title}
