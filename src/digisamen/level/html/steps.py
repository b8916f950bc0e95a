"""Chapter 2: what to do for the next level, per subsector."""

from dataclasses import dataclass, replace

from digisamen.level import phrases
from digisamen.level.html.answer import part_title, theme_id
from digisamen.level.report import LevelReport, SubsectorPart
from digisamen.model.answered import CriterionScore
from digisamen.model.steps import Step
from digisamen.paper.html_page import upper_first
from digisamen.text.texts import Texts

SQUARES = 5
"""How many squares the scale of effort has."""


@dataclass(frozen=True, slots=True)
class Effort:
    """Effort as squares, full or empty, and in words."""

    squares: tuple[tuple[int, bool], ...]
    words: str


@dataclass(frozen=True, slots=True)
class Todo:
    """One criterion that is missing. `facts` are pairs of a label and a text; `effort` is none where proof is all."""

    id: str
    title: str
    link: str
    facts: tuple[tuple[str, str], ...]
    effort: Effort | None


@dataclass(frozen=True, slots=True)
class Block:
    """One run of steps: only proof, or doing. `start` is the number of its first step."""

    title: str
    intro: str
    start: int
    todos: tuple[Todo, ...]


@dataclass(frozen=True, slots=True)
class After:
    """The level after the next one."""

    title: str
    intro: str
    caption: str
    todos: tuple[Todo, ...]
    prove: str
    prove_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Steps:
    """The steps of one subsector. `sentences` say what is asked, or why there is no next step."""

    title: str
    strong: str
    sentences: str
    blocks: tuple[Block, ...]
    small: str
    after: After | None


def steps_title(report: LevelReport, t: Texts) -> str:
    """Return the heading of the chapter: it names the level when that is the same in every subsector."""
    goals = {p.way.whole.goal if p.way.whole else None for p in report.parts}
    goal = goals.pop() if len(goals) == 1 else None
    return t("level.heading.steps", goal=goal) if goal else t("level.heading.steps_top")


def steps(report: LevelReport, t: Texts) -> tuple[Steps, ...]:
    """Return the steps of each subsector."""
    return tuple(_steps(part, n, report, t) for n, part in enumerate(report.parts, start=1))


def _steps(part: SubsectorPart, number: int, report: LevelReport, t: Texts) -> Steps:
    title, whole, after = part_title(part, report, t), part.way.whole, part.way.after
    if whole is None:
        return Steps(title, "", " ".join(phrases.top_reached(part.score, report, t)), (), "", None)
    links = {x.theme: theme_id(number, n) for n, x in enumerate(part.score.themes, start=1)}
    return Steps(
        title=title,
        strong=f"{t('level.step.to', goal=whole.goal)}:",
        sentences=f"{phrases.step_count(whole, t)}. {t('html.steps.order')}",
        blocks=tuple(b for b in _blocks(whole, links, report, t) if b.todos),
        small=phrases.small_steps(part, report, t),
        after=_after(after, links, report, t) if after and after.count else None,
    )


def _blocks(step: Step, links: dict[str, str], report: LevelReport, t: Texts) -> tuple[Block, Block]:
    prove = tuple(_todo(c, links, _prove_facts(c, report, t), report, t) for c in step.prove)
    do = tuple(_todo(c, links, _do_facts(c, report, t), report, t, effort=True) for c in step.do)
    return (
        Block(t("html.steps.prove"), t.count("html.steps.prove_intro", len(prove)), 1, prove),
        Block(t("html.steps.do"), t.count("html.steps.do_intro", len(do)), len(prove) + 1, do),
    )


def _todo(
    c: CriterionScore,
    links: dict[str, str],
    facts: tuple[tuple[str, str], ...],
    report: LevelReport,
    t: Texts,
    *,
    effort: bool = False,
) -> Todo:
    return Todo(
        c.id, t.of(report.criteria[c.id].title), links[c.theme], facts, _effort(c, report, t) if effort else None
    )


def _effort(c: CriterionScore, report: LevelReport, t: Texts) -> Effort:
    squares = tuple((11 * n, n < c.effort) for n in range(SQUARES))
    return Effort(squares, t("level.step.effort", effort=c.effort, label=phrases.effort(c, report, t)))


def _prove_facts(c: CriterionScore, report: LevelReport, t: Texts) -> tuple[tuple[str, str], ...]:
    said = t("level.step.state", answer=phrases.answer(c, t), assurance=phrases.assurance(c, t))
    return (t("level.step.now"), f"{upper_first(said)} {phrases.why(c, report, t)}"), *_enough(c, report, t)


def _do_facts(c: CriterionScore, report: LevelReport, t: Texts) -> tuple[tuple[str, str], ...]:
    advice = phrases.advice(c, report, t)
    return (
        (t("level.step.duty"), t.of(report.criteria[c.id].requirement)),
        (t("level.step.now"), f"{upper_first(phrases.answer(c, t))}. {phrases.why(c, report, t)}"),
        *(((t("level.step.first"), advice),) if advice else ()),
        *_enough(c, report, t),
    )


def _enough(c: CriterionScore, report: LevelReport, t: Texts) -> tuple[tuple[str, str], ...]:
    """Return which evidence is enough and, apart from it, the lighter form where that holds."""
    lighter = report.criteria[c.id].lighter if c.lighter else None
    kinds = upper_first(phrases.enough(replace(c, lighter=False), report, t))
    return (t("level.step.enough"), kinds), *(((t("html.steps.lighter"), t.of(lighter)),) if lighter else ())


def _after(step: Step, links: dict[str, str], report: LevelReport, t: Texts) -> After:
    ids = tuple(c.id for c in step.prove)
    return After(
        title=t("level.step.after", goal=step.goal),
        intro=t("html.steps.after_intro", goal=step.goal),
        caption=t("html.caption.after", goal=step.goal),
        todos=tuple(_todo(c, links, (), report, t, effort=True) for c in step.do),
        prove=t.count("html.steps.after_prove", len(ids)) if ids else "",
        prove_ids=ids,
    )
