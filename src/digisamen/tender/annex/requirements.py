"""The requirements as tables: per theme one, each requirement one row. Also those above the minimum."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from digisamen.model.criteria import Edition
from digisamen.paper.document import Block, Facts, Heading, Items, Lines, Paragraph, Table
from digisamen.tender.annex.frame import Annex
from digisamen.tender.annex.labels import frozen_labels
from digisamen.tender.specification import Requirement
from digisamen.text.texts import Texts

WIDTHS = (19, 49, 46, 34, 22)
"""Parts of the width on paper: code, requirement, why, proof, moment."""


def requirements(a: Annex) -> list[Block]:
    """Return all requirements of the minimum, between the marks within which nobody may change a text."""
    t, proof = a.t, a.tender.proof
    blocks: list[Block] = [
        Paragraph(t("annex.eisen.intro", strength=proof.strength, repair=proof.repair_days)),
        Paragraph(t("annex.eisen.reading")),
        *_usual(a),
        Paragraph(t("annex.eisen.fixed_from", edition=a.edition.number, short=a.short), border=True),
    ]
    for theme in (x for x in a.edition.text.themes if x in a.tender.levels):
        level = a.tender.levels[theme].level or 0
        rows = [r for r in a.spec.minimum if r.criterion.theme == theme]
        blocks.append(Heading(a.theme(theme), 3))
        if rows:
            caption = t("annex.eisen.caption", theme=a.theme(theme), level=level)
            blocks.append(table(a.edition, rows, caption, a.t, usual_age(a.spec.requirements)))
        else:
            blocks.append(Paragraph(t("annex.eisen.none")))
    return [*blocks, Paragraph(t("annex.eisen.fixed_to"), border=True), *kinds(a.edition, a.spec.requirements, t)]


def kinds(edition: Edition, rows: Sequence[Requirement], t: Texts) -> list[Block]:
    """Return what the kinds of evidence mean that the rows name by their short name, as the answer form does."""
    used = {kind for r in rows for kind in r.criterion.evidence.accepted}
    pairs = tuple((x, t.of(about.label)) for x, about in edition.text.evidence_kinds.items() if x in used)
    heading = Heading(t("annex.eisen.kinds"), 3)
    return [heading, Paragraph(t("annex.eisen.kinds_intro")), Facts(pairs)] if pairs else []


def terms(edition: Edition, rows: Sequence[Requirement], t: Texts, also: str = "") -> tuple[tuple[str, str], ...]:
    """Return the words of the glossary that `rows` use, and those in `also`, with their meaning."""
    said = " ".join([also, *(text for r in rows for text in (_plain(edition, r, t), t.of(r.criterion.why)))])
    known = edition.text.glossary.values()
    return tuple((t.of(x.term), t.of(x.meaning)) for x in known if _names(said, t.of(x.term).split(" (")[0]))


def _plain(edition: Edition, r: Requirement, t: Texts) -> str:
    return " ".join(text for _, text in requirement_lines(edition, r, t))


def _names(said: str, term: str) -> bool:
    """Tell whether `term` begins a word in `said`; an abbreviation is a whole word, in capitals."""
    short = term.isupper()
    ends = r"(?!\w)" if short else ""
    return re.search(rf"(?<!\w){re.escape(term)}{ends}", said, re.NOFLAG if short else re.IGNORECASE) is not None


def _usual(a: Annex) -> list[Block]:
    """Return what holds for every requirement whose row says nothing else, so that no row has to repeat it."""
    who = a.or_open(a.tender.proof.checked_by, "proof.checked_by")
    usual = a.edition.text.tender.combine or "uitvoerder"
    if not a.spec.requirements:
        return []
    age = a.t.count("criteria.months", usual_age(a.spec.requirements))
    said = {"who": who, "for_whom": a.t(f"annex.combine.{usual}"), "age": age}
    names = ("who", "for_whom", "flow", "deviate", "age")
    rows = tuple(a.t(f"annex.eisen.usual_rows.{name}", **said) for name in names)
    return [Paragraph(a.t("annex.eisen.usual")), Items(rows)]


def usual_age(rows: Sequence[Requirement]) -> int:
    """Return how old evidence may be for most requirements, in months; 0 when there are none."""
    ages = Counter(r.criterion.evidence.max_age_months for r in rows)
    return ages.most_common(1)[0][0] if ages else 0


def table(edition: Edition, rows: Sequence[Requirement], caption: str, t: Texts, usual: int = 0) -> Table:
    """Return requirements as a table of five columns. What is `usual` for the age of evidence is not repeated."""
    columns = tuple(t(f"annex.eisen.columns.{name}") for name in ("code", "requirement", "why", "proof", "moment"))
    lines = tuple(_row(edition, r, t, usual) for r in rows)
    return Table(caption, columns, lines, header=1, codes=True, widths=WIDTHS)


def _row(edition: Edition, r: Requirement, t: Texts, usual: int) -> tuple[str | Lines, ...]:
    c, t = r.criterion, frozen_labels(t)
    first, *more = requirement_lines(edition, r, t)
    requirement = Lines((first, (_label(t, "level"), str(c.level)), *more))
    return c.id, requirement, t.of(c.why), _proof(r, t, usual), Lines(tuple(_moment(edition, r, t)))


def row_text(edition: Edition, r: Requirement, t: Texts, usual: int) -> str:
    """Return all that the row of a requirement says after its code: what nobody may change in a document."""
    return " ".join(str(cell) for cell in _row(edition, r, t, usual)[1:])


def requirement_lines(edition: Edition, r: Requirement, t: Texts) -> list[tuple[str, str]]:
    """Return what a requirement says, as lines with a label."""
    return [("", t.of(r.criterion.requirement)), *_more(edition, r, t)]


def _more(edition: Edition, r: Requirement, t: Texts) -> Iterator[tuple[str, str]]:
    if r.criterion.applies.facts:
        asked = " ".join(t.of(edition.text.facts[fact].question) for fact in r.criterion.applies.facts)
        yield _label(t, "condition"), asked
    if r.criterion.lighter:
        rules = r.criterion.applies.sizes.items()
        sizes = t.list(t.of(edition.text.sizes[size].label).lower() for size, rule in rules if rule == "lichter")
        yield _label(t, "lighter"), f"({sizes}) {t.of(r.criterion.lighter)}"
    exempt = [size for size, rule in r.criterion.applies.sizes.items() if rule == "vrijgesteld"]
    if exempt:
        yield f"{t('book.exempt')}:", t.list(t.of(edition.text.sizes[size].label).lower() for size in exempt)


def _proof(r: Requirement, t: Texts, usual: int) -> Lines:
    c = r.criterion
    pairs = [(_label(t, "light"), ", ".join(c.evidence.light)), (_label(t, "strong"), ", ".join(c.evidence.strong))]
    pairs.append((_label(t, "zzp"), t(f"annex.zzp.{r.zzp}")))
    if c.evidence.max_age_months != usual:
        pairs.append((_label(t, "age"), t.count("criteria.months", c.evidence.max_age_months)))
    return Lines(tuple(pairs))


def _moment(edition: Edition, r: Requirement, t: Texts) -> Iterator[tuple[str, str]]:
    """Return when the proof is looked at, and where this requirement differs from the others."""
    usual = edition.text.tender
    yield "", t.of(r.criterion.verification.moment)
    if r.combine != usual.combine:
        yield _label(t, "for_whom"), t(f"annex.combine.{r.combine}")
    if r.flow_down != usual.flow_down:
        yield _label(t, "flow"), t(f"annex.flow.{r.flow_down}")
    if r.deviate:
        yield _label(t, "deviate"), t("annex.eisen.yes")


def _label(t: Texts, name: str) -> str:
    return f"{t(f'annex.eisen.labels.{name}')}:"


def award(a: Annex) -> list[Block]:
    """Return what a higher level brings, how that is judged, and the requirements above the minimum in full."""
    t, method = a.t, a.tender.award
    columns = tuple(t(f"annex.gunning.columns.{name}") for name in ("theme", "level", "benefit"))
    asked = [(x, a.tender.levels[x]) for x in a.edition.text.themes if x in a.tender.levels]
    rows = tuple(
        (a.theme(theme), str(one.award), a.or_open(one.benefit, "levels.benefit")) for theme, one in asked if one.award
    )
    blocks: list[Block] = [
        Paragraph(t("annex.gunning.intro")),
        Paragraph(t("annex.gunning.minimum")),
        Paragraph(t("annex.gunning.pick")),
        Table(t("annex.gunning.caption"), columns, rows, widths=(60, 40, 70)),
        Paragraph(a.say(f"gunning.method.{method.method}")),
        Paragraph(t("annex.gunning.assess")),
        Paragraph(t("annex.gunning.sanction", factor=method.factor)),
        Paragraph(t("annex.gunning.example")),
    ]
    for theme, one in asked:
        more = [r for r in a.spec.award if r.criterion.theme == theme]
        if more:
            caption = t("annex.gunning.extra_caption", theme=a.theme(theme), level=one.award)
            blocks.append(table(a.edition, more, caption, t, usual_age(a.spec.requirements)))
    return blocks
