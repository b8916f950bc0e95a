"""Is an asked level met? One comparison, for `--require`, for the target and for `next`."""

from collections.abc import Iterable

from digisamen.model.asked import Asked, AskedScore, AskedSubsector, AskedTheme
from digisamen.model.scorecard import SubsectorScore, ThemeScore
from digisamen.score.gaps import missing, reachable


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
    goal = reachable(theme, needed) if reached < needed else None
    blocking = missing(theme, goal, asked.assurance) if goal else []
    return AskedTheme(theme.theme, needed, reached, tuple(c.id for c in blocking))


def needed_level(theme: ThemeScore, level: int) -> int:
    """Return the level that an asked `level` means for this theme: never above what is haalbaar."""
    return min(level, theme.levels.haalbaar) if theme.levels else 0
