"""Puts into the wheel what start-up would else compute: each edition and each catalogue of texts as one JSON file.

Nothing of it is committed. The YAML files are the source; a test proves that both give the same.
"""

import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Bundle(BuildHookInterface):  # type: ignore[type-arg]  # hatchling's generic parameter says nothing here
    """The build hook of the wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the bundles in a temporary folder, and let hatchling place them in the wheel."""
        if version == "editable":
            return
        folder = Path(tempfile.mkdtemp(prefix="digisamen-bundle-"))
        for name, content in bundles(Path(self.root)).items():
            (folder / name).write_bytes(content)
            build_data["force_include"][str(folder / name)] = f"digisamen/_bundle/{name}"


def bundles(root: Path) -> dict[str, bytes]:
    """Return the bundles by file name, made from the sources below `root`. Needs PyYAML and nothing else."""
    sys.path.insert(0, str(root / "src"))
    try:
        from digisamen.model.canonical import digest  # noqa: PLC0415  # only importable now
        from digisamen.source.content import collect_files  # noqa: PLC0415
        from digisamen.source.library import CriteriaStore  # noqa: PLC0415
        from digisamen.source.yaml_text import parse  # noqa: PLC0415
        from digisamen.text.catalogue import catalogue  # noqa: PLC0415
    finally:
        sys.path.pop(0)
    store = CriteriaStore("checkout", root / "criteria")
    register = parse(store.yaml("editions.yaml"), "editions.yaml").value
    if register is None:
        message = "criteria/editions.yaml cannot be read"
        raise ValueError(message)
    made = {"editions.json": as_json(register.data["editions"])}
    for number, record in register.data["editions"].items():
        outcome = collect_files(store, number)
        if outcome.value is None or outcome.problems:
            message = f"edition {number} cannot be read: {outcome.problems}"
            raise ValueError(message)
        edition = {"content": outcome.value.data, "record": record, "digest": digest(outcome.value.data)}
        made[f"{number}.json"] = as_json(edition)
    for language in ("nl", "en"):
        made[f"{language}.json"] = as_json(catalogue(language))
    return made


def as_json(data: Any) -> bytes:
    """Return data as compact JSON, in its own order: the order of themes and roles is part of the norm."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
