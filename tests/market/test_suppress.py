"""Which cells are suppressed, in tables small enough to follow by hand."""

import pytest

from digisamen.market.counts import CellRules
from digisamen.market.suppress import Group, _narrow, _settled, _small, suppress_cells

RULES = CellRules()
MIN, SHARE, STEP = RULES.minimum, RULES.percentages, RULES.step
N = ("n", "all", "")
ROW = ("n", "size", "klein")


def cell(name, row="klein", kind="size"):
    return ("fell", kind, row, name)


def table(everybody, here, value, name="daalt", above=None, kind="size"):
    """One row of `here` organisations with one count of `value`, below the row of all."""
    key, row = ("fell", kind, "klein", name), ("n", kind, "klein")
    values = {N: everybody, row: here, key: value}
    if above is not None:
        values["fell", "all", "", name] = above
    return key, values, {key: row}


@pytest.mark.parametrize(
    ("here", "value", "small"),
    [
        (100, 0, False),
        (100, 1, True),
        (100, MIN - 1, True),
        (100, MIN, False),
        (100, 100, False),
        (100, 99, False),
        (0, 0, False),
        (MIN - 1, 0, True),
        (MIN - 1, MIN - 1, True),
        (MIN, MIN, True),  # everybody of few
        (SHARE - 1, 0, True),
        (SHARE - 1, SHARE - 1, True),
        (SHARE, 0, False),
        (SHARE, SHARE, False),
        (SHARE - 1, MIN, MIN >= SHARE - 1),
    ],
)
def test_small_by_itself(here, value, small):
    key, values, bases = table(everybody=SHARE - 1, here=here, value=value)

    assert _small(key, value, values, bases, RULES) is small


@pytest.mark.parametrize(("value", "small"), [(0, False), (1, True), (MIN - 1, True), (MIN, False), (100, False)])
def test_a_number_that_is_part_of_nothing(value, small):
    assert _small(ROW, value, {N: 100, ROW: value}, {}, RULES) is small


@pytest.mark.parametrize(
    ("here", "value", "small"),
    [(100, 100, False), (100, 99, True), (100, 100 - MIN + 1, True), (100, 100 - MIN, False), (100, 50, False)],
)
def test_who_is_not_asked_is_protected_as_well(here, value, small):
    key, row = ("asked", "size", "klein", "STD-G-01"), ROW
    values = {N: 1000, row: here, key: value}

    assert _small(key, value, values, {key: row}, RULES) is small


@pytest.mark.parametrize(
    ("everybody", "above", "kind", "small"),
    [
        (SHARE, 0, "size", False),  # nobody at all falls, so that nobody falls here says nothing
        (SHARE, SHARE, "size", False),
        (SHARE, 1, "size", True),
        (SHARE - 1, 0, "size", True),
        (SHARE, None, "size", True),
        (SHARE, 0, "theme", True),
    ],
)
def test_nobody_of_few_may_follow_from_the_row_of_all(everybody, above, kind, small):
    key, values, bases = table(everybody, SHARE - 1, 0, above=above, kind=kind)

    assert _small(key, 0, values, bases, RULES) is small


def hidden(values, groups=(), bases=None):
    return suppress_cells(values, bases or {}, groups, RULES)


A, B, C, D, T = (("n", "size", name) for name in ("a", "b", "c", "d", "t"))


def test_nothing_small_is_nothing_suppressed():
    assert hidden({T: 60, A: 30, B: 30}, [Group(T, (A, B))]) == frozenset()


def test_a_cell_beside_a_small_one_is_suppressed_the_least_that_is_lost():
    values = {T: 100, A: 3, B: 40, C: 57}

    assert hidden(values, [Group(T, (A, B, C))]) == {A, B}


def test_two_small_ones_that_are_few_together_take_a_third():
    values = {T: 100, A: 2, B: 2, C: 40, D: 56}
    assert MIN > 4

    assert hidden(values, [Group(T, (A, B, C, D))]) == {A, B, C}


def test_two_small_ones_that_are_enough_together_stand_alone():
    values = {T: 100, A: MIN - 1, B: MIN - 1, C: 40, D: 60 - 2 * (MIN - 1)}

    assert hidden(values, [Group(T, (A, B, C, D))]) == {A, B}


def test_a_total_that_is_hidden_hides_a_part():
    values = {T: MIN - 1, A: 0, B: MIN - 1}

    assert hidden(values, [Group(T, (A, B))]) >= {T, B}


def test_the_row_goes_with_its_number():
    first = ("fell", "size", "a", "daalt")
    values = {N: 100, T: 100, A: 3, B: 40, C: 57, first: 0}

    assert first in hidden(values, [Group(T, (A, B, C))], {first: A})


def test_a_count_does_not_take_its_row_along():
    first, second = ("fell", "size", "a", "daalt"), ("fell", "size", "a", "stijgt")
    values = {N: 100, A: 100, first: 1, second: 50}

    assert hidden(values, bases={first: A, second: A}) == {first}


X, Y, Z, W = (("n", "role", name) for name in "xyzw")


@pytest.mark.parametrize(
    ("groups", "suppressed", "settled"),
    [
        ([Group(T, (A, B))], {A}, [A]),
        ([Group(T, (A, B))], {A, B}, []),
        ([Group(T, (A, B))], {T}, [T]),
        ([Group(T, (A, B, C)), Group(X, (A, B))], {A, B, C}, [C]),
        ([Group(T, (A, B)), Group(X, (B, C)), Group(Y, (C, A))], {A, B, C}, [A, B, C]),
        ([Group(T, (A, B)), Group(X, (B, C)), Group(Y, (C, D)), Group(Z, (D, A))], {A, B, C, D}, []),
        ([Group(T, (A, B)), Group(X, (A, B))], {A, B}, []),
        ([Group(T, (A, B)), Group(X, (T, C))], {T, A, C}, []),
        ([Group(T, (A, B)), Group(X, (T, C))], {T, A}, [A, T]),
        ([], {A}, []),
    ],
)
def test_what_follows_from_all_sums_together(groups, suppressed, settled):
    assert [*_settled(groups, suppressed)] == settled


@pytest.mark.parametrize(
    ("values", "groups", "suppressed", "narrow"),
    [
        # Together 3: each is from 0 to 3, which is less than a step.
        ({T: 3, A: 1, B: 2}, [Group(T, (A, B))], {A, B}, [A, B]),
        ({T: STEP, A: 1, B: STEP - 1}, [Group(T, (A, B))], {A, B}, []),
        ({T: STEP - 1, A: 1, B: STEP - 2}, [Group(T, (A, B))], {A, B}, [A, B]),
        # Of a part the whole is known, and what stands beside it.
        ({T: 50, A: 20, B: 30}, [Group(T, (A, B))], {A}, [A]),
        # A total of parts that overlap is at most their sum, and at least the largest of them.
        ({T: 40, A: 20, B: 30}, [Group(T, (A, B), overlap=True)], {T}, []),
        ({T: 3, A: 1, B: 2}, [Group(T, (A, B), overlap=True)], {T}, [T]),
        # What a second sum leaves is carried over to the first.
        ({T: 60, A: 30, B: 30, X: 31, C: 1}, [Group(T, (A, B)), Group(X, (A, C))], {A, B, C}, []),
        ({T: 60, A: 30, B: 30, X: 30, C: 0}, [Group(T, (A, B)), Group(X, (A, C))], {A, B}, [A, B]),
    ],
)
def test_what_the_sums_leave_a_range_that_says_too_much(values, groups, suppressed, narrow):
    assert [*_narrow(values, groups, suppressed, RULES)] == narrow
