"""Which criteria hold, counted out again in another way, for every choice that somebody can make."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from digisamen import api
from digisamen.model.answered import Finding
from digisamen.model.asked import Asked
from digisamen.model.assessment import Assurance
from digisamen.score.levels import score_musts, score_subsector
from digisamen.score.scope import Profile, counts, criteria, profile_of, scope_reason, select
from digisamen.score.scorecard import score
from tests.conftest import NORM
from tests.score.make import assessments, read

EDITION = api.load_edition("2020.1", str(NORM)).value
TEXT = EDITION.text


def some(words, most=2):
    return st.lists(st.sampled_from([*words]), unique=True, max_size=most).map(tuple)


profiles = st.builds(
    Profile,
    subsectors=some(TEXT.subsectors),
    roles=some(TEXT.roles),
    size=st.sampled_from([None, *TEXT.sizes]),
    false_facts=st.frozensets(st.sampled_from([*TEXT.facts])),
)
levels, themes = st.sampled_from([None, 0, 1, 2, 3, 4]), some(TEXT.themes)


def holds(criterion, who):
    """Returns whether a criterion holds, as the agreement would say it in words."""
    if criterion.state != "actief" or criterion.applies.sizes.get(who.size) == "vrijgesteld":
        return False
    if who.roles and not any(role in criterion.applies.roles for role in who.roles):
        return False
    return not any(fact in who.false_facts for fact in criterion.applies.facts)


@settings(max_examples=300)
@given(profiles, levels, themes)
def test_what_is_chosen(who, level, chosen):
    found = select(EDITION, who, level, chosen)
    wanted = {
        c.id
        for c in EDITION.criteria.values()
        if holds(c, who)
        and (who.subsectors == () or any(s in c.subsectors for s in who.subsectors))
        and (level is None or c.level <= level)
        and (chosen == () or c.theme in chosen)
    }

    assert [c.id for c in found] == [c.id for c in criteria(EDITION, who, level=level, themes=chosen)]
    assert {c.id for c in found} == wanted
    assert len(found) == len(wanted)
    order = [*TEXT.themes]
    for one, other in combinations(found, 2):
        keys = [(order.index(c.theme), c.level, c.obligation, c.id) for c in (one, other)]
        assert keys[0] < keys[1]


def test_without_a_profile_every_active_criterion_is_there():
    active = {c.id for c in EDITION.criteria.values() if c.state == "actief"}

    assert {c.id for c in criteria(EDITION)} == {c.id for c in select(EDITION, Profile())} == active
    assert {c.id for c in EDITION.criteria.values()} > active


@settings(max_examples=200)
@given(profiles, st.sampled_from([*EDITION.criteria.values()]))
def test_the_reason_is_the_first_that_holds(who, criterion):
    reason = scope_reason(criterion, who)
    missing = [fact for fact in criterion.applies.facts if fact in who.false_facts]
    reasons = (
        [f"toestand:{criterion.state}"] * (criterion.state != "actief")
        + ["rol"] * (who.roles != () and not {*who.roles} & {*criterion.applies.roles})
        + ["grootte"] * (criterion.applies.sizes.get(who.size) == "vrijgesteld")
        + [f"feit:{','.join(missing)}"] * bool(missing)
    )

    assert reason == next(iter(reasons), None)
    assert (reason is None) == holds(criterion, who)


@settings(max_examples=100)
@given(assessments(EDITION))
def test_musts_alone_give_the_same_levels(data):
    assessment = read(EDITION, data)
    who = assessment.organisation
    holding = counts(who, EDITION)
    found = {(n, p): Finding.FOUND for n, a in assessment.answers.items() for p, _ in enumerate(a.evidence)}

    assert holding == {c.id for c in select(EDITION, profile_of(who))}
    for subsector in who.subsectors:
        whole = score_subsector(EDITION, assessment, found, assessment.date, subsector)
        musts = score_musts(EDITION, assessment, found, assessment.date, subsector, holding)
        assert musts.subsector == subsector
        assert musts.levels == whole.levels
        assert [(t.theme, t.levels, t.ladder, t.target) for t in musts.themes] == [
            (t.theme, t.levels, t.ladder, t.target) for t in whole.themes
        ]
        for all_of_it, only in zip(whole.themes, musts.themes, strict=True):
            wanted = [c for c in all_of_it.criteria if c.obligation == "must" and c.in_scope]
            assert sorted(only.criteria, key=lambda c: c.id) == sorted(wanted, key=lambda c: c.id)


@settings(max_examples=200)
@given(assessments(EDITION), st.integers(0, 4), st.sampled_from([None, *TEXT.themes]), st.sampled_from(Assurance))
def test_what_is_asked_is_judged_theme_by_theme(data, level, theme, sure):
    """A theme meets what is asked at the lowest of that and what is attainable; what holds it back are open musts."""
    assessment = read(EDITION, data)
    found = {(n, p): Finding.FOUND for n, a in assessment.answers.items() for p, _ in enumerate(a.evidence)}
    card = score(EDITION, assessment, found, assessment.date, [Asked(level, theme, sure)])
    for part, judged in zip(card.subsectors, card.asked[0].subsectors, strict=True):
        scored = [t for t in part.themes if t.levels and theme in {None, t.theme}]
        assert judged.subsector == part.subsector
        assert [t.theme for t in judged.themes] == [t.theme for t in scored]
        for whole, one in zip(scored, judged.themes, strict=True):
            assert one.needed == min(level, whole.levels.haalbaar)
            assert one.reached == whole.levels.at(sure)
            assert one.met == (one.reached >= one.needed)
            possible = [n for n in whole.ladder if n >= one.needed and any(c.answer != "nvt" for c in whole.musts(n))]
            lacking = [
                c.id
                for n in whole.ladder
                for c in whole.musts(n)
                if possible and n <= min(possible) and not c.settled(sure)
            ]
            assert [*one.blocking] == ([] if one.met else lacking)
