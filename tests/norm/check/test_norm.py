"""The norm that we ship: every edition loads, passes its own gate without a finding, and keeps its promises."""

from pathlib import Path

import pytest

from digisamen import api
from digisamen.score.scope import Profile

CRITERIA = Path(__file__).parents[3] / "criteria"
EDITIONS = sorted(api.editions().value)
LEVELS = (1, 2, 3, 4)


@pytest.fixture(scope="module", params=EDITIONS)
def norm(request):
    return api.load_edition(request.param).value


@pytest.mark.parametrize("number", EDITIONS)
@pytest.mark.usefixtures("both_parsers")
def test_the_gate_finds_nothing(number):
    checked = api.check_criteria(number, str(CRITERIA))

    assert [(p.code, dict(p.values)) for p in checked.problems] == []


def test_the_default_edition_is_the_newest_concept():
    assert api.load_edition().value.number == "2026.1"


def test_the_edition_is_complete(norm):
    musts = api.coverage(norm).musts

    assert len(norm.criteria) >= 160
    assert set(norm.text.subsectors) == {"woningbouw", "utiliteitsbouw", "infra"}
    assert all(norm.has_own(subsector) for subsector in norm.text.subsectors)
    assert [
        x for s in norm.text.subsectors for t in norm.text.themes for n in LEVELS if musts[x := (s, t, n)] < 2
    ] == []


def test_no_level_bears_the_name_of_an_assurance(norm):
    names = {n.casefold() for lv in norm.text.levels.values() for n in (lv.name.nl, lv.name.en)}
    labels = {n.casefold() for th in norm.text.themes.values() for lb in th.levels.values() for n in (lb.nl, lb.en)}

    assert not (names | labels) & {"verklaard", "onderbouwd", "getoetst", "declared", "evidenced", "reviewed"}


def test_a_tender_asks_nothing_that_only_a_certificate_proves(norm):
    for c in norm.criteria.values():
        if c.binding == "opdracht":
            assert any(not norm.text.evidence_kinds[kind].own_expiry for kind in c.evidence.light), c.id


def test_level_1_asks_no_certificate_of_the_smallest(norm):
    for c in norm.criteria.values():
        if c.level == 1 and c.obligation == "must":
            assert "certificaat" not in c.evidence.light, c.id


SMALLEST = [
    (
        "woningbouw",
        "gespecialiseerd-aannemer",
        {"levert-aan-consument", "levert-producten", "plaatst-slimme-apparaten", "verwerkt-persoonsgegevens"},
    ),
    ("woningbouw", "hoofdaannemer", {"levert-aan-consument", "verwerkt-persoonsgegevens"}),
    ("woningbouw", "ontwerper", {"maakt-modellen", "maakt-tekeningen"}),
    ("woningbouw", "toeleverancier", {"levert-producten"}),
    (
        "utiliteitsbouw",
        "gespecialiseerd-aannemer",
        {"levert-producten", "plaatst-slimme-apparaten", "toegang-tot-besturing"},
    ),
    ("utiliteitsbouw", "ontwerper", {"maakt-modellen", "maakt-tekeningen"}),
    ("infra", "gespecialiseerd-aannemer", {"graaft"}),
    ("infra", "gespecialiseerd-aannemer", {"graaft", "werkt-aan-riolering"}),
    ("infra", "ontwerper", {"maakt-modellen", "maakt-tekeningen"}),
    ("infra", "toeleverancier", set()),
    ("infra", "hoofdaannemer", {"graaft"}),
]
"""Sole traders as they are found in practice: subsector, role, and the facts that are true for them."""


@pytest.mark.parametrize(("subsector", "role", "true_facts"), SMALLEST)
def test_a_sole_trader_has_at_most_fifteen_questions_for_level_1(norm, subsector, role, true_facts):
    profile = Profile((subsector,), (role,), "zzp", frozenset(norm.text.facts) - true_facts)
    questions = api.criteria(norm, profile, level=1)

    assert 4 <= len(questions) <= 15
    assert {c.theme for c in questions if c.obligation == "must"} == set(norm.text.themes)


def test_level_1_is_never_empty(norm):
    assert [x for x in api.coverage(norm).ladders if x.steps[:1] != (1,)] == []
