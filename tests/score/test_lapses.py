"""Evidence that lapses: what is named, and what it does to the level."""

from datetime import timedelta
from pathlib import Path

from hypothesis import given, settings

from digisamen import api
from digisamen.model.answered import Finding
from digisamen.score import lapses as lapsing
from digisamen.score.lapses import _effects
from digisamen.score.levels import score_subsector
from digisamen.score.scorecard import score
from tests.score.make import assessments, document, proof, read, scored, yes


def test_soon_is_sixty_days_and_names_the_effect(edition):
    answers = {
        "STD-G-01": yes(proof(day="2026-01-21")),
        "STD-W-01": yes(proof()),
        "VEI-G-01": yes(proof(day="2026-01-22")),
        "DSG-G-01": yes(proof()),
        "DTW-W-01": yes(proof()),
    }
    lapses = scored(edition, document(edition, answers)).lapses[0]

    assert [(x.criterion, x.days) for x in lapses] == [("STD-G-01", 60)]
    assert [(e.theme, e.before, e.after) for e in lapses[0].effects] == [(None, 1, 0), ("standaarden", 1, 0)]


def test_a_later_lapse_does_not_inherit_an_earlier_fall(edition):
    answers = {
        "STD-G-01": yes(proof(day="2025-12-01")),
        "STD-W-01": yes(proof()),
        "VEI-G-01": yes(proof(day="2025-12-20"), proof(day="2026-11-01")),
        "DSG-G-01": yes(proof(day="2025-12-24")),
        "DTW-W-01": yes(proof()),
    }
    lapses = scored(edition, document(edition, answers)).lapses[0]
    effects = {x.criterion: [(e.theme, e.before, e.after) for e in x.effects] for x in lapses}

    assert effects == {
        "STD-G-01": [(None, 1, 0), ("standaarden", 1, 0)],
        "VEI-G-01": [],
        "DSG-G-01": [("dsgo", 1, 0)],
    }


def test_lapsed_evidence_is_named_too(edition):
    lapses = scored(edition, document(edition, {"VEI-G-01": yes(proof(day="2020-01-01"))})).lapses[0]

    assert [(x.criterion, x.days < 0, x.effects) for x in lapses] == [("VEI-G-01", True, ())]


def test_evidence_with_a_successor_has_no_effect(edition):
    answers = {"DSG-G-01": yes(proof(day="2025-12-01"), proof(day="2026-11-01"))}
    lapses = scored(edition, document(edition, answers)).lapses[0]

    assert [x.effects for x in lapses] == [()]


NORM = api.load_edition("2020.1", str(Path(__file__).parent.parent / "criteria")).value


@settings(max_examples=150)
@given(assessments(NORM))
def test_the_effect_is_the_difference_of_two_whole_scores(data):
    """What a lapse does is worked out from the score of today; scoring all over again on both days gives the same."""
    assessment = read(NORM, data)
    found = {(n, p): Finding.FOUND for n, a in assessment.answers.items() for p, _ in enumerate(a.evidence)}
    card = score(NORM, assessment, found, assessment.date)
    for part, lapses in zip(card.subsectors, card.lapses, strict=True):
        for lapse in (x for x in lapses if x.evidence.counts):
            theme = NORM.criteria[lapse.criterion].theme
            days = (lapse.last_day, lapse.last_day + timedelta(1))
            then = [score_subsector(NORM, assessment, found, day, part.subsector) for day in days]
            assert lapse.effects == _effects(*then, theme)


def test_thousands_of_pieces_that_lapse_do_not_score_thousands_of_times(edition, monkeypatch):
    counted = []
    real = lapsing.score_theme
    monkeypatch.setattr(lapsing, "score_theme", lambda *given: (counted.append(1), real(*given))[1])
    pieces = [proof(day=f"2025-{11 + n % 2}-{n % 28 + 1:02d}") for n in range(2000)]
    lapses = scored(edition, document(edition, {"STD-G-01": yes(*pieces)})).lapses[0]

    assert len(lapses) > 1000
    assert len(counted) <= 2 * 62 * len(edition.text.themes)
