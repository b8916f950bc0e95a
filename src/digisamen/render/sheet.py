"""A sheet: a small document of headings, paragraphs, lists and tables, in one language and in no format yet.

Every report but the JSON ones can be told as a sheet; one renderer per format then shows them all.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `depth` 2 is a chapter, 3 a part of it."""

    text: str
    depth: int = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. `strong` comes first and stands out; `note` makes the whole quieter."""

    text: str
    strong: str = ""
    note: bool = False


@dataclass(frozen=True, slots=True)
class Items:
    """A list of sentences; numbered where the order counts."""

    items: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table. `header` is the column that names the row; with `codes` the first column holds codes.

    A `silent` caption is only for who cannot see the table: what stands above it says the same.
    """

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    header: int = 0
    codes: bool = False
    silent: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Pairs of a label and what it is."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Code:
    """Text to copy as it stands, such as a piece of YAML or a command."""

    text: str


Block = Heading | Paragraph | Items | Table | Facts | Code


@dataclass(frozen=True, slots=True)
class Sheet:
    """A document. `status` is the word that every page carries; empty for an adopted edition or none."""

    kind: str
    title: str
    status: str
    status_text: str
    blocks: tuple[Block, ...]
    footer: str = ""
