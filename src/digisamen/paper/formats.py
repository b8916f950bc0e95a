"""The formats, as one table: the ending of its files, and what makes it. A new format is a writer and a row here.

Writers are imported when they are used: no format pays for another.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from digisamen.model.problem import missing_extra
from digisamen.paper.screen import Screen
from digisamen.text.texts import Texts

if TYPE_CHECKING:  # start-up: help pages need the names of the formats, and no more
    from digisamen.paper.document import Sheet


@dataclass(frozen=True, slots=True)
class Setting:
    """What a rendering depends on besides the document: its language and screen, and on paper author, day and styles.

    `reference` is a document of the client, that was opened with `open_archive` before.
    """

    t: Texts
    screen: Screen
    author: str = ""
    day: date = date(2000, 1, 1)
    reference: bytes | None = None


Rendered = str | bytes


@dataclass(frozen=True, slots=True)
class Report:
    """What a command has to tell: a document for people, the same as plain data, and formats that are its own.

    Both are functions: who asks for one does not pay for the other. What stands in `own` goes before the table.
    """

    document: "Callable[[], Sheet]"
    data: Callable[[], Any]
    own: Mapping[str, Callable[[Setting], Rendered]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Format:
    """One format: the ending of its files, and what makes it of a report."""

    suffix: str
    write: Callable[[Report, Setting], Rendered]


def _terminal(report: Report, setting: Setting) -> str:
    from digisamen.paper.terminal import sheet_terminal  # noqa: PLC0415

    return sheet_terminal(report.document(), setting.screen)


def _markdown(report: Report, _: Setting) -> str:
    from digisamen.paper.markdown import sheet_markdown  # noqa: PLC0415

    return sheet_markdown(report.document())


def _html(report: Report, setting: Setting) -> str:
    from digisamen.paper.html import sheet_html  # noqa: PLC0415

    return sheet_html(report.document(), setting.t)


def _json(report: Report, _: Setting) -> str:
    from digisamen.paper.json_text import dump  # noqa: PLC0415

    return dump(report.data())


def _docx(report: Report, setting: Setting) -> bytes:
    try:
        from digisamen.paper.docx import sheet_docx  # noqa: PLC0415  # an extra, and slow to import
    except ModuleNotFoundError:
        raise missing_extra("docx") from None
    sheet = report.document()
    return sheet_docx(sheet, setting.t, author=setting.author, day=setting.day, reference=setting.reference)


FORMATS = {
    "terminal": Format(".txt", _terminal),
    "markdown": Format(".md", _markdown),
    "html": Format(".html", _html),
    "json": Format(".json", _json),
    "docx": Format(".docx", _docx),
}
"""Every format of a report, by name."""


def suffixes(own: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return every format by name with the ending of its files, and then those that are a command's `own`."""
    return {**{name: each.suffix for name, each in FORMATS.items()}, **(own or {})}


def format_of(output: str | None, known: Mapping[str, str]) -> str | None:
    """Return the format that the ending of an output file asks for."""
    return next((name for name, suffix in known.items() if output and suffix and output.lower().endswith(suffix)), None)


def render(report: Report, form: str, setting: Setting) -> Rendered:
    """Return a report in the format `form`.

    Raises:
        DigisamenError: U023 the extra for Word is not installed, U020 to U022 the document of the client is refused.
    """
    own = report.own.get(form)
    return own(setting) if own else FORMATS[form].write(report, setting)
