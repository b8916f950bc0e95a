"""The example requests: whole, in proportion, and told in every format."""

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from digisamen import api
from digisamen.tender.proportion import proportion

FILES = sorted((Path(__file__).parent.parent / "examples" / "uitvragen").glob("*/uitvraag.yaml"))


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.parent.name)
@pytest.mark.parametrize("form", ["markdown", "html", "json", "docx"])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_whole_request(file, form, language, cli, tmp_path):
    ran = cli("tender", "render", file, "--strict", "--format", form, "--output", "bijlage", "--lang", language)

    assert ran.code == 0, ran.err
    assert (tmp_path / "bijlage").stat().st_size > 10_000


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.parent.name)
def test_nothing_is_out_of_proportion(file):
    loaded = api.load_tender(str(file)).value

    assert [w for w in proportion(loaded.spec, loaded.tender) if w.outcome == "niet-doen"] == []
    assert loaded.spec.empty == ()


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.parent.name)
def test_the_readme_tells_how_many_requirements(file):
    readme = (file.parent.parent.parent / "README.md").read_text(encoding="utf-8")
    row = next(
        line for line in readme.splitlines() if f"uitvragen/{file.parent.name}/" in line and line.startswith("|")
    )
    count = len(api.load_tender(str(file)).value.spec.minimum)

    assert f"{count} requirements" in row or "above the minimum" in row


def test_a_request_of_small_firms_asks_no_certificate_and_little_time():
    loaded = api.load_tender(str(next(f for f in FILES if "corporatie" in str(f)))).value
    kinds = loaded.spec.edition.text.evidence_kinds

    for r in loaded.spec.requirements:
        assert any(not kinds[k].own_expiry for k in r.criterion.evidence.light)
    assert loaded.spec.hours["zzp"] <= loaded.spec.hours["klein"] <= 40


@pytest.mark.parametrize("edition", [None, "2026.1"])
@pytest.mark.parametrize("file", FILES, ids=lambda f: f.parent.name)
def test_the_schema_that_editors_use(file, edition):
    schema = api.json_schema("tender", api.load_edition(edition).value if edition else None)
    data = json.loads(json.dumps(yaml.safe_load(file.read_text(encoding="utf-8")), default=str))

    jsonschema.validate(data, schema, jsonschema.Draft202012Validator)
