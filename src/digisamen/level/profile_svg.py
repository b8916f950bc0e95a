"""The profile picture as shapes: four bars of boxes on one axis, for the template that draws them as one SVG."""

from collections.abc import Mapping
from dataclasses import dataclass

from digisamen.level.report import ProfileRow, SubsectorPart
from digisamen.model.state import State
from digisamen.text.texts import Texts

TOP, STEP, FIRST_STEP = 24, 78, 98
"""Where the first bar begins, and how far the next one is from it; the first is the whole and takes more."""
HEIGHT, WHOLE_HEIGHT, WITHOUT = 34, 44, 52
"""How high a box is, one of the whole, and a theme without boxes."""


@dataclass(frozen=True, slots=True)
class Names:
    """The names in a picture: of the organisation, the whole, and each theme; `without` says why one has no level."""

    title: str
    whole: str
    themes: Mapping[str, str]
    without: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Box:
    """One step of a bar. `below` is the state of the first step of the ladder, drawn low under a step outside it."""

    state: str
    word: str
    left: str
    middle: str
    width: str
    y: int
    height: int
    text_y: float
    below: str = ""
    below_y: int = 0
    below_height: int = 0


@dataclass(frozen=True, slots=True)
class Goal:
    """The mark of a goal: a line at the right edge of its step and a triangle below it."""

    x: str
    y: int
    foot: int
    word: str
    last: bool


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar with its name above it. `note` stands where a theme has no boxes; `rule` draws a line below."""

    name: str
    y: int
    whole: bool
    right: str
    number: str
    note: str
    boxes: tuple[Box, ...]
    goal: Goal | None


@dataclass(frozen=True, slots=True)
class Picture:
    """All that the template needs. `uid` makes the ids of this picture unique on the page."""

    uid: str
    height: int
    title: str
    desc: str
    rule: int
    columns: tuple[tuple[str, str], ...]
    bars: tuple[Bar, ...]


def picture(part: SubsectorPart, names: Names, uid: str, t: Texts) -> Picture:
    """Return the picture of one subsector: the whole on top, then the themes."""
    *themes, whole = part.profile
    count = len(whole.states)
    y, bars = TOP, []
    for row in (whole, *themes):
        bars.append(_bar(row, y, names, whole.target, t))
        y += FIRST_STEP if row.theme is None else STEP if row.states else WITHOUT
    return Picture(
        uid=uid,
        height=y - 2,
        title=names.title,
        desc=_told(part, names, t),
        rule=TOP + FIRST_STEP - 7,
        columns=tuple((_percent((n - 0.5) / count), t("word.level_n", n=n)) for n in range(1, count + 1)),
        bars=tuple(bars),
    )


def _bar(row: ProfileRow, y: int, names: Names, shared: int | None, t: Texts) -> Bar:
    whole = row.theme is None
    name = names.themes[row.theme] if row.theme else names.whole
    if row.levels is None:
        return Bar(name, y + 15, whole, "", "", names.without.get(row.theme or "", ""), (), None)
    word = t("word.aantoonbaar")
    right = f"{t('word.lowest')}: {word}" if row.lowest else word
    height = WHOLE_HEIGHT if whole else HEIGHT
    boxes = tuple(_box(row, n, y + 24, height, t) for n in range(len(row.states)))
    goal = _goal(row, y + 24, height, t, named=whole or not shared)
    return Bar(name, y + 15, whole, right, str(row.levels.onderbouwd), "", boxes, goal)


def _box(row: ProfileRow, n: int, y: int, height: int, t: Texts) -> Box:
    count, state = len(row.states), row.states[n]
    # Below its first step a ladder has nothing to judge: a low bar in the state of that step carries it.
    low = state is State.NB and n + 1 < row.first
    third = round(height / 3)
    words = {State.LEEG: "", State.NB: t("word.nb_short")}
    return Box(
        state=str(state),
        word=words.get(state, t(f"word.{state}")),
        left=_percent(n / count + 0.003),
        middle=_percent((n + 0.5) / count),
        width=_percent(1 / count - 0.006),
        y=y,
        height=height,
        text_y=y + height / 2 + 4.5 - (third / 2 + 1 if low else 0),
        below=str(row.states[row.first - 1]) if low else "",
        below_y=y + height - third,
        below_height=third,
    )


def _goal(row: ProfileRow, y: int, height: int, t: Texts, *, named: bool) -> Goal | None:
    if not row.target:
        return None
    word = t("html.picture.goal_short", level=row.target) if named else ""
    last = row.target >= len(row.states)
    return Goal(_percent(row.target / len(row.states)), y, height + 4, word, last)


def _told(part: SubsectorPart, names: Names, t: Texts) -> str:
    """Return the picture in words: the whole, each theme from level 1 up, the goal, and who is lowest."""
    *themes, whole = part.profile
    said = [t("html.picture.axis", top=len(whole.states)), _row_told(whole, names, t)]
    said += [_row_told(row, names, t) for row in themes]
    if whole.target:
        said.append(t("html.picture.goal", level=whole.target))
    else:
        said += [_goal_told(row, names, t) for row in themes if row.target and row.levels]
    low = [names.themes[row.theme] for row in themes if row.lowest and row.theme]
    if low:
        key = "html.picture.lowest.one" if len(low) == 1 else "html.picture.lowest.many"
        said.append(t(key, themes=t.list(low)))
    return " ".join(said)


def _row_told(row: ProfileRow, names: Names, t: Texts) -> str:
    name = names.themes[row.theme] if row.theme else names.whole
    if row.levels is None:
        return t("html.picture.bar", name=name, states=names.without.get(row.theme or "", ""))
    steps = (t("html.picture.step", level=n, state=t(f"word.{s}")) for n, s in enumerate(row.states, start=1))
    return t("html.picture.bar", name=name, states=", ".join(steps))


def _goal_told(row: ProfileRow, names: Names, t: Texts) -> str:
    return t("html.picture.goal_theme", theme=names.themes[row.theme or ""], level=row.target)


def _percent(share: float) -> str:
    return f"{round(100 * share, 2):g}%"
