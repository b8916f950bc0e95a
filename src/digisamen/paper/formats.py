"""The formats, and which function makes each. Renderers are imported when used: no format pays for another."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from digisamen.model.problem import missing_extra
from digisamen.paper.screen import Screen
from digisamen.text.texts import Texts

if TYPE_CHECKING:  # start-up: help pages need the names of the formats, but no pydantic
    from digisamen.paper.document import Sheet

SUFFIXES = {"terminal": ".txt", "markdown": ".md", "html": ".html", "json": ".json"}
"""Format by name, with the ending of its files."""
DOCUMENTS = {**SUFFIXES, "docx": ".docx"}
"""The formats of a document that goes into somebody else's papers."""
YAML = "yaml"
"""The data of a specification for who does not read JSON."""


@dataclass(frozen=True, slots=True)
class Options:
    """What a rendering depends on besides the report: the screen, the name of the file, and how much to show."""

    screen: Screen
    file: str = "org.yaml"
    full: bool = False


@dataclass(frozen=True, slots=True)
class Paper:
    """What a Word document has besides its sheet: author, day, and a document of the client whose styles it takes."""

    author: str = ""
    day: date = date(2000, 1, 1)
    reference: bytes | None = None


def format_of(output: str | None, known: Mapping[str, str] = SUFFIXES) -> str | None:
    """Return the format that the ending of an output file asks for."""
    return next((name for name, suffix in known.items() if output and output.lower().endswith(suffix)), None)


def render_sheet(sheet: Callable[[], "Sheet"], data: Callable[[], Any], form: str, t: Texts, screen: Screen) -> str:
    """Return a report in the format `form`: its data as JSON, or its sheet in the others."""
    if form == "json":
        from digisamen.paper.json_text import dump  # noqa: PLC0415

        return dump(data())
    if form == "html":
        from digisamen.paper.html import sheet_html  # noqa: PLC0415

        return sheet_html(sheet(), t)
    if form == "markdown":
        from digisamen.paper.markdown import sheet_markdown  # noqa: PLC0415

        return sheet_markdown(sheet())
    from digisamen.paper.terminal import sheet_terminal  # noqa: PLC0415

    return sheet_terminal(sheet(), screen)


def render_document(
    sheet: Callable[[], "Sheet"], data: Callable[[], Any], form: str, t: Texts, screen: Screen, paper: Paper
) -> str | bytes:
    """Return a document in the format `form`, which may also be `docx`.

    Raises:
        DigisamenError: U023 the extra for Word is not installed, U020 to U022 the document of the client is refused.
    """
    if form == "docx":
        try:
            from digisamen.paper.docx import sheet_docx  # noqa: PLC0415  # an extra, and slow to import
        except ModuleNotFoundError:
            raise missing_extra("docx") from None
        made = sheet()
        return sheet_docx(
            made, t, mark=made.status, footer=made.footer, author=paper.author, day=paper.day, reference=paper.reference
        )
    return render_sheet(sheet, data, form, t, screen)
