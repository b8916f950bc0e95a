"""The findings of `criteria check` in each format."""

from typing import TYPE_CHECKING

from digisamen.paper.formats import Report, Setting
from digisamen.text.texts import Texts

if TYPE_CHECKING:  # start-up: help pages need the names of the formats, but no pydantic
    from digisamen.norm.check.checked import Checked

OWN = {"github": ""}
"""A format of its own: lines that GitHub Actions shows beside the lines of a pull request. No file ends on it."""


def check_rendering(checked: "Checked", t: Texts) -> Report:
    """Return the findings of a check to render."""
    from digisamen.norm.check.document import check_data, check_sheet  # noqa: PLC0415

    def github(_: Setting) -> str:
        from digisamen.norm.check.github import github_lines  # noqa: PLC0415

        return github_lines(checked, t)

    return Report(lambda: check_sheet(checked, t), lambda: check_data(checked, t), {"github": github})
