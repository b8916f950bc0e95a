"""Explanations as sheets: how a level was computed, step by step, and what a problem code means."""

from collections.abc import Iterator

from digisamen.level import phrases
from digisamen.level.report import LevelReport, SubsectorPart
from digisamen.model.answered import CriterionScore
from digisamen.model.assessment import Assurance
from digisamen.model.scorecard import ThemeScore
from digisamen.paper.document import Block, Heading, Items, Paragraph, Sheet, Table
from digisamen.paper.labels import status_word
from digisamen.text.texts import Texts


def explain_sheet(report: LevelReport, t: Texts) -> Sheet:
    """Return the chain from answers to level, so that a person can follow it by hand."""
    blocks: list[Block] = [
        Heading(t("level.heading.how")),
        Items(tuple(t(f"level.how.{n}") for n in range(1, 8)), numbered=True),
    ]
    for part in report.parts:
        blocks.append(Heading(t.of(report.edition.subsectors[part.score.subsector].label)))
        for theme in part.score.themes:
            blocks += _theme(theme, part, report, t)
        blocks += _whole(part, report, t)
    made = report.provenance
    return Sheet(
        kind=t("explain.kind"),
        title=report.organisation.name,
        status=status_word(made.status, t),
        status_text=t(f"level.status.{made.status}"),
        blocks=tuple(blocks),
        footer=t("sheet.made", edition=made.edition, digest=made.short, version=made.version),
    )


def _theme(theme: ThemeScore, part: SubsectorPart, report: LevelReport, t: Texts) -> Iterator[Block]:
    yield Heading(t.of(report.edition.themes[theme.theme].title), 3)
    outside = sum(not c.in_scope for c in theme.criteria)
    yield Paragraph(t("explain.scope", total=len(theme.criteria), outside=outside, left=len(theme.criteria) - outside))
    if theme.levels is None:
        yield Paragraph(t("explain.no_must"))
        return
    yield Paragraph(t("explain.ladder", levels=t.list(map(str, theme.ladder)), top=theme.ladder[-1]))
    yield _counts(theme, t)
    yield _musts(theme, part, report, t)
    yield Items(tuple(_conclusions(theme, t)))


def _counts(theme: ThemeScore, t: Texts) -> Table:
    """Return, per level of the ladder, how many musts are settled at each assurance."""
    assurances = (Assurance.VERKLAARD, Assurance.ONDERBOUWD, Assurance.GETOETST)
    rows = []
    for level in theme.ladder:
        musts = theme.musts(level)
        settled = (sum(c.settled(a) for c in musts) for a in assurances)
        yes, open_ = sum(c.answer == "ja" for c in musts), sum(c.answer is None for c in musts)
        rows.append((str(level), str(len(musts)), *(str(n) for n in settled), str(yes), str(open_)))
    columns = (
        t("word.level").capitalize(),
        t("explain.musts"),
        *(t(f"word.{a.word}").capitalize() for a in assurances),
        t("explain.yes"),
        t("word.onbeantwoord").capitalize(),
    )
    return Table(t("explain.counts"), columns, tuple(rows))


def _musts(theme: ThemeScore, part: SubsectorPart, report: LevelReport, t: Texts) -> Table:
    names = ("code", "level", "criterion", "answer", "assurance", "reason")
    columns = tuple(t(f"word.{name}").capitalize() for name in names)
    rows = tuple(
        (c.id, str(c.level), t.of(report.criteria[c.id].title), *_said(c, t), phrases.reason(c, part, report, t)[1])
        for level in theme.ladder
        for c in theme.musts(level)
    )
    return Table(t("explain.answers"), columns, rows, header=2, codes=True)


def _said(c: CriterionScore, t: Texts) -> tuple[str, str]:
    return phrases.answer(c, t), phrases.assurance(c, t)


def _conclusions(theme: ThemeScore, t: Texts) -> Iterator[str]:
    """Say for each number where it stops, and on which criteria."""
    for assurance in Assurance:
        reached = theme.levels.at(assurance) if theme.levels else 0
        name = t(f"word.{assurance.word}").capitalize()
        above = [level for level in theme.ladder if level > reached]
        for level in above:
            stops = [c.id for c in theme.musts(level) if not c.settled(assurance)]
            if stops:
                yield t("explain.stops", name=name, reached=reached, level=level, ids=", ".join(stops))
                break
        else:
            yield t("explain.all_nvt" if above else "explain.top", name=name, reached=reached)
    if theme.levels:
        yield t("explain.possible", reached=theme.levels.possible)
        yield t("explain.haalbaar", reached=theme.levels.haalbaar)


def _whole(part: SubsectorPart, report: LevelReport, t: Texts) -> Iterator[Block]:
    yield Heading(t("word.total"), 3)
    if part.score.levels is None:
        yield Paragraph(t("level.no_level"))
        return
    rows = []
    for key in ("getoetst", "onderbouwd", "verklaard", "possible", "haalbaar"):
        numbers = [(phrases.theme(x.theme, report, t), getattr(x.levels, key)) for x in part.score.scored]
        word = {"onderbouwd": "aantoonbaar", "possible": "mogelijk"}.get(key, key)
        said = ", ".join(f"{name} {number}" for name, number in numbers)
        rows.append((t(f"word.{word}").capitalize(), said, str(getattr(part.score.levels, key))))
    yield Table(t("explain.lowest"), (t("explain.number"), t("explain.themes"), t("word.total")), tuple(rows))


def problem_sheet(code: str, t: Texts) -> Sheet:
    """Return what a problem code means and what to do about it."""
    key = f"problem.{code}"
    blanks = _Blanks()
    said = t.catalogue[f"{key}.say"].format_map(blanks)
    tips = [text.format_map(blanks) for name, text in t.catalogue.items() if name.startswith(f"{key}.tip")]
    blocks: list[Block] = [
        Heading(t("explain.said")),
        Paragraph(said),
        Heading(t("explain.do")),
        Items(tuple(dict.fromkeys(tips))),
        Paragraph(t(f"explain.family.{code[0]}"), note=True),
    ]
    return Sheet(t("explain.problem"), f"{code}: {t(f'{key}.title')}", "", "", tuple(blocks))


def problem_data(code: str, t: Texts) -> dict[str, object]:
    """Return a problem code as plain data."""
    key = f"problem.{code}"
    return {
        "schema": "digisamen/problem/v1",
        "code": code,
        "title": t(f"{key}.title"),
        "message": t.catalogue[f"{key}.say"],
    }


class _Blanks(dict[str, str]):
    """Shows every value that a sentence would be filled with as three dots."""

    def __missing__(self, key: str) -> str:
        return "..."


def explain_data(report: LevelReport) -> dict[str, object]:
    """Return the chain as plain data: per theme and level, which musts are settled at which assurance."""
    return {
        "schema": "digisamen/explain/v1",
        "assessment": report.provenance.assessment_digest,
        "subsectors": [
            {
                "subsector": part.score.subsector,
                "themes": [
                    {
                        "theme": x.theme,
                        "ladder": [
                            {
                                "level": level,
                                "musts": [
                                    {
                                        "id": c.id,
                                        "answer": c.answer,
                                        "settled_at": c.settled_at.word if c.settled_at else None,
                                    }
                                    for c in x.musts(level)
                                ],
                            }
                            for level in x.ladder
                        ],
                    }
                    for x in part.score.themes
                ],
            }
            for part in report.parts
        ],
    }
