"""The profile: for each theme and for the whole, the surest state in which every level is reached."""

from digisamen.level.report import ProfileRow
from digisamen.model.scorecard import Levels, SubsectorScore, ThemeScore
from digisamen.model.state import State


def profile(score: SubsectorScore, top: int) -> tuple[ProfileRow, ...]:
    """Return a row per theme and, last, the row of the whole. `top` is the highest level of the edition."""
    low = score.levels.onderbouwd if score.levels else None
    apart = len({t.levels.onderbouwd for t in score.scored if t.levels}) > 1
    rows = [
        ProfileRow(
            theme=theme.theme,
            levels=theme.levels,
            target=theme.target,
            states=_states(theme.levels, theme.ladder, top),
            first=theme.ladder[0] if theme.ladder else 1,
            lowest=apart and theme.levels is not None and theme.levels.onderbouwd == low,
        )
        for theme in score.themes
    ]
    ladder = tuple(range(1, score.levels.haalbaar + 1)) if score.levels else ()
    states = _states(score.levels, ladder, top)
    return (*rows, ProfileRow(None, score.levels, _shared_target(score.themes), states, 1, lowest=False))


def _shared_target(themes: tuple[ThemeScore, ...]) -> int | None:
    targets = {t.target for t in themes}
    return targets.pop() if len(targets) == 1 else None


def _states(levels: Levels | None, ladder: tuple[int, ...], top: int) -> tuple[State, ...]:
    if levels is None:
        return ()
    return tuple(state_of(levels, n) if n in ladder else State.NB for n in range(1, top + 1))


def state_of(levels: Levels, level: int) -> State:
    """Return the surest state in which `level` is reached."""
    ranked = (
        (levels.getoetst, State.GETOETST),
        (levels.onderbouwd, State.ONDERBOUWD),
        (levels.verklaard, State.VERKLAARD),
        (levels.possible, State.MOGELIJK),
    )
    return next((state for reached, state in ranked if level <= reached), State.LEEG)
