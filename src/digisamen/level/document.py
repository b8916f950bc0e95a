"""The whole level report as a sheet, chapter by chapter."""

from collections.abc import Callable, Iterator

from digisamen.level import ahead, phrases
from digisamen.level.next import steps
from digisamen.level.report import LevelReport, SubsectorPart, ThemePart
from digisamen.level.verdict import verdict
from digisamen.model.answered import CriterionScore
from digisamen.paper.document import Block, Facts, Heading, Items, Paragraph, Sheet, Table
from digisamen.paper.labels import status_name, status_word
from digisamen.text.texts import Texts


def level_sheet(report: LevelReport, t: Texts) -> Sheet:
    """Return the report of one organisation, whole: eight chapters, always in the same order."""
    blocks: list[Block] = [Facts(_identity(report, t))]
    for number, (title, chapter) in enumerate(_chapters(report, t), start=1):
        blocks += [Heading(f"{number}. {title}"), *chapter]
    return Sheet(
        kind=t("level.kind"),
        title=report.organisation.name,
        status=status_word(report.provenance.status, t),
        status_text=t(f"level.status.{report.provenance.status}"),
        blocks=tuple(blocks),
        footer=t("level.footer"),
    )


def _identity(report: LevelReport, t: Texts) -> tuple[tuple[str, str], ...]:
    made, me = report.provenance, report.organisation
    kvk = ((t("level.kvk"), me.kvk),) if me.kvk else ()
    return (
        *kvk,
        (t("word.role"), phrases.roles(me.roles, report, t)),
        (t("word.size"), t.of(report.edition.sizes[me.size].label).lower()),
        (t("word.subsector"), phrases.subsectors(report, t)),
        (t("word.edition"), f"{made.edition}, {status_name(made.status, t)}"),
        (t("level.provenance.digest").capitalize(), made.short),
        (t("word.date"), t.day(report.day)),
        (t("level.provenance.tool"), f"digisamen {made.version}"),
    )


def _chapters(report: LevelReport, t: Texts) -> Iterator[tuple[str, list[Block]]]:
    yield t("level.heading.level"), [*_per_part(report, t, _levels), *_asked(report, t), *_ahead(report, t)]
    yield _steps_title(report, t), _per_part(report, t, steps)
    yield t("level.heading.criteria"), _per_part(report, t, _criteria)
    yield t("level.heading.lapses"), _per_part(report, t, _lapses)
    yield t("level.heading.deviations"), _per_part(report, t, _deviations)
    yield t("level.heading.outside"), [*_per_part(report, t, _outside), *_strays(report, t)]
    yield t("level.heading.how"), [Items(tuple(t(f"level.how.{n}") for n in range(1, 8)), numbered=True)]
    yield t("level.heading.provenance"), _provenance(report, t)


def _steps_title(report: LevelReport, t: Texts) -> str:
    goals = {p.way.whole.goal if p.way.whole else None for p in report.parts}
    goal = goals.pop() if len(goals) == 1 else None
    return t("level.heading.steps", goal=goal) if goal else t("level.heading.steps_top")


Chapter = Callable[[SubsectorPart, LevelReport, Texts], list[Block]]


def _per_part(report: LevelReport, t: Texts, chapter: Chapter) -> list[Block]:
    several = len(report.parts) > 1
    blocks: list[Block] = []
    for part in report.parts:
        if several:
            blocks.append(Heading(t.of(report.edition.subsectors[part.score.subsector].label), 3))
        blocks += chapter(part, report, t)
    return blocks


def _levels(part: SubsectorPart, report: LevelReport, t: Texts) -> list[Block]:
    levels = part.score.levels
    if levels is None:
        return [Paragraph("", strong=t("level.no_level")), Paragraph(phrases.unanswered(part, t))]
    first, rest = phrases.headline(levels, t)
    blocks: list[Block] = [
        Paragraph(rest, strong=first),
        Paragraph(f"{phrases.meaning(levels, part.unanswered, t)} {phrases.unanswered(part, t)}"),
    ]
    if part.proof:
        blocks.append(Paragraph(phrases.proof(part.proof, t)))
    blocks.append(_level_table(part, report, t))
    ends = [e for x in part.score.themes if (e := phrases.ladder_end(x, report, t))]
    blocks.append(Paragraph(" ".join((t("level.haalbaar.top"), *ends)), note=True))
    return blocks


def _asked(report: LevelReport, t: Texts) -> list[Block]:
    return [Paragraph(said) for asked in report.scorecard.asked for said in verdict(asked, report, t)]


def _ahead(report: LevelReport, t: Texts) -> list[Block]:
    outlook = report.outlook
    if outlook is None:
        return []
    blocks: list[Block] = [Heading(t("outlook.title", edition=outlook.edition), 3)]
    for part in outlook.parts:
        said = ahead.sentences(part, outlook, t)
        several = len(outlook.parts) > 1
        name = t.of(report.edition.subsectors[part.subsector].label)
        blocks.append(Paragraph(f" {said}", strong=f"{name}:") if several else Paragraph(said))
        causes = ahead.causes(part, outlook, t)
        blocks += [Items(causes)] if causes else []
    return [*blocks, Paragraph(ahead.questions(outlook, t), note=True)]


def _level_table(part: SubsectorPart, report: LevelReport, t: Texts) -> Table:
    numbers = ("getoetst", "aantoonbaar", "verklaard", "mogelijk", "haalbaar", "doel")
    rows = []
    for row in part.profile:
        name = phrases.theme(row.theme, report, t) if row.theme else t("word.total")
        if row.levels is None:
            rows.append((name, *[t("word.nb_short")] * 5, str(row.target or "")))
            continue
        low = f" ({t('word.lowest')})" if row.lowest else ""
        x = row.levels
        values = (x.getoetst, x.onderbouwd, x.verklaard, x.possible, x.haalbaar)
        rows.append((name + low, *map(str, values), str(row.target or "")))
    columns = (t("word.theme"), *(t(f"word.{n}").capitalize() for n in numbers))
    return Table(t("level.table.levels"), columns, tuple(rows))


def _criteria(part: SubsectorPart, report: LevelReport, t: Texts) -> list[Block]:
    said = part.in_scope - part.unanswered
    head = t("level.answered", answered=t.number(said), total=t.number(part.in_scope), percent=phrases.percent(part))
    return [Paragraph(head), *(block for x in part.themes for block in _theme(x, part, report, t))]


def _theme(x: ThemePart, part: SubsectorPart, report: LevelReport, t: Texts) -> list[Block]:
    blocks: list[Block] = [Heading(t.of(report.edition.themes[x.score.theme].title), 3)]
    levels = x.score.levels
    if levels is None:
        blocks.append(
            Paragraph(t("level.only_advice" if x.score.only_advice else "level.not_applicable").capitalize() + ".")
        )
    else:
        stand = t(
            "level.stand",
            onderbouwd=phrases.headline(levels, t)[0],
            verklaard=levels.verklaard,
            possible=levels.possible,
            getoetst=levels.getoetst,
        )
        blocks.append(Paragraph(f"{stand} {phrases.ladder_top(x.score, report, t)}".strip()))
    columns = tuple(t(f"word.{k}") for k in ("code", "criterion", "answer", "assurance", "reason"))
    for group in x.groups:
        state = phrases.group_state(group, t)
        caption = f"{t('word.level_n', n=group.level).capitalize()}: {state}"
        rows = tuple(_row(c, part, report, t) for c in group.criteria)
        blocks.append(Table(caption, columns, rows, header=1, codes=True))
    return blocks


def _row(c: CriterionScore, part: SubsectorPart, report: LevelReport, t: Texts) -> tuple[str, ...]:
    blocks, rest = phrases.reason(c, part, report, t)
    title = t.of(report.criteria[c.id].title)
    return c.id, title, phrases.answer(c, t), phrases.assurance(c, t), f"{blocks} {rest}".strip()


def _lapses(part: SubsectorPart, report: LevelReport, t: Texts) -> list[Block]:
    if not part.lapses:
        return [Paragraph(t("level.none.lapses"))]
    rows = tuple(
        (
            x.criterion,
            phrases.evidence_name(x.evidence, report, t),
            f"{t.day(x.last_day)}, {phrases.lapse_when(x, t)}",
            phrases.lapse_effect(x, report, t),
        )
        for x in part.lapses
    )
    columns = (t("word.code"), *(t(f"level.lapse_columns.{k}") for k in ("evidence", "last", "effect")))
    return [
        Paragraph(t("level.lapses_intro")),
        Table(t("level.heading.lapses"), columns, rows, header=1, codes=True, silent=True),
    ]


def _deviations(part: SubsectorPart, report: LevelReport, t: Texts) -> list[Block]:
    if not part.deviations:
        return [Paragraph(t("level.none.deviations"))]
    blocks: list[Block] = [Paragraph(t("level.deviations.intro"))]
    for c in part.deviations:
        if c.explanation is None:
            continue
        until = c.explanation.until
        passed = f". {t('level.deviations.passed')}" if until and until < report.day else ""
        pairs = [(t("word.reason"), t.of(report.edition.explanation_reasons[c.explanation.reason].label))]
        if until:
            pairs.append((t("level.deviations.until"), t.day(until) + passed))
        pairs.append((t("level.deviations.text"), c.explanation.text))
        blocks += [Heading(f"{c.id} {t.of(report.criteria[c.id].title)}", 3), Facts(tuple(pairs))]
    return blocks


def _outside(part: SubsectorPart, report: LevelReport, t: Texts) -> list[Block]:
    if not part.outside:
        return [Paragraph(t("level.none.outside"))]
    rows = tuple(
        (c.id, t.of(report.criteria[c.id].title), phrases.scope(c.scope_reason or "", c.id, report, t))
        for c in part.outside
    )
    columns = (t("word.code"), t("word.criterion"), t("level.outside_why"))
    intro = t.count("level.outside_intro", len(rows))
    return [Paragraph(intro), Table(t("level.heading.outside"), columns, rows, header=1, codes=True, silent=True)]


def _strays(report: LevelReport, t: Texts) -> list[Block]:
    if not report.strays:
        return []
    rows = tuple(
        (
            s.criterion,
            t.of(report.criteria[s.criterion].title),
            t(f"word.{s.answer}"),
            phrases.scope(s.reason, s.criterion, report, t),
        )
        for s in report.strays
    )
    columns = (t("word.code"), t("word.criterion"), t("word.answer"), t("level.outside_why"))
    return [Paragraph(t("level.strays_intro")), Table(t("level.strays_title"), columns, rows, header=1, codes=True)]


def _provenance(report: LevelReport, t: Texts) -> list[Block]:
    made = report.provenance
    frozen = f", {t('level.provenance.frozen')}" if made.frozen else ""
    edition = t(
        "level.provenance.edition",
        edition=made.edition,
        status=status_name(made.status, t),
        licence=made.licence,
    )
    pairs = (
        (t("level.provenance.criteria"), edition + frozen),
        (t("level.provenance.edition_digest"), made.edition_digest),
        (t("level.provenance.assessment_digest"), made.assessment_digest),
        (t("level.provenance.schema"), "digisamen/report/v1"),
        (t("level.provenance.tool"), f"digisamen {made.version}"),
        (t("level.provenance.check"), t("level.provenance.command")),
    )
    notes = [t("level.provenance.note"), *([t("level.provenance.courtesy")] if t.language == "en" else [])]
    return [Facts(pairs), *(Paragraph(n, note=True) for n in notes)]
