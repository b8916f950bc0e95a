"""Every YAML file that people edit names its schema in the first line, and an editor shows no false errors in it."""

import importlib.util
import json
import re
from pathlib import Path

import jsonschema
import pytest
import yaml

from digisamen import api
from digisamen.read.criteria import read_register
from digisamen.source.yaml_text import parse

ROOT = Path(__file__).parent.parent
MARK = "# yaml-language-server: $schema="


def tool():
    spec = importlib.util.spec_from_file_location("schema_lines", ROOT / "tools" / "schema_lines.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


FILES = [file for file, _ in tool().files()]


class Core(yaml.SafeLoader):
    """Reads what an editor sees: the core schema of YAML 1.2, in which dates and `nee` are text and 2026.1 a number."""

    yaml_implicit_resolvers: dict = {}  # noqa: RUF012  # the form that PyYAML asks for


for tag, pattern, first in (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", list("-+0123456789")),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", list("-+.0123456789")),
):
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(rf"^(?:{pattern})$"), first)
Core.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(loader.construct_scalar(node), 10))


def complaints(text, schema):
    # Names are text in JSON, and so for an editor; the round trip makes them so.
    data = json.loads(json.dumps(yaml.load(text, Core)))
    checker = jsonschema.Draft202012Validator.FORMAT_CHECKER
    return [
        f"{'.'.join(map(str, e.path))}: {e.message[:200]}"
        for e in jsonschema.Draft202012Validator(schema, format_checker=checker).iter_errors(data)
    ]


def name(file):
    return str(file.relative_to(ROOT))


def test_every_file_that_people_edit_is_among_them():
    found = {f for folder in ("criteria", "examples", "tests/criteria") for f in (ROOT / folder).rglob("*.yaml")}

    assert found - set(FILES) == {ROOT / "examples" / "expected.yaml"}


@pytest.mark.parametrize("file", FILES, ids=name)
def test_the_first_line_leads_to_the_schema(file):
    first, *rest = file.read_text(encoding="utf-8").splitlines()

    assert first.startswith(MARK), "run python tools/schema_lines.py"
    place = first.removeprefix(MARK)
    assert not place.startswith("/")
    assert ":" not in place
    assert "\\" not in place
    assert (file.parent / place).is_file()
    assert not [line for line in rest if "yaml-language-server" in line]


@pytest.mark.parametrize("file", FILES, ids=name)
def test_an_editor_shows_no_false_errors(file):
    text = file.read_text(encoding="utf-8")
    schema = file.parent / text.splitlines()[0].removeprefix(MARK)

    assert complaints(text, json.loads(schema.read_text(encoding="utf-8"))) == []


def test_the_line_is_put_first_once_and_changes_nothing_else():
    with_line, file, schema = tool().with_line, ROOT / "criteria" / "2027.1" / "x.yaml", ROOT / "schemas" / "a-v1.json"
    once = with_line("# A remark.\na: 1   # another\n", file, schema)

    assert once == f"{MARK}../../schemas/a-v1.json\n# A remark.\na: 1   # another\n"
    assert with_line(once, file, schema) == once
    assert with_line(once.replace("../../", "../old/"), file, schema) == once
    moved = "# A remark.\n# yaml-language-server: $schema=old.json\na: 1   # another\n"
    assert with_line(moved, file, schema) == once


ORG = """
schema: digisamen/assessment/v1
edition: "2026.1"
date: 2026-11-22
organisation:
  name: 2012
  kvk: 01234567
  size: klein
  roles: [hoofdaannemer]
  subsectors: [woningbouw]
  facts:
    maakt-modellen:
    koopt-in: nee
target: {dsgo: 1}
answers:
  STD-G-01:
  STD-G-02: nvt
  STD-G-03: {answer: ja, evidence: [{kind: afspraakdocument, file: a.pdf, url: , date: 2026-01-31}]}
  STD-G-04: {answer: ~, evidence: }
  STD-G-05: {answer: nee, explanation: {reason: te-duur, text: 12, until: 2027-01-01}}
"""
TENDER = """
schema: digisamen/tender/v1
edition: "2026.1"
id: 2026031
version: 1.0
date:
client: {name: }
contract: {name: , work: , subsector: infra, roles: [hoofdaannemer], phases: , lots: [1, 2]}
levels:
  standaarden: 2
  dsgo:
  digiveiligheid: {level: 1, reason: , award: , benefit: }
award: {factor: 2}
fill: {response_days: 10}
may_deviate:
"""
CHANGES = """
previous: "2026.1"
changes:
  STD-G-01: {text: redactie, why: {nl: a, en: b}}
  STD-G-02: {kinds: [gesplitst], into: [STD-G-03, STD-G-04], text: , why: {nl: a}}
"""
SOURCES = """
sources:
  norm: {name: {nl: a}, owner: b, version: 5, kind: wet, paywall: nee, binds: {nl: c}, verified: nee, withdrawn: ja}
  norm-2: {name: {nl: a}, owner: b, version: 5.0, url: , kind: wet, paywall: nee, binds: {nl: c}, verified: 2026-01-31}
"""
EDITIONS = """
editions:
  "2026.1": {status: concept, frozen: nee, sha256: , decided_on: }
  2026.2: {status: consultatie, decided_on: 2026-01-31}
"""


@pytest.mark.parametrize(
    ("kind", "text"),
    [("assessment", ORG), ("tender", TENDER), ("changes", CHANGES), ("sources", SOURCES), ("editions", EDITIONS)],
)
def test_what_we_read_is_no_error_in_an_editor(kind, text):
    assert complaints(text, api.json_schema(kind)) == []


@pytest.mark.parametrize(
    ("kind", "text", "wrong"),
    [
        ("assessment", ORG.replace("2026-11-22", "22-11-2026"), "date"),
        ("assessment", ORG.replace("STD-G-02: nvt", "STD-G-02: misschien"), "answers.STD-G-02"),
        ("assessment", ORG.replace("url: ,", "url: https://example.org,"), "answers.STD-G-03"),
        ("assessment", ORG.replace("klein", "true"), "organisation.size"),
        ("assessment", ORG.replace('"2026.1"', "2026.1"), "edition"),
        ("tender", TENDER.replace("standaarden: 2", "standaarden: twee"), "levels.standaarden"),
        ("changes", CHANGES.replace("gesplitst", "gesplist"), "changes.STD-G-02.kinds.0"),
        ("changes", CHANGES.replace('"2026.1"', "2026.1"), "previous"),
        ("sources", SOURCES.replace("verified: nee", "verified: ja"), "sources.norm.verified"),
    ],
)
def test_an_editor_shows_what_is_wrong(kind, text, wrong):
    assert any(c.startswith(f"{wrong}:") for c in complaints(text, api.json_schema(kind)))


def test_the_register_is_read_as_the_editor_sees_it():
    assert read_register(parse(EDITIONS.encode(), "editions.yaml").value).problems == ()
