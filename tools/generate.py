"""Writes what is made from other files: docs/problems.md, the schemas, the reports in the READMEs, the consultation.

Run `python tools/generate.py` after a change to the texts, the models or the README example. A test compares.
"""

import io
import json
import os
import re
import sys
from pathlib import Path

from digisamen import api
from digisamen.cli.app import run
from digisamen.text.texts import Texts, texts

ROOT = Path(__file__).parent.parent
KINDS = ("assessment", "tender", "report", "edition", "criteria", "sources", "changes", "editions")
FAMILIES = "YACTFUMV"
NOTES = "criteria release 2027.1 --date 2026-11-29 --format markdown --lang"
IMPACT = "criteria impact 2026.1 2027.1 --format markdown"
CONSULTATION = {
    "notities.nl.md": f"{NOTES} nl",
    "notes.en.md": f"{NOTES} en",
    "gevolgen-voorbeelden.nl.md": f"{IMPACT} examples",
    "gevolgen-verzonnen.nl.md": f"{IMPACT} --synthetic 2000 --seed 2026",
}
"""What people who give their opinion on edition 2027.1 read, and the command that makes each page."""


def generated() -> dict[Path, str]:
    """Return every generated file with its content."""
    files = {ROOT / "docs" / "problems.md": problems(texts("nl"), texts("en"))}
    for kind in KINDS:
        schema = json.dumps(api.json_schema(kind), ensure_ascii=False, indent=2)
        files[ROOT / "schemas" / f"{kind}-v1.json"] = schema + "\n"
    for name, command in CONSULTATION.items():
        files[ROOT / "docs" / "consultatie-2027.1" / name] = output(command.split())
    for name in ("README.md", "README.nl.md"):
        files[ROOT / name] = with_output((ROOT / name).read_text(encoding="utf-8"))
    return files


def problems(nl: Texts, en: Texts) -> str:
    """Return the page that lists every problem by its code, in English and Dutch."""
    lines = ["# Problems", "", "Every problem that digisamen reports has a code that is never reused.", ""]
    lines += ["`digisamen explain CODE` says more. This page is made by `tools/generate.py`.", ""]
    for family in FAMILIES:
        lines += [f"## {family}", "", en(f"explain.family.{family}"), "", "| Code | English | Nederlands |"]
        lines += ["| --- | --- | --- |"]
        for key in sorted(k for k in nl.catalogue if re.fullmatch(rf"problem\.{family}\d+\.title", k)):
            lines.append(f"| {key.split('.')[1]} | {en(key)} | {nl(key)} |")
        lines.append("")
    return "\n".join(lines)


def with_output(page: str) -> str:
    """Return a page with the real output of each command that it names, in the block below the name."""
    return re.sub(
        r"(<!-- output: (?P<command>[^>]*?) -->\n```text\n)(.*?)(```)",
        lambda found: f"{found[1]}{output(found['command'].split())}{found[4]}",
        page,
        flags=re.DOTALL,
    )


def output(arguments: list[str]) -> str:
    """Return what a command writes, run at the top of the repository."""
    stream = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="\n")
    before, here = sys.stdout, Path.cwd()
    sys.stdout = stream
    os.chdir(ROOT)
    try:
        run(arguments)
    finally:
        sys.stdout = before
        os.chdir(here)
    stream.seek(0)
    return stream.read()


if __name__ == "__main__":
    for path, text in generated().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
