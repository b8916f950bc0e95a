"""The level report as one HTML file: no scripts, no outside requests, made to be read, cited and printed."""

from dataclasses import dataclass

from digisamen.level.ahead import questions
from digisamen.level.html.answer import ahead_parts, answers
from digisamen.level.html.criteria import criteria
from digisamen.level.html.how import example, identity, notes, provenance, rules
from digisamen.level.html.rest import deviations, lapses, outside, strays
from digisamen.level.html.steps import steps, steps_title
from digisamen.level.report import LevelReport
from digisamen.level.verdict import verdict
from digisamen.paper.html_page import coded, page, page_box, short
from digisamen.paper.labels import status_name
from digisamen.text.texts import Texts

LONG_NAME = 80
"""From this length a name is set smaller: it is no heading any more."""
MOST_NAME = 400
"""A name that is longer than this ends in dots; no organisation has one."""


@dataclass(frozen=True, slots=True)
class Contents:
    """One chapter in the list of contents."""

    id: str
    number: int
    title: str


def level_html(report: LevelReport, t: Texts) -> str:
    """Return the report as one HTML page in the language of `t`."""
    made, name = report.provenance, report.organisation.name
    status = "" if made.status == "vastgesteld" else t(f"word.status.{made.status}")
    return page(
        "level.html.j2",
        t,
        title=t("html.title", kind=t("level.kind"), name=short(name, LONG_NAME), status=status_name(made.status, t)),
        kind=t("level.kind"),
        name=short(name, MOST_NAME),
        long_name=len(name) > LONG_NAME,
        kvk=report.organisation.kvk or "",
        status=status,
        status_text=t(f"level.status.{made.status}"),
        day=report.day.isoformat(),
        boxes=_boxes(report, status, t),
        identity=identity(report, t),
        chapters=_contents(report, t),
        depth=4 if len(report.parts) > 1 else 3,
        asked=tuple(coded(" ".join(verdict(one, report, t))) for one in report.scorecard.asked),
        answers=answers(report, t),
        ahead=ahead_parts(report, t),
        ahead_title=t("outlook.title", edition=report.outlook.edition) if report.outlook else "",
        ahead_open=questions(report.outlook, t) if report.outlook else "",
        steps=steps(report, t),
        criteria=criteria(report, t),
        lapses=lapses(report, t),
        deviations=deviations(report, t),
        outside=outside(report, t),
        strays=strays(report, t),
        rules=rules(t),
        example=example(report, t),
        provenance=provenance(report, t),
        notes=notes(t),
        footer=t("level.footer"),
    )


def _boxes(report: LevelReport, status: str, t: Texts) -> dict[str, object]:
    """Return what the printer puts in the margins: fixed text, edition and digest, never text of a user."""
    made = report.provenance
    return {
        "kind": page_box(t, "level.kind"),
        "status": page_box(t, f"word.status.{made.status}") if status else "",
        "made": page_box(t, "html.print.made", edition=made.edition, digest=made.short),
        "page": page_box(t, "html.print.page"),
    }


def _contents(report: LevelReport, t: Texts) -> tuple[Contents, ...]:
    names = ("criteria", "lapses", "deviations", "outside", "how", "provenance")
    titles = (t("level.heading.level"), steps_title(report, t), *(t(f"level.heading.{n}") for n in names))
    return tuple(Contents(f"chapter-{n}", n, title) for n, title in enumerate(titles, start=1))
