"""`tender check` as a client uses it: the whole report, the exit codes, and files that are wrong."""

import json

import pytest

from digisamen import api
from tests.conftest import NORM, with_norm
from tests.tender.test_requests import GOLDEN, HERE

BAD = sorted((HERE / "bad").glob("antwoord-*.json"))
VOL = HERE / "requests" / "vol.yaml"
TEST = {"kind": "toets", "title": "Toets Zuidrand", "url": "https://example.org/toets", "date": "2026-05-12"}
PAPER = {"kind": "document", "title": "Plan", "file": "bewijs/plan.txt", "date": "2026-05-12"}
ANSWERS = {
    "STD-G-01": {"answer": "nee-want", "explanation": "Wij leveren een ander formaat | met <b>dezelfde</b> gegevens."},
    "STD-W-01": {
        "answer": "gelijkwaardig",
        "explanation": "Onze bibliotheek heeft dezelfde opbouw.",
        "evidence": [PAPER],
    },
    "VEI-G-01": {"answer": "ja", "evidence": [PAPER]},
    "STD-G-02": {"answer": "ja", "evidence": [TEST]},
    "STD-W-02": {"answer": "nvt"},
    "DSG-G-01": {"answer": "ja"},
}


@pytest.fixture
def desk(tmp_path):
    """Returns a function that writes an answer beside the request, in a folder with one evidence file."""
    spec = api.load_tender(str(VOL), str(NORM)).value.spec
    (tmp_path / "uitvraag.yaml").write_bytes(VOL.read_bytes())
    (tmp_path / "bewijs").mkdir()
    (tmp_path / "bewijs" / "plan.txt").write_text("plan", encoding="utf-8")

    def write(answers, **more):
        data = {
            "schema": "digisamen/answer/v1",
            "specification": {"id": "PROEF-7", "version": "1.2", "sha256": spec.digest},
            "edition": "2020.1",
            "tenderer": {"name": "Bouwbedrijf De Proef B.V.", "role": "sole-tenderer"},
            "answers": answers,
            **more,
        }
        (tmp_path / "antwoord.json").write_text(json.dumps(data), encoding="utf-8")
        return tmp_path

    return write


def check(cli, folder, *more, moment="bewijs"):
    arguments = ("tender", "check", "antwoord.json", "--against", "uitvraag.yaml", "--date", "2026-11-22")
    return cli(*with_norm(*arguments, "--moment", moment, *more), cwd=folder)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(
    ("form", "suffix"), [("terminal", "txt"), ("markdown", "md"), ("html", "html"), ("json", "json")]
)
def test_the_report(form, suffix, language, desk, cli, golden):
    folder = desk(ANSWERS, levels={"standaarden": 2, "digiveiligheid": 1})
    ran = check(cli, folder, "--format", form, "--lang", language)

    assert (ran.code, ran.err) == (1, "")
    golden(GOLDEN / language / f"antwoord.{suffix}", ran.out)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_report_on_another_version(language, desk, cli, golden):
    other = {"id": "PROEF-7", "version": "1.1", "sha256": "0" * 64}
    folder = desk(ANSWERS, specification=other, tenderer=None)
    ran = check(cli, folder, "--lang", language, moment="inschrijving")

    assert (ran.code, ran.err) == (1, "")
    golden(GOLDEN / language / "antwoord.anders.txt", ran.out)


def whole():
    spec = api.load_tender(str(VOL), str(NORM)).value.spec
    return {r.criterion.id: {"answer": "ja"} for r in spec.minimum}


@pytest.mark.parametrize(("moment", "code"), [("inschrijving", 0), ("bewijs", 1)])
def test_the_exit_code_is_about_the_moment(moment, code, desk, cli):
    assert check(cli, desk(whole()), moment=moment).code == code


def test_no_score_and_no_percentage(desk, cli):
    for form in ("terminal", "json"):
        out = check(cli, desk(ANSWERS), "--format", form).out
        assert "%" not in out
        assert "score" not in out


@pytest.mark.parametrize("file", BAD, ids=lambda f: f.stem)
def test_a_broken_answer(file, cli, golden):
    ran = cli(*with_norm("tender", "check", file.name, "--against", str(VOL)), cwd=file.parent)

    assert (ran.code, ran.out) == (3, "")
    golden(file.with_suffix(".txt"), ran.err)


def test_a_self_assessment_may_be_checked_as_well(cli):
    own = HERE.parent / "golden" / "gewoon"
    ran = cli(*with_norm("tender", "check", "org.yaml", "--against", str(VOL), "--format", "json"), cwd=own)

    assert (ran.code, json.loads(ran.out)["moment"]) == (0, "inschrijving")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("antwoord.json", "--against", "uitvraag.yaml", "--moment", "later"), 2),
        (("antwoord.json",), 2),
        (("weg.json", "--against", "uitvraag.yaml"), 4),
        (("antwoord.json", "--against", "weg.yaml"), 4),
        (("antwoord.json", "--against", "antwoord.json"), 3),
        (("antwoord.json", "--against", "uitvraag.yaml", "--output", "antwoord.json", "--format", "json"), 4),
        (("antwoord.json", "--against", "uitvraag.yaml", "--output", "bewijs/plan.txt"), 4),
    ],
)
def test_wrong_use(arguments, code, desk, cli):
    folder = desk({"VEI-G-01": {"answer": "ja", "evidence": [PAPER]}})
    before = (folder / "antwoord.json").read_bytes()

    assert cli(*with_norm("tender", "check", *arguments), cwd=folder).code == code
    assert (folder / "antwoord.json").read_bytes() == before
