"""The level report in each format."""

from typing import TYPE_CHECKING

from digisamen.text.texts import Texts

if TYPE_CHECKING:  # start-up: help pages need the names of the formats, but no pydantic
    from digisamen.level.report import LevelReport
from digisamen.paper.formats import Options, render_sheet


def render_level(report: "LevelReport", form: str, t: Texts, options: Options) -> str:
    """Return the level report in the format `form`."""
    if form == "json":
        from digisamen.level.json_v1 import level_json  # noqa: PLC0415

        return level_json(report, t)
    if form == "html":
        from digisamen.level.html.report import level_html  # noqa: PLC0415

        return level_html(report, t)
    if form == "terminal" and not options.full:
        from digisamen.level.screen import level_terminal  # noqa: PLC0415

        return level_terminal(report, t, options.screen, options.file)
    from digisamen.level.document import level_sheet  # noqa: PLC0415

    return render_sheet(lambda: level_sheet(report, t), dict, form, t, options.screen)
