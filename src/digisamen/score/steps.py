"""The shortest way up: what is missing for the next level, per theme and for the whole."""

from digisamen.model.answered import CriterionScore
from digisamen.model.assessment import Assurance
from digisamen.model.scorecard import SubsectorScore, ThemeScore
from digisamen.model.steps import Step, WayUp
from digisamen.score.gaps import missing, reachable


def way_up(score: SubsectorScore) -> WayUp:
    """Return the steps towards the next level at onderbouwd. No step: the highest level there is has been reached."""
    steps = [step for theme in score.scored if (step := theme_step(theme, _now(theme)))]
    whole = whole_step(score, score.levels.onderbouwd) if score.levels else None
    return WayUp(
        themes=tuple(steps),
        whole=whole,
        after=_after(score, whole) if whole else None,
        fewest=min(steps, key=lambda s: (s.count, s.effort), default=None),
        least_effort=min(steps, key=lambda s: (s.effort, s.count), default=None),
    )


def _now(theme: ThemeScore) -> int:
    return theme.levels.onderbouwd if theme.levels else 0


def theme_step(theme: ThemeScore, start: int) -> Step | None:
    """Return the step from `start` to the next level of the ladder that can be reached; none at the top."""
    goal = reachable(theme, start + 1)
    return _step(theme.theme, start, goal, missing(theme, goal, Assurance.ONDERBOUWD)) if goal else None


def whole_step(score: SubsectorScore, start: int) -> Step | None:
    """Return the step that lifts the lowest themes above `start`; none when one of them is already at its top."""
    lifted: list[Step] = []
    for theme in score.scored:
        step = theme_step(theme, start) if _now(theme) <= start else None
        if step is None and _now(theme) <= start:
            return None
        if step:
            lifted.append(step)
    if not lifted:
        return None
    goal = min([s.goal for s in lifted] + [_now(t) for t in score.scored if _now(t) > start])
    return _step(None, start, goal, [c for s in lifted for c in (*s.prove, *s.do)])


def _after(score: SubsectorScore, first: Step) -> Step | None:
    """Return the whole step that follows `first`, without what `first` asks already."""
    second = whole_step(score, first.goal)
    if second is None:
        return None
    known = {c.id for c in (*first.prove, *first.do)}
    left = [c for c in (*second.prove, *second.do) if c.id not in known]
    return _step(None, first.goal, second.goal, left)


def _step(theme: str | None, start: int, goal: int, criteria: list[CriterionScore]) -> Step:
    prove = [c for c in criteria if c.answer in {"ja", "nvt"}]
    do = [c for c in criteria if c.answer not in {"ja", "nvt"}]
    return Step(theme, start, goal, tuple(sorted(prove, key=_ease)), tuple(sorted(do, key=_ease)))


def _ease(score: CriterionScore) -> tuple[int, int, str]:
    return score.effort, score.level, score.id
