"""The glossary and the sources, as pages."""

from collections.abc import Iterator

from digisamen.model.criteria import Source
from digisamen.norm.pages.leaf import Book, leaf
from digisamen.paper.document import Block, Facts, Heading, Paragraph, Sheet


def glossary_page(book: Book) -> Sheet:
    """Return every word of the glossary with its meaning, in alphabetical order of the language."""
    t = book.t
    terms = sorted(
        ((t.of(x.term), t.of(x.meaning)) for x in book.edition.text.glossary.values()), key=lambda x: x[0].casefold()
    )
    return leaf(book, t("book.glossary.title"), [Paragraph(t("book.glossary.about")), Facts(tuple(terms))])


def sources_page(book: Book) -> Sheet:
    """Return every source: who owns it, whom it binds, and what of it was seen."""
    t = book.t
    known = book.edition.content.sources
    groups = [
        ("book.sources.current", [x for x in known.items() if x[1].withdrawn == "nee"]),
        ("book.sources.withdrawn", [x for x in known.items() if x[1].withdrawn == "ja"]),
    ]
    blocks: list[Block] = [Paragraph(t("book.sources.about"))]
    for title, rows in groups:
        blocks += [Heading(t(title))] if rows else []
        for name, source in rows:
            blocks += [Heading(t.of(source.name), 3, name), Facts(tuple(_facts(book, source)))]
    return leaf(book, t("book.sources.title"), blocks)


def _facts(book: Book, source: Source) -> Iterator[tuple[str, str]]:
    t = book.t
    seen = t("criteria.verified", date=t.day(source.verified)) if source.verified else t("criteria.not_verified")
    note = f" {t.of(source.verified_note)}" if source.verified_note else ""
    paid = f" {t('book.sources.paid')}" if source.paywall == "ja" else ""
    yield t("book.sources.owner"), source.owner
    if source.version:
        yield t("book.sources.version"), source.version
    yield t("book.sources.binds"), t.of(source.binds)
    yield t("book.sources.seen"), f"{seen}{note}{paid}"
    if source.replaced_by:
        yield t("book.sources.successor"), t.of(book.edition.content.sources[source.replaced_by].name)
    if source.url:
        yield t("book.sources.address"), source.url
