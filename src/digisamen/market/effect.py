"""What a new edition does to one organisation: its levels under both, the causes, and what it answers again."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from digisamen.market.counts import NO_ROOM, NO_YES, Cause, Measure, OrganisationEffect, Shift, SubsectorEffect
from digisamen.migrate.plan import carried, moved, plan
from digisamen.model.answered import Findings
from digisamen.model.assessment import Assessment, Assurance, Organisation
from digisamen.model.change import Change
from digisamen.model.criteria import Criterion, Edition
from digisamen.model.scorecard import SubsectorScore, ThemeScore
from digisamen.score.gaps import missing
from digisamen.score.levels import score_musts
from digisamen.score.scope import profile_of, select

SURE: dict[Measure, Assurance] = {"onderbouwd": Assurance.ONDERBOUWD, "verklaard": Assurance.VERKLAARD}
"""The levels that answers decide, with the assurance of each."""


class Counting:
    """Which criteria of an edition hold for organisations; remembered per kind, because many are of the same kind."""

    def __init__(self, edition: Edition) -> None:
        """Look at `edition`."""
        self._edition = edition
        self._kinds: dict[tuple[object, ...], list[Criterion]] = {}

    def of(self, who: Organisation) -> frozenset[str]:
        """Return the ids of the criteria that hold: those of its kind, without what its own facts rule out."""
        kind = (who.subsectors, who.roles, who.size)
        if kind not in self._kinds:
            self._kinds[kind] = select(self._edition, replace(profile_of(who), false_facts=frozenset()))
        false = who.false_facts()
        return frozenset(c.id for c in self._kinds[kind] if false.isdisjoint(c.applies.facts))


class Step:
    """From one edition to another: both, and what changed."""

    def __init__(self, old: Edition, new: Edition, changes: Sequence[Change]) -> None:
        """Go from `old` to `new`."""
        self.old, self.new, self.changes = old, new, changes
        self.then, self.now = Counting(old), Counting(new)


def effect_of(
    step: Step, name: str, assessment: Assessment, findings: Findings, day: date | None = None
) -> OrganisationEffect:
    """Return what `step` does to an organisation whose `assessment` was checked against the old edition.

    After the step it is scored as it would be straight after `migrate`: kept answers count, asked ones are open.
    """
    old, new = step.old, step.new
    who, on = assessment.organisation, day or assessment.date
    then, now = step.then.of(who), step.now.of(who)
    made = plan(assessment, old, new, step.changes, then, now)
    later, found = carried(assessment, made), moved(findings, made)
    names = [s for s in old.text.subsectors if s in who.subsectors]
    pairs = [
        (score_musts(old, assessment, findings, on, s, then), score_musts(new, later, found, on, s, now)) for s in names
    ]
    return OrganisationEffect(
        name=name,
        size=who.size,
        roles=who.roles,
        subsectors=tuple(_subsector(before, after) for before, after in pairs),
        causes=frozenset(cause for before, after in pairs for cause in _causes(before, after)),
        moves=made.moves,
    )


def _subsector(before: SubsectorScore, after: SubsectorScore) -> SubsectorEffect:
    was, now = _by_theme(before), _by_theme(after)
    themes = {
        theme: Shift(was[theme].levels if theme in was else None, now[theme].levels if theme in now else None)
        for theme in dict.fromkeys((*now, *was))
    }
    return SubsectorEffect(before.subsector, Shift(before.levels, after.levels), themes)


def _by_theme(score: SubsectorScore) -> Mapping[str, ThemeScore]:
    return {t.theme: t for t in score.themes}


def _causes(before: SubsectorScore, after: SubsectorScore) -> Iterator[Cause]:
    was, now = _by_theme(before), _by_theme(after)
    for measure, sure in SURE.items():
        if before.levels and after.levels:
            start, end = before.levels.at(sure), after.levels.at(sure)
            yield from _between(measure, sure, start, end, before.scored, after.scored, theme=False)
        for theme, one in was.items():
            other = now.get(theme)
            if one.levels and other and other.levels:
                start, end = one.levels.at(sure), other.levels.at(sure)
                yield from _between(measure, sure, start, end, [one], [other], theme=True)


def _between(
    measure: Measure,
    sure: Assurance,
    start: int,
    end: int,
    before: Sequence[ThemeScore],
    after: Sequence[ThemeScore],
    *,
    theme: bool,
) -> Iterator[Cause]:
    """Return why a level goes from `start` to `end`: what now stands below the old level, or stood below the new."""
    if start == end:
        return
    rises = end > start
    ids = set(_standing_below(before if rises else after, max(start, end), sure))
    for name in ids or {NO_YES}:
        yield Cause(measure, rises, theme, name)


def _standing_below(themes: Sequence[ThemeScore], level: int, sure: Assurance) -> Iterator[str]:
    for score in themes:
        if score.levels is None or score.levels.at(sure) >= level:
            continue
        yield from (c.id for c in missing(score, score.rung(level), sure))
        if score.levels.haalbaar < level:
            yield NO_ROOM
