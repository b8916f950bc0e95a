"""No suppressed count can be read or computed from what is published, by an attacker who knows how the tables are made."""

from itertools import pairwise
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digisamen.market.counts import (
    DIMENSIONS,
    MEASURES,
    VERDICTS,
    Cause,
    CellRules,
    OrganisationEffect,
    Origin,
    Shift,
    SubsectorEffect,
)
from digisamen.market.disclosure import publishable, rounded
from digisamen.market.tabulate import ImpactTabulator
from digisamen.migrate.migration import Move
from digisamen.model.scorecard import Levels

RULES = CellRules()
PRIME = 2_147_483_647
SIZES, ROLES, SUBSECTORS = (
    ("klein", "micro", "groot"),
    ("opdrachtgever", "hoofdaannemer"),
    ("woningbouw", "infra"),
)
CELLS = ("daalt", *VERDICTS)


def levels(onderbouwd, verklaard, possible, haalbaar):
    return Levels(0, onderbouwd, max(onderbouwd, verklaard), max(onderbouwd, verklaard, possible), haalbaar)


NUMBERS = st.builds(levels, st.integers(0, 2), st.integers(0, 2), st.integers(0, 2), st.just(4))
SHIFTS = st.one_of(
    st.builds(lambda x: Shift(x, x), NUMBERS),
    st.builds(Shift, st.one_of(st.none(), NUMBERS), NUMBERS),
)


class Many(list):
    """A list that hypothesis need not print whole."""

    def __repr__(self):
        return f"{len(self)} organisations"


@st.composite
def groups(draw):
    """Some kinds of organisations, each of them many times: that is what tables look like."""
    kinds = draw(st.lists(st.tuples(effects(), st.sampled_from([1, 2, 3, 8, 9, 10, 11, 17, 40, 90])), max_size=7))
    return Many(effect for effect, times in kinds for _ in range(times))


@st.composite
def effects(draw):
    parts = draw(st.lists(st.sampled_from(SUBSECTORS), min_size=1, unique=True))
    roles = draw(st.lists(st.sampled_from(ROLES), min_size=1, unique=True))
    moves = draw(st.lists(st.sampled_from(MOVES), unique_by=lambda m: m.id))
    causes = draw(st.lists(st.sampled_from(CAUSES), unique=True))
    made = tuple(SubsectorEffect(s, draw(SHIFTS), {"dsgo": draw(SHIFTS)}) for s in parts)
    return OrganisationEffect("", draw(st.sampled_from(SIZES)), tuple(roles), made, frozenset(causes), tuple(moves))


MOVES = [
    *(Move(f"STD-G-0{n}", "opnieuw", "ja", ("tekst-strenger",), archived=True) for n in (1, 2, 3)),
    *(Move(f"STD-G-0{n}", "nieuw") for n in (4, 5)),
]
CAUSES = [Cause("onderbouwd", rises=False, theme=theme, id=f"STD-G-0{n}") for theme in (True, False) for n in (1, 2)]


def folded(effects, edition):
    fold = ImpactTabulator(edition, edition, named=True)
    for effect in effects:
        fold.add(effect)
    return fold.impact((), Origin(synthetic=False, elsewhere={"2019.1": 3}, invalid=12, others=1))


def cells(impact):
    """Returns every count that is part of a sum, by name; none where it is suppressed."""
    found = {}
    for table in impact.tables:
        for row in table.rows:
            found["n", table.dimension, row.word] = row.total
            for cell in CELLS:
                found[table.measure, table.dimension, row.word, cell] = (
                    row.falls if cell == "daalt" else row.counts[cell]
                )
    for x in impact.levels:
        found["level", x.measure, x.level] = x.before
    return found


def sums(found):
    """Returns what holds in every set of tables: (parts, total)."""
    known = []
    rows = {(d, w) for k, d, w in (key for key in found if key[0] == "n") if k}
    for m in MEASURES:
        for d, w in rows:
            known.append(([(m, d, w, v) for v in ("zeker", "opnieuw")], (m, d, w, "daalt")))
            known.append(([(m, d, w, v) for v in ("daalt", "stijgt", "blijft", "zonder")], ("n", d, w)))
        known += [([(m, "size", w, cell) for d, w in rows if d == "size"], (m, "all", "", cell)) for cell in CELLS]
        known.append(([key for key in found if key[:2] == ("level", m)], ("n", "all", "")))
    known.append(([("n", "size", w) for d, w in rows if d == "size"], ("n", "all", "")))
    return known


def free_vector(equations, unknown):
    """Returns numbers that may be added to the unknown cells without changing any sum: 0 only where a cell is settled."""
    chance, rows = Random(1), []  # noqa: S311  # no secret: a test that gives the same every time
    for equation in equations:
        row = dict(equation)
        for pivot, known in rows:
            times = row.get(pivot, 0)
            for key, value in known.items() if times else ():
                row[key] = (row.get(key, 0) - times * value) % PRIME
        pivot = next((key for key, value in row.items() if value), None)
        if pivot is not None:
            inverse = pow(row[pivot], -1, PRIME)
            rows.append((pivot, {key: value * inverse % PRIME for key, value in row.items() if value}))
    pivots = {pivot for pivot, _ in rows}
    found = {key: chance.randrange(1, PRIME) for key in unknown if key not in pivots}
    for pivot, row in reversed(rows):
        found[pivot] = -sum(value * found[key] for key, value in row.items() if key != pivot) % PRIME
    return found


def bounds(known, hidden, low, high):
    """Narrows the ranges of all cells until nothing changes: what an attacker can do with sums and a pencil."""
    for _ in range(60):
        changed = False
        for parts, total in known:
            least, most = sum(low[k] for k in parts), sum(high[k] for k in parts)
            new = {total: (least, most)}
            for key in parts:
                new[key] = (low[total] - (most - high[key]), high[total] - (least - low[key]))
            for key, (most_low, least_high) in new.items():
                a, b = max(most_low, low[key]), min(least_high, high[key])
                if (a, b) != (low[key], high[key]):
                    low[key], high[key], changed = a, b, True
        if not changed:
            break
    return {key: (low[key], high[key]) for key in hidden}


@settings(max_examples=150)
@given(groups())
def test_what_is_shown_is_enough_and_rounded(edition, effects):
    true, shown = folded(effects, edition), publishable(folded(effects, edition))
    real, public = cells(true), cells(shown)
    everybody = len(effects)

    assert shown.own == ()
    for key, value in public.items():
        if value is None:
            continue
        assert value == rounded(real[key], RULES)
        assert value % RULES.step == 0
        assert real[key] == 0 or real[key] >= RULES.minimum
        base = everybody if key[0] == "level" else real["n", *key[1:3]]
        above = real.get((key[0], "all", "", key[-1]))
        if key[0] != "n" and 0 < base < RULES.percentages and real[key] in {0, base}:
            # Only where the row of all says the same: then it follows, and hides nothing.
            assert everybody >= RULES.percentages
            assert above in {0, everybody}
    for row in shown.causes:
        assert all(count is None or count == 0 or count >= RULES.minimum for count in (row.whole, row.theme, row.alone))
    for amount in (*shown.answers.values(), *shown.reasons.values()):
        assert amount.organisations is None or amount.organisations == 0 or amount.organisations >= RULES.minimum
    assert [q for q in shown.questions if 0 < (q.again or 10) < 10 or 0 < (q.new or 10) < 10] == []


@settings(max_examples=150)
@given(groups())
def test_no_sum_gives_a_suppressed_count_away(edition, effects):
    """An attacker who is even given the true numbers of all cells that are shown solves the equations."""
    public = cells(publishable(folded(effects, edition)))
    hidden = [key for key, value in public.items() if value is None]
    equations = []
    for parts, total in sums(public):
        row = {key: 1 for key in parts if public[key] is None}
        if public[total] is None:
            row[total] = PRIME - 1
        equations.append(row)

    free = free_vector(equations, hidden)
    assert [key for key in hidden if not free[key]] == []


@settings(max_examples=150)
@given(groups(), st.booleans())
def test_what_the_sums_leave_is_a_range(edition, effects, exact):
    """With the numbers as they are shown an attacker knows them give or take the rounding; or even exactly."""
    real, public = cells(folded(effects, edition)), cells(publishable(folded(effects, edition)))
    hidden = [key for key, value in public.items() if value is None]
    slack = 0 if exact else RULES.step // 2
    low, high = {}, {}
    for key, value in public.items():
        middle = real[key] if exact else value
        low[key] = 0 if value is None else max(0, middle - slack)
        high[key] = 10 * (len(effects) + 1) if value is None else middle + slack if value else 0

    for key, (least, most) in bounds(sums(public), hidden, low, high).items():
        assert least <= real[key] <= most
        assert most - least >= RULES.step, key


@settings(max_examples=100)
@given(groups())
def test_the_sums_of_answers_hold_more_than_one_suppressed_question(edition, effects):
    true, shown = folded(effects, edition), publishable(folded(effects, edition))
    public = {q.id: q for q in shown.questions}
    for kind, field in (("opnieuw", "again"), ("nieuw", "new")):
        real = {q.id: getattr(q, field) for q in true.questions}
        suppressed = [n for n, count in real.items() if count and not getattr(public.get(n), field, None)]
        if shown.answers[kind].total is not None and suppressed:
            assert len(suppressed) > 1
            assert sum(real[n] for n in suppressed) >= RULES.minimum


def many(times, size="klein", before=1, after=1, possible=2, roles=("hoofdaannemer",)):
    shift = Shift(levels(before, before, before, 4), levels(after, after, possible, 4))
    part = SubsectorEffect("woningbouw", shift, {"dsgo": shift})
    return [OrganisationEffect("x", size, roles, (part,), frozenset(), ())] * times


def test_one_small_size_takes_another_with_it(edition):
    """Of 7 large firms nothing is shown, and then the middle-sized ones may not be what is left either."""
    made = publishable(folded([*many(100), *many(40, "micro"), *many(7, "groot")], edition))
    rows = {row.word: row.total for row in made.table("onderbouwd", "size").rows if row.word in SIZES}

    assert made.whole("onderbouwd").total == 145
    assert rows == {"klein": 100, "micro": None, "groot": None}


def test_a_few_who_fall_take_others_with_them(edition):
    """4 fall among 60: then who stays may not be shown, nor who falls in the size where the rest of them is."""
    made = publishable(folded([*many(56), *many(4, after=0), *many(30, "groot"), *many(20, "groot", after=0)], edition))
    rows = {row.word: row for row in made.table("onderbouwd", "size").rows}

    assert made.whole("onderbouwd").falls == 25
    assert (rows["klein"].falls, rows["groot"].falls) == (None, None)
    assert (rows["klein"].counts["blijft"], rows["klein"].counts["stijgt"]) == (None, 0)


def test_everybody_of_few_is_not_told(edition):
    made = publishable(folded([*many(100), *many(20, "groot", after=0, possible=1)], edition))
    large = next(row for row in made.table("onderbouwd", "size").rows if row.word == "groot")

    assert large.total == 20
    assert large.falls is None


def test_too_few_for_anything(edition):
    made, real = publishable(folded(many(9), edition)), cells(folded(many(9), edition))

    assert {value for key, value in cells(made).items() if real[key]} == {None}
    assert (made.own, made.causes, made.questions) == ((), (), ())
    assert made.origin.elsewhere == {"2019.1": None}
    assert (made.origin.invalid, made.origin.others) == (10, None)


@pytest.mark.parametrize("rules", [CellRules(minimum=4), CellRules(percentages=9), CellRules(step=0)])
def test_no_rule_is_below_the_floor(rules, edition):
    with pytest.raises(ValueError, match="CellRules"):
        publishable(folded([], edition), rules)


def test_stricter_rules_are_allowed(edition):
    made = publishable(folded([*many(100), *many(15, after=0)], edition), CellRules(minimum=20))

    assert made.whole("onderbouwd").falls is None
    assert made.rules == CellRules(minimum=20)


def test_one_organisation_is_never_most_of_a_sum(edition):
    busy = tuple(Move(f"STD-G-{n}", "nieuw") for n in range(10, 60))
    quiet = (Move("STD-G-10", "nieuw"),)
    effects = [OrganisationEffect("x", "klein", (), (), frozenset(), m) for m in (busy, *[quiet] * 60)]

    assert publishable(folded(effects, edition)).answers["nieuw"].total is None


def test_rounding_goes_to_the_nearest():
    told = [rounded(n, RULES) for n in range(100)]

    assert all(abs(n - r) <= 2 for n, r in enumerate(told))
    assert all(b - a in {0, 5} for a, b in pairwise(told))
    assert DIMENSIONS[0] == "all"
