"""Which cells of a set of tables are suppressed, so that no small count can be read or computed.

First what is small by itself; then others beside it, until no suppressed cell follows from a sum: a group of suppressed
parts holds two cells or more and at least the minimum together, no suppressed cell is settled by all sums at once, and
what the sums leave it is a range and no number.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from digisamen.market.counts import CellRules

Key = tuple[str, ...]
"""The name of a cell within the set."""
ROUNDS = 60
"""How often ranges are narrowed by each other; after that they creep, and are wide."""


@dataclass(frozen=True, slots=True)
class Group:
    """A cell that is the sum of others, or less than their sum where the parts `overlap`.

    How little they overlap nobody knows, so that such parts are guarded as if they did not.
    """

    total: Key
    parts: tuple[Key, ...]
    overlap: bool = False

    @property
    def cells(self) -> tuple[Key, ...]:
        """All cells of the sum."""
        return (self.total, *self.parts)


def suppress_cells(
    values: Mapping[Key, int], bases: Mapping[Key, Key], groups: Sequence[Group], rules: CellRules
) -> frozenset[Key]:
    """Return the cells to suppress. `bases` names for a cell the one that holds the number it is part of."""
    of_base: dict[Key, list[Key]] = {}
    for key, base in bases.items():
        of_base.setdefault(base, []).append(key)
    hidden: set[Key] = set()

    def hide(keys: Iterable[Key]) -> None:
        for key in keys:
            hidden.add(key)
            hidden.update(of_base.get(key, ()) if key[0] == "n" else ())  # without n a row says nothing

    hide(key for key, value in values.items() if _small(key, value, values, bases, rules))
    while True:
        more = next(_companions(values, groups, hidden, rules), None)
        if more is None:
            more = next(_neighbours(_settled(groups, hidden), values, groups, hidden), None)
        if more is None:
            more = next(_neighbours(_narrow(values, groups, hidden, rules), values, groups, hidden), None)
        if more is None:
            return frozenset(hidden)
        hide([more])


def _small(key: Key, value: int, values: Mapping[Key, int], bases: Mapping[Key, Key], rules: CellRules) -> bool:
    """Tell whether a cell is suppressed by itself: few, or nobody or everybody of few."""
    if key not in bases:
        return 0 < value < rules.minimum  # where nobody is, there is nobody to protect
    among = values[bases[key]]
    if among == 0:
        return False
    if key[0] == "asked" and 0 < among - value < rules.minimum:
        return True  # who is not asked is in no other cell
    if among < rules.percentages and value in {0, among} and not _follows(key, values, rules):
        return True
    return among < rules.minimum or 0 < value < rules.minimum


def _follows(key: Key, values: Mapping[Key, int], rules: CellRules) -> bool:
    """Tell whether a cell of nobody or everybody follows from the same in the row of all: then it hides nothing."""
    everybody = values["n", "all", ""]
    above: Key = (key[0], "all", "", key[-1])
    return key[1] != "theme" and everybody >= rules.percentages and values.get(above) in {0, everybody}


def _companions(
    values: Mapping[Key, int], groups: Sequence[Group], hidden: set[Key], rules: CellRules
) -> Iterator[Key]:
    for group in groups:
        suppressed = [k for k in group.parts if k in hidden]
        known = group.total not in hidden
        if known and not suppressed:
            continue
        if not known and suppressed:
            continue
        enough = len(suppressed) > 1 and sum(values[k] for k in suppressed) >= rules.minimum
        if not enough:
            yield from _smallest((k for k in group.cells if k not in hidden), values)


def _smallest(keys: Iterable[Key], values: Mapping[Key, int]) -> Iterator[Key]:
    """Yield cells by how little is lost: those of all organisations last, whole rows late, empty cells after others."""
    yield from sorted(keys, key=lambda k: ("all" in k, k[0] in {"n", "answers"}, values[k] == 0, values[k], k))


def _neighbours(
    pinned: Iterator[Key], values: Mapping[Key, int], groups: Sequence[Group], hidden: set[Key]
) -> Iterator[Key]:
    for key in pinned:
        beside = (k for g in groups if key in g.cells for k in g.cells if k not in hidden)
        yield from _smallest(beside, values)


def _settled(groups: Sequence[Group], hidden: set[Key]) -> Iterator[Key]:
    """Yield the suppressed cells that follow from all sums together, whatever the numbers: exact linear algebra."""
    rows: list[dict[Key, Fraction]] = []
    for group in groups:
        row = {k: Fraction(1) for k in group.parts if k in hidden}
        if group.total in hidden:
            row[group.total] = Fraction(-1)
        _reduce_into(rows, row)
    yield from sorted(next(iter(row)) for row in rows if len(row) == 1)


def _reduce_into(rows: list[dict[Key, Fraction]], row: dict[Key, Fraction]) -> None:
    """Add a row to a matrix in reduced echelon form; the first key of each row is its pivot."""
    for known in rows:
        pivot = next(iter(known))
        if pivot in row:
            _subtract(row, known, row[pivot])
    if not row:
        return
    pivot = next(iter(row))
    scale = row[pivot]
    made = {k: v / scale for k, v in row.items()}
    for known in rows:
        if pivot in known:
            _subtract(known, made, known[pivot])
    rows.append(made)


def _subtract(row: dict[Key, Fraction], other: Mapping[Key, Fraction], times: Fraction) -> None:
    for key, value in other.items():
        left = row.get(key, Fraction(0)) - times * value
        if left:
            row[key] = left
        else:
            row.pop(key, None)


def _narrow(values: Mapping[Key, int], groups: Sequence[Group], hidden: set[Key], rules: CellRules) -> Iterator[Key]:
    """Yield the suppressed cells that the sums, and that no count is below nought, leave a range less than one step."""
    low = {k: 0 if k in hidden else v for k, v in values.items()}
    most = 1 + sum(values.values())
    high = {k: most if k in hidden else v for k, v in values.items()}
    concerned = [g for g in groups if any(k in hidden for k in g.cells)]
    for _ in range(ROUNDS):
        changed = False
        for group in concerned:
            for key, least, largest in _bounds(group, low, high):
                if least > low[key] or largest < high[key]:
                    low[key], high[key] = max(low[key], least), min(high[key], largest)
                    changed = True
        if not changed:
            break
    yield from sorted(k for k in hidden if high[k] - low[k] < rules.step)


def _bounds(group: Group, low: Mapping[Key, int], high: Mapping[Key, int]) -> Iterator[tuple[Key, int, int]]:
    """Yield for each cell of a sum the least and the most that the others leave it."""
    least, largest = sum(low[k] for k in group.parts), sum(high[k] for k in group.parts)
    yield group.total, 0 if group.overlap else least, largest
    for key in group.parts:
        at_most = high[key] if group.overlap else high[group.total] - (least - low[key])
        yield key, low[group.total] - (largest - high[key]), at_most
