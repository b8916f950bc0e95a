"""Which old level is which new one: one test for each verdict, and the promises of the table."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from digisamen import api
from digisamen.norm.compare.diff import diff
from digisamen.norm.release.mapping import level_map
from digisamen.score.scope import Profile
from tests.norm.compare.make import NUMBER, OLD, both, criterion, edition, lapsed
from tests.norm.compare.plant import RICH, planted

REDACTIE = {"text": "redactie", "why": both("Daarom.")}


def mapped(*changes, log=None, base=OLD):
    new = edition(*changes, log=log, base=base)
    return level_map(base, new, diff(base, new))


def std(rungs, level, role="aannemer", subsector="woningbouw", theme="standaarden"):
    """Returns (verdict, level in the other edition, criteria) of one level."""
    found = [r for r in rungs if (r.subsector, r.theme, r.level) == (subsector, theme, level) and role in r.roles]
    assert len(found) == 1, found
    return found[0].verdict, found[0].holds, found[0].causes


def verdicts(rungs, **more):
    return [std(rungs, level, **more)[0] for level in (1, 2)]


def test_nothing_changed():
    levels = mapped()

    assert {(r.verdict, r.holds == r.level, r.causes) for r in (*levels.there, *levels.back)} == {("gelijk", True, ())}
    assert {r.theme for r in levels.there} == {"standaarden", "dsgo", ""}
    assert {r.level for r in levels.there} == {1, 2}


def test_a_new_must():
    levels = mapped(criterion("STD-G-20", level=2))

    assert std(levels.there, 1) == ("gelijk", 1, ())
    assert std(levels.there, 2) == ("deels", 1, ("STD-G-20",))
    assert std(levels.back, 2) == ("gelijk", 2, ())


def test_a_new_must_at_the_first_level():
    levels = mapped(criterion("STD-G-20"))

    assert [std(levels.there, level)[:2] for level in (1, 2)] == [("deels", 0), ("deels", 0)]


def test_a_new_should_changes_no_level():
    assert verdicts(mapped(criterion("STD-G-20", obligation="should")).there) == ["gelijk", "gelijk"]


def test_an_announced_must_changes_no_level():
    assert verdicts(mapped(criterion("STD-G-20", state="aankomend")).there) == ["gelijk", "gelijk"]


def test_a_must_that_comes_earlier():
    levels = mapped(("criteria.STD-G-03.level", 1))

    assert std(levels.there, 1) == ("deels", 0, ("STD-G-03",))
    assert std(levels.there, 2) == ("gelijk", 2, ())
    assert std(levels.back, 1) == ("gelijk", 1, ())


def test_a_must_that_comes_later():
    levels = mapped(("criteria.STD-G-02.level", 2))

    assert verdicts(levels.there) == ["gelijk", "gelijk"]
    assert std(levels.back, 1) == ("deels", 0, ("STD-G-02",))


def test_who_had_a_level_may_have_a_higher_one_now():
    changes = [("criteria.STD-G-03.obligation", "should"), ("criteria.STD-G-04.obligation", "should")]
    levels = mapped(*changes, ("criteria.STD-G-02.level", 2))

    assert std(levels.there, 1) == ("gelijk", 2, ())


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("evidence.strong", []),
        ("evidence.max_age_months", 6),
        ("answer.nvt", "nooit"),
        ("answer.explain", False),
    ],
)
def test_a_stricter_rule(path, value):
    levels = mapped((f"criteria.STD-G-01.{path}", value))

    assert std(levels.there, 1) == ("deels", 0, ("STD-G-01",))
    assert verdicts(levels.back) == ["gelijk", "gelijk"]


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("evidence.light", ["document", "foto"]),
        ("evidence.max_age_months", 24),
        ("applies.sizes", {"zzp": "vrijgesteld"}),
        ("applies.facts", ["graaft"]),
        ("obligation", "should"),
    ],
)
def test_looser_alone_keeps_every_level(path, value):
    levels = mapped((f"criteria.STD-G-01.{path}", value))

    assert verdicts(levels.there) == ["gelijk", "gelijk"]
    assert verdicts(levels.back)[0] == "deels"


@pytest.mark.parametrize(
    ("said", "there", "back"),
    [
        ("redactie", "gelijk", "gelijk"),
        ("strenger", "deels", "gelijk"),
        ("soepeler", "gelijk", "deels"),
        (None, "deels", "deels"),
    ],
)
def test_another_text_counts_as_its_class_says(said, there, back):
    log = {"STD-G-01": {"text": said, "why": both("Daarom.")}}
    levels = mapped(("criteria.STD-G-01.requirement", both("Anders.")), log=log)

    assert (verdicts(levels.there)[0], verdicts(levels.back)[0]) == (there, back)


@pytest.mark.parametrize("path", ["binding", "applies.works", "applies.phases", "effort", "sources"])
def test_what_decides_no_level(path):
    value = {"binding": "organisatie", "effort": 2}.get(path, ["nieuwbouw", "sloop"])

    assert verdicts(mapped((f"criteria.STD-G-01.{path}", value)).there) == ["gelijk", "gelijk"]


def test_it_depends_on_the_role():
    base = edition(("criteria.STD-G-02.applies.roles", ["aannemer"]))
    levels = mapped(("criteria.STD-G-02.applies.roles", ["aannemer", "beheerder"]), base=base)

    assert verdicts(levels.there) == ["gelijk", "gelijk"]
    assert std(levels.there, 1, role="beheerder") == ("deels", 0, ("STD-G-02",))


def test_it_depends_on_the_subsector():
    levels = mapped(criterion("STD-W-20", subsectors=["woningbouw"]))

    assert verdicts(levels.there) == ["deels", "deels"]
    assert verdicts(levels.there, subsector="infra") == ["gelijk", "gelijk"]


def test_nothing_of_it_was_asked_before():
    gone = [(f"criteria.STD-G-0{n}.obligation", "should") for n in (1, 2, 3, 4)]
    levels = mapped(*gone, criterion("STD-G-20"), criterion("STD-G-21", level=2))

    assert std(levels.there, 1) == ("niet", 0, ("STD-G-20",))
    assert std(levels.there, 2) == ("niet", 0, ("STD-G-20", "STD-G-21"))


def test_under_another_name_it_was_asked_before():
    gone = [(f"criteria.STD-G-0{n}.obligation", "should") for n in (2, 3, 4)]
    split = (*lapsed("STD-G-01", "STD-G-20", "STD-G-21"), criterion("STD-G-20"), criterion("STD-G-21"))

    assert std(mapped(*gone, *split).there, 1) == ("deels", 0, ("STD-G-20", "STD-G-21"))


def test_what_took_in_another_duty_asks_more():
    assert std(mapped(*lapsed("STD-G-01", "STD-G-02")).there, 1) == ("deels", 0, ("STD-G-02",))


def test_a_theme_that_asks_nothing_any_more():
    gone = [(f"criteria.{name}.obligation", "should") for name in OLD.criteria if name.startswith("STD")]
    levels = mapped(*gone)

    assert std(levels.there, 2) == ("gelijk", None, ())
    assert std(levels.there, 2, theme="") == ("gelijk", 2, ())


def test_the_whole_is_as_the_weakest_theme():
    levels = mapped(criterion("STD-G-20", level=2))

    assert std(levels.there, 1, theme="") == ("gelijk", 1, ())
    assert std(levels.there, 2, theme="") == ("deels", 1, ("STD-G-20",))
    assert std(levels.there, 2, theme="dsgo") == ("gelijk", 2, ())


def test_a_level_more_than_before():
    more = {
        **OLD.content.model_dump(mode="json", by_alias=True)["edition"]["levels"],
        "3": {"name": both("Drie"), "meaning": both("Meer.")},
    }
    levels = mapped(
        ("edition.levels", more), criterion("STD-G-20", level=3), criterion("DSG-G-20", "DSG-G-01", level=3)
    )

    assert verdicts(levels.there) == ["gelijk", "gelijk"]
    assert {r.level for r in levels.there} == {1, 2}
    assert std(levels.back, 3) == ("gelijk", 2, ())


@given(
    level=st.sampled_from([1, 2]),
    theme=st.sampled_from(["STD", "DSG"]),
    kind=st.sampled_from(["new", "evidence", "text"]),
)
def test_what_is_asked_more_shows_from_its_level_up_and_nowhere_below(level, theme, kind):
    like = next(
        c.id
        for c in OLD.criteria.values()
        if (c.id[:3], c.level, c.obligation, c.state) == (theme, level, "must", "actief")
    )
    planted_change = {
        "new": criterion(f"{theme}-G-40", like),
        "evidence": (f"criteria.{like}.evidence.max_age_months", 1),
        "text": (f"criteria.{like}.test", both("Anders.")),
    }[kind]
    log = {like: {"text": "strenger", "why": both("Daarom.")}} if kind == "text" else None
    rungs = mapped(planted_change, log=log).there
    name = {"STD": "standaarden", "DSG": "dsgo"}[theme]

    assert all((r.verdict == "gelijk") == (r.level < level or r.theme not in {name, ""}) for r in rungs)
    assert all(r.holds == (min(r.level, level - 1) if r.theme in {name, ""} else r.level) for r in rungs)


def asked(norm, rung, role, level):
    """Returns the musts up to a level, found in another way than the table does."""
    of_role = api.criteria(norm, Profile((rung.subsector,), (role,)), level=level, themes=[rung.theme])
    return {c.id for c in of_role if c.obligation == "must"}


@settings(max_examples=300)
@given(made=planted())
def test_who_has_a_level_is_promised_nothing_that_was_not_asked(made):
    _, new = made
    assume(new is not None and all(c.theme in new.text.themes for c in new.criteria.values()))
    levels = level_map(RICH, new, diff(RICH, new))
    for old, other, rungs in ((RICH, new, levels.there), (new, RICH, levels.back)):
        for r, role in [(x, role) for x in rungs if x.theme for role in x.roles]:
            had, asks = asked(old, r, role, r.level), asked(other, r, role, r.level)
            assert (r.verdict == "gelijk") == (not r.causes)
            assert r.verdict != "gelijk" or asks <= had
            assert r.verdict == "gelijk" or asks
            assert r.holds is None or asked(other, r, role, r.holds) <= had


def test_the_number_of_the_next_edition_is_no_change():
    assert OLD.number != NUMBER
    assert mapped().there == tuple(mapped(log={"STD-G-01": REDACTIE}).there)
