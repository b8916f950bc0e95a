"""A sheet: a small document of headings, paragraphs, lists and tables, in one language and in no format yet.

Every report but the JSON ones can be told as a sheet; one renderer per format then shows them all.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `depth` 2 is a chapter, 3 a part of it. `anchor` is the name by which a link finds it."""

    text: str
    depth: int = 2
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. `strong` comes first and stands out; `note` makes the whole quieter.

    A `border` marks where text begins or ends that nobody may change.
    """

    text: str
    strong: str = ""
    note: bool = False
    border: bool = False


@dataclass(frozen=True, slots=True)
class Items:
    """A list of sentences; numbered where the order counts."""

    items: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Lines:
    """A cell of several lines, each with a label in front of it; the label may be empty."""

    pairs: tuple[tuple[str, str], ...]

    def __str__(self) -> str:
        """Return the lines as one text."""
        return " ".join(f"{label} {text}".strip() for label, text in self.pairs)


Cell = str | Lines


@dataclass(frozen=True, slots=True)
class Table:
    """A table. `header` is the column that names the row; with `codes` the first column holds codes.

    A `silent` caption is only for who cannot see the table: what stands above it says the same. `widths` are the parts
    of the width that the columns get on paper.
    """

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    header: int = 0
    codes: bool = False
    silent: bool = False
    widths: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Facts:
    """Pairs of a label and what it is."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Code:
    """Text to copy as it stands, such as a piece of YAML or a command."""

    text: str


@dataclass(frozen=True, slots=True)
class Links:
    """A list of links to pages of our own, as (address, text, what is there)."""

    items: tuple[tuple[str, str, str], ...]


Block = Heading | Paragraph | Items | Table | Facts | Code | Links


@dataclass(frozen=True, slots=True)
class Sheet:
    """A document. `status` is the word that every page carries; empty for an adopted edition or none.

    `links` gives the address of a code: where such a code stands in a table, formats that can make it a link.
    """

    kind: str
    title: str
    status: str
    status_text: str
    blocks: tuple[Block, ...]
    footer: str = ""
    links: Mapping[str, str] = field(default_factory=dict)
