"""The norm that we ship: every edition loads, is clean, and keeps its promises."""

import re
from pathlib import Path

import pytest

from digisamen import api
from digisamen.score.scope import Profile

CRITERIA = Path(__file__).parent.parent.parent / "criteria"
EDITIONS = sorted(api.editions().value)


@pytest.fixture(scope="module", params=EDITIONS)
def norm(request):
    return api.load_edition(request.param).value


@pytest.mark.parametrize("number", EDITIONS)
@pytest.mark.usefixtures("both_parsers")
def test_the_check_is_clean(number):
    checked = api.check_criteria(number, str(CRITERIA))

    assert checked.problems == ()


def test_the_default_edition_is_the_newest_concept():
    assert api.load_edition().value.number == "2026.1"


def test_woningbouw_has_two_musts_in_every_cell(norm):
    for theme in norm.text.themes:
        for level in (1, 2, 3, 4):
            musts = [
                c for c in norm.of_subsector("woningbouw") if (c.theme, c.level, c.obligation) == (theme, level, "must")
            ]
            assert len(musts) >= 2, f"{theme} {level}"


def test_a_must_rests_on_a_verified_source_that_is_not_withdrawn(norm):
    sources = norm.content.sources
    for c in norm.criteria.values():
        if c.obligation == "must":
            assert any(sources[s].verified and sources[s].withdrawn == "nee" for s in c.sources), c.id


def test_every_dsgo_criterion_serves_a_principle(norm):
    assert [c.id for c in norm.criteria.values() if c.theme == "dsgo" and not c.principles] == []


def test_requirements_are_one_plain_sentence(norm):
    for c in norm.criteria.values():
        text = c.requirement.nl
        assert len(text.split()) <= 26, c.id
        assert text.endswith("."), c.id
        assert not re.search(r"\bdient\b|\bdienen\b|zo mogelijk|[.!?] [A-Z]", text), c.id


def test_no_level_bears_the_name_of_an_assurance(norm):
    names = {n.casefold() for lv in norm.text.levels.values() for n in (lv.name.nl, lv.name.en)}
    labels = {n.casefold() for th in norm.text.themes.values() for lb in th.levels.values() for n in (lb.nl, lb.en)}

    assert not (names | labels) & {"verklaard", "onderbouwd", "getoetst", "declared", "evidenced", "reviewed"}


def test_every_source_is_cited(norm):
    cited = {s for c in norm.criteria.values() for s in c.sources}

    assert sorted(set(norm.content.sources) - cited) == []


ZZP = [
    (
        "gespecialiseerd-aannemer",
        {"maakt-modellen", "maakt-tekeningen", "koopt-in", "toegang-tot-besturing", "graaft", "heeft-bezit"},
    ),
    ("hoofdaannemer", {"maakt-modellen", "maakt-tekeningen", "koopt-in", "plaatst-slimme-apparaten", "heeft-bezit"}),
    ("ontwerper", {"koopt-in", "levert-producten", "plaatst-slimme-apparaten", "heeft-bezit", "levert-aan-consument"}),
    ("toeleverancier", {"maakt-modellen", "koopt-in", "plaatst-slimme-apparaten", "heeft-bezit"}),
]


@pytest.mark.parametrize(("role", "false_facts"), ZZP)
def test_a_sole_trader_has_at_most_fifteen_questions_for_level_1(norm, role, false_facts):
    profile = Profile(("woningbouw",), (role,), "zzp", frozenset(false_facts))
    questions = api.criteria(norm, profile, level=1)

    assert 4 <= len(questions) <= 15
    assert {c.theme for c in questions if c.obligation == "must"} == set(norm.text.themes)


def ladder(norm, role, size, theme, false_facts=frozenset()):
    musts = api.criteria(norm, Profile(("woningbouw",), (role,), size, false_facts), themes=[theme])
    return {c.level for c in musts if c.obligation == "must"}


def test_every_empty_level_is_listed_with_its_reason(norm):
    listed = {
        (size, e.theme, role, e.level) for e in norm.text.ladder_exceptions for size in e.sizes for role in e.roles
    }
    empty = {
        (size, theme, role, level)
        for size in norm.text.sizes
        for role in norm.text.roles
        for theme in norm.text.themes
        for level in (1, 2, 3, 4)
        if level not in ladder(norm, role, size, theme)
    }

    assert sorted(empty - listed) == []


def test_level_1_is_never_empty(norm):
    for size in norm.text.sizes:
        for role in norm.text.roles:
            for theme in norm.text.themes:
                assert 1 in ladder(norm, role, size, theme), (size, role, theme)
