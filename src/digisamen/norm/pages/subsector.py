"""The page of a subsector: its ladder as people read it, per theme and level, each criterion with an anchor."""

from collections.abc import Iterator

from digisamen.model.criteria import Criterion
from digisamen.norm.pages.leaf import Book, leaf
from digisamen.paper.document import Block, Facts, Heading, Links, Paragraph, Sheet
from digisamen.paper.html_page import upper_first
from digisamen.text.texts import Texts


def subsector_page(book: Book, subsector: str) -> Sheet:
    """Return all active criteria of `subsector`, own and shared, in the order of themes and levels."""
    t, text = book.t, book.edition.text
    criteria = book.of_subsector(subsector)
    label = t.of(text.subsectors[subsector].label)
    blocks: list[Block] = [Paragraph(t.count("book.subsector.about", len(criteria), subsector=label.lower()))]
    blocks.append(Links(tuple((f"#{theme}", t.of(about.title), "") for theme, about in text.themes.items())))
    for theme, about in text.themes.items():
        blocks.append(Heading(t.of(about.title), anchor=theme))
        for level in sorted({c.level for c in criteria if c.theme == theme}):
            blocks += _level(book, theme, level, [c for c in criteria if (c.theme, c.level) == (theme, level)])
    return leaf(book, t("book.subsector.title", subsector=label), blocks)


def _level(book: Book, theme: str, level: int, criteria: list[Criterion]) -> Iterator[Block]:
    t, text = book.t, book.edition.text
    labels = text.themes[theme].levels
    name = t("book.level", n=level, name=t.of(text.levels[level].name))
    yield Heading(f"{name}: {t.of(labels[level])}" if level in labels else name, 3, f"{theme}-{level}")
    for c in criteria:
        yield Heading(f"{c.id} {t.of(c.title)}", 4, c.id)
        yield Paragraph("", strong=t.of(c.requirement))
        yield Facts(tuple(_facts(book, c)))


def _facts(book: Book, c: Criterion) -> Iterator[tuple[str, str]]:
    t, text = book.t, book.edition.text
    asked = t("book.asked" if c.binding == "opdracht" else "book.not_asked")
    yield t("criteria.obligation"), f"{upper_first(t(f'word.{c.obligation}'))}. {asked}"
    yield t("criteria.roles"), "; ".join(t.of(text.roles[r].label) for r in c.applies.roles)
    if c.applies.facts:
        yield t("criteria.facts"), " ".join(t.of(text.facts[f].question) for f in c.applies.facts)
    yield t("criteria.why"), t.of(c.why)
    yield t("criteria.test"), t.of(c.test)
    yield t("criteria.light"), _kinds(book, c.evidence.light)
    yield t("criteria.strong"), _kinds(book, c.evidence.strong)
    if c.lighter:
        yield t("book.lighter", sizes=_sizes(book, c, "lichter")), t.of(c.lighter)
    exempt = _sizes(book, c, "vrijgesteld")
    if exempt:
        yield t("book.exempt"), exempt
    yield t("word.effort"), upper_first(t.of(text.effort[c.effort].label))
    yield t("criteria.sources"), "; ".join(t.of(book.edition.content.sources[s].name) for s in c.sources)


def _kinds(book: Book, kinds: tuple[str, ...]) -> str:
    return "; ".join(book.t.of(book.edition.text.evidence_kinds[kind].label) for kind in kinds)


def _sizes(book: Book, c: Criterion, rule: str) -> str:
    t: Texts = book.t
    labels = book.edition.text.sizes
    return t.list(t.of(labels[size].label).lower() for size, said in c.applies.sizes.items() if said == rule)
