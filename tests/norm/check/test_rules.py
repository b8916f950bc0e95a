"""Every rule of the gate has its own good and bad example, in `rules/CODE.yaml`: edits to the edition in `base/`.

`bad` is a list of cases; each gives exactly the findings in `finds`, as `file:line:column CODE severity`. `good` comes
close and gives none. Renew `finds` with `pytest --renew`, and read the difference.
"""

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from digisamen import api
from digisamen.text.texts import texts

HERE = Path(__file__).parent
BASE = HERE / "base"
RULES = sorted((HERE / "rules").glob("*.yaml"))
OF_CHANGES = {f"C{n:03}" for n in range(45, 53)}
"""Codes about `changes.yaml`. An example of another rule changes the edition without telling, so there they are left out."""

OF_RELEASE = {f"C{n:03}" for n in range(53, 63)}
"""Codes that `criteria release` gives; their examples are in `tests/norm/release/test_refusals.py`."""

DIGEST = api.load_edition("2020.1", str(BASE)).value.digest
"""Of the edition in `base/`; examples name it as DIGEST."""


class Block(str):
    __slots__ = ()


yaml.SafeDumper.add_representer(
    Block, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|")
)


def check(case, folder, about="", **more):
    shutil.copytree(BASE, folder)
    for edit in case["edits"]:
        path = folder / edit["file"]
        path.parent.mkdir(parents=True, exist_ok=True)
        text = path.read_text(encoding="utf-8") if path.exists() else ""
        assert text.count(edit.get("old", "")), edit
        old = edit.get("old", text)
        new = edit["new"].replace("DIGEST", DIGEST)
        path.write_text(text.replace(old, new, 1) if old else new, encoding="utf-8")
    checked = api.check_criteria("2020.1", str(folder), **more)
    if about not in OF_CHANGES:
        checked = replace(checked, problems=tuple(p for p in checked.problems if p.code not in OF_CHANGES))
    lines = [
        f"{p.place.file.removeprefix(f'{folder}/')}:{p.place.line}:{p.place.column} {p.code} {p.severity}"
        for p in checked.problems
    ]
    return checked, "".join(f"{line}\n" for line in lines)


def test_the_base_is_clean(tmp_path):
    checked, findings = check({"edits": []}, tmp_path / "norm", "C045")

    assert findings == ""
    assert checked.criteria == 10


@pytest.mark.parametrize("file", RULES, ids=lambda f: f.stem)
def test_the_good_example(file, tmp_path):
    for number, case in enumerate(yaml.safe_load(file.read_text(encoding="utf-8"))["good"]):
        _, findings = check(case, tmp_path / str(number), file.stem)

        assert findings == "", case["about"]


@pytest.mark.parametrize("file", RULES, ids=lambda f: f.stem)
def test_the_bad_example(file, tmp_path, request):
    example = yaml.safe_load(file.read_text(encoding="utf-8"))
    for number, case in enumerate(example["bad"]):
        checked, findings = check(case, tmp_path / str(number), file.stem)
        if request.config.getoption("--renew"):
            case["finds"] = findings

        assert findings == case["finds"], case["about"]
        assert f" {file.stem} " in findings
        assert checked.clean == (" error" not in findings)
        assert all(p.place.line and p.place.column for p in checked.problems)
    if request.config.getoption("--renew"):
        renew(file, example)


def renew(file, example):
    for case in example["bad"] + example["good"]:
        for key in ("finds", "old", "new"):
            for part in (case, *case["edits"]):
                if key in part and "\n" in part[key]:
                    part[key] = Block(part[key])
    comment = re.match(r"(?:#.*\n)*", file.read_text(encoding="utf-8"))[0]
    file.write_text(
        comment + yaml.safe_dump(example, allow_unicode=True, sort_keys=False, width=1000), encoding="utf-8"
    )


def test_every_code_has_its_examples():
    known = {k.split(".")[1] for k in texts("nl").catalogue if k.startswith("problem.C") and k.endswith(".title")}

    assert known - OF_RELEASE == {file.stem for file in RULES}
