"""What an edition does to organisations as a sheet, the answer first, so that it can be posted as a comment."""

from collections.abc import Iterator

from digisamen.market.counts import (
    MEASURES,
    NO_ROOM,
    NO_YES,
    CauseRow,
    Count,
    Dimension,
    Impact,
    ImpactTable,
    Measure,
    Own,
    Row,
    Shift,
)
from digisamen.market.words import (
    amount,
    asked,
    haalbaar,
    headline,
    level_name,
    meaning,
    number,
    sentence,
    share,
    title_and_change,
    title_of,
)
from digisamen.model.canonical import short
from digisamen.model.criteria import Edition
from digisamen.paper.document import Block, Cell, Facts, Heading, Items, Lines, Paragraph, Sheet, Table
from digisamen.paper.labels import status_name, status_word
from digisamen.paper.markdown import sheet_markdown
from digisamen.text.texts import Texts

BY: tuple[Dimension, ...] = ("subsector", "size", "role", "theme")
COMMENT = 65_000
"""Characters of a comment: GitHub takes 65,536, and who posts it may want to add a line."""
SHORTER = ((15, 40), (10, 10), (5, 0))
"""How many criteria and files stand in a list, from what is wanted to what is least."""
LONGEST_NAME = 120
"""Characters of the name of a file that a table shows; what it begins with is cut."""


def impact_sheet(impact: Impact, t: Texts, most: int = 10, files: int = 15, *, brief: bool = False) -> Sheet:
    """Return the impact, with at most `most` criteria in a list, and `files` files. `brief`: the answer alone."""
    old, new = impact.compared.old, impact.compared.new
    title = t("impact.title_same" if old.number == new.number else "impact.title", old=old.number, new=new.number)
    made_up = impact.origin.synthetic
    status = new.record.status
    blocks = [*_answer(impact, t)]
    if brief:
        blocks.append(Paragraph(t("impact.cut"), note=True))
    else:
        blocks += _details(impact, most, files, t)
    return Sheet(
        kind=t("impact.kind_synthetic" if made_up else "impact.kind"),
        title=t("impact.synthetic", title=title) if made_up else title,
        status=status_word(status, t),
        status_text=t(f"criteria.status.{status}"),
        blocks=tuple(blocks),
        footer=t("criteria.licence", licence=new.text.licence.id),
    )


def fitting_markdown(impact: Impact, t: Texts) -> str:
    """Return the impact as Markdown that fits in a comment on GitHub: lists get shorter until it does."""
    texts = (sheet_markdown(impact_sheet(impact, t, most, files)) for most, files in SHORTER)
    fitting = next((text for text in texts if len(text) <= COMMENT), None)
    return fitting or sheet_markdown(impact_sheet(impact, t, brief=True))


def _answer(impact: Impact, t: Texts) -> Iterator[Block]:
    yield Paragraph("", strong=headline(impact, t))
    if impact.whole("onderbouwd").total is not None:
        yield Paragraph(meaning(impact, t))
        declared = sentence("declared", "verklaard", impact, t)
        yield Items((declared, haalbaar(impact, t), asked(impact, t)))
    if impact.origin.synthetic:
        yield Paragraph(t("impact.note.synthetic", seed=impact.origin.seed), note=True)
    yield from _notes(impact, t)


def _notes(impact: Impact, t: Texts) -> Iterator[Block]:
    compared, origin = impact.compared, impact.origin
    if not compared.checked:
        texts = [c.id for c in compared.changes if c.kind == "tekst" and c.theme and c.text_class is None]
        key = "same" if texts else "same_none"
        yield Paragraph(t(f"impact.note.{key}", number=compared.new.number, criteria=t.list(texts)))
    if impact.rules:
        rules = impact.rules
        values = {"minimum": rules.minimum, "step": rules.step, "percentages": rules.percentages}
        yield Paragraph(t("impact.note.published", **values), note=True)
    skipped = [(t("impact.note.elsewhere", edition=n), number(c, t)) for n, c in (origin.elsewhere or {}).items()]
    skipped += [
        (t(f"impact.note.{key}"), number(count, t))
        for key, count in (("invalid", origin.invalid), ("others", origin.others))
        if count != 0
    ]
    if skipped:
        yield Paragraph("", strong=t("impact.note.skipped"))
        yield Facts(tuple(skipped))


def _details(impact: Impact, most: int, files: int, t: Texts) -> Iterator[Block]:
    yield from _measure(impact, "onderbouwd", t)
    yield Paragraph(t("impact.note.several"), note=True)
    yield Heading(t("impact.causes.title"))
    yield from _causes(impact, "onderbouwd", most, t)
    yield from _questions(impact, most, t)
    if impact.own:
        yield from _own(impact, files, t)
    yield from _haalbaar(impact, t)
    yield from _measure(impact, "verklaard", t)
    yield from _causes(impact, "verklaard", most, t)
    yield from _levels(impact, t)
    editions = (("diff.old", impact.compared.old), ("diff.new", impact.compared.new))
    yield Facts(tuple((t(key), _edition(edition, t)) for key, edition in editions))


def _edition(edition: Edition, t: Texts) -> str:
    status = status_name(edition.record.status, t)
    return t("diff.edition", number=edition.number, status=status, digest=short(edition.digest))


def _measure(impact: Impact, measure: Measure, t: Texts) -> Iterator[Block]:
    yield Heading(level_name(measure, t))
    for dimension in BY:
        yield _table(impact, impact.table(measure, dimension), t)


def _table(impact: Impact, table: ImpactTable, t: Texts) -> Table:
    rows = [row for row in table.rows if row.total != 0]
    measure, dimension = table.measure, table.dimension
    extra = ("zonder",) if any(row.counts["zonder"] for row in rows) else ()
    sure = () if measure == "haalbaar" else ("zeker",)
    heads = ("total", "daalt", *sure, "blijft", "stijgt", *extra)
    return Table(
        t("impact.caption", measure=level_name(measure, t), dimension=t(f"impact.per.{dimension}")),
        (t(f"impact.dimension.{dimension}"), *(t(f"impact.head.{head}") for head in heads)),
        tuple((_label(impact, dimension, row, t), *(_cell(impact, row, head, t) for head in heads)) for row in rows),
    )


def _cell(impact: Impact, row: Row, head: str, t: Texts) -> str:
    counts: dict[str, Count] = {"total": row.total, "daalt": row.falls, **{str(v): n for v, n in row.counts.items()}}
    told = number(counts[head], t)
    return told + share(counts[head], row.total, impact) if head in {"daalt", "stijgt"} else told


def _label(impact: Impact, dimension: Dimension, row: Row, t: Texts) -> str:
    new, old = impact.compared.new.text, impact.compared.old.text
    name = f"{dimension}s"
    entry = getattr(new, name).get(row.word) or getattr(old, name).get(row.word)
    if entry is None:
        return row.word
    return t.of(entry.name if dimension == "theme" else entry.label)


def _causes(impact: Impact, measure: Measure, most: int, t: Texts) -> Iterator[Block]:
    found = [row for row in impact.causes if row.measure == measure]
    if not found:
        yield Paragraph(t("impact.causes.none"))
        return
    columns = ("word.code", "word.criterion")
    counts = ("impact.causes.whole", "impact.causes.alone", "impact.causes.theme")
    for rises in (False, True):
        rows = [row for row in found if row.rises == rises]
        if rows:
            yield Table(
                t(f"impact.causes.{'rises' if rises else 'falls'}"),
                tuple(t(c) for c in (*columns, *counts)),
                tuple(_cause(row, impact, t) for row in rows[:most]),
                header=1,
                codes=True,
            )
        if len(rows) > most:
            yield Paragraph(t.count("impact.causes.more", len(rows) - most), note=True)
    yield Paragraph(t("impact.causes.explain"), note=True)


def _cause(row: CauseRow, impact: Impact, t: Texts) -> tuple[Cell, ...]:
    code = "-" if row.id in {NO_ROOM, NO_YES} else row.id
    counts = (number(row.whole, t), number(row.alone, t), number(row.theme, t))
    return (code, title_and_change(row.id, impact, t), *counts)


def _questions(impact: Impact, most: int, t: Texts) -> Iterator[Block]:
    yield Heading(t("impact.questions.title"))
    yield Facts(tuple((t(f"impact.questions.answer.{kind}"), amount(x, t)) for kind, x in impact.answers.items()))
    if not impact.questions:
        yield Paragraph(t("impact.questions.none"))
        return
    keys = ("word.code", "word.criterion", "impact.questions.again", "impact.questions.new")
    rows = tuple(
        (q.id, title_and_change(q.id, impact, t), number(q.again, t), number(q.new, t)) for q in impact.questions[:most]
    )
    yield Table(t("impact.questions.caption"), tuple(t(key) for key in keys), rows, header=1, codes=True)
    if len(impact.questions) > most:
        yield Paragraph(t.count("impact.causes.more", len(impact.questions) - most), note=True)
    if impact.reasons:
        yield Paragraph("", strong=t("impact.questions.reasons"))
        yield Facts(tuple((t(f"impact.questions.reason.{r}"), amount(x, t)) for r, x in impact.reasons.items()))


def _haalbaar(impact: Impact, t: Texts) -> Iterator[Block]:
    yield Heading(level_name("haalbaar", t))
    yield Paragraph(haalbaar(impact, t))
    shown = False
    for dimension in BY:
        table = impact.table("haalbaar", dimension)
        rows = tuple(r for r in table.rows if r.moves)
        if rows:
            shown = True
            part = ImpactTable("haalbaar", dimension, rows)
            yield _table(impact, part, t)
    if shown:
        yield Paragraph(t("impact.haalbaar_changes"), note=True)


def _levels(impact: Impact, t: Texts) -> Iterator[Block]:
    yield Heading(t("impact.levels.title"))
    compared, rows = impact.compared, []
    seen = list(dict.fromkeys(x.level for x in impact.levels if x.level is not None or x.before or x.after))
    for measure in MEASURES:
        of_measure = [x for x in impact.levels if x.measure == measure and x.level in seen]
        columns = [("old", compared.old, [x.before for x in of_measure])]
        columns += [] if impact.rules else [("new", compared.new, [x.after for x in of_measure])]
        for which, edition, counts in columns:
            key = "edition" if compared.old.number != compared.new.number else which
            name = t(f"impact.levels.{key}", measure=level_name(measure, t), number=edition.number)
            rows.append((name, *(number(count, t) for count in counts)))
    heads = (t("impact.levels.none") if level is None else t("impact.levels.level", n=level) for level in seen)
    yield Table(t("impact.levels.caption"), (t("impact.which"), *heads), tuple(rows))


def _own(impact: Impact, files: int, t: Texts) -> Iterator[Block]:
    yield Heading(t("impact.own.title"))
    rank = {v: n for n, v in enumerate(("zeker", "opnieuw", "stijgt", "zonder", "blijft"))}
    moved = sorted(impact.own, key=lambda own: (rank[own.verdict], own.name))
    shown = [own for own in moved if own.verdict != "blijft"][:files]
    if shown:
        columns = tuple(t(f"impact.own.{key}") for key in ("file", "levels", "result", "causes", "asked"))
        yield Table(t("impact.own.caption"), columns, tuple(_own_row(own, impact, t) for own in shown))
    elif files:
        yield Paragraph(t("impact.own.nothing"))
    if len(moved) > len(shown):
        yield Paragraph(t.count("impact.own.more", len(moved) - len(shown)), note=True)


def _own_row(own: Own, impact: Impact, t: Texts) -> tuple[Cell, ...]:
    labels = impact.compared.old.text.subsectors
    levels = Lines(
        tuple(
            (
                f"{t.of(labels[part.subsector].label)}:",
                t("impact.own.both", shown=_to(part.whole, "onderbouwd", t), said=_to(part.whole, "verklaard", t)),
            )
            for part in own.subsectors
        )
    )
    name = own.name if len(own.name) <= LONGEST_NAME else f"...{own.name[-LONGEST_NAME:]}"
    causes = [title_of(c, impact, t) if c in {NO_ROOM, NO_YES} else c for c in own.causes]
    result = t(f"impact.own_verdict.{own.verdict}")
    return (name, levels, result, ", ".join(causes) or "-", t.count("impact.own.questions", own.asked))


def _to(shift: Shift, measure: Measure, t: Texts) -> str:
    none = t("impact.own.no_level")
    before, after = (str(getattr(x, measure)) if x else none for x in (shift.before, shift.after))
    return before if before == after else t("impact.own.to", before=before, after=after)
