"""Chapter 1: the answer, the picture and the table of levels, per subsector."""

from dataclasses import dataclass

from markupsafe import Markup

from digisamen.level import ahead, phrases
from digisamen.level.profile_svg import Names, Picture, picture
from digisamen.level.report import LevelReport, ProfileRow, SubsectorPart
from digisamen.model.state import State
from digisamen.paper.html_page import coded, short, soft
from digisamen.text.texts import Texts

COLUMNS = ("getoetst", "aantoonbaar", "verklaard", "mogelijk", "haalbaar")
MOST_NAME = 24
"""How long a name in the picture may be: the words at the right of it need the rest of a narrow screen."""
STATES = ("getoetst", "onderbouwd", "verklaard", "mogelijk", "leeg", "nb")


@dataclass(frozen=True, slots=True)
class LevelRow:
    """One row of the table of levels. `link` is the id of the theme further on; `note` goes under the name."""

    name: str
    link: str
    note: str
    numbers: tuple[str, ...]
    target: str


@dataclass(frozen=True, slots=True)
class Ahead:
    """What the coming edition does in one subsector. `name` is empty when there is one subsector only."""

    name: str
    said: str
    causes: tuple[Markup, ...]


@dataclass(frozen=True, slots=True)
class Key:
    """One line of the key of the picture: sign, word and meaning."""

    state: str
    word: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer for one subsector. `title` is empty when the report has one subsector only."""

    title: str
    id: str
    first: str
    rest: str
    meaning: str
    unfinished: str
    questions: str
    proof: str
    more: bool
    picture: Picture | None
    heads: tuple[Markup, ...]
    themes: tuple[LevelRow, ...]
    whole: LevelRow
    ends: str
    key: tuple[Key, ...]


def answers(report: LevelReport, t: Texts) -> tuple[Answer, ...]:
    """Return the answer for each subsector; the key of the picture goes with the first picture only."""
    first = next((n for n, part in enumerate(report.parts, start=1) if part.score.levels), 0)
    return tuple(_answer(part, n, report, t, key=n == first) for n, part in enumerate(report.parts, start=1))


def ahead_parts(report: LevelReport, t: Texts) -> tuple[Ahead, ...]:
    """Return what the coming edition does, per subsector; nothing where none is known."""
    outlook = report.outlook
    if outlook is None:
        return ()
    several = len(outlook.parts) > 1
    return tuple(
        Ahead(
            name=t.of(report.edition.subsectors[part.subsector].label) if several else "",
            said=ahead.sentences(part, outlook, t),
            causes=tuple(coded(said) for said in ahead.causes(part, outlook, t)),
        )
        for part in outlook.parts
    )


def part_title(part: SubsectorPart, report: LevelReport, t: Texts) -> str:
    """Return the heading of one subsector; nothing when it is the only one."""
    return t.of(report.edition.subsectors[part.score.subsector].label) if len(report.parts) > 1 else ""


def theme_id(number: int, place: int) -> str:
    """Return the id of a theme on the page. Names of themes are data, and not always fit to be an id."""
    return f"d{number}-t{place}"


def without_level(theme: str, part: SubsectorPart, t: Texts) -> str:
    """Return why a theme has no level."""
    only = any(x.theme == theme and x.only_advice for x in part.score.themes)
    return t("level.only_advice" if only else "level.not_applicable")


def _answer(part: SubsectorPart, number: int, report: LevelReport, t: Texts, *, key: bool) -> Answer:
    levels = part.score.levels
    first, rest = phrases.headline(levels, t) if levels else (t("level.no_level"), "")
    *themes, whole = part.profile
    return Answer(
        title=part_title(part, report, t),
        id=f"d{number}",
        first=first,
        rest=rest,
        meaning=phrases.meaning(levels, part.unanswered, t) if levels else "",
        unfinished=t("level.unfinished") if part.unanswered and not (levels and levels.full) else "",
        questions=phrases.unanswered(part, t),
        proof=phrases.proof(part.proof, t) if part.proof else "",
        more=part.way.whole is not None,
        picture=picture(part, _names(part, report, t), f"d{number}", t) if levels else None,
        heads=tuple(soft(t(f"html.head.{name}")) for name in (*COLUMNS, "doel")),
        themes=tuple(_row(row, theme_id(number, n), part, report, t) for n, row in enumerate(themes, start=1)),
        whole=_row(whole, "", part, report, t),
        ends=_ends(part, report, t) if levels else "",
        key=_key(report, t) if key else (),
    )


def _ends(part: SubsectorPart, report: LevelReport, t: Texts) -> str:
    """Return where the ladders stop below the highest level; themes that stop at the same level share a sentence."""
    by_top: dict[int, list[str]] = {}
    for x in part.score.themes:
        if x.levels and phrases.ladder_end(x, report, t):
            by_top.setdefault(x.levels.haalbaar, []).append(phrases.theme(x.theme, report, t))
    ends = (
        t("level.haalbaar.gap", theme=t.list(names), level=top, next=top + 1) for top, names in sorted(by_top.items())
    )
    return " ".join((t("level.haalbaar.top"), *ends))


def _names(part: SubsectorPart, report: LevelReport, t: Texts) -> Names:
    sector = phrases.subsector(part.score.subsector, report, t)
    whole = t("html.picture.whole", subsector=sector)
    rows = [row.theme for row in part.profile if row.theme]
    return Names(
        title=t("html.picture.title", name=short(report.organisation.name, 80), subsector=sector),
        whole=whole if len(whole) <= MOST_NAME else t("word.total"),
        themes={name: short(phrases.theme(name, report, t), MOST_NAME) for name in rows},
        without={name: without_level(name, part, t) for name in rows},
    )


def _row(row: ProfileRow, link: str, part: SubsectorPart, report: LevelReport, t: Texts) -> LevelRow:
    name = phrases.theme(row.theme, report, t) if row.theme else t("word.total")
    x = row.levels
    if x is None:
        note = without_level(row.theme, part, t) if row.theme else ""
        return LevelRow(name, link, note, (t("word.nb_short"),) * len(COLUMNS), "")
    numbers = (x.getoetst, x.onderbouwd, x.verklaard, x.possible, x.haalbaar)
    return LevelRow(name, link, t("word.lowest") if row.lowest else "", tuple(map(str, numbers)), str(row.target or ""))


def _key(report: LevelReport, t: Texts) -> tuple[Key, ...]:
    own = {"leeg": t("html.key.leeg"), "nb": t("word.nb_short")}
    shown = [row for part in report.parts for row in part.profile]
    gaps = any(row.levels is None or State.NB in row.states for row in shown)
    states = STATES if gaps else STATES[:-1]
    rows = [Key(s, own.get(s) or t(f"word.{s}"), t(f"level.meaning_of.{s}")) for s in states]
    if any(row.target and row.levels for row in shown):
        rows.append(Key("doel", t("word.doel"), t("level.meaning_of.doel")))
    return tuple(rows)
