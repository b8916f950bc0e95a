"""Evidence that lapses: what is named, and what it does to the level."""

from tests.score.make import document, proof, scored, yes


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
