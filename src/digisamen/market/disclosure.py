"""Makes an impact fit to publish: small counts are suppressed, on all tables at once, before anything is rendered."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Literal

from digisamen.market.counts import (
    FALLS,
    MEASURES,
    VERDICTS,
    Amount,
    CauseRow,
    CellRules,
    Count,
    Impact,
    ImpactTable,
    LevelRow,
    Question,
    Row,
    Verdict,
)
from digisamen.market.suppress import Group, Key, suppress_cells

FLOOR = 5
"""No rule may ask for less than this many organisations in a cell."""
CELLS: tuple[Literal["daalt"] | Verdict, ...] = ("daalt", *VERDICTS)
"""What a row counts: who falls, and each verdict."""
ANSWERS_OF = {"again": "opnieuw", "new": "nieuw"}


def publishable(impact: Impact, rules: CellRules | None = None) -> Impact:
    """Return `impact` without what says something about single organisations, and with all counts rounded.

    Nobody is named in it. What is suppressed cannot be computed from the rest, as far as sums between tables go.

    Raises:
        ValueError: when the rules ask for less than the floor.
    """
    rules = rules or CellRules()
    if rules.minimum < FLOOR or rules.percentages < rules.minimum or rules.step < 1:
        raise ValueError(rules)
    values, bases = _cells(impact)
    hidden = suppress_cells(values, bases, tuple(_groups(impact)), rules)

    def show(key: Key) -> Count:
        return None if key in hidden else rounded(values[key], rules)

    whole = impact.whole("onderbouwd").total
    origin = impact.origin
    asked = (Question(q.id, show(("asked", "opnieuw", q.id)), show(("asked", "nieuw", q.id))) for q in impact.questions)
    return replace(
        impact,
        tables=tuple(_table(table, show) for table in impact.tables),
        # With the levels afterwards as well, the difference between two columns would count who moved.
        levels=tuple(replace(x, before=show(_level(x)), after=None) for x in impact.levels),
        causes=tuple(shown for row in impact.causes if (shown := _cause(row, impact, rules))),
        questions=tuple(q for q in asked if q.again or q.new),
        asked=_plain(impact.asked, whole, rules),
        answers={kind: _amount(x, show(("answers", kind)), whole, rules) for kind, x in impact.answers.items()},
        reasons={why: _amount(x, show(("reason", why)), whole, rules) for why, x in impact.reasons.items()},
        origin=replace(
            origin,
            elsewhere={number: _plain(count, None, rules) for number, count in (origin.elsewhere or {}).items()},
            invalid=_plain(origin.invalid, None, rules),
            others=_plain(origin.others, None, rules),
        ),
        own=(),
        rules=rules,
    )


def rounded(count: int, rules: CellRules) -> int:
    """Return a count rounded to the nearest step."""
    return (count + rules.step // 2) // rules.step * rules.step


def _level(row: LevelRow) -> Key:
    return "level", row.measure, str(row.level)


def _cells(impact: Impact) -> tuple[dict[Key, int], dict[Key, Key]]:
    """Return the value of every cell that is part of a sum, and for each the cell that holds its number of n."""
    values: dict[Key, int] = {}
    bases: dict[Key, Key] = {}
    for table in impact.tables:
        for row in table.rows:
            size: Key = ("n", table.dimension, row.word)
            values[size] = row.total or 0
            for cell in CELLS:
                key: Key = (table.measure, table.dimension, row.word, cell)
                values[key], bases[key] = (row.falls if cell == "daalt" else row.counts[cell]) or 0, size
    everybody: Key = ("n", "all", "")
    for level in impact.levels:
        values[_level(level)], bases[_level(level)] = level.before or 0, everybody
    for question in impact.questions:
        for field, kind in ANSWERS_OF.items():
            key = ("asked", kind, question.id)
            values[key], bases[key] = getattr(question, field), everybody
    sums = {("answers", kind): x for kind, x in impact.answers.items()}
    for key, amount in (sums | {("reason", why): x for why, x in impact.reasons.items()}).items():
        values[key], bases[key] = amount.total or 0, everybody
    return values, bases


def _groups(impact: Impact) -> Iterator[Group]:
    """Yield every cell that is the sum of others. Subsectors and roles overlap, and are guarded as if they did not."""
    for table in impact.tables:
        measure, dimension = table.measure, table.dimension
        for row in table.rows:
            cells = {cell: (measure, dimension, row.word, cell) for cell in CELLS}
            yield Group(cells["daalt"], tuple(cells[v] for v in FALLS))
            yield Group(("n", dimension, row.word), tuple(cells[c] for c in CELLS if c not in FALLS))
        if dimension in {"subsector", "size", "role"}:
            words, overlap = [row.word for row in table.rows], dimension != "size"
            yield Group(("n", "all", ""), tuple(("n", dimension, w) for w in words), overlap)
            for c in CELLS:
                yield Group((measure, "all", "", c), tuple((measure, dimension, w, c) for w in words), overlap)
    for measure in MEASURES:
        yield Group(("n", "all", ""), tuple(_level(x) for x in impact.levels if x.measure == measure))
    for kind in ANSWERS_OF.values():
        yield Group(("answers", kind), tuple(("asked", kind, q.id) for q in impact.questions))
    yield Group(("answers", "opnieuw"), tuple(("reason", why) for why in impact.reasons), overlap=True)


def _table(table: ImpactTable, show: Callable[[Key], Count]) -> ImpactTable:
    measure, dimension = table.measure, table.dimension
    rows = tuple(
        Row(
            row.word,
            show(("n", dimension, row.word)),
            show((measure, dimension, row.word, "daalt")),
            {v: show((measure, dimension, row.word, v)) for v in VERDICTS},
        )
        for row in table.rows
    )
    return ImpactTable(measure, dimension, rows)


def _plain(count: Count, among: Count, rules: CellRules) -> Count:
    """Return a count that is part of no sum: suppressed where it, or what it leaves of `among`, is small."""
    if count == 0:
        return 0 if among is None or among >= rules.percentages else None
    if count is None or count < rules.minimum:
        return None
    if among is not None and (0 < among - count < rules.minimum or (among == count and among < rules.percentages)):
        return None
    return rounded(count, rules)


def _cause(row: CauseRow, impact: Impact, rules: CellRules) -> CauseRow | None:
    whole = impact.whole(row.measure)
    moved = whole.counts["stijgt"] if row.rises else whole.falls
    shown, in_theme = _plain(row.whole, moved, rules), _plain(row.theme, whole.total, rules)
    if not shown and not in_theme:
        return None
    alone = _plain(row.alone, row.whole, rules) if shown else shown
    return replace(row, whole=shown, theme=in_theme, alone=alone)


def _amount(amount: Amount, total: Count, among: Count, rules: CellRules) -> Amount:
    """Return a sum, unless few add to it or one of them is most of it."""
    few = 0 < (amount.organisations or 0) < rules.minimum
    big = amount.largest * 100 > (amount.total or 0) * rules.dominance
    return Amount(None if few or big else total, _plain(amount.organisations, among, rules))
