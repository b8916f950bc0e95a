import copy
import hashlib
import io
import json
import shutil
import subprocess
import zipfile

import jsonschema
import pytest

from digisamen.model.canonical import canonical_json
from digisamen.tender.data import specification_data
from digisamen.tender.package.package import package
from digisamen.tender.specify import specify
from digisamen.tender.tables import REQUIREMENTS
from digisamen.text.texts import texts
from tests.tender.read_tables import read_table

pytest.importorskip("openpyxl")

NAMES = [
    "LEESMIJ.md",
    "specificatie.json",
    "eisentabel.csv",
    "onderwerpentabel.csv",
    "documententabel.csv",
    "metadata.json",
    "antwoord.xlsx",
    "antwoord.schema.json",
    "SHA256SUMS",
]


def files_of(spec, language="nl"):
    with zipfile.ZipFile(io.BytesIO(package(spec, texts(language), "1.2.3"))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_files_in_their_order(language, asked):
    assert list(files_of(asked(), language)) == NAMES


def test_the_same_bytes_each_time(asked):
    assert package(asked(), texts("nl"), "1.2.3") == package(asked(), texts("nl"), "1.2.3")


def test_the_sums_are_right(asked, tmp_path):
    files = files_of(asked())
    said = dict(line.split("  ", 1)[::-1] for line in files["SHA256SUMS"].decode().splitlines())

    assert said == {name: hashlib.sha256(files[name]).hexdigest() for name in NAMES[:-1]}
    if shutil.which("sha256sum"):
        for name, content in files.items():
            (tmp_path / name).write_bytes(content)
        subprocess.run(["sha256sum", "--strict", "-c", "SHA256SUMS"], cwd=tmp_path, check=True, capture_output=True)  # noqa: S607


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_sum_of_the_specification_is_its_fingerprint(language, asked):
    spec = asked()
    files = files_of(spec, language)

    assert hashlib.sha256(files["specificatie.json"]).hexdigest() == spec.digest
    assert files["specificatie.json"] == canonical_json(specification_data(spec))
    assert spec.digest in files["LEESMIJ.md"].decode()


def test_hostile_text_stays_text(hostile):
    files = files_of(hostile)
    page = files["LEESMIJ.md"].decode()

    assert "\u202e" not in page
    assert "<b>" not in page
    assert "\n# kop" not in page
    assert "](https://example.org" not in page
    assert b"\n=" not in files["documententabel.csv"]
    assert read_table(files["eisentabel.csv"], REQUIREMENTS, "x")


def test_a_plain_specification_makes_a_package_too(request_edition, asked):
    spec = specify(request_edition, asked().wanted)

    assert list(files_of(spec)) == NAMES
    schema = json.loads(files_of(spec)["antwoord.schema.json"])
    assert schema["properties"]["specification"]["properties"]["id"] == {"const": None}


def test_the_page_names_every_file(asked):
    page = files_of(asked())["LEESMIJ.md"].decode()

    assert all(name in page for name in NAMES)
    assert "niet vastgesteld door digiGO" in page
    assert "Dan geldt de tekst van de bijlage" in page


@pytest.fixture
def answered(asked):
    """Returns a specification, its schema, and an answer that is right."""
    codes = [r.criterion.id for r in asked().requirements]
    spec = asked(may_deviate=[codes[1]])
    kind = next(iter(spec.edition.text.evidence_kinds))
    proof = {"kind": kind, "title": "Plan", "file": "plan.pdf", "date": "2026-10-01"}
    answer = {
        "schema": "digisamen/answer/v1",
        "specification": {"id": "WB-7", "version": "1.0", "sha256": spec.digest},
        "edition": spec.edition.number,
        "tenderer": {"name": "Bouwbedrijf Voorbeeld", "role": "group-lead", "size": "klein"},
        "levels": {"dsgo": 1},
        "members": [{"name": "Installateur Voorbeeld", "role": "subcont", "part": "installaties"}],
        "answers": {
            codes[0]: {"answer": "ja", "evidence": [proof]},
            codes[1]: {"answer": "nee-want", "explanation": "Te klein voor dit werk."},
        },
    }
    return spec, json.loads(files_of(spec)["antwoord.schema.json"]), answer, codes


def test_the_schema_accepts_a_right_answer(answered):
    _, schema, answer, _ = answered
    jsonschema.Draft202012Validator.check_schema(schema)

    jsonschema.Draft202012Validator(schema).validate(answer)


@pytest.mark.parametrize(
    "change",
    [
        lambda a, codes: a["specification"].update(sha256="0" * 64),
        lambda a, codes: a["specification"].update(version="2.0"),
        lambda a, codes: a.update(edition="1999.1"),
        lambda a, codes: a["tenderer"].update(role="baas"),
        lambda a, codes: a["answers"].update({"XXX-G-01": {"answer": "ja"}}),
        lambda a, codes: a["answers"].update({codes[0]: {"answer": "deels"}}),
        lambda a, codes: a["answers"].update({codes[0]: {"answer": "gelijkwaardig"}}),
        lambda a, codes: a["answers"].update({codes[0]: {"answer": "gelijkwaardig", "explanation": " "}}),
        lambda a, codes: a["answers"].update({codes[0]: {"answer": "nee-want", "explanation": "Mag hier niet."}}),
        lambda a, codes: a["answers"][codes[0]]["evidence"][0].update(url="https://example.org"),
        lambda a, codes: a["answers"][codes[0]]["evidence"][0].pop("file"),
        lambda a, codes: a["answers"][codes[0]]["evidence"][0].update(kind="praatje"),
        lambda a, codes: a["levels"].update(dsgo=9),
        lambda a, codes: a.pop("answers"),
        lambda a, codes: a.update(extra=1),
    ],
)
def test_the_schema_refuses_a_wrong_answer(change, answered):
    _, schema, answer, codes = answered
    wrong = copy.deepcopy(answer)
    change(wrong, codes)

    assert not jsonschema.Draft202012Validator(schema).is_valid(wrong)
