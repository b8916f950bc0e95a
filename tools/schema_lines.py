"""Writes the first line of every YAML file that people edit: the path to its JSON Schema, so that editors help.

Run `python tools/schema_lines.py` after you added a file. It changes nothing but that line. A test compares.
"""

import os
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
MARK = "# yaml-language-server: $schema="

PLACES = (
    ("criteria", "editions.yaml", "editions"),
    ("criteria", "*/edition.yaml", "edition"),
    ("criteria", "*/sources.yaml", "sources"),
    ("criteria", "*/changes.yaml", "changes"),
    ("criteria", "*/*/*.yaml", "criteria"),
    ("tests/criteria", "editions.yaml", "editions"),
    ("tests/criteria", "*/edition.yaml", "edition"),
    ("tests/criteria", "*/sources.yaml", "sources"),
    ("tests/criteria", "*/changes.yaml", "changes"),
    ("tests/criteria", "*/*/*.yaml", "criteria"),
    ("examples", "**/org.yaml", "assessment"),
    ("examples", "**/uitvraag.yaml", "tender"),
)
"""Folder, pattern of the files in it, and the kind of their schema."""


def files() -> Iterator[tuple[Path, Path]]:
    """Yield every YAML file that people edit, with its schema."""
    for folder, pattern, kind in PLACES:
        for file in sorted((ROOT / folder).glob(pattern)):
            yield file, ROOT / "schemas" / f"{kind}-v1.json"


def with_line(text: str, file: Path, schema: Path) -> str:
    """Return the text of `file` with the line as its first, and with no other line like it."""
    line = f"{MARK}{Path(os.path.relpath(schema, file.parent)).as_posix()}\n"
    return line + "".join(x for x in text.splitlines(keepends=True) if not x.startswith(MARK.split("$", maxsplit=1)[0]))


if __name__ == "__main__":
    for path, schema in files():
        before = path.read_bytes().decode()
        after = with_line(before, path, schema)
        if after != before:
            path.write_bytes(after.encode())
            print(path.relative_to(ROOT))
