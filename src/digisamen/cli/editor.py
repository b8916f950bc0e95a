"""Help from editors: a new file names its JSON Schema in its first line, by a path, and the schema stands beside it."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

from digisamen.model.problem import DigisamenError

if TYPE_CHECKING:  # start-up: help pages need no pydantic
    from digisamen.model.criteria import Edition


def with_schema(output: str, text: str, kind: str, edition: "Edition") -> list[tuple[str, str]]:
    """Return the files to write: `output` with a first line that names the schema, and the schema of that edition.

    Raises:
        DigisamenError: U008 for standard output, which has no folder for a schema to stand in.
    """
    from digisamen import api  # noqa: PLC0415  # start-up
    from digisamen.paper.json_text import dump  # noqa: PLC0415

    if output == "-":
        command = "digisamen new" if kind == "assessment" else "digisamen tender new"
        raise DigisamenError("U008", command=command)
    file = Path(output)
    # Editors read the name up to the first space, and know no way to write one.
    name = re.sub(r"[^\w.-]+", "-", file.stem) + ".schema.json"
    line = f"# yaml-language-server: $schema={name}\n"
    return [(output, line + text), (str(file.with_name(name)), dump(api.json_schema(kind, edition)))]
