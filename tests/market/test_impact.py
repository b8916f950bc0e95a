"""What a step does to one organisation, and the oracle: the same as scoring each file twice with `assess`."""

import json
from datetime import date
from pathlib import Path

import pytest

from digisamen import api
from digisamen.market.counts import MEASURES, NO_ROOM, NO_YES, Shift, together
from digisamen.market.effect import Counting, Step, effect_of
from digisamen.market.impact import Whose, population
from digisamen.migrate.plan import carried, moved, plan
from digisamen.model.assessment import Assessment
from digisamen.model.scorecard import Levels
from digisamen.norm.compare.diff import diff
from digisamen.score.scope import counts
from digisamen.source.yaml_dump import dump_yaml
from tests.market.make import norm, organisations, said, write
from tests.norm.compare.make import OLD, criterion, edition


def assessment(*yes, size="klein", roles=("aannemer",), **others):
    answers = dict.fromkeys(yes, "ja") | {k.replace("_", "-"): v for k, v in others.items()}
    return Assessment.model_validate(
        {
            "schema": "digisamen/assessment/v1",
            "edition": OLD.number,
            "date": "2020-07-01",
            "organisation": {"name": "x", "size": size, "roles": roles, "subsectors": ["woningbouw"]},
            "answers": answers,
        }
    )


EVERYTHING = [name for name, c in OLD.criteria.items() if c.state == "actief"]


def effect(new, *yes, **more):
    return effect_of(Step(OLD, new, diff(OLD, new)), "x", assessment(*yes, **more), {})


def causes(made, measure="verklaard", *, theme=False):
    return {(c.id, c.rises) for c in made.causes if c.measure == measure and c.theme == theme}


def test_nothing_changes():
    made = effect(edition(), *EVERYTHING)

    assert {m: made.verdict(m) for m in MEASURES} == dict.fromkeys(MEASURES, "blijft")
    assert made.causes == frozenset()
    assert [m for m in made.moves if m.asked] == []


def test_a_new_must_is_a_fall_until_it_is_answered():
    made = effect(edition(criterion("STD-G-50", level=1)), *EVERYTHING)

    assert made.verdict("verklaard") == "opnieuw"
    assert causes(made) == {("STD-G-50", False)}
    assert causes(made, theme=True) == {("STD-G-50", False)}


def test_a_recommendation_that_becomes_a_must_falls_for_who_said_no():
    new = edition(("criteria.STD-G-05.obligation", "must"), ("criteria.STD-G-05.level", 1))
    made = effect(new, *EVERYTHING, STD_G_05="nee")

    assert made.verdict("verklaard") == "zeker"
    assert causes(made) == {("STD-G-05", False)}
    assert effect(new, *EVERYTHING).verdict("verklaard") == "blijft"


def test_what_held_back_and_does_so_no_longer_is_a_rise():
    made = effect(edition(("criteria.STD-G-02.obligation", "should")), *EVERYTHING, STD_G_02="nee")

    assert made.verdict("verklaard") == "stijgt"
    assert causes(made) == {("STD-G-02", True)}


def test_a_ladder_that_ends_lower():
    gone = [(f"criteria.{c.id}.applies.sizes", {"klein": "vrijgesteld"}) for c in OLD.criteria.values() if c.level > 1]
    made = effect(edition(*gone), *EVERYTHING)

    assert (made.verdict("haalbaar"), made.verdict("verklaard")) == ("zeker", "zeker")
    assert causes(made) == {(NO_ROOM, False)}
    assert effect(edition(*gone), *EVERYTHING, size="zzp").verdict("haalbaar") == "blijft"


def test_a_level_without_any_ja_left():
    said_no = {
        c.id.replace("-", "_"): {"answer": "nvt", "reason": "Zo."} for c in OLD.criteria.values() if c.level == 2
    }
    said_no["STD_G_03"] = "ja"
    said_no["DSG_G_03"] = "ja"
    made = effect(edition(("criteria.STD-G-03.obligation", "should")), *EVERYTHING, **said_no)

    assert made.verdict("verklaard") == "zeker"
    assert causes(made) == {(NO_YES, False)}


def test_no_level_under_one_of_both():
    none = [(f"criteria.{c.id}.applies.roles", ["beheerder"]) for c in OLD.criteria.values()]
    made = effect(edition(*none), *EVERYTHING)

    assert {made.verdict(m) for m in MEASURES} == {"zonder"}


@pytest.mark.parametrize(
    ("before", "after", "possible", "expected"),
    [(1, 2, 2, "stijgt"), (1, 1, 1, "blijft"), (2, 1, 2, "opnieuw"), (2, 1, 1, "zeker"), (2, 0, 3, "opnieuw")],
)
def test_verdicts(before, after, possible, expected):
    shift = Shift(Levels(0, before, before, before, 4), Levels(0, after, after, possible, 4))

    assert shift.verdict("onderbouwd") == expected
    assert Shift(None, shift.after).verdict("onderbouwd") == "zonder"


def test_one_fall_decides():
    assert together(["blijft", "stijgt", "opnieuw"]) == "opnieuw"
    assert together(["opnieuw", "zeker"]) == "zeker"
    assert together(["blijft", "stijgt"]) == "stijgt"
    assert together(["zonder", "blijft"]) == "blijft"
    assert together([]) == "zonder"


def test_the_numbers_are_those_of_assessing_each_file_twice(tmp_path):
    """The oracle: `api.assess` under the old edition, and under the new one on what `migrate` leaves, as files."""
    place, folder = norm(tmp_path / "norm"), organisations(tmp_path / "leden")
    evidence = folder / "met-bestand"
    write(evidence / "org.yaml", **said("STD-G-01", "STD-G-02", "DSG-G-01", "DSG-G-02", "STD-W-01"))
    text = (evidence / "org.yaml").read_text(encoding="utf-8")
    text = text.replace("url: https://example.org/DSG-G-02", "file: bewijs.txt")
    (evidence / "org.yaml").write_text(text, encoding="utf-8")
    (evidence / "bewijs.txt").write_text("bewijs", encoding="utf-8")
    old, new = api.load_edition("2020.1", str(place)).value, api.load_edition("2021.1", str(place)).value
    for number, data in enumerate(population(old, 60, 7)):
        (folder / f"{number}.yaml").write_text(dump_yaml(data), encoding="utf-8")
    made = api.impact("2020.1", "2021.1", Whose((str(folder),)), folder=str(place)).value
    twice = [assessed_twice(own.name, old, new, place) for own in made.own]

    assert len(twice) == 8 + 60
    for measure in MEASURES:
        whole = made.whole(measure)
        expected = [together(verdict(b, a, measure) for b, a in pairs) for pairs in twice]
        assert {v: n for v, n in whole.counts.items() if n} == {v: expected.count(v) for v in set(expected)}
    for own, pairs in zip(made.own, twice, strict=True):
        for part, (before, after) in zip(own.subsectors, pairs, strict=True):
            assert (part.whole.before, part.whole.after) == (before.levels, after.levels)
            assert [s.before for s in part.themes.values()] == [t.levels for t in before.themes]
            assert [s.after for s in part.themes.values()] == [t.levels for t in after.themes]
    assert any(own.verdict == "zeker" for own in made.own)


def assessed_twice(name, old, new, place):
    """Returns per subsector the scores under both editions; the second from a file in the same folder."""
    loaded = api.load(name, str(place)).value
    first = api.report(loaded).scorecard.subsectors
    who = loaded.assessment
    made = plan(who, old, new, diff(old, new), counts(who.organisation, old), counts(who.organisation, new))
    moved = carried(who, made).model_dump(mode="json", by_alias=True, exclude_none=True)
    path = Path(name).with_name("straks.yaml")
    path.write_text(json.dumps(moved), encoding="utf-8")
    outcome = api.assess(str(path), criteria=str(place))
    path.unlink()
    return list(zip(first, outcome.value.scorecard.subsectors, strict=True))


def verdict(before, after, measure):
    if before.levels is None or after.levels is None:
        return "zonder"
    was, now = getattr(before.levels, measure), getattr(after.levels, measure)
    if now > was:
        return "stijgt"
    if now == was:
        return "blijft"
    return "opnieuw" if measure != "haalbaar" and after.levels.possible >= was else "zeker"


def test_what_was_found_of_evidence_moves_along(tmp_path):
    place = norm(tmp_path / "norm")
    old, new = api.load_edition("2020.1", str(place)).value, api.load_edition("2021.1", str(place)).value
    proof = {"kind": "document", "file": "b.txt", "date": "2020-06-01"}
    who = assessment(STD_G_02={"answer": "ja", "evidence": [proof]})
    made = plan(who, old, new, diff(old, new), counts(who.organisation, old), counts(who.organisation, new))

    assert moved({("STD-G-02", 0): "gevonden"}, made) == {
        ("STD-G-21", 0): "gevonden",
        ("STD-G-22", 0): "gevonden",
    }


def test_what_counts_is_what_scoring_counts():
    """Remembered per kind of organisation, and the same as without a memory."""
    edition = api.load_edition("2026.1").value
    made = Counting(edition)
    for data in population(edition, 120, 3):
        who = Assessment.model_validate(data).organisation
        assert made.of(who) == counts(who, edition)


def test_a_later_day(tmp_path):
    place, folder = norm(tmp_path / "norm"), organisations(tmp_path / "leden")
    whose = Whose((str(folder),))
    later = api.impact("2020.1", "2021.1", whose, folder=str(place), day=date(2031, 1, 1)).value

    assert {row.level for row in later.levels if row.measure == "onderbouwd" and row.before} == {0}
