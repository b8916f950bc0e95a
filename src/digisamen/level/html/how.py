"""Chapters 7 and 8: how the level is computed, with the lowest theme as an example, and where it all comes from."""

from dataclasses import dataclass

from markupsafe import Markup

from digisamen.level import phrases
from digisamen.level.report import LevelReport
from digisamen.model.assessment import Assurance
from digisamen.model.scorecard import Levels, ThemeScore
from digisamen.paper.html_page import coded, soft, upper_first
from digisamen.paper.labels import status_name
from digisamen.text.texts import Texts

RULES = range(1, 8)
MOST_IDS = 8
"""How many codes a sentence names before it says how many more there are."""


@dataclass(frozen=True, slots=True)
class Count:
    """One level of the example: how many musts it has, and in how far they are settled."""

    level: int
    musts: int
    shown: int
    said: int
    open: int


@dataclass(frozen=True, slots=True)
class Example:
    """The lowest theme, counted out by hand."""

    title: str
    intro: str
    caption: str
    heads: tuple[Markup, ...]
    counts: tuple[Count, ...]
    sentences: Markup
    result: str


def rules(t: Texts) -> tuple[str, ...]:
    """Return the rules of the computation, in order."""
    return tuple(t(f"level.how.{n}") for n in RULES)


def example(report: LevelReport, t: Texts) -> Example | None:
    """Return the lowest theme of all subsectors as an example; none when no theme has a level."""
    scored = [(x.levels, x, p.score.subsector) for p in report.parts for x in p.score.scored if x.levels]
    if not scored:
        return None
    levels, lowest, subsector = min(scored, key=lambda found: found[0].onderbouwd)
    name = phrases.theme(lowest.theme, report, t)
    if len(report.parts) > 1:
        name = f"{name}, {phrases.subsector(subsector, report, t)}"
    return Example(
        title=t("html.example.title", theme=name),
        intro=t("html.example.intro"),
        caption=t("html.example.title", theme=name),
        counts=tuple(_count(lowest, level) for level in lowest.ladder),
        heads=tuple(soft(t(f"html.example.{name}")) for name in ("level", "must", "shown", "said", "open")),
        sentences=coded(_stop(lowest, levels, t)),
        result=t(
            "html.example.result",
            onderbouwd=levels.onderbouwd,
            verklaard=levels.verklaard,
            possible=levels.possible,
            getoetst=levels.getoetst,
        ),
    )


def _count(score: ThemeScore, level: int) -> Count:
    musts = score.musts(level)
    return Count(
        level=level,
        musts=len(musts),
        shown=sum(c.settled(Assurance.ONDERBOUWD) for c in musts),
        said=sum(c.settled(Assurance.VERKLAARD) for c in musts),
        open=sum(c.answer is None for c in musts),
    )


def _stop(score: ThemeScore, levels: Levels, t: Texts) -> str:
    """Return at which level the proof stops, and at which criteria."""
    for level in score.ladder:
        musts = score.musts(level)
        lack = [c.id for c in musts if not c.settled(Assurance.ONDERBOUWD)]
        if lack:
            have = len(musts) - len(lack)
            return t("html.example.stop", level=level, have=have, needed=len(musts), ids=_ids(lack, t))
        if level > levels.onderbouwd and not any(c.answer == "ja" for c in musts):
            return t("html.example.no_yes", level=level)
    return t("html.example.all")


def _ids(ids: list[str], t: Texts) -> str:
    if len(ids) <= MOST_IDS:
        return t.list(ids)
    rest = len(ids) - MOST_IDS + 1
    return t.list((*ids[: MOST_IDS - 1], t("html.example.more", n=t.number(rest))))


def identity(report: LevelReport, t: Texts) -> tuple[tuple[str, str, str], ...]:
    """Return who and what the report is about: label, value, and the way to show it (`id`, `day` or nothing)."""
    made, me = report.provenance, report.organisation
    size = t.of(report.edition.sizes[me.size].label).lower()
    return (
        (t("html.who"), f"{phrases.roles(me.roles, report, t)}, {size}", ""),
        (t("word.subsector"), phrases.subsectors(report, t), ""),
        (t("word.date"), t.day(report.day), "day"),
        (t("word.edition"), f"{made.edition}, {status_name(made.status, t)}", ""),
        (upper_first(t("level.provenance.digest")), made.short, "id"),
        (t("level.provenance.tool"), f"digisamen {made.version}", ""),
    )


def provenance(report: LevelReport, t: Texts) -> tuple[tuple[str, str, str], ...]:
    """Return from what the report was made: label, value, and the way to show it (`mono`, `code` or nothing)."""
    made = report.provenance
    status = status_name(made.status, t) + (f", {t('level.provenance.frozen')}" if made.frozen else "")
    edition = t("level.provenance.edition", edition=made.edition, status=status, licence=made.licence)
    return (
        (t("level.provenance.criteria"), edition, ""),
        (t("level.provenance.edition_digest"), made.edition_digest, "mono"),
        (t("level.provenance.assessment_digest"), made.assessment_digest, "mono"),
        (t("level.provenance.schema"), "digisamen/report/v1", "mono"),
        (t("level.provenance.tool"), f"digisamen {made.version}", ""),
        (t("level.provenance.check"), t("level.provenance.command"), "code"),
    )


def notes(t: Texts) -> tuple[str, ...]:
    """Return the notes under the provenance; in another language than Dutch, that Dutch leads."""
    return t("level.provenance.note"), *(() if t.language == "nl" else (t("level.provenance.courtesy"),))
