"""Is an asked level met? One comparison, for `--require`, for the target and for `next`."""

from collections.abc import Iterable

from digisamen.model.answered import CriterionScore
from digisamen.model.asked import Asked, AskedScore, AskedSubsector, AskedTheme
from digisamen.model.assessment import Assurance
from digisamen.model.scorecard import SubsectorScore, ThemeScore


def judge(subsectors: Iterable[SubsectorScore], asked: Asked) -> AskedScore:
    """Return whether `asked` is met in every subsector, and what holds it back.

    A theme meets it at the lowest of the asked level and the highest level there is for this organisation.
    """
    return AskedScore(asked, tuple(_subsector(s, asked) for s in subsectors))


def _subsector(score: SubsectorScore, asked: Asked) -> AskedSubsector:
    themes = [t for t in score.scored if asked.theme in {None, t.theme}]
    return AskedSubsector(score.subsector, tuple(_theme(t, asked) for t in themes))


def _theme(theme: ThemeScore, asked: Asked) -> AskedTheme:
    needed = needed_level(theme, asked.level)
    reached = theme.levels.at(asked.assurance) if theme.levels else 0
    blocking = missing(theme, theme.rung(needed), asked.assurance) if reached < needed else []
    return AskedTheme(theme.theme, needed, reached, tuple(c.id for c in blocking))


def needed_level(theme: ThemeScore, level: int) -> int:
    """Return the level that an asked `level` means for this theme: never above what is haalbaar."""
    return min(level, theme.levels.haalbaar) if theme.levels else 0


def missing(theme: ThemeScore, level: int, assurance: Assurance) -> list[CriterionScore]:
    """Return the musts up to `level` that are not settled at `assurance`."""
    return [c for step in theme.ladder if step <= level for c in theme.musts(step) if not c.settled(assurance)]
