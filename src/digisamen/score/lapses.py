"""Which evidence lapses soon, or has lapsed, and what that does to the level."""

from datetime import date, timedelta
from functools import cache

from digisamen.model.answered import Findings
from digisamen.model.assessment import Assessment
from digisamen.model.criteria import Edition
from digisamen.model.scorecard import SubsectorScore
from digisamen.model.steps import Effect, Lapse
from digisamen.score.levels import score_subsector

SOON = 60
"""Within how many days evidence is named as lapsing soon."""

LAPSED = frozenset(("verlopen", "te-oud"))


def lapses(
    edition: Edition, assessment: Assessment, findings: Findings, day: date, score: SubsectorScore
) -> tuple[Lapse, ...]:
    """Return the evidence in scope that has lapsed or lapses within `SOON` days, first the first to lapse.

    The effect of a lapse is the difference between the last day that the evidence counts and the day after.
    """

    @cache
    def on(when: date) -> SubsectorScore:
        return score_subsector(edition, assessment, findings, when, score.subsector)

    found: list[Lapse] = []
    for criterion in (c for t in score.themes for c in t.criteria if c.in_scope):
        for evidence in criterion.evidence:
            last = evidence.last_day
            if last is None or not (evidence.reason in LAPSED or (evidence.counts and last <= day + timedelta(SOON))):
                continue
            effects = _effects(on(last), on(last + timedelta(1)), criterion.theme) if evidence.counts else ()
            found.append(Lapse(criterion.id, evidence, last, (last - day).days, effects))
    return tuple(sorted(found, key=lambda lapse: (lapse.last_day, lapse.criterion)))


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
