"""What the plan of a move says of each question, on the small editions with every kind of change."""

import pytest

from digisamen import api
from digisamen.migrate.migration import FATES
from digisamen.migrate.plan import carried, plan, successors
from digisamen.model.assessment import Answer, Assessment
from digisamen.model.criteria import same_year
from digisamen.norm.compare.diff import diff
from digisamen.score.scope import counts
from tests.migrate.editions import NEW, NEXT, OLD, tell


@pytest.fixture(scope="module")
def editions(tmp_path_factory):
    folder = str(tell(tmp_path_factory.mktemp("criteria"), OLD, NEW, NEXT))
    return {n: api.load_edition(n, folder).value for n in (OLD, NEW, NEXT)}


def evidence(number, kind="document"):
    return {"kind": kind, "url": f"https://example.org/{number}", "date": "2021-01-01"}


@pytest.fixture
def planned(editions):
    def run(answers, facts=None, old=OLD, new=NEW):
        who = {"name": "X", "size": "klein", "roles": ["aannemer"], "subsectors": ["woningbouw"], "facts": facts or {}}
        data = {"schema": "digisamen/assessment/v1", "edition": old, "date": "2021-05-01", "organisation": who}
        said = Assessment.model_validate({**data, "answers": answers})
        one, other = editions[old], editions[new]
        now = counts(said.organisation, other)
        made = plan(said, one, other, diff(one, other), counts(said.organisation, one), now)
        return said, made, {m.id: m for m in made.moves}

    return run


EXPLAINED = {"answer": "nee", "explanation": {"reason": "te-duur", "text": "Te duur."}}
BUSY = {"answer": "nee", "explanation": {"reason": "te-druk", "text": "Te druk."}}
NVT = {"answer": "nvt", "reason": "Zo is het."}


@pytest.mark.parametrize(
    ("name", "said", "fate", "reasons"),
    [
        ("STD-G-01", "ja", "opnieuw", ("tekst-strenger",)),
        ("STD-G-01", "deels", "opnieuw", ("tekst-strenger",)),
        ("STD-G-01", NVT, "opnieuw", ("tekst-strenger",)),
        ("STD-G-01", "nee", "blijft", ()),  # who did not meet less does not meet more
        ("STD-G-01", None, "blijft", ()),
        ("STD-G-02", "ja", "blijft", ()),  # who met more meets less
        ("STD-G-02", "nee", "opnieuw", ("tekst-soepeler",)),
        ("STD-G-03", NVT, "opnieuw", ("nvt-niet-meer",)),
        ("STD-G-03", EXPLAINED, "opnieuw", ("uitleg-niet-meer",)),
        ("STD-G-03", {"explanation": EXPLAINED["explanation"]}, "opnieuw", ("uitleg-niet-meer",)),
        ("STD-G-11", BUSY, "opnieuw", ("reden-weg",)),
        ("STD-G-11", EXPLAINED, "blijft", ()),
        ("STD-G-06", "ja", "opnieuw", ("samengevoegd",)),
        ("STD-G-04", "ja", "gesplitst", ()),
        ("STD-G-05", "ja", "samengevoegd", ()),
        ("STD-G-07", "ja", "samengevoegd", ()),
        ("STD-G-09", "ja", "vervangen", ()),
        ("STD-G-10", "ja", "vervallen", ()),
    ],
)
def test_the_fate_of_an_answer(name, said, fate, reasons, planned):
    move = planned({name: said})[2][name]

    assert (move.fate, move.reasons) == (fate, reasons)
    assert move.archived == (fate != "blijft")


def test_a_question_without_anything_needs_no_archive(planned):
    assert not planned({"STD-G-10": None})[2]["STD-G-10"].archived


def test_evidence_goes_with_what_takes_its_place(planned):
    said, made, moves = planned({"STD-G-04": {"answer": "ja", "evidence": [evidence(1), evidence(2, "foto")]}})

    assert moves["STD-G-21"].evidence == moves["STD-G-22"].evidence == (("STD-G-04", 0),)
    assert carried(said, made).answers["STD-G-21"] == Answer(evidence=said.answers["STD-G-04"].evidence[:1])


def test_the_same_evidence_of_two_merged_answers_comes_once(planned):
    _, _, moves = planned(
        {
            "STD-G-07": {"answer": "ja", "evidence": [evidence(1)]},
            "STD-G-08": {"answer": "ja", "evidence": [evidence(1), evidence(2)]},
        }
    )

    assert moves["STD-G-23"].evidence == (("STD-G-07", 0), ("STD-G-08", 1))


def test_evidence_of_what_is_merged_into_a_question_that_stays_comes_along(planned):
    said, made, moves = planned(
        {
            "STD-G-05": {"answer": "ja", "evidence": [evidence(1), evidence(2)]},
            "STD-G-06": {"answer": "ja", "evidence": [evidence(2), evidence(3, "foto")]},
        }
    )

    assert moves["STD-G-06"].evidence == (("STD-G-06", 0), ("STD-G-05", 0))
    assert moves["STD-G-06"].reasons == ("samengevoegd", "soort-bewijs-weg")
    assert [e.url for e in carried(said, made).answers["STD-G-06"].evidence] == [
        f"https://example.org/{n}" for n in (2, 1)
    ]


def test_an_answer_stays_when_only_a_kind_of_evidence_is_gone(planned):
    said, made, moves = planned({"STD-G-02": {"answer": "ja", "evidence": [evidence(1, "foto"), evidence(2)]}})

    move = moves["STD-G-02"]
    assert (move.fate, move.reasons, move.archived, move.evidence) == (
        "blijft",
        ("soort-bewijs-weg",),
        True,
        (("STD-G-02", 1),),
    )
    assert carried(said, made).answers["STD-G-02"].answer == "ja"


def test_new_questions_go_no_higher_than_the_file(planned):
    low, high = planned({"STD-G-01": "ja"})[2], planned({"STD-G-01": "ja", "STD-G-07": "ja"})[2]

    assert "STD-G-25" in low
    assert "STD-G-23" not in low
    assert "STD-G-23" in high


def test_facts_come_and_go(planned):
    said, made, _ = planned({}, {"graaft": "ja"})

    assert (made.facts_gone, made.facts_new) == (("graaft",), ("meet",))
    assert carried(said, made).organisation.facts == {}


def test_every_answer_has_one_fate_and_the_order_is_fixed(planned):
    said, made, moves = planned({f"STD-G-{n:02}": "ja" for n in range(1, 13)})

    assert set(said.answers) <= set(moves)
    assert len(moves) == len(made.moves)
    assert [FATES.index(m.fate) for m in made.moves] == sorted(FATES.index(m.fate) for m in made.moves)


def test_a_change_of_text_without_a_class_is_asked_again(planned):
    assert planned({"STD-G-11": "ja"}, old=NEW, new=NEXT)[2]["STD-G-11"].reasons == ("tekst-zonder-klasse",)


def test_an_erratum_asks_nothing_again(editions, planned):
    data = editions[NEW].model_dump(mode="json", by_alias=True)
    data["content"]["edition"]["edition"] = "2021.2"
    data["content"]["criteria"]["STD-G-11"]["requirement"] = {"nl": "Zonder tikfout.", "en": "Without a typo."}
    data["content"]["changes"] = {"previous": NEW, "changes": {}}
    editions["2021.2"] = type(editions[NEW]).model_validate(data)

    move = planned({"STD-G-11": "ja"}, old=NEW, new="2021.2")[2]["STD-G-11"]
    assert (move.fate, same_year("2021.2", NEW)) == ("blijft", True)


def test_successors_follow_the_whole_way(editions):
    assert successors("STD-G-04", editions[NEXT]) == ("STD-G-22", "STD-G-26")
    assert successors("STD-G-10", editions[NEXT]) == ()
    assert successors("STD-G-99", editions[NEXT]) == ()
