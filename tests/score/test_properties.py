"""The invariants of the score, on random assessments."""

import copy
from pathlib import Path

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from digisamen import api
from tests.score.make import assessments, document, numbers, proof, scored

EDITION = api.load_edition("2020.1", str(Path(__file__).parent.parent / "criteria")).value
IDS = list(EDITION.criteria)


def score_of(data):
    return numbers(scored(EDITION, data))


def never_lower(before, after):
    for key, old in before.items():
        new = after[key]
        assert (old is None) == (new is None)
        if old:
            assert all(new[name] >= old[name] for name in old), key


@settings(max_examples=200)
@given(assessments(EDITION), st.sampled_from(IDS), st.sampled_from(["deels", "nee", None]))
def test_yes_instead_of_less_never_lowers_a_number(data, name, before):
    worse, better = copy.deepcopy(data), copy.deepcopy(data)
    worse["answers"][name] = {"answer": before, "evidence": [proof()]}
    better["answers"][name] = {"answer": "ja", "evidence": [proof()]}

    never_lower(score_of(worse), score_of(better))


@settings(max_examples=200)
@given(assessments(EDITION), st.sampled_from(IDS), st.sampled_from(["document", "toets"]))
def test_more_current_evidence_never_lowers_a_number(data, name, kind):
    said = data["answers"].get(name)
    full = said if isinstance(said, dict) else {"answer": said}
    more = copy.deepcopy(data)
    more["answers"][name] = {**full, "evidence": [*full.get("evidence", []), proof(kind)]}

    never_lower(score_of(data), score_of(more))


@given(assessments(EDITION))
def test_the_numbers_stand_in_order(data):
    for row in score_of(data).values():
        if row:
            assert row["getoetst"] <= row["onderbouwd"] <= row["verklaard"] <= row["possible"] <= row["haalbaar"]


@given(assessments(EDITION))
def test_unanswered_never_settles(data):
    card = scored(EDITION, data)
    for c in (c for s in card.subsectors for t in s.themes for c in t.criteria):
        assert c.settled_at is None or c.answer in {"ja", "nvt"}


@given(assessments(EDITION), st.randoms(use_true_random=False))
def test_order_changes_nothing(data, random):
    shuffled = copy.deepcopy(data)
    answers = list(shuffled["answers"].items())
    random.shuffle(answers)
    shuffled["answers"] = dict(answers)
    random.shuffle(shuffled["organisation"]["roles"])
    random.shuffle(shuffled["organisation"]["subsectors"])

    assert scored(EDITION, shuffled) == scored(EDITION, data)


@given(assessments(EDITION), st.sampled_from([c.id for c in EDITION.criteria.values() if c.obligation == "should"]))
def test_a_should_changes_no_level(data, name):
    without = copy.deepcopy(data)
    without["answers"].pop(name, None)
    data["answers"][name] = "ja"

    assert score_of(data) == score_of(without)


@settings(max_examples=200)
@given(assessments(EDITION), st.sampled_from(list(EDITION.text.facts)))
def test_a_false_fact_never_lifts_a_number_above_the_ladder_that_is_left(data, fact):
    data["organisation"]["facts"] = {**data["organisation"]["facts"], fact: "nee"}
    card = scored(EDITION, data)

    for theme in (t for s in card.subsectors for t in s.scored):
        assert theme.levels.haalbaar == theme.ladder[-1]
        assert theme.levels.possible <= theme.ladder[-1]


@settings(max_examples=100)
@given(assessments(EDITION))
def test_the_step_reaches_its_goal_and_nothing_in_it_can_be_left_out(data):
    card = scored(EDITION, data)
    for score, way in zip(card.subsectors, card.ways, strict=True):
        assume(way.whole is not None)
        missing = [*way.whole.prove, *way.whole.do]
        done = copy.deepcopy(data)
        for c in missing:
            done["answers"][c.id] = {"answer": "ja", "evidence": [proof()]}
        after = next(s for s in scored(EDITION, done).subsectors if s.subsector == score.subsector)
        assert after.levels.onderbouwd >= way.whole.goal
        left_out = copy.deepcopy(done)
        left_out["answers"][missing[0].id] = "nee"
        before = next(s for s in scored(EDITION, left_out).subsectors if s.subsector == score.subsector)
        assert before.levels.onderbouwd < way.whole.goal


def test_the_document_helper_is_honest():
    assert score_of(document(EDITION, {}))["woningbouw", None]["verklaard"] == 0
