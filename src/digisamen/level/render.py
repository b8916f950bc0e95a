"""The level report in each format."""

from typing import TYPE_CHECKING

from digisamen.paper.formats import Report, Setting
from digisamen.text.texts import Texts

if TYPE_CHECKING:  # start-up: help pages need the names of the formats, but no pydantic
    from digisamen.level.report import LevelReport
    from digisamen.paper.document import Sheet


def level_rendering(report: "LevelReport", t: Texts, file: str, *, full: bool = False) -> Report:
    """Return the level report to render. `file` is the name that the screen shows; `full`: the whole report there."""

    def document() -> "Sheet":
        from digisamen.level.document import level_sheet  # noqa: PLC0415

        return level_sheet(report, t)

    def page(_: Setting) -> str:
        from digisamen.level.html.report import level_html  # noqa: PLC0415

        return level_html(report, t)

    def data(_: Setting) -> str:
        from digisamen.level.json_v1 import level_json  # noqa: PLC0415

        return level_json(report, t)

    def screen(setting: Setting) -> str:
        from digisamen.level.screen import level_terminal  # noqa: PLC0415

        return level_terminal(report, t, setting.screen, file)

    own = {"html": page, "json": data}
    return Report(document, dict, own if full else {**own, "terminal": screen})
