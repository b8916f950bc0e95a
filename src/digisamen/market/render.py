"""The impact of an edition in each format."""

from typing import TYPE_CHECKING

from digisamen.paper.formats import Report, Setting
from digisamen.text.texts import Texts

if TYPE_CHECKING:  # start-up: help pages need the names of the formats, but no pydantic
    from digisamen.market.counts import Impact

SHORT, LONG = (10, 15), (25, 500)
"""How many causes and how many organisations are told, where there is little room and where there is much."""


def impact_rendering(impact: "Impact", t: Texts) -> Report:
    """Return the impact of an edition to render; Markdown of it always fits in a comment on GitHub."""
    from digisamen.market.document import fitting_markdown, impact_sheet  # noqa: PLC0415
    from digisamen.market.impact_json import impact_data  # noqa: PLC0415

    def page(_: Setting) -> str:
        from digisamen.paper.html import sheet_html  # noqa: PLC0415

        return sheet_html(impact_sheet(impact, t, *LONG), t)

    own = {"markdown": lambda _: fitting_markdown(impact, t), "html": page}
    return Report(lambda: impact_sheet(impact, t, *SHORT), lambda: impact_data(impact), own)
