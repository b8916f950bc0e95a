"""The summary for one role in one subsector: what each level means for this role, on one page."""

from digisamen.model.criteria import Criterion
from digisamen.norm.pages.leaf import Book, leaf, role_page
from digisamen.paper.document import Block, Facts, Heading, Items, Paragraph, Sheet, Table


def role_sheet(book: Book, subsector: str, role: str) -> Sheet:
    """Return what levels 1 to the highest ask of `role` in `subsector`, and how far each size can climb."""
    t, text = book.t, book.edition.text
    about, label = text.roles[role], t.of(text.subsectors[subsector].label)
    mine = [c for c in book.of_subsector(subsector) if role in c.applies.roles]
    values = {"role": t.of(about.label).lower(), "subsector": label.lower()}
    blocks: list[Block] = [Paragraph(t.of(about.meaning))] if about.meaning else []
    blocks.append(Paragraph(t("book.role.about", **values)))
    for level in sorted({c.level for c in mine}):
        name = text.levels[level]
        blocks.append(Heading(t("book.level", n=level, name=t.of(name.name)), anchor=f"niveau-{level}"))
        blocks.append(Paragraph(t.of(name.meaning)))
        blocks += _level(book, [c for c in mine if c.level == level])
    blocks += [Heading(t("book.role.top")), _tops(book, subsector, role), *_situations(book, mine)]
    return leaf(book, t("book.role.title", **values), blocks, book.codes(subsector))


def _level(book: Book, criteria: list[Criterion]) -> list[Block]:
    t, text = book.t, book.edition.text
    musts = [c for c in criteria if c.obligation == "must"]
    pairs = tuple(
        (t.of(about.name), "; ".join(_short(book, c) for c in musts if c.theme == theme))
        for theme, about in text.themes.items()
        if any(c.theme == theme for c in musts)
    )
    advice = [_short(book, c) for c in criteria if c.obligation == "should"]
    blocks: list[Block] = [Facts(pairs)] if pairs else []
    return [*blocks, Facts(((t("book.role.shoulds"), "; ".join(advice)),))] if advice else blocks


def _short(book: Book, c: Criterion) -> str:
    """Return code and title, with for whom the criterion does not hold."""
    t, sizes = book.t, book.edition.text.sizes
    exempt = [t.of(sizes[size].label).lower() for size, rule in c.applies.sizes.items() if rule == "vrijgesteld"]
    marks = [t("book.role.not_for", who=t.list(exempt))] if exempt else []
    marks += [t("book.role.only_with", facts=t.list(c.applies.facts))] if c.applies.facts else []
    return " ".join((c.id, t.of(c.title), *((f"({'; '.join(marks)})",) if marks else ())))


def _tops(book: Book, subsector: str, role: str) -> Table:
    t, text = book.t, book.edition.text
    tops = {
        (x.size, x.theme): str(x.top)
        for x in book.coverage.ladders
        if (x.subsector, x.role, x.false_fact) == (subsector, role, None)
    }
    columns = (t("word.size"), *(t.of(about.name) for about in text.themes.values()))
    rows = tuple((t.of(size.label), *(tops[name, theme] for theme in text.themes)) for name, size in text.sizes.items())
    return Table(t("book.role.top_caption"), columns, rows)


def _situations(book: Book, criteria: list[Criterion]) -> list[Block]:
    """Return the questions behind the situations that the tables name."""
    t, facts = book.t, book.edition.text.facts
    used = [fact for fact in facts if any(fact in c.applies.facts for c in criteria)]
    if not used:
        return []
    asked = tuple(f"{fact}: {t.of(facts[fact].question)}" for fact in used)
    return [Heading(t("book.role.situations")), Paragraph(t("book.role.situations_about")), Items(asked)]


def role_links(book: Book, subsector: str) -> tuple[tuple[str, str, str], ...]:
    """Return the links to the summaries of all roles in a subsector."""
    t, text = book.t, book.edition.text
    return tuple(
        (book.address(role_page(subsector, role)), t.of(about.label), "") for role, about in text.roles.items()
    )
