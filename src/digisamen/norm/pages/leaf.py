"""What the pages of the book have in common: their names, links to each other, status and licence."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from digisamen.model.criteria import Criterion, Edition
from digisamen.norm.coverage import Coverage
from digisamen.paper.document import Block, Links, Sheet
from digisamen.paper.labels import status_word
from digisamen.text.texts import Texts

INDEX, GLOSSARY, COVER, SERVED, SOURCES = "index", "begrippen", "dekking", "principes-en-fasen", "bronnen"
"""Names of pages. They are part of addresses that others keep, so they are the same in each language."""


@dataclass(frozen=True, slots=True)
class Book:
    """What every page is made from. `suffix` is the ending of its files, such as `.html`."""

    edition: Edition
    coverage: Coverage
    suffix: str
    t: Texts

    def address(self, page: str, anchor: str = "") -> str:
        """Return the address of a page, or of a place on it, as seen from another page."""
        return f"{page}{self.suffix}#{anchor}" if anchor else f"{page}{self.suffix}"

    def of_subsector(self, subsector: str) -> list[Criterion]:
        """Return the active criteria of a subsector, by theme, level and id."""
        return [c for c in self.edition.of_subsector(subsector) if c.state == "actief"]

    def codes(self, subsector: str) -> dict[str, str]:
        """Return the address of each criterion on the page of a subsector."""
        return {c.id: self.address(subsector, c.id) for c in self.of_subsector(subsector)}


def role_page(subsector: str, role: str) -> str:
    """Return the name of the summary for one role in one subsector."""
    return f"{subsector}-{role}"


def leaf(book: Book, title: str, blocks: Sequence[Block], links: Mapping[str, str] | None = None) -> Sheet:
    """Return one page, with the status of the edition at its head and the way back at its foot."""
    edition, t = book.edition, book.t
    status = edition.record.status
    back = Links(((book.address(INDEX), t("book.index.back"), ""),))
    return Sheet(
        kind=t("criteria.kind", edition=edition.number),
        title=title,
        status=status_word(status, t),
        status_text=t(f"criteria.status.{status}"),
        blocks=(back, *blocks),
        footer=t("criteria.licence", licence=edition.text.licence.id),
        links=links or {},
    )
