"""Loads a request for a command, and shows what is wrong with it."""

from typing import TYPE_CHECKING

from digisamen.cli.show import counted, show_problems
from digisamen.text.texts import Texts

if TYPE_CHECKING:  # start-up: help pages need no pydantic
    from digisamen.tender_road import LoadedTender


def tender_or_show(file: str, criteria: str | None, t: Texts) -> "LoadedTender | None":
    """Return the request at `file`; none when it has errors, which are then shown."""
    from digisamen import api  # noqa: PLC0415  # start-up

    outcome = api.load_tender(file, criteria)
    if outcome.problems:
        result = t("tender.nothing") if outcome.value is None else ""
        show_problems(outcome.problems, t, counted(outcome.problems, file, result, t))
    return outcome.value
