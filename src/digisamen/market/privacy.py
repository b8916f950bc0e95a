"""Makes an impact fit to publish: small counts are shielded, on all tables at once, before anything is rendered."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from digisamen.market.shield import Group, Key, shield
from digisamen.model.impact import (
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
)

FLOOR = 5
"""No rule may ask for less than this many organisations in a cell."""

ANSWERS_OF = {"again": "opnieuw", "new": "nieuw"}


def publishable(impact: Impact, rules: CellRules | None = None) -> Impact:
    """Return `impact` without what says something about single organisations, and with all counts rounded.

    Nobody is named in it. What is shielded cannot be computed from the rest, as far as sums between tables go.

    Raises:
        ValueError: when the rules ask for less than the floor.
    """
    rules = rules or CellRules()
    if rules.minimum < FLOOR or rules.percentages < rules.minimum or rules.step < 1:
        raise ValueError(rules)
    values, bases = _cells(impact)
    hidden = shield(values, bases, tuple(_groups(impact)), rules)

    def show(key: Key) -> Count:
        return None if key in hidden else rounded(values[key], rules)

    return replace(
        impact,
        tables=tuple(_table(t, show) for t in impact.tables),
        # With the levels afterwards as well, the difference between two columns would count who moved.
        levels=tuple(
            LevelRow(x.measure, x.level, show(("level", x.measure, str(x.level))), None) for x in impact.levels
        ),
        causes=tuple(shown for row in impact.causes if (shown := _cause(row, impact, rules))),
        questions=tuple(
            shown
            for q in impact.questions
            if (shown := Question(q.id, show(("asked", "opnieuw", q.id)), show(("asked", "nieuw", q.id)))) != _no(q.id)
        ),
        answers={kind: _amount(amount, show(("answers", kind)), impact, rules) for kind, amount in impact.answers.items()},
        reasons={why: _amount(amount, rounded(amount.total, rules), impact, rules) for why, amount in impact.reasons.items()},
        origin=replace(
            impact.origin,
            elsewhere={n: _plain(c, None, rules) for n, c in (impact.origin.elsewhere or {}).items()},
            invalid=_plain(impact.origin.invalid, None, rules),
            others=_plain(impact.origin.others, None, rules),
        ),
        own=(),
        rules=rules,
    )


def rounded(count: int, rules: CellRules) -> int:
    """Return a count rounded to the nearest step."""
    return (count + rules.step // 2) // rules.step * rules.step


def _no(name: str) -> Question:
    return Question(name, None, None)


def _cells(impact: Impact) -> tuple[dict[Key, int], dict[Key, Key]]:
    """Return the value of every cell that is part of a sum, and for each the cell that holds its number of n."""
    values: dict[Key, int] = {}
    bases: dict[Key, Key] = {}
    for table in impact.tables:
        for row in table.rows:
            size: Key = ("n", table.dimension, row.word)
            values[size] = row.total or 0
            for verdict in VERDICTS:
                key: Key = (table.measure, table.dimension, row.word, verdict)
                values[key], bases[key] = row.counts[verdict] or 0, size
    everybody: Key = ("n", "all", "")
    for level in impact.levels:
        key = ("level", level.measure, str(level.level))
        values[key], bases[key] = level.before or 0, everybody
    for question in impact.questions:
        for field, kind in ANSWERS_OF.items():
            key = ("asked", kind, question.id)
            values[key], bases[key] = getattr(question, field), everybody
    for kind, amount in impact.answers.items():
        values["answers", kind] = amount.total or 0
    return values, bases


def _groups(impact: Impact) -> Iterator[Group]:
    """Yield every cell that is the sum of others. Subsectors and roles overlap, and are guarded as if they did not."""
    for table in impact.tables:
        measure, dimension = table.measure, table.dimension
        for row in table.rows:
            yield Group(
                ("n", dimension, row.word), tuple((measure, dimension, row.word, v) for v in VERDICTS)
            )
        if dimension in {"subsector", "size", "role"}:
            words, overlap = [row.word for row in table.rows], dimension != "size"
            yield Group(("n", "all", ""), tuple(("n", dimension, w) for w in words), overlap)
            for v in VERDICTS:
                yield Group((measure, "all", "", v), tuple((measure, dimension, w, v) for w in words), overlap)
    for measure in MEASURES:
        levels = tuple(("level", measure, str(x.level)) for x in impact.levels if x.measure == measure)
        yield Group(("n", "all", ""), levels)
    for kind in ANSWERS_OF.values():
        yield Group(("answers", kind), tuple(("asked", kind, q.id) for q in impact.questions))


def _table(table: ImpactTable, show) -> ImpactTable:  # type: ignore[no-untyped-def]
    rows = tuple(
        Row(
            row.word,
            show(("n", table.dimension, row.word)),
            {v: show((table.measure, table.dimension, row.word, v)) for v in VERDICTS},
        )
        for row in table.rows
    )
    return ImpactTable(table.measure, table.dimension, rows)


def _plain(count: Count, among: Count, rules: CellRules) -> Count:
    """Return a count that is part of no sum: shielded where it, or what it leaves of `among`, is small."""
    if count is None or count < rules.minimum:
        return None
    if among is not None and (0 < among - count < rules.minimum or (among == count and among < rules.percentages)):
        return None
    return rounded(count, rules)


def _cause(row: CauseRow, impact: Impact, rules: CellRules) -> CauseRow | None:
    whole = impact.whole(row.measure)
    moved = whole.counts["stijgt"] if row.rises else whole.fall()
    shown, in_theme = _plain(row.whole, moved, rules), _plain(row.theme, whole.total, rules)
    if shown is None and in_theme is None:
        return None
    alone = _plain(row.alone, row.whole, rules) if shown is not None else None
    return replace(row, whole=shown, theme=in_theme, alone=alone)


def _amount(amount: Amount, total: Count, impact: Impact, rules: CellRules) -> Amount:
    """Return a sum, unless few add to it or one of them is most of it."""
    organisations = _plain(amount.organisations, impact.whole("onderbouwd").total, rules)
    big = (amount.largest or 0) * 100 > (amount.total or 0) * rules.dominance
    few = (amount.organisations or 0) < rules.minimum
    return Amount(None if few or big else total, organisations, None)
