"""All pages of the book of an edition, by the name of their file."""

from digisamen.model.criteria import Edition
from digisamen.norm.coverage import Coverage
from digisamen.norm.pages.cover import cover_page, served_page
from digisamen.norm.pages.leaf import COVER, GLOSSARY, INDEX, SERVED, SOURCES, Book, leaf, role_page
from digisamen.norm.pages.role import role_links, role_sheet
from digisamen.norm.pages.subsector import subsector_page
from digisamen.norm.pages.words import glossary_page, sources_page
from digisamen.paper.document import Block, Heading, Links, Paragraph, Sheet
from digisamen.paper.formats import Rendered, Report, Setting, render, suffixes
from digisamen.paper.screen import Screen
from digisamen.text.texts import Texts


def render_book(edition: Edition, coverage: Coverage, form: str, t: Texts, screen: Screen) -> dict[str, Rendered]:
    """Return every page in the format `form`, by the name of its file."""
    book = Book(edition, coverage, suffixes()[form], t)
    pages = sheets(book)
    return {
        f"{name}{book.suffix}": render(Report(lambda page=page: page, dict), form, Setting(t, screen))  # type: ignore[misc]
        for name, page in pages.items()
    }


def sheets(book: Book) -> dict[str, Sheet]:
    """Return every page as a sheet, by its name."""
    text = book.edition.text
    subsectors = {name: subsector_page(book, name) for name in text.subsectors}
    roles = {role_page(s, role): role_sheet(book, s, role) for s in text.subsectors for role in text.roles}
    others = {
        GLOSSARY: glossary_page(book),
        SOURCES: sources_page(book),
        COVER: cover_page(book),
        SERVED: served_page(book),
    }
    return {INDEX: _index(book, [*others]), **subsectors, **roles, **others}


def _index(book: Book, others: list[str]) -> Sheet:
    t, text = book.t, book.edition.text
    blocks: list[Block] = [Paragraph(t("book.index.about"))]
    for name, about in text.subsectors.items():
        label = t.of(about.label)
        count = t.count("criteria.count", len(book.of_subsector(name)))
        blocks.append(Heading(label, anchor=name))
        blocks.append(Links(((book.address(name), t("book.index.whole"), count),)))
        blocks.append(Paragraph(t("book.index.roles")))
        blocks.append(Links(role_links(book, name)))
    blocks.append(Heading(t("book.index.more")))
    blocks.append(Links(tuple((book.address(name), t(f"book.index.{name}"), "") for name in others)))
    page = leaf(book, t.of(text.title), blocks)
    return Sheet(page.kind, page.title, page.status, page.status_text, page.blocks[1:], page.footer)
