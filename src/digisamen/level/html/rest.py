"""Chapters 4, 5 and 6: evidence that lapses, deviations with an explanation, and what does not count."""

from dataclasses import dataclass

from digisamen.level import phrases
from digisamen.level.html.answer import part_title
from digisamen.level.report import LevelReport, SubsectorPart
from digisamen.model.answered import CriterionScore
from digisamen.model.assessment import Explanation
from digisamen.model.steps import Lapse
from digisamen.text.texts import Texts


@dataclass(frozen=True, slots=True)
class LapseRow:
    """One piece of evidence that lapses or has lapsed."""

    name: str
    criterion: str
    last: str
    when: str
    gone: bool
    effect: str


@dataclass(frozen=True, slots=True)
class Deviation:
    """One criterion that is not met, with the explanation of the organisation."""

    id: str
    title: str
    facts: tuple[tuple[str, str], ...]
    text: str


@dataclass(frozen=True, slots=True)
class Outside:
    """One criterion, or one answer, that does not count."""

    id: str
    title: str
    answer: str
    why: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """One subsector of one of these chapters: a sentence, and rows of one kind."""

    title: str
    intro: str
    lapses: tuple[LapseRow, ...] = ()
    deviations: tuple[Deviation, ...] = ()
    outside: tuple[Outside, ...] = ()
    summary: str = ""


def lapses(report: LevelReport, t: Texts) -> tuple[Chapter, ...]:
    """Return the evidence that lapses, per subsector."""
    return tuple(
        Chapter(
            part_title(part, report, t),
            t("level.lapses_intro" if part.lapses else "level.none.lapses"),
            lapses=tuple(_lapse(x, report, t) for x in part.lapses),
        )
        for part in report.parts
    )


def _lapse(x: Lapse, report: LevelReport, t: Texts) -> LapseRow:
    name = phrases.evidence_name(x.evidence, report, t)
    gone = not x.evidence.counts
    return LapseRow(
        name, x.criterion, t.day(x.last_day), phrases.lapse_when(x, t), gone, phrases.lapse_effect(x, report, t)
    )


def deviations(report: LevelReport, t: Texts) -> tuple[Chapter, ...]:
    """Return the explained deviations, per subsector."""
    return tuple(
        Chapter(
            part_title(part, report, t),
            t("level.deviations.intro" if part.deviations else "level.none.deviations"),
            deviations=tuple(_deviation(c, c.explanation, report, t) for c in part.deviations if c.explanation),
        )
        for part in report.parts
    )


def _deviation(c: CriterionScore, said: Explanation, report: LevelReport, t: Texts) -> Deviation:
    facts = [
        (t("word.answer"), phrases.answer(c, t)),
        (t("word.reason"), t.of(report.edition.explanation_reasons[said.reason].label)),
    ]
    if said.until:
        passed = f". {t('level.deviations.passed')}" if said.until < report.day else ""
        facts.append((t("level.deviations.until"), t.day(said.until) + passed))
    return Deviation(c.id, t.of(report.criteria[c.id].title), tuple(facts), said.text)


def outside(report: LevelReport, t: Texts) -> tuple[Chapter, ...]:
    """Return what is out of scope and why, per subsector."""
    return tuple(_outside(part, report, t) for part in report.parts)


def _outside(part: SubsectorPart, report: LevelReport, t: Texts) -> Chapter:
    count = len(part.outside)
    if not count:
        return Chapter(part_title(part, report, t), t("level.none.outside"))
    return Chapter(
        part_title(part, report, t),
        t.count("level.outside_intro", count),
        outside=tuple(_out(c.id, "", c.scope_reason or "", report, t) for c in part.outside),
        summary=t.count("html.outside", count),
    )


def strays(report: LevelReport, t: Texts) -> tuple[Outside, ...]:
    """Return the answers that count in no subsector."""
    return tuple(_out(s.criterion, t(f"word.{s.answer}"), s.reason, report, t) for s in report.strays)


def _out(name: str, answer: str, reason: str, report: LevelReport, t: Texts) -> Outside:
    return Outside(name, t.of(report.criteria[name].title), answer, phrases.scope(reason, name, report, t))
