"""The shortest way up as a sheet: first what only needs proof, then what is to be done."""

from digisamen.level import phrases
from digisamen.level.report import LevelReport, SubsectorPart
from digisamen.model.answered import CriterionScore
from digisamen.model.assessment import Assurance
from digisamen.model.steps import Step
from digisamen.paper.document import Block, Facts, Heading, Paragraph, Sheet, Table
from digisamen.paper.labels import status_word
from digisamen.text.texts import Texts


def next_sheet(report: LevelReport, t: Texts) -> Sheet:
    """Return what is missing for the next level, per subsector and per theme."""
    blocks: list[Block] = []
    for part in report.parts:
        blocks += [Heading(t.of(report.edition.subsectors[part.score.subsector].label)), *steps(part, report, t)]
        blocks += _per_theme(part, report, t)
    made = report.provenance
    return Sheet(
        kind=t("next.kind"),
        title=report.organisation.name,
        status=status_word(made.status, t),
        status_text=t(f"level.status.{made.status}"),
        blocks=tuple(blocks),
        footer=t("sheet.made", edition=made.edition, digest=made.short, version=made.version),
    )


def steps(part: SubsectorPart, report: LevelReport, t: Texts) -> list[Block]:
    """Return the step to the next level of the whole and the one after it; at the top, why there is none."""
    whole = part.way.whole
    if whole is None:
        return [Paragraph(" ".join(phrases.top_reached(part.score, report, t)))]
    blocks: list[Block] = [Paragraph(f": {phrases.step_count(whole, t)}.", strong=t("level.step.to", goal=whole.goal))]
    for number, c in enumerate((*whole.prove, *whole.do), start=1):
        blocks.append(Heading(f"{number}. {c.id} {t.of(report.criteria[c.id].title)}", 3))
        blocks.append(Facts(_prove(c, report, t) if c in whole.prove else _do(c, report, t)))
    after = part.way.after
    if after and after.count:
        strong = t("level.step.after", goal=after.goal)
        blocks += [Paragraph(f": {phrases.step_count(after, t)}.", strong=strong), _table(after, report, t)]
    small = phrases.small_steps(part, report, t)
    return [*blocks, Paragraph(small)] if small else blocks


def _prove(c: CriterionScore, report: LevelReport, t: Texts) -> tuple[tuple[str, str], ...]:
    now = t("level.step.state", answer=phrases.answer(c, t), assurance=phrases.assurance(c, t))
    return (
        (t("level.step.now"), f"{now} {phrases.why(c, report, t)}"),
        (t("level.step.enough"), phrases.enough(c, report, t)),
    )


def _do(c: CriterionScore, report: LevelReport, t: Texts) -> tuple[tuple[str, str], ...]:
    criterion = report.criteria[c.id]
    advice = phrases.advice(c, report, t)
    pairs = [
        (t("level.step.duty"), t.of(criterion.requirement)),
        (t("level.step.now"), f"{phrases.answer(c, t).capitalize()}. {phrases.why(c, report, t)}"),
        (t("word.effort") + ":", t("level.step.effort", effort=c.effort, label=phrases.effort(c, report, t))),
    ]
    if advice:
        pairs.append((t("level.step.first"), advice))
    return (*pairs, (t("level.step.enough"), phrases.enough(c, report, t)))


def _table(step: Step, report: LevelReport, t: Texts) -> Table:
    columns = (t("word.code"), t("word.criterion"), t("next.what"), t("word.effort"))
    rows = tuple(
        (
            c.id,
            t.of(report.criteria[c.id].title),
            t("next.prove") if c in step.prove else t("next.answer" if c.answer is None else "next.do"),
            "" if c in step.prove else t("level.step.effort", effort=c.effort, label=phrases.effort(c, report, t)),
        )
        for c in (*step.prove, *step.do)
    )
    return Table(t("level.step.after", goal=step.goal), columns, rows, header=1, codes=True, silent=True)


def _per_theme(part: SubsectorPart, report: LevelReport, t: Texts) -> list[Block]:
    rows = []
    for score in part.score.scored:
        step = next((s for s in part.way.themes if s.theme == score.theme), None)
        now = str(score.levels.at(Assurance.ONDERBOUWD)) if score.levels else ""
        name = phrases.theme(score.theme, report, t)
        ids = ", ".join(c.id for c in (*step.prove, *step.do)) if step else t("next.top")
        goal = str(step.goal) if step else ""
        rows.append((name, now, goal, phrases.step_count(step, t) if step else "", ids))
    if not rows:
        return []
    columns = (t("word.theme"), t("next.now"), t("next.goal"), t("next.needs"), t("word.criteria"))
    return [Heading(t("next.per_theme"), 3), Table(t("next.per_theme"), columns, tuple(rows), silent=True)]


def next_data(report: LevelReport) -> dict[str, object]:
    """Return the steps as plain data: for the whole, the step after that, and per theme."""
    return {
        "schema": "digisamen/next/v1",
        "assessment": report.provenance.assessment_digest,
        "subsectors": [
            {
                "subsector": part.score.subsector,
                "whole": _step_data(part.way.whole),
                "after": _step_data(part.way.after),
                "themes": [_step_data(step) for step in part.way.themes],
                "fewest": part.way.fewest.theme if part.way.fewest else None,
                "least_effort": part.way.least_effort.theme if part.way.least_effort else None,
            }
            for part in report.parts
        ],
    }


def _step_data(step: Step | None) -> dict[str, object] | None:
    if step is None:
        return None
    return {
        "theme": step.theme,
        "from": step.start,
        "to": step.goal,
        "prove": [c.id for c in step.prove],
        "do": [{"id": c.id, "answer": c.answer or "onbeantwoord", "effort": c.effort} for c in step.do],
        "effort": step.effort,
    }
