"""One's own self-assessment beside a request, and the answer form that follows from it."""

import io
import json
import shutil
from datetime import date
from pathlib import Path

import jsonschema
import openpyxl
import pytest

from digisamen import api
from digisamen.model.answered import Finding
from digisamen.tender.against import against, answer_data, answer_of, filled, other_edition
from digisamen.tender.package.answer_schema import answer_schema
from digisamen.tender.package.answer_xlsx import answer_workbook
from digisamen.tender.read_answer import read_answer
from digisamen.text.texts import texts
from tests.conftest import NORM, with_norm
from tests.tender.test_requests import GOLDEN, HERE

OWN = HERE.parent / "golden" / "gewoon"
DAY = date(2026, 11, 22)
ORG = """
schema: digisamen/assessment/v1
edition: "2020.1"
date: 2026-11-22
organisation:
  name: Bouwbedrijf De Proef
  kvk: "12345678"
  size: SIZE
  roles: [gespecialiseerd-aannemer]
  subsectors: [woningbouw]
  facts: {maakt-modellen: nee}
answers:
  STD-G-01: {answer: nee, explanation: {reason: te-duur, text: Nu nog te duur.}}
  STD-G-02: {answer: ja, evidence: [{kind: toets, url: "https://example.org/t", date: 2026-05-12}]}
  VEI-G-01: deels
  VEI-G-02:
    answer: ja
    evidence:
    - {kind: document, title: Oud, url: "https://example.org/o", date: 2020-01-01}
    - {kind: document, title: Nieuw, file: plan.txt, date: 2026-01-01}
    - {kind: document, title: Bekeken, url: "https://example.org/b", date: 2026-01-01, reviewed_by: Keuringsbureau}
  DSG-W-01: {answer: nvt, reason: Geheim van de zaak.}
"""


@pytest.fixture(scope="module")
def loaded():
    return api.load_tender(str(HERE / "requests" / "vol.yaml"), str(NORM)).value


@pytest.fixture
def own(tmp_path):
    """Returns a function that loads a self-assessment of a firm of some size."""

    def load(size="klein"):
        (tmp_path / "org.yaml").write_text(ORG.replace("SIZE", size), encoding="utf-8")
        (tmp_path / "plan.txt").write_text("plan", encoding="utf-8")
        outcome = api.load(str(tmp_path / "org.yaml"), str(NORM))
        assert outcome.value is not None, outcome.problems
        return outcome.value

    return load


def beside(loaded, mine, **more):
    return against(loaded.spec, loaded.tender, mine.assessment, mine.findings, DAY, **more)


def test_every_requirement_says_what_is_missing(loaded, own):
    judged = beside(loaded, own())

    assert {r.requirement.criterion.id: (r.verdict.value, r.reasons) for r in judged.rows} == {
        "STD-G-01": ("uitgelegd", ()),  # to deviate is allowed here
        "STD-W-01": ("uitgelegd", ()),  # makes no models
        "VEI-G-01": ("voldoet-niet", ("afwijken-mag-niet",)),
        "VEI-G-02": ("voldoet", ()),
        "STD-G-02": ("voldoet", ()),
        "STD-W-02": ("niet-beloofd", ()),
    }
    assert (judged.in_order, judged.same) == (False, True)


def test_what_a_fact_rules_out_is_told_in_the_words_of_the_edition(loaded, own):
    rows = {r.requirement.criterion.id: r.explanation for r in beside(loaded, own(), language="en").rows}

    assert rows["STD-W-01"] == "you make no models"


def test_a_sole_trader_is_exempt_by_its_size(loaded, own):
    rows = {r.requirement.criterion.id: (r.verdict.value, r.reasons) for r in beside(loaded, own("zzp")).rows}

    assert rows["STD-W-02"] == ("niet-beloofd", ())
    assert rows["VEI-G-02"] == ("voldoet", ())


def test_a_ja_to_oneself_promises_nothing_above_the_minimum(loaded, own):
    mine = own()
    answers = {"STD-G-02": mine.assessment.answers["STD-G-02"].model_copy(update={"evidence": ()})}
    bare = mine.assessment.model_copy(update={"answers": answers})
    judged = against(loaded.spec, loaded.tender, bare, {}, DAY)
    rows = {r.requirement.criterion.id: (r.verdict.value, r.reasons) for r in judged.rows}

    assert rows["STD-G-02"] == ("niet-beloofd", ("geen-bewijs",))


def test_the_form_holds_what_was_asked_and_nothing_else(loaded, own):
    mine = own()
    answer = answer_of(loaded.spec, loaded.tender, mine.assessment, beside(loaded, mine))
    data = answer_data(answer)

    assert list(data["answers"]) == ["STD-G-01", "VEI-G-02"]
    assert data["answers"]["STD-G-01"] == {"answer": "nee-want", "explanation": "Nu nog te duur.", "evidence": []}
    assert [e["title"] for e in data["answers"]["VEI-G-02"]["evidence"]] == ["Bekeken", "Nieuw"]
    text = json.dumps(data)
    for secret in ("12345678", "klein", "Geheim", "deels", "Oud", "gespecialiseerd", "maakt-modellen"):
        assert secret not in text


def test_the_size_is_told_only_where_it_matters(loaded, own):
    mine = own("micro")

    assert answer_of(loaded.spec, loaded.tender, mine.assessment, beside(loaded, mine)).tenderer.size == "micro"


def test_the_form_keeps_its_schema_and_reads_back(loaded, own):
    mine = own("micro")
    answer = answer_of(loaded.spec, loaded.tender, mine.assessment, beside(loaded, mine))
    raw = json.dumps(answer_data(answer)).encode()

    schema = json.loads(answer_schema(loaded.spec, texts("nl")))
    jsonschema.validate(json.loads(raw), schema, jsonschema.Draft202012Validator)
    assert read_answer(raw, "antwoord.json", loaded.spec.edition).value == answer


def test_the_workbook_reads_back_the_same_answers(loaded, own):
    mine = own()
    answer = answer_of(loaded.spec, loaded.tender, mine.assessment, beside(loaded, mine))
    raw = answer_workbook(loaded.spec, texts("nl"), filled(answer))

    read = read_answer(raw, "antwoord.xlsx", loaded.spec.edition)
    assert read.problems == ()
    assert read.value.answers == answer.answers


def test_another_edition_is_a_problem_that_says_so(loaded, own):
    mine = own().assessment
    other = mine.model_copy(update={"edition": "2019.1"})

    assert other_edition(loaded.spec, mine, "org.yaml") is None
    problem = other_edition(loaded.spec, other, "org.yaml")
    assert (problem.code, problem.values) == ("T034", {"edition": "2019.1", "asked": "2020.1"})


def test_a_file_that_is_gone_is_missing_proof(loaded, own):
    mine = own()
    gone = dict.fromkeys(mine.findings, Finding.MISSING)
    judged = against(loaded.spec, loaded.tender, mine.assessment, gone, DAY)
    row = next(r for r in judged.rows if r.requirement.criterion.id == "VEI-G-02")

    assert [e.reason for e in row.evidence] == ["te-oud", "bestand-ontbreekt", None]


@pytest.fixture
def desk(tmp_path):
    """A folder with the self-assessment of the golden tests and the request."""
    folder = tmp_path / "bureau"
    shutil.copytree(OWN, folder, ignore=shutil.ignore_patterns("nl", "en"))
    shutil.copy(HERE / "requests" / "vol.yaml", folder / "uitvraag.yaml")
    return folder


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(
    ("form", "suffix"), [("terminal", "txt"), ("markdown", "md"), ("html", "html"), ("json", "json")]
)
def test_the_report_for_oneself(form, suffix, language, desk, cli, golden):
    arguments = ("assess", "org.yaml", "--against", "uitvraag.yaml", "--format", form, "--lang", language)
    ran = cli(*with_norm(*arguments), cwd=desk)

    assert (ran.code, ran.err) == (1, "")
    golden(GOLDEN / language / f"zelf.{suffix}", ran.out)


@pytest.mark.parametrize("name", ["antwoord.json", "antwoord.xlsx"])
def test_the_form_is_written_once(name, desk, cli):
    arguments = with_norm("assess", "org.yaml", "--against", "uitvraag.yaml", "--answer", name)
    ran = cli(*arguments, cwd=desk)

    assert ran.code == 1
    assert name in ran.err
    before = (desk / name).read_bytes()
    again = cli(*arguments, cwd=desk)
    assert (again.code, (desk / name).read_bytes()) == (4, before)
    assert "F022" in again.err
    checked = cli(*with_norm("tender", "check", name, "--against", "uitvraag.yaml", "--date", "2026-11-22"), cwd=desk)
    assert checked.code == (0 if name.endswith("json") else 1), checked.out  # nobody is named in the workbook yet


def test_the_workbook_has_the_answers_in_it(desk, cli):
    cli(*with_norm("assess", "org.yaml", "--against", "uitvraag.yaml", "--answer", "a.xlsx"), cwd=desk)
    sheet = openpyxl.load_workbook(io.BytesIO((desk / "a.xlsx").read_bytes()))["Antwoord"]

    assert [row[2].value for row in sheet.iter_rows(min_row=2)] == ["ja", "ja", "ja", "ja", None, None]


@pytest.mark.parametrize(
    ("more", "code", "problem"),
    [
        (("--answer", "org.yaml"), 2, "U004"),
        (("--answer", "antwoord.docx"), 2, "U004"),
        (("--answer", "-"), 2, "U004"),
        (("--require", "2"), 2, "U008"),
        (("--answer", "x.json", "--output", "x.json", "--format", "json"), 4, "F021"),
        (("--output", "uitvraag.yaml"), 4, "F021"),
    ],
)
def test_wrong_use(more, code, problem, desk, cli):
    before = {file: file.read_bytes() for file in desk.iterdir() if file.is_file()}
    ran = cli(*with_norm("assess", "org.yaml", "--against", "uitvraag.yaml", *more), cwd=desk)

    assert ran.code == code, ran.err
    assert problem in ran.err
    assert {file: file.read_bytes() for file in before} == before


def test_an_answer_asks_for_a_request(desk, cli):
    ran = cli(*with_norm("assess", "org.yaml", "--answer", "a.json"), cwd=desk)

    assert ran.code == 2
    assert not (desk / "a.json").exists()


def test_another_edition_stops_the_comparison(desk, cli):
    other = Path(desk / "org.yaml")
    other.write_text(other.read_text(encoding="utf-8").replace('"2020.1"', '"2019.1"'), encoding="utf-8")
    ran = cli(*with_norm("assess", "org.yaml", "--against", "uitvraag.yaml"), cwd=desk)

    assert (ran.code, ran.out) == (3, "")
