"""The impact of an edition in each format."""

from typing import TYPE_CHECKING

from digisamen.paper.screen import Screen
from digisamen.text.texts import Texts

if TYPE_CHECKING:  # start-up: help pages need the names of the formats, but no pydantic
    from digisamen.market.counts import Impact
from digisamen.paper.formats import render_sheet


def render_impact(impact: "Impact", form: str, t: Texts, screen: Screen) -> str:
    """Return the impact of an edition in the format `form`; Markdown of it always fits in a comment on GitHub."""
    from digisamen.market.document import fitting_markdown, impact_sheet  # noqa: PLC0415
    from digisamen.market.impact_json import impact_data  # noqa: PLC0415

    if form == "markdown":
        return fitting_markdown(impact, t)
    much = (25, 500) if form == "html" else (10, 15)
    return render_sheet(lambda: impact_sheet(impact, t, *much), lambda: impact_data(impact), form, t, screen)
