"""The coverage of the edition as pages: who can climb which ladder, and how principles and phases are served."""

from collections.abc import Iterator

from digisamen.model.lists import Absence, LadderException
from digisamen.norm.coverage import Ladder
from digisamen.norm.pages.leaf import Book, leaf
from digisamen.paper.document import Block, Heading, Items, Paragraph, Sheet, Table


def cover_page(book: Book) -> Sheet:
    """Return the number of musts per cell, the ladder of every role and size, and what a fact does to it."""
    t, text = book.t, book.edition.text
    blocks: list[Block] = [Heading(t("book.cover.cells")), _cells(book), Heading(t("book.cover.ladders"))]
    sizes = ", ".join(t.of(size.label).lower() for size in text.sizes.values())
    blocks.append(Paragraph(t("book.cover.ladders_about", sizes=sizes)))
    blocks += [_ladders(book, subsector) for subsector in text.subsectors]
    blocks += [Heading(t("book.cover.facts")), *_facts(book)]
    if text.ladder_exceptions:
        blocks += [Heading(t("book.cover.exceptions")), Paragraph(t("book.cover.exceptions_about"))]
        blocks.append(Items(tuple(_exception(book, e) for e in text.ladder_exceptions)))
    return leaf(book, t("book.cover.title"), blocks)


def _cells(book: Book) -> Table:
    t, text = book.t, book.edition.text
    levels = range(1, book.edition.top_level + 1)
    columns = (t("word.subsector"), t("word.theme"), *(t("word.level_n", n=n) for n in levels))
    rows = tuple(
        (t.of(s.label), t.of(about.name), *(str(book.coverage.musts[name, theme, n]) for n in levels))
        for name, s in text.subsectors.items()
        for theme, about in text.themes.items()
    )
    return Table(t("book.cover.cells_caption"), columns, rows, header=1, silent=True)


def _ladders(book: Book, subsector: str) -> Table:
    t, text = book.t, book.edition.text
    found = {
        (x.role, x.theme, x.size): _top(book, x)
        for x in book.coverage.ladders
        if x.subsector == subsector and x.false_fact is None
    }
    columns = (t("word.role"), *(t.of(about.name) for about in text.themes.values()))
    rows = tuple(
        (t.of(about.label), *(" ".join(found[role, theme, size] for size in text.sizes) for theme in text.themes))
        for role, about in text.roles.items()
    )
    return Table(t.of(text.subsectors[subsector].label), columns, rows)


def _top(book: Book, ladder: Ladder) -> str:
    """Return the highest level, and the levels that are empty below a level with a must."""
    gaps = [n for n in ladder.empty if n < book.edition.top_level and any(m > n for m in _filled(book, ladder))]
    return " ".join((str(ladder.top), *(f"({book.t('book.cover.gap', n=n)})" for n in gaps)))


def _filled(book: Book, ladder: Ladder) -> list[int]:
    return [n for n in range(1, book.edition.top_level + 1) if n not in ladder.empty]


def _facts(book: Book) -> Iterator[Block]:
    """Return every ladder that becomes lower when one fact is answered `nee`."""
    t, text = book.t, book.edition.text
    whole = {(x.subsector, x.theme, x.role, x.size): x for x in book.coverage.ladders if x.false_fact is None}
    lower = [
        (x, before)
        for x in book.coverage.ladders
        if x.false_fact and x.empty != (before := whole[x.subsector, x.theme, x.role, x.size]).empty
    ]
    if not lower:
        yield Paragraph(t("book.cover.no_fact"))
        return
    yield Paragraph(t("book.cover.facts_about"))
    columns = tuple(t(f"book.cover.{x}") for x in ("fact", "who", "where", "size", "from", "to"))
    rows = tuple(
        (
            x.false_fact or "",
            t.of(text.roles[x.role].label),
            f"{t.of(text.themes[x.theme].name)}, {t.of(text.subsectors[x.subsector].label).lower()}",
            t.of(text.sizes[x.size].label).lower(),
            _top(book, before),
            _top(book, x),
        )
        for x, before in lower
    )
    yield Table(t("book.cover.facts_caption"), columns, rows)


def _exception(book: Book, e: LadderException) -> str:
    t, text = book.t, book.edition.text
    every_role = set(e.roles) == set(text.roles)
    roles = t("book.cover.every_role") if every_role else t.list(t.of(text.roles[r].label).lower() for r in e.roles)
    where = [t.of(text.subsectors[s].label).lower() for s in e.subsectors]
    facts = [t("book.cover.without", fact=fact) for fact in e.false_facts]
    sizes = t.list(t.of(text.sizes[s].label).lower() for s in e.sizes)
    head = t("book.cover.exception", theme=t.of(text.themes[e.theme].name), n=e.level, sizes=sizes, roles=roles)
    return f"{'; '.join([head, *where, *facts])}. {t.of(e.reason)}"


def served_page(book: Book) -> Sheet:
    """Return how the principles and the chain phases are served per subsector, and what is absent with its reason."""
    t, text = book.t, book.edition.text
    blocks: list[Block] = [Heading(t("book.served.principles")), Paragraph(t("book.served.principles_about"))]
    blocks += [_principles(book), Heading(t("book.served.phases")), Paragraph(t("book.served.phases_about"))]
    blocks += [_phases(book, subsector) for subsector in text.subsectors]
    blocks.append(Heading(t("book.served.absent")))
    absent = tuple(_absence(book, a) for a in text.absences)
    blocks.append(Items(absent) if absent else Paragraph(t("book.served.nothing_absent")))
    return leaf(book, t("book.served.title"), blocks)


def _principles(book: Book) -> Table:
    t, text, counts = book.t, book.edition.text, book.coverage.principles
    columns = (t("book.served.principle"), *(t.of(s.label) for s in text.subsectors.values()))
    rows = tuple(
        (t.of(about.label), *(str(counts[s, name]) for s in text.subsectors)) for name, about in text.principles.items()
    )
    return Table(t("book.served.principles"), columns, rows, silent=True)


def _phases(book: Book, subsector: str) -> Table:
    t, text, counts = book.t, book.edition.text, book.coverage.phases
    columns = (t("book.served.phase"), *(t.of(about.name) for about in text.themes.values()))
    rows = tuple(
        (t.of(about.label), *(str(counts[subsector, name, theme]) for theme in text.themes))
        for name, about in text.phases.items()
    )
    return Table(t.of(text.subsectors[subsector].label), columns, rows)


def _absence(book: Book, absence: Absence) -> str:
    t, text = book.t, book.edition.text
    what = [t.of(text.subsectors[absence.subsector].label)]
    what += [t.of(text.phases[absence.phase].label)] if absence.phase else []
    what += [t.of(text.themes[absence.theme].name)] if absence.theme else []
    what += [t.of(text.principles[absence.principle].label)] if absence.principle else []
    return f"{', '.join(what)}: {t.of(absence.reason)}"
