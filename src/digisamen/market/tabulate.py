"""The effects on many organisations, folded into counts one by one: nothing of an organisation is kept but its name."""

from collections import Counter
from collections.abc import Collection, Iterator

from digisamen.market.counts import (
    DIMENSIONS,
    FALLS,
    MEASURES,
    VERDICTS,
    Amount,
    Cause,
    CauseRow,
    Dimension,
    Impact,
    ImpactTable,
    LevelRow,
    Measure,
    OrganisationEffect,
    Origin,
    Own,
    Question,
    Row,
    Shift,
    SubsectorEffect,
    Verdict,
    together,
)
from digisamen.migrate.migration import Move
from digisamen.model.change import Change
from digisamen.model.criteria import Edition
from digisamen.norm.compare.compared import Compared

ANSWERS = ("blijft", "opnieuw", "nieuw", "archief")
"""What happens to questions: the answer stays, is asked again, is asked for the first time, and goes to the archive."""


class _Sum:
    """A sum over organisations, with how many add to it and the largest part."""

    def __init__(self) -> None:
        self.total = self.organisations = self.largest = 0

    def add(self, part: int) -> None:
        if part:
            self.total += part
            self.organisations += 1
            self.largest = max(self.largest, part)

    def amount(self) -> Amount:
        return Amount(self.total, self.organisations, self.largest)


class ImpactTabulator:
    """Counts the effects on organisations. With `named` each of them is also told apart by name."""

    def __init__(self, old: Edition, new: Edition, *, named: bool) -> None:
        """Count for the step from `old` to `new`."""
        self.old, self.new, self.named = old, new, named
        self._busy = 0
        self._cells: Counter[tuple[Measure, Dimension, str, Verdict]] = Counter()
        self._levels: Counter[tuple[Measure, int | None, bool]] = Counter()
        self._causes: Counter[Cause] = Counter()
        self._alone: Counter[Cause] = Counter()
        self._asked: Counter[tuple[str, str]] = Counter()
        self._answers = {kind: _Sum() for kind in ANSWERS}
        self._reasons: dict[str, _Sum] = {}
        self._own: list[Own] = []
        self._shifts: dict[Shift, Shift] = {}

    def add(self, effect: OrganisationEffect) -> None:
        """Count one organisation."""
        for measure in MEASURES:
            self._add_verdicts(effect, measure)
            for after in (False, True):
                self._levels[measure, _lowest(effect, measure, after=after), after] += 1
        self._add_causes(effect.causes)
        self._add_moves(effect.moves)
        if self.named:
            self._own.append(self._named(effect))

    def _named(self, effect: OrganisationEffect) -> Own:
        """Return an organisation by name. Levels that others have as well are held once: there are few of them."""
        parts = tuple(
            SubsectorEffect(p.subsector, self._once(p.whole), {t: self._once(s) for t, s in p.themes.items()})
            for p in effect.subsectors
        )
        causes = {c.id for c in effect.causes if c.measure == "onderbouwd" and not c.theme}
        asked = sum(m.asked for m in effect.moves)
        return Own(effect.name, effect.verdict("onderbouwd"), parts, tuple(sorted(causes)), asked)

    def _once(self, shift: Shift) -> Shift:
        return self._shifts.setdefault(shift, shift)

    def _add_verdicts(self, effect: OrganisationEffect, measure: Measure) -> None:
        verdict = effect.verdict(measure)
        self._cells[measure, "all", "", verdict] += 1
        self._cells[measure, "size", effect.size, verdict] += 1
        for role in dict.fromkeys(effect.roles):
            self._cells[measure, "role", role, verdict] += 1
        for part in effect.subsectors:
            self._cells[measure, "subsector", part.subsector, part.whole.verdict(measure)] += 1
        for theme in {t for part in effect.subsectors for t in part.themes}:
            shifts = [part.themes[theme] for part in effect.subsectors if theme in part.themes]
            self._cells[measure, "theme", theme, together(s.verdict(measure) for s in shifts)] += 1

    def _add_causes(self, causes: Collection[Cause]) -> None:
        self._causes.update(causes)
        groups: dict[tuple[Measure, bool], list[Cause]] = {}
        for cause in causes:
            if not cause.theme:
                groups.setdefault((cause.measure, cause.rises), []).append(cause)
        self._alone.update(group[0] for group in groups.values() if len(group) == 1)

    def _add_moves(self, moves: Collection[Move]) -> None:
        self._busy += any(m.asked for m in moves)
        self._asked.update((m.id, m.fate) for m in moves if m.asked)
        per_kind: Counter[str] = Counter(m.fate for m in moves if m.asked or (m.fate == "blijft" and m.answer))
        for kind in ANSWERS:
            self._answers[kind].add(sum(m.archived for m in moves) if kind == "archief" else per_kind[kind])
        for reason, number in Counter(r for m in moves if m.fate == "opnieuw" for r in m.reasons).items():
            self._reasons.setdefault(reason, _Sum()).add(number)

    def impact(self, changes: tuple[Change, ...], origin: Origin) -> Impact:
        """Return what was counted."""
        return Impact(
            compared=Compared(self.old, self.new, changes, checked=self.old.number != self.new.number),
            origin=origin,
            tables=tuple(self._table(measure, d) for measure in MEASURES for d in DIMENSIONS),
            levels=tuple(self._level_rows()),
            causes=tuple(sorted(self._cause_rows(), key=_weight)),
            questions=tuple(sorted(self._questions(), key=lambda q: (-((q.again or 0) + (q.new or 0)), q.id))),
            asked=self._busy,
            answers={kind: made.amount() for kind, made in self._answers.items()},
            reasons={r: self._reasons[r].amount() for r in sorted(self._reasons, key=self._most)},  # type: ignore[misc]
            own=tuple(self._own),
        )

    def _most(self, reason: str) -> tuple[int, str]:
        return -self._reasons[reason].total, reason

    def _table(self, measure: Measure, dimension: Dimension) -> ImpactTable:
        return ImpactTable(measure, dimension, tuple(self._row(measure, dimension, w) for w in self._words(dimension)))

    def _row(self, measure: Measure, dimension: Dimension, word: str) -> Row:
        counts = {v: self._cells[measure, dimension, word, v] for v in VERDICTS}
        return Row(word, sum(counts.values()), sum(counts[v] for v in FALLS), counts)

    def _words(self, dimension: Dimension) -> tuple[str, ...]:
        if dimension == "all":
            return ("",)
        lists = f"{dimension}s"
        return tuple(dict.fromkeys((*self.new.listed(lists), *self.old.listed(lists))))

    def _level_rows(self) -> Iterator[LevelRow]:
        for measure in MEASURES:
            seen: list[int | None] = [*range(max(self.old.top_level, self.new.top_level) + 1), None]
            for level in seen:
                yield LevelRow(measure, level, self._levels[measure, level, False], self._levels[measure, level, True])

    def _cause_rows(self) -> Iterator[CauseRow]:
        for measure, rises, name in {(c.measure, c.rises, c.id) for c in self._causes}:
            whole, theme = Cause(measure, rises, False, name), Cause(measure, rises, True, name)  # noqa: FBT003  # by place
            yield CauseRow(measure, rises, name, self._causes[whole], self._causes[theme], self._alone[whole])

    def _questions(self) -> Iterator[Question]:
        for name in {name for name, _ in self._asked}:
            yield Question(name, self._asked[name, "opnieuw"], self._asked[name, "nieuw"])


def _lowest(effect: OrganisationEffect, measure: Measure, *, after: bool) -> int | None:
    shifts = [part.whole for part in effect.subsectors]
    levels = [s.after if after else s.before for s in shifts]
    return min((int(getattr(x, measure)) for x in levels if x), default=None)


def _weight(row: CauseRow) -> tuple[int, bool, int, int, str]:
    return MEASURES.index(row.measure), row.rises, -(row.whole or 0), -(row.theme or 0), row.id
