"""What stands between an organisation and a level of a theme."""

from digisamen.model.answered import CriterionScore
from digisamen.model.assessment import Assurance
from digisamen.model.scorecard import ThemeScore


def reachable(theme: ThemeScore, level: int) -> int | None:
    """Return the lowest level of the ladder, from `level` up, that can be reached; none when there is none.

    A level on which every must is answered `nvt` cannot be reached itself: it takes at least one `ja`.
    """
    higher = (rung for rung in theme.ladder if rung >= level)
    return next((rung for rung in higher if any(c.answer != "nvt" for c in theme.musts(rung))), None)


def missing(theme: ThemeScore, level: int, assurance: Assurance) -> list[CriterionScore]:
    """Return the musts up to `level` that are not settled at `assurance`."""
    return [c for step in theme.ladder if step <= level for c in theme.musts(step) if not c.settled(assurance)]
