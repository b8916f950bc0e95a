"""What an answer comes to: every verdict, with its reason, on small requests under the test edition."""

from datetime import date

import pytest

from digisamen.model.answered import Finding
from digisamen.tender.answer import Firm, FirmRole, Said, TenderAnswer, Verdict
from digisamen.tender.judge import judge
from digisamen.tender.request import Tender
from digisamen.tender.specify import specification
from digisamen.tender.tables import ANSWER_WORDS, ROLE_CODES

DAY = date(2026, 11, 22)
TEST = {"kind": "toets", "url": "https://example.org/toets", "date": "2026-05-12"}
PAPER = {"kind": "document", "url": "https://example.org/document", "date": "2026-05-12"}


def tender(**more):
    data = {
        "schema": "digisamen/tender/v1",
        "edition": "2020.1",
        "id": "PROEF-7",
        "contract": {"subsector": "woningbouw", "roles": ["hoofdaannemer"]},
        "levels": {"standaarden": 1},
        **more,
    }
    return Tender.model_validate(data)


@pytest.fixture
def judged(edition):
    """Returns a function that judges one answer to STD-G-01, or more answers, and gives everything."""

    def run(answers, *, about=None, **more):
        request = about or tender()
        spec = specification(edition, request)
        moment, findings = more.pop("moment", "inschrijving"), more.pop("findings", None)
        data = {
            "schema": "digisamen/answer/v1",
            "specification": {"id": request.id, "version": request.version, "sha256": spec.digest},
            "edition": "2020.1",
            "tenderer": {"name": "Bouwbedrijf De Proef", "role": "sole-tenderer"},
            "answers": answers,
            **more,
        }
        return judge(spec, request, TenderAnswer.model_validate(data), DAY, moment=moment, findings=findings)

    return run


def row(judged, name="STD-G-01"):
    found = next(r for r in judged.rows if r.requirement.criterion.id == name)
    return found.verdict.value, found.reasons


@pytest.mark.parametrize(
    ("answer", "moment", "expected"),
    [
        ({}, "inschrijving", ("onvolledig", ("geen-antwoord",))),
        ({"answer": None, "evidence": [TEST]}, "bewijs", ("onvolledig", ("geen-antwoord",))),
        ({"answer": "ja"}, "inschrijving", ("bewijs-volgt", ("geen-bewijs",))),
        ({"answer": "ja"}, "bewijs", ("onvolledig", ("geen-bewijs",))),
        ({"answer": "ja", "evidence": [PAPER]}, "inschrijving", ("voldoet", ())),
        ({"answer": "ja", "evidence": [PAPER]}, "bewijs", ("voldoet", ())),
        ({"answer": "ja", "evidence": [{**PAPER, "date": "2020-01-01"}]}, "bewijs", ("onvolledig", ("te-oud",))),
        (
            {"answer": "ja", "evidence": [{**PAPER, "date": "2020-01-01"}]},
            "inschrijving",
            ("bewijs-volgt", ("te-oud",)),
        ),
        (
            {"answer": "ja", "evidence": [{**PAPER, "date": "2026-12-01"}]},
            "bewijs",
            ("onvolledig", ("nog-niet-geldig",)),
        ),
        (
            {"answer": "ja", "evidence": [{**PAPER, "kind": "certificaat"}]},
            "bewijs",
            ("onvolledig", ("geen-einddatum",)),
        ),
        ({"answer": "gelijkwaardig"}, "inschrijving", ("onvolledig", ("geen-uitleg",))),
        ({"answer": "gelijkwaardig", "explanation": "Anders."}, "inschrijving", ("gelijkwaardig", ())),
        ({"answer": "gelijkwaardig", "explanation": "Anders."}, "bewijs", ("gelijkwaardig", ("geen-bewijs",))),
        ({"answer": "gelijkwaardig", "explanation": "Zo.", "evidence": [PAPER]}, "bewijs", ("gelijkwaardig", ())),
        ({"answer": "nee-want", "explanation": "Omdat."}, "inschrijving", ("voldoet-niet", ("afwijken-mag-niet",))),
        ({"answer": "nvt"}, "inschrijving", ("onvolledig", ("geen-reden",))),
        ({"answer": "nvt", "explanation": "Omdat."}, "bewijs", ("uitgelegd", ())),
        ({"answer": "nvt", "explanation": "  "}, "bewijs", ("onvolledig", ("geen-reden",))),
    ],
)
def test_one_answer(answer, moment, expected, judged):
    assert row(judged({"STD-G-01": answer}, moment=moment)) == expected


def test_to_deviate_asks_permission_and_an_explanation(judged):
    may = tender(may_deviate=["STD-G-01"])

    assert row(judged({"STD-G-01": {"answer": "nee-want", "explanation": "Omdat."}}, about=may)) == ("uitgelegd", ())
    assert row(judged({"STD-G-01": {"answer": "nee-want"}}, about=may)) == ("voldoet-niet", ("geen-uitleg",))


def test_nvt_asks_a_criterion_that_allows_it_or_depends_on_a_fact(judged):
    said = {"answer": "nvt", "explanation": "Omdat."}
    about = tender(levels={"standaarden": 1, "digiveiligheid": 1})
    found = judged({"STD-W-01": said, "VEI-G-01": said}, about=about)

    assert row(found, "STD-W-01") == ("uitgelegd", ())  # never nvt, but only for who makes models
    assert row(found, "VEI-G-01") == ("voldoet-niet", ("nvt-mag-niet",))


@pytest.mark.parametrize(
    ("strength", "evidence", "expected"),
    [
        ("S1", PAPER, ("voldoet", ())),
        ("S2", PAPER, ("onvolledig", ("sterkte-S2",))),
        ("S2", {**PAPER, "reviewed_by": "Keuringsbureau"}, ("voldoet", ())),
        ("S2", {**PAPER, "reviewed_by": "bouwbedrijf  de PROEF"}, ("onvolledig", ("sterkte-S2", "eigen-beoordeling"))),
        ("S2", TEST, ("voldoet", ())),
        ("S3", {**PAPER, "reviewed_by": "Keuringsbureau"}, ("onvolledig", ("sterkte-S3",))),
        ("S3", {**TEST, "reviewed_by": "Keuringsbureau"}, ("voldoet", ())),
    ],
)
def test_proof_is_as_strong_as_asked(strength, evidence, expected, judged):
    about = tender(proof={"strength": strength})

    assert row(judged({"STD-G-01": {"answer": "ja", "evidence": [evidence]}}, about=about, moment="bewijs")) == expected


def test_files_count_as_they_were_found(judged):
    said = {"STD-G-01": {"answer": "ja", "evidence": [{"kind": "document", "file": "a.pdf", "date": "2026-05-12"}]}}

    assert row(judged(said, moment="bewijs")) == ("voldoet", ())
    assert row(judged(said, moment="bewijs", findings={})) == ("onvolledig", ("bestand-ontbreekt",))
    found = {("STD-G-01", 0): Finding.FOUND}
    assert row(judged(said, moment="bewijs", findings=found)) == ("voldoet", ())


def test_a_small_firm_is_exempt_only_when_all_who_answer_are(judged):
    about = tender(levels={"standaarden": 2})
    small, other = {"name": "Een", "size": "zzp"}, {"name": "Twee"}

    assert row(judged({}, about=about, tenderer=small), "STD-W-02") == ("voldoet", ("grootte",))
    assert row(judged({}, about=about), "STD-W-02") == ("onvolledig", ("geen-antwoord",))
    assert row(judged({}, about=about, tenderer=small, members=[other]), "STD-W-02")[0] == "onvolledig"


def test_light_proof_is_enough_where_the_lighter_form_holds(judged):
    about = tender(levels={"digiveiligheid": 2}, proof={"strength": "S3"})
    said = {"VEI-G-02": {"answer": "ja", "evidence": [PAPER]}}

    assert row(judged(said, about=about, moment="bewijs"), "VEI-G-02") == ("onvolledig", ("sterkte-S3",))
    small = {"name": "Een", "size": "micro"}
    assert row(judged(said, about=about, moment="bewijs", tenderer=small), "VEI-G-02") == ("voldoet", ())


def test_nobody_has_to_promise_what_lies_above_the_minimum(judged):
    about = tender(use=["uitvoering", "gunning"], levels={"standaarden": {"level": 1, "award": 2, "benefit": "EUR 1"}})

    assert row(judged({}, about=about), "STD-G-02") == ("niet-beloofd", ())
    assert row(judged({"STD-G-02": {"answer": "ja"}}, about=about), "STD-G-02")[0] == "bewijs-volgt"
    promised = judged({}, about=about, levels={"standaarden": 2})
    assert row(promised, "STD-G-02") == ("onvolledig", ("geen-antwoord",))
    assert [(p.asked, p.promised, p.enough) for p in promised.promises] == [(1, 2, True)]


def whole(edition, request):
    ids = [r.criterion.id for r in specification(edition, request).requirements]
    return {name: {"answer": "ja", "evidence": [TEST]} for name in ids}


def test_the_whole_is_in_order(edition, judged):
    found = judged(whole(edition, tender()), moment="bewijs")

    assert (found.in_order, found.complete, found.same) == (True, True, True)
    assert found.counts == {Verdict.MET: len(found.rows)}


@pytest.mark.parametrize(
    ("more", "differs"),
    [
        ({"edition": "2019.1"}, ("edition",)),
        ({"specification": {"id": "X", "version": "2", "sha256": "0"}}, ("id", "version", "sha256")),
        ({"specification": {}}, ("id", "version", "sha256")),
    ],
)
def test_an_answer_to_something_else_is_not_in_order(more, differs, edition, judged):
    found = judged(whole(edition, tender()), moment="bewijs", **more)

    assert found.differs == differs
    assert (found.complete, found.in_order) == (True, False)


def test_less_promised_and_nobody_named_are_not_in_order(edition, judged):
    answers = whole(edition, tender())

    assert not judged(answers, levels={"standaarden": 0}).in_order
    assert not judged(answers, tenderer=None).in_order


def test_what_was_not_asked_is_named_and_changes_nothing(edition, judged):
    found = judged({**whole(edition, tender()), "DSG-G-01": {"answer": "ja"}, "?": {"answer": "ja"}}, moment="bewijs")

    assert (found.unknown, found.in_order) == (("DSG-G-01", "?"), True)


def test_a_kind_of_another_edition_counts_for_nothing(judged):
    found = judged({"STD-G-01": {"answer": "ja", "evidence": [{**PAPER, "kind": "zegel"}]}}, moment="bewijs")

    assert row(found) == ("onvolledig", ("soort-onbekend",))


def test_the_words_are_those_of_the_form():
    assert Said.__args__ == tuple(ANSWER_WORDS)
    assert FirmRole.__args__ == ROLE_CODES
    assert Firm(name="Een", part=" ").part is None
