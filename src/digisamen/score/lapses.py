"""Which evidence lapses soon, or has lapsed, and what that does to the level."""

from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from digisamen.model.answered import CriterionScore
from digisamen.model.assessment import Assurance
from digisamen.model.scorecard import SubsectorScore
from digisamen.model.steps import Effect, Lapse
from digisamen.score.levels import score_theme, weakest

SOON = 60
"""Within how many days evidence is named as lapsing soon."""

LAPSED = frozenset(("verlopen", "te-oud"))


def lapses(day: date, score: SubsectorScore) -> tuple[Lapse, ...]:
    """Return the evidence in scope that has lapsed or lapses within `SOON` days, first the first to lapse.

    The effect of a lapse is the difference between the last day that the evidence counts and the day after.
    """
    current = {c.id: _current(c, day) for t in score.themes for c in t.criteria if c.settled_at}

    @cache
    def on(when: date) -> SubsectorScore:
        themes = tuple(
            score_theme(t.theme, [_on(c, current.get(c.id, ()), when) for c in t.criteria], t.target)
            for t in score.themes
        )
        return SubsectorScore(score.subsector, weakest(t.levels for t in themes), themes)

    @cache
    def effects_of(last: date, theme: str) -> tuple[Effect, ...]:
        return _effects(on(last), on(last + timedelta(1)), theme)

    found: list[Lapse] = []
    for criterion in (c for t in score.themes for c in t.criteria if c.in_scope):
        for evidence in criterion.evidence:
            last = evidence.last_day
            if last is None or not (evidence.reason in LAPSED or (evidence.counts and last <= day + timedelta(SOON))):
                continue
            effects = effects_of(last, criterion.theme) if evidence.counts else ()
            found.append(Lapse(criterion.id, evidence, last, (last - day).days, effects))
    return tuple(sorted(found, key=lambda lapse: (lapse.last_day, lapse.criterion)))


Span = tuple[date, date, bool]
"""From when to when evidence counts, both days included, and whether somebody else looked at it."""

NEVER = ("soort-past-niet", "bestand-", "geen-einddatum")
"""How the reason begins of evidence that counts on no day."""


def _current(criterion: CriterionScore, day: date) -> tuple[Span, ...]:
    """Return when the evidence of a criterion counts from `day` on; what another piece covers wholly is left out.

    So there are never more than there are days, however much evidence somebody names.
    """
    longest: dict[tuple[date, bool], date] = {}
    for evidence in criterion.evidence:
        if evidence.last_day is None or (evidence.reason or "").startswith(NEVER):
            continue
        start = (max(evidence.evidence.date, day), evidence.independent)
        if start[0] > day + timedelta(SOON + 1):
            continue
        longest[start] = max(evidence.last_day, longest.get(start, evidence.last_day))
    return tuple((first, last, independent) for (first, independent), last in longest.items())


def _on(criterion: CriterionScore, current: tuple[Span, ...], when: date) -> CriterionScore:
    """Return the score of a criterion on a later day; only a settled one can change with its evidence."""
    if criterion.settled_at is None:
        return criterion
    counting = [independent for first, last, independent in current if first <= when <= last]
    best = Assurance.ONDERBOUWD if counting else Assurance.VERKLAARD
    sure = Assurance.GETOETST if any(counting) else best
    return criterion if sure == criterion.settled_at else replace(criterion, settled_at=sure)


def _effects(before: SubsectorScore, after: SubsectorScore, theme: str) -> tuple[Effect, ...]:
    """Return how the theme falls, and the whole with it: the whole first, because it is what people quote."""
    falls = {
        now.theme: Effect(now.theme, now.levels.onderbouwd, then.levels.onderbouwd)
        for now, then in zip(before.themes, after.themes, strict=True)
        if now.levels and then.levels and then.levels.onderbouwd < now.levels.onderbouwd
    }
    if theme not in falls:
        return ()
    if before.levels and after.levels and after.levels.onderbouwd < before.levels.onderbouwd:
        return Effect(None, before.levels.onderbouwd, after.levels.onderbouwd), falls[theme]
    return (falls[theme],)
