"""The level report on one screen of a terminal: answer, profile, next steps and warnings in 24 lines of 80 columns."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from digisamen.level import ahead, phrases
from digisamen.level.report import LevelReport, ProfileRow, SubsectorPart
from digisamen.model.answered import CriterionScore
from digisamen.model.state import State
from digisamen.paper.labels import status_word
from digisamen.paper.lines import ATTENTION, BOLD, CODE, DIM, between, labelled, line, pad, shorten, show, unbroken
from digisamen.paper.screen import Screen
from digisamen.text.texts import Texts
from digisamen.text.visible import visible

STEPS = 4
"""How many steps fit on the screen with the rest."""
SHORTEST_NAME = 24
"""A name that would have to be shorter than this gets a line of its own."""
CELL = 14
"""Columns of one step of a bar; one less where the names are long."""
NARROW = 76
"""Under this width the profile is one line per theme."""


def level_terminal(report: LevelReport, t: Texts, screen: Screen, file: str) -> str:
    """Return the report as text for `screen`. `file` is the assessment, for the commands named at the end."""
    return show(_lines(report, t, screen, file), screen)


def _lines(report: LevelReport, t: Texts, screen: Screen, file: str) -> Iterator[RenderableType]:
    yield from _head(report, t, screen)
    for part in report.parts:
        yield Text()
        if len(report.parts) > 1:
            yield line((t.of(report.edition.subsectors[part.score.subsector].label), BOLD))
        yield from _part(part, report, t, screen)
    if report.strays:
        yield _warning(t.count("level.note.strays", len(report.strays)), t)
    yield from _further(file, t, screen)


def _head(report: LevelReport, t: Texts, screen: Screen) -> Iterator[Text]:
    made = report.provenance
    who = phrases.who(report, t)
    room = screen.columns - len(who) - 3
    if room >= SHORTEST_NAME:
        yield line((shorten(report.organisation.name, room), BOLD), "   ", who)
    else:
        yield line((shorten(report.organisation.name, screen.columns), BOLD))
        yield line(who)
    status = status_word(made.status, t)
    yield line(
        f"{t.day(report.day)}   {t('word.edition').lower()} {made.edition} ",
        (status, ATTENTION),
        (f"   {t('level.provenance.digest')} {made.short}", DIM),
    )
    yield between(
        line(t(f"level.status_short.{made.status}")), line((f"digisamen {made.version}", DIM)), screen.columns
    )


def _part(part: SubsectorPart, report: LevelReport, t: Texts, screen: Screen) -> Iterator[RenderableType]:
    levels = part.score.levels
    if levels is None:
        yield line((t("level.no_level"), BOLD))
        return
    first, rest = phrases.headline(levels, t)
    yield between(line((first, BOLD), rest), line(phrases.target(part, t)), screen.columns)
    yield Text()
    if screen.width < NARROW:
        yield from _narrow_profile(part, report, t)
    else:
        yield from _profile(part, report, t, screen)
    yield Text()
    yield from _steps(part, report, t, screen)
    warnings = [*_warnings(part, report, t), *_ahead(part, report, t, screen)]
    if warnings:
        yield Text()
        yield from warnings


def _profile(part: SubsectorPart, report: LevelReport, t: Texts, screen: Screen) -> Iterator[Text]:
    names = [_name(row, report, t) for row in part.profile]
    first = max(16, *(len(n) + 2 for n in names))
    top = len(next((row.states for row in part.profile if row.states), ()))
    heads = [t("word.level_n", n=n) for n in range(1, top + 1)]
    rows = [[_cell(state, t, screen) for state in row.states] for row in part.profile]
    lowest = len(t("word.lowest")) + 2 if any(row.lowest for row in part.profile) else 0
    ends = max(len(cells[-1]) for cells in rows if cells)
    width = CELL if 2 + first + (top - 1) * CELL + ends + lowest <= screen.columns else CELL - 1
    yield line(("".join((" " * (first + 2), *(pad(head, width) for head in heads))).rstrip(), DIM))
    for row, name, cells in zip(part.profile, names, rows, strict=True):
        if row.theme is None:
            yield line("  " + screen.rule * (screen.columns - 2))
        head = line(f"  {pad(name, first)}")
        if not cells:
            yield Text.assemble(head, line((_without_level(row, report, t), DIM)))
            continue
        bar = Text.assemble(
            head, *(line((pad(cell, width), _style(s))) for cell, s in zip(cells, row.states, strict=True))
        )
        bar.rstrip()
        yield between(bar, line(t("word.lowest") if row.lowest else ""), screen.columns)


def _without_level(row: ProfileRow, report: LevelReport, t: Texts) -> str:
    only = any(x.theme == row.theme and x.only_advice for p in report.parts for x in p.score.themes)
    return t("level.only_advice" if only else "level.not_applicable")


def _cell(state: State, t: Texts, screen: Screen) -> str:
    word = {State.LEEG: "", State.NB: t("word.nb_short")}.get(state)
    return f"{screen.sign(state)} {phrases.state(state, t) if word is None else word}".rstrip()


def _style(state: State) -> str:
    if state in {State.GETOETST, State.ONDERBOUWD}:
        return BOLD
    return "" if state is State.VERKLAARD else DIM


def _name(row: ProfileRow, report: LevelReport, t: Texts) -> str:
    return phrases.theme(row.theme, report, t) if row.theme else t("word.total")


def _narrow_profile(part: SubsectorPart, report: LevelReport, t: Texts) -> Iterator[RenderableType]:
    names = [_name(row, report, t) for row in part.profile]
    first = max(len(n) for n in names) + 2
    for row, name in zip(part.profile, names, strict=True):
        if row.levels is None:
            yield line(f"  {pad(name, first)}", (_without_level(row, report, t), DIM))
        elif row.theme:
            x = row.levels
            low = f" ({t('word.lowest')})" if row.lowest else ""
            said = t("level.narrow", onderbouwd=x.onderbouwd, verklaard=x.verklaard, possible=x.possible)
            yield labelled(line(f"  {pad(name, first - 1)}"), line(f"{said}{low}"))


def _steps(part: SubsectorPart, report: LevelReport, t: Texts, screen: Screen) -> Iterator[Text]:
    whole = part.way.whole
    if whole is None:
        for sentence in phrases.top_reached(part.score, report, t):
            yield line(sentence)
        return
    proof, count, room = part.proof, "", STEPS - bool(report.outlook)
    if proof and proof.goal == whole.goal:
        count = f" ({t('level.proof_short', have=proof.have, needed=proof.needed)})"
    elif proof:
        yield line(phrases.proof(proof, t))
        room -= 1
    title = t("level.step.todo" if whole.do else "level.step.only_prove", goal=whole.goal)
    yield line((title, BOLD), f"{count}:")
    every = [*whole.prove, *whole.do]
    shown = every if len(every) <= room else every[: room - 1]
    for number, c in enumerate(shown, start=1):
        yield _step(number, c, report, t, screen)
    if len(every) > len(shown):
        yield line((f"  {t.count('level.step.more', len(every) - len(shown))}", DIM))


def _step(number: int, c: CriterionScore, report: LevelReport, t: Texts, screen: Screen) -> Text:
    right = _lack(c, report, t)
    room = screen.columns - 16 - len(right) - 2
    title = shorten(t.of(report.criteria[c.id].title), max(12, room))
    return between(line(f"  {number}. ", (c.id, CODE), f"  {title}"), line(right), screen.columns)


def _lack(c: CriterionScore, report: LevelReport, t: Texts) -> str:
    """Return in two or three words what a criterion lacks: the proof, or the effort of doing it."""
    if c.answer not in {"ja", "nvt"}:
        return phrases.effort(c, report, t)
    return t(f"level.lack.{c.assurance_reason}")


def _further(file: str, t: Texts, screen: Screen) -> Iterator[RenderableType]:
    """Yield what to run next. A command is never broken over two lines."""
    named = visible(file)
    label, first, second = (t(f"level.note.{key}", file=named) for key in ("further", "next", "explain"))
    if len(label) + len(first) + len(second) + 3 <= screen.columns:
        yield line((f"{label} {first}, {second}", DIM))
        return
    yield unbroken(line((f"{label} {first}", DIM)))
    yield unbroken(line((f"{' ' * len(label)} {second}", DIM)))


def _warnings(part: SubsectorPart, report: LevelReport, t: Texts) -> Iterator[RenderableType]:
    urgent = [x for x in part.lapses if x.effects] or [x for x in part.lapses if x.criterion in part.blocking]
    for item in urgent[:1]:
        yield _warning(phrases.lapse(item, report, t), t)
    if part.unanswered:
        yield _warning(phrases.unanswered(part, t), t)


def _ahead(part: SubsectorPart, report: LevelReport, t: Texts, screen: Screen) -> Iterator[RenderableType]:
    """Yield the line on the coming edition, which names as many criteria as one line holds."""
    label = t("outlook.label")
    for coming in report.outlook.parts if report.outlook else ():
        if report.outlook and coming.subsector == part.score.subsector:
            said = ahead.line(coming, report.outlook, t, lambda x: len(label) + len(x) + 2 <= screen.columns)
            yield labelled(line((label, DIM)), line(f"{said}."))


def _warning(sentence: str, t: Texts) -> RenderableType:
    return labelled(line((f"{t('level.note.attention')}:", ATTENTION)), line(sentence))
