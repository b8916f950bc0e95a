"""The findings of `criteria check` in each format."""

from typing import TYPE_CHECKING

from digisamen.paper.screen import Screen
from digisamen.text.texts import Texts

if TYPE_CHECKING:  # start-up: help pages need the names of the formats, but no pydantic
    from digisamen.norm.check.checked import Checked
from digisamen.paper.formats import render_sheet

GITHUB = "github"
"""Findings as lines that GitHub Actions shows beside the lines of a pull request."""


def render_check(checked: "Checked", form: str, t: Texts, screen: Screen) -> str:
    """Return the findings of a check in the format `form`, which may also be `github`."""
    if form == GITHUB:
        from digisamen.norm.check.github import github_lines  # noqa: PLC0415

        return github_lines(checked, t)
    from digisamen.norm.check.document import check_data, check_sheet  # noqa: PLC0415

    return render_sheet(lambda: check_sheet(checked, t), lambda: check_data(checked, t), form, t, screen)
