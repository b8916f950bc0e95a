"""Chapter 3: the criteria per theme and level, with answer, assurance and reason."""

from dataclasses import dataclass

from digisamen.level import phrases
from digisamen.level.html.answer import part_title, theme_id, without_level
from digisamen.level.report import LevelGroup, LevelReport, SubsectorPart, ThemePart
from digisamen.model.answered import CriterionScore
from digisamen.paper.html_page import upper_first
from digisamen.text.texts import Texts

MOST_ROWS = 5
"""How many criteria of one level stay together on paper."""


@dataclass(frozen=True, slots=True)
class CriterionRow:
    """One criterion. `state` is the sign of its assurance; empty when the answer settles nothing."""

    id: str
    title: str
    answer: str
    answered: bool
    state: str
    assurance: str
    blocks: str
    reason: str


@dataclass(frozen=True, slots=True)
class Group:
    """The criteria of one level, with the state of that level; `state` is empty outside the ladder."""

    title: str
    state: str
    word: str
    rows: tuple[CriterionRow, ...]

    @property
    def long(self) -> bool:
        """True when the group may break over two sheets: kept whole it would leave half a sheet empty."""
        return len(self.rows) > MOST_ROWS


@dataclass(frozen=True, slots=True)
class ThemeBlock:
    """One theme: where it stands, and its criteria. Without criteria in scope there is no table."""

    id: str
    title: str
    strong: str
    rest: str
    caption: str
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class CriteriaPart:
    """The criteria of one subsector."""

    title: str
    intro: str
    themes: tuple[ThemeBlock, ...]


def criteria(report: LevelReport, t: Texts) -> tuple[CriteriaPart, ...]:
    """Return the criteria of each subsector."""
    return tuple(_part(part, n, report, t) for n, part in enumerate(report.parts, start=1))


def _part(part: SubsectorPart, number: int, report: LevelReport, t: Texts) -> CriteriaPart:
    said = t.number(part.in_scope - part.unanswered)
    intro = t("level.answered", answered=said, total=t.number(part.in_scope), percent=phrases.percent(part))
    themes = tuple(_theme(x, theme_id(number, n), part, report, t) for n, x in enumerate(part.themes, start=1))
    return CriteriaPart(part_title(part, report, t), intro, themes)


def _theme(x: ThemePart, name: str, part: SubsectorPart, report: LevelReport, t: Texts) -> ThemeBlock:
    title = t.of(report.edition.themes[x.score.theme].title)
    strong, rest = _stand(x, part, report, t)
    return ThemeBlock(
        id=name,
        title=title,
        strong=strong,
        rest=rest,
        caption=t("html.caption.criteria", theme=title),
        groups=tuple(_group(g, part, report, t) for g in x.groups),
    )


def _stand(x: ThemePart, part: SubsectorPart, report: LevelReport, t: Texts) -> tuple[str, str]:
    levels = x.score.levels
    if levels is None:
        return upper_first(without_level(x.score.theme, part, t)) + ".", ""
    said = t(
        "level.stand",
        onderbouwd="",
        verklaard=levels.verklaard,
        possible=levels.possible,
        getoetst=levels.getoetst,
    )
    return phrases.headline(levels, t)[0], f"{said} {phrases.ladder_top(x.score, report, t)}".rstrip()


def _group(group: LevelGroup, part: SubsectorPart, report: LevelReport, t: Texts) -> Group:
    return Group(
        title=upper_first(t("word.level_n", n=group.level)),
        state=str(group.state) if group.on_ladder else "",
        word=phrases.group_state(group, t),
        rows=tuple(_row(c, part, report, t) for c in group.criteria),
    )


def _row(c: CriterionScore, part: SubsectorPart, report: LevelReport, t: Texts) -> CriterionRow:
    blocks, reason = phrases.reason(c, part, report, t)
    return CriterionRow(
        id=c.id,
        title=t.of(report.criteria[c.id].title),
        answer=phrases.answer(c, t),
        answered=c.answer is not None,
        state=c.settled_at.word if c.settled_at else "",
        assurance=phrases.assurance(c, t),
        blocks=blocks,
        reason=reason,
    )
