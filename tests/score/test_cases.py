"""The worked cases of the one rule that matters, small enough to follow by hand.

The test edition, woningbouw, hoofdaannemer, with all facts true:

    standaarden     1: STD-G-01 STD-W-01   2: STD-G-02 STD-W-02   3: STD-W-03   (4: STD-W-04 should)
    digiveiligheid  1: VEI-G-01            2: VEI-G-02            3: VEI-W-01   4: VEI-W-02
    dsgo            1: DSG-G-01            2: DSG-W-01            3: DSG-W-02   4: DSG-W-03
    digital-twins  (1: DTW-W-03 should)    2: DTW-W-01            3: DTW-W-02
"""

import pytest

from digisamen.model.answered import Finding
from digisamen.model.asked import Asked
from digisamen.model.assessment import Assurance
from tests.score.make import document, proof, scored, yes

STD = {"STD-G-01": "ja", "STD-W-01": "ja", "STD-G-02": "ja", "STD-W-02": "ja", "STD-W-03": "ja"}


def theme(card, name="standaarden", subsector=0):
    return next(t for t in card.subsectors[subsector].themes if t.theme == name)


def row(levels):
    """The five numbers in the order of the reports: getoetst, onderbouwd, verklaard, possible, haalbaar."""
    if levels is None:
        return None
    return (levels.getoetst, levels.onderbouwd, levels.verklaard, levels.possible, levels.haalbaar)


@pytest.mark.parametrize(
    ("story", "answers", "who", "name", "expected"),
    [
        ("nothing answered", {}, {}, "standaarden", (0, 0, 0, 3, 3)),
        ("all said, nothing shown", STD, {}, "standaarden", (0, 0, 3, 3, 3)),
        ("one partly on level 2", {**STD, "STD-G-02": "deels"}, {}, "standaarden", (0, 0, 1, 1, 3)),
        ("one no on level 1", {**STD, "STD-G-01": "nee"}, {}, "standaarden", (0, 0, 0, 0, 3)),
        ("unfinished", {"STD-G-01": "ja", "STD-G-02": "nee"}, {}, "standaarden", (0, 0, 0, 1, 3)),
        (
            "shown on level 1, seen by another on one of two",
            {**STD, "STD-G-01": yes(proof("toets")), "STD-W-01": yes(proof())},
            {},
            "standaarden",
            (0, 1, 3, 3, 3),
        ),
        (
            "both seen by another",
            {**STD, "STD-G-01": yes(proof("toets")), "STD-W-01": yes(proof(reviewed_by="Keurder"))},
            {},
            "standaarden",
            (1, 1, 3, 3, 3),
        ),
        (
            "nvt with a reason settles as said, and needs proof of any kind to be shown",
            {**STD, "STD-G-02": {"answer": "nvt", "reason": "geen modellen"}},
            {},
            "standaarden",
            (0, 0, 3, 3, 3),
        ),
        (
            "nvt on every must of a level: that level is not reached itself",
            {"VEI-G-01": "ja", "VEI-G-02": {"answer": "nvt", "reason": "x"}},
            {},
            "digiveiligheid",
            (0, 0, 1, 4, 4),
        ),
        (
            "nvt on a level does not stop the next one",
            {"VEI-G-01": "ja", "VEI-G-02": {"answer": "nvt", "reason": "x"}, "VEI-W-01": "ja"},
            {},
            "digiveiligheid",
            (0, 0, 3, 4, 4),
        ),
        (
            "an exemption shortens the ladder: a gap at 3 leaves 4 out of reach",
            {"DSG-G-01": "ja", "DSG-W-01": "ja", "DSG-W-03": yes(proof("toets"))},
            {"size": "zzp"},
            "dsgo",
            (0, 0, 2, 2, 2),
        ),
        ("an exemption inside a level", {**STD, "STD-W-02": None}, {"size": "zzp"}, "standaarden", (0, 0, 3, 3, 3)),
        ("a ladder that starts at level 2", {"DTW-W-01": "ja"}, {}, "digital-twins", (0, 0, 2, 3, 3)),
        ("a false fact leaves only advice", {}, {"facts": {"heeft-bezit": "nee"}}, "digital-twins", None),
        (
            "a fact that is not given counts as true",
            {},
            {"facts": {"heeft-bezit": None}},
            "digital-twins",
            (0, 0, 0, 3, 3),
        ),
        (
            "an explained no never settles",
            {
                **STD,
                "STD-W-03": {"answer": "nee", "explanation": {"reason": "te-duur", "text": "x", "until": "2027-01-01"}},
            },
            {},
            "standaarden",
            (0, 0, 2, 2, 3),
        ),
        (
            "expired evidence leaves the answer as said",
            {**STD, "STD-G-01": yes(proof(day="2025-11-21")), "STD-W-01": yes(proof())},
            {},
            "standaarden",
            (0, 0, 3, 3, 3),
        ),
        (
            "the last day of the age is included",
            {**STD, "STD-G-01": yes(proof(day="2025-11-22")), "STD-W-01": yes(proof())},
            {},
            "standaarden",
            (0, 1, 3, 3, 3),
        ),
        (
            "future evidence does not count yet",
            {**STD, "STD-G-01": yes(proof(day="2026-11-23")), "STD-W-01": yes(proof())},
            {},
            "standaarden",
            (0, 0, 3, 3, 3),
        ),
        (
            "a certificate older than the age counts as long as it is valid",
            {
                **STD,
                "STD-G-01": yes(proof("certificaat", "2020-01-01", valid_until="2026-11-22")),
                "STD-W-01": yes(proof()),
            },
            {},
            "standaarden",
            (0, 1, 3, 3, 3),
        ),
        (
            "a certificate without an end date counts for nothing",
            {**STD, "STD-G-01": yes(proof("certificaat")), "STD-W-01": yes(proof())},
            {},
            "standaarden",
            (0, 0, 3, 3, 3),
        ),
        (
            "an end date ends other evidence too",
            {**STD, "STD-G-01": yes(proof(valid_until="2026-11-21")), "STD-W-01": yes(proof())},
            {},
            "standaarden",
            (0, 0, 3, 3, 3),
        ),
        (
            "one good piece of evidence is enough, whatever else there is",
            {**STD, "STD-G-01": yes(proof(day="2020-01-01"), proof()), "STD-W-01": yes(proof())},
            {},
            "standaarden",
            (0, 1, 3, 3, 3),
        ),
        ("a should changes no level", {**STD, "STD-W-04": yes(proof("toets"))}, {}, "standaarden", (0, 0, 3, 3, 3)),
        (
            "several roles: any one of them suffices for scope",
            STD,
            {"roles": ["hoofdaannemer", "opdrachtgever"]},
            "standaarden",
            (0, 0, 3, 4, 4),
        ),
        ("an upcoming criterion never counts", {**STD, "STD-W-06": "nee"}, {}, "standaarden", (0, 0, 3, 3, 3)),
    ],
)
def test_theme(edition, story, answers, who, name, expected):
    card = scored(edition, document(edition, answers, **who))

    assert row(theme(card, name).levels) == expected, story


def test_the_whole_is_the_weakest_theme_at_each_number(edition):
    answers = {**STD, "VEI-G-01": yes(proof("toets")), "DSG-G-01": yes(proof()), "DTW-W-01": yes(proof())}
    card = scored(edition, document(edition, {**answers, "STD-G-01": yes(proof()), "STD-W-01": yes(proof())}))

    assert row(card.subsectors[0].levels) == (0, 1, 1, 3, 3)


def test_a_theme_without_musts_does_not_count_in_the_whole(edition):
    card = scored(edition, document(edition, {}, facts={"heeft-bezit": "nee"}))

    assert theme(card, "digital-twins").only_advice
    assert [t.theme for t in card.subsectors[0].scored] == ["standaarden", "digiveiligheid", "dsgo"]


def test_shared_criteria_are_answered_once_for_two_subsectors(edition):
    answers = {"STD-G-01": yes(proof()), "STD-W-01": yes(proof()), "STD-G-02": "ja", "STD-U-01": "ja"}
    card = scored(edition, document(edition, answers, subsectors=["utiliteitsbouw", "woningbouw"]))

    assert [s.subsector for s in card.subsectors] == ["woningbouw", "utiliteitsbouw"]
    assert row(theme(card, subsector=0).levels) == (0, 1, 1, 3, 3)
    assert row(theme(card, subsector=1).levels) == (0, 1, 2, 2, 2)


def test_nvt_is_shown_by_any_kind_of_evidence(edition):
    shown = {
        "answer": "nvt",
        "reason": "geen incidenten mogelijk",
        "evidence": [proof("certificaat", valid_until="2027-01-01")],
    }
    card = scored(
        edition,
        document(edition, {"VEI-G-01": yes(proof("toets")), "VEI-G-02": shown, "VEI-W-01": yes(proof("toets"))}),
    )

    assert row(theme(card, "digiveiligheid").levels) == (3, 3, 3, 4, 4)


@pytest.mark.parametrize("finding", [f for f in Finding if f is not Finding.FOUND])
def test_a_file_that_is_not_as_named_leaves_the_answer_as_said(edition, finding):
    evidence = {"kind": "document", "file": "bewijs/a.txt", "date": "2026-10-01"}
    card = scored(edition, document(edition, {"VEI-G-01": yes(evidence)}), {("VEI-G-01", 0): finding})
    answer = theme(card, "digiveiligheid").criteria[0]

    assert answer.assurance is Assurance.VERKLAARD
    assert answer.assurance_reason == f"bestand-{finding}"


def test_musts_above_a_gap_are_outside_the_ladder(edition):
    card = scored(edition, document(edition, {}, size="zzp"))
    above = next(c for c in theme(card, "dsgo").criteria if c.id == "DSG-W-03")

    assert above.in_scope
    assert not above.on_ladder
    assert not above.gates


@pytest.mark.parametrize(
    ("fact", "size", "role", "criterion", "reason"),
    [
        ({"maakt-modellen": "nee"}, "klein", "hoofdaannemer", "STD-W-01", "feit:maakt-modellen"),
        ({}, "zzp", "hoofdaannemer", "STD-W-02", "grootte"),
        ({}, "klein", "hoofdaannemer", "STD-W-05", "rol"),
        ({}, "klein", "hoofdaannemer", "STD-W-06", "toestand:aankomend"),
        ({}, "klein", "hoofdaannemer", "STD-G-01", None),
    ],
)
def test_what_is_ruled_out_carries_its_reason(edition, fact, size, role, criterion, reason):
    card = scored(edition, document(edition, {}, facts=fact, size=size, roles=[role]))
    found = next(c for c in theme(card).criteria if c.id == criterion)

    assert found.scope_reason == reason


@pytest.mark.parametrize(
    ("story", "asked", "met", "scope"),
    [
        ("reached", Asked(1), True, False),
        ("not reached", Asked(2), False, False),
        ("said is enough when said is asked", Asked(2, None, Assurance.VERKLAARD), False, False),
        ("one theme", Asked(2, "dsgo", Assurance.VERKLAARD), True, False),
        ("as far as applicable", Asked(4, "dsgo", Assurance.VERKLAARD), True, True),
        ("seen by another", Asked(1, None, Assurance.GETOETST), False, False),
        ("level 0 is always met", Asked(0, None, Assurance.GETOETST), True, False),
        ("no theme left is not met", Asked(1, "digital-twins"), False, False),
    ],
)
def test_asked(edition, story, asked, met, scope):
    answers = {
        "STD-G-01": yes(proof()),
        "STD-W-01": yes(proof()),
        "VEI-G-01": yes(proof()),
        "DSG-G-01": yes(proof()),
        "DSG-W-01": "ja",
    }
    who = {"size": "zzp", "facts": {"heeft-bezit": "nee"}}
    card = scored(edition, document(edition, answers, **who), asked=[asked])

    assert (card.asked[0].met, card.asked[0].as_far_as_applicable) == (met, scope), story


def test_asked_of_a_theme_whose_ladder_starts_higher(edition):
    card = scored(edition, document(edition, {"DTW-W-01": yes(proof())}), asked=[Asked(1, "digital-twins")])

    assert card.asked[0].met


def test_a_level_where_all_is_nvt_names_what_is_missing_above_it(edition):
    answers = {"VEI-G-01": yes(proof()), "VEI-G-02": {"answer": "nvt", "reason": "x", "evidence": [proof()]}}
    card = scored(edition, document(edition, answers), asked=[Asked(2, "digiveiligheid")])

    assert not card.asked[0].met
    assert card.asked[0].subsectors[0].themes[0].blocking == ("VEI-W-01",)


def test_target_per_theme_leaves_the_others_without(edition):
    card = scored(edition, document(edition, {}, target={"standaarden": 3}))

    assert [t.target for t in card.subsectors[0].themes] == [3, None, None, None]
