"""What is written about the tool is true: commands, codes, outputs, links, schemas."""

import importlib.util
import json
import re
from pathlib import Path

import jsonschema
import pytest
import yaml

from digisamen import api
from digisamen.cli import exits
from digisamen.cli.app import build
from digisamen.text.texts import texts

ROOT = Path(__file__).parent.parent
PAGES = sorted(
    [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "examples").glob("*.md"), ROOT / "criteria/README.md"]
)


def generator():
    spec = importlib.util.spec_from_file_location("generate", ROOT / "tools" / "generate.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_generated_files_are_up_to_date(monkeypatch):
    for name in ("DIGISAMEN_LANG", "COLUMNS", "NO_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    stale = [
        str(path.relative_to(ROOT))
        for path, text in generator().generated().items()
        if path.read_text(encoding="utf-8") != text
    ]

    assert stale == [], "run python tools/generate.py"


def test_every_command_is_in_both_readmes():
    app = build(texts("nl"))
    names = [c.name for c in app.registered_commands]
    names += [f"{g.name} {c.name}" for g in app.registered_groups for c in g.typer_instance.registered_commands]
    for page in ("README.md", "README.nl.md"):
        text = (ROOT / page).read_text(encoding="utf-8")
        assert [n for n in names if f"digisamen {n}" not in text] == [], page


def test_the_test_command_of_the_readme_is_the_one_of_ci():
    for page in ("README.md", "README.nl.md", ".ci/run"):
        assert "./scripts/test" in (ROOT / page).read_text(encoding="utf-8")


def test_every_exit_code_is_documented():
    codes = {v for k, v in vars(exits).items() if k.isupper() and isinstance(v, int)}
    text = (ROOT / "docs" / "exit-codes.md").read_text(encoding="utf-8")

    assert {int(n) for n in re.findall(r"^\| `?(\d+)`? \|", text, re.MULTILINE)} == codes


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_links_within_the_project_lead_somewhere(page):
    for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), f"{page.name}: {target}"


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_every_code_that_is_named_exists(page):
    known = {k.split(".")[1] for k in texts("nl").catalogue if k.startswith("problem.") and k.endswith(".title")}
    named = set(re.findall(r"\b[YACTFUV]\d{3}\b", page.read_text(encoding="utf-8")))

    assert named - known == set()


def test_both_readmes_say_that_this_is_a_concept():
    assert "not been adopted by digiGO" in (ROOT / "README.md").read_text(encoding="utf-8")
    assert "niet vastgesteld door digiGO" in (ROOT / "README.nl.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("file", sorted((ROOT / "examples").glob("*/org.yaml")), ids=lambda f: f.parent.name)
@pytest.mark.parametrize("edition", [None, "2026.1"])
def test_examples_keep_the_schema_that_editors_use(file, edition):
    schema = api.json_schema("assessment", api.load_edition(edition).value if edition else None)
    data = json.loads(json.dumps(yaml.safe_load(file.read_text(encoding="utf-8")), default=str))

    jsonschema.validate(data, schema, jsonschema.Draft202012Validator)


@pytest.mark.parametrize(
    ("kind", "pattern"),
    [
        ("edition", "2026.1/edition.yaml"),
        ("criteria", "2026.1/*/*.yaml"),
        ("sources", "2026.1/sources.yaml"),
        ("editions", "editions.yaml"),
    ],
)
def test_the_norm_keeps_the_schemas_that_editors_use(kind, pattern):
    schema = api.json_schema(kind)
    for file in (ROOT / "criteria").glob(pattern):
        data = json.loads(json.dumps(yaml.safe_load(file.read_text(encoding="utf-8")), default=str))
        jsonschema.validate(data, schema, jsonschema.Draft202012Validator)


def test_the_library_names_what_it_offers():
    for name in api.__all__:
        assert getattr(api, name).__doc__, name


def test_the_numbers_in_the_story_of_the_norm_are_true():
    text = (ROOT / "docs" / "norm.md").read_text(encoding="utf-8")
    criteria = api.load_edition("2026.1").value.criteria.values()
    for subsector in ("woningbouw", "utiliteitsbouw", "infra"):
        mine = [c for c in criteria if subsector in c.subsectors]
        own = sum(len(c.subsectors) == 1 for c in mine)
        assert f"| {subsector.capitalize()} | {len(mine)} | {own} | {len(mine) - own} |" in text
    musts = sum(c.obligation == "must" for c in criteria)
    asked = sum(c.binding == "opdracht" for c in criteria)
    assert f"{len(criteria)} criteria: {musts} verplicht en {len(criteria) - musts} aanbevolen." in text
    assert f"kan er {asked} in een opdracht vragen; {len(criteria) - asked} zijn" in text
    new = api.load_edition("2027.1").value
    counting = [c for c in new.criteria.values() if c.state == "actief"]
    musts = sum(c.obligation == "must" for c in counting)
    assert f"{len(new.content.changes.changes)} van de {len(new.criteria)} codes;" in text
    assert f"{len(counting)} criteria tellen, waarvan {musts} verplicht." in text


def test_every_criterion_that_is_named_exists():
    known = {name for number in api.editions().value for name in api.load_edition(number).value.criteria}
    for page in (ROOT / "docs" / "norm.md", ROOT / "criteria" / "README.md", ROOT / "README.md", ROOT / "README.nl.md"):
        named = set(re.findall(r"\b(?:STD|VEI|DSG|DTW)-[GWUI]-\d{2}\b", page.read_text(encoding="utf-8")))
        assert named - known == set(), page.name
