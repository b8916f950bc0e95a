"""The way up: what is missing, split into proving and doing."""

from tests.score.make import document, proof, scored, yes

DONE_1 = {
    "STD-G-01": yes(proof()),
    "STD-W-01": yes(proof()),
    "VEI-G-01": yes(proof()),
    "DSG-G-01": yes(proof()),
    "DTW-W-01": yes(proof()),
}


def ids(criteria):
    return [c.id for c in criteria]


def test_first_what_only_needs_proof_then_what_is_to_be_done(edition):
    card = scored(edition, document(edition, {**DONE_1, "STD-G-02": "ja", "VEI-G-02": "deels"}))
    whole = card.ways[0].whole

    assert (whole.start, whole.goal) == (1, 2)
    assert ids(whole.prove) == ["STD-G-02"]
    assert ids(whole.do) == ["DSG-W-01", "STD-W-02", "VEI-G-02"]


def test_the_step_after_holds_only_what_is_new(edition):
    card = scored(edition, document(edition, DONE_1))
    way = card.ways[0]

    assert way.after.goal == 3
    assert not {*ids(way.after.prove), *ids(way.after.do)} & {*ids(way.whole.prove), *ids(way.whole.do)}
    assert ids(way.after.do) == ["DTW-W-02", "VEI-W-01", "DSG-W-02", "STD-W-03"]


def test_a_theme_step_names_the_fewest_and_the_least_effort(edition):
    card = scored(edition, document(edition, {**DONE_1, "DTW-W-02": "ja"}))
    way = card.ways[0]

    assert (way.fewest.theme, way.fewest.count, way.fewest.effort) == ("digital-twins", 1, 0)
    assert way.least_effort.theme == "digital-twins"


def test_no_step_at_the_top(edition):
    answers = {name: yes(proof()) for name in ("VEI-G-01", "VEI-G-02", "STD-G-01", "STD-W-01", "DSG-G-01", "DSG-W-01")}
    answers |= {name: yes(proof()) for name in ("STD-G-02", "STD-W-03", "VEI-W-01")}
    who = {"size": "zzp", "facts": {"heeft-bezit": "nee"}}
    card = scored(edition, document(edition, answers, **who))

    assert card.subsectors[0].levels.onderbouwd == card.subsectors[0].levels.haalbaar == 2
    assert card.ways[0].whole is None


def test_a_level_where_all_is_nvt_is_stepped_over(edition):
    nvt = {"answer": "nvt", "reason": "x", "evidence": [proof()]}
    card = scored(edition, document(edition, {"VEI-G-01": yes(proof()), "VEI-G-02": nvt}))
    step = next(s for s in card.ways[0].themes if s.theme == "digiveiligheid")

    assert (step.start, step.goal, ids(step.do)) == (1, 3, ["VEI-W-01"])


def test_the_lighter_form_counts_one_step_less(edition):
    def effort(size):
        card = scored(edition, document(edition, DONE_1, size=size))
        step = next(s for s in card.ways[0].themes if s.theme == "digiveiligheid")
        return step.effort

    assert (effort("klein"), effort("micro")) == (3, 2)


def test_following_the_step_reaches_its_goal(edition):
    card = scored(edition, document(edition, {**DONE_1, "STD-G-02": "ja"}))
    whole = card.ways[0].whole
    answers = {**DONE_1, **{c.id: yes(proof()) for c in (*whole.prove, *whole.do)}}

    assert scored(edition, document(edition, answers)).subsectors[0].levels.onderbouwd == whole.goal
