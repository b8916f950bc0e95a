"""Loads an assessment or a request for a command, and shows what is wrong with it."""

from pathlib import Path
from typing import TYPE_CHECKING

from digisamen.cli.left import tell_left
from digisamen.cli.progress import progress
from digisamen.cli.show import value_or_show
from digisamen.text.texts import Texts

if TYPE_CHECKING:  # start-up: help pages need no pydantic
    from digisamen.api import Loaded
    from digisamen.tender.load import LoadedTender


def load_or_show(file: str, criteria: str | None, t: Texts) -> "Loaded | None":
    """Return the assessment at `file`; none when it has errors. Warnings and errors are shown either way."""
    from digisamen import api  # noqa: PLC0415  # start-up

    tell_left([file], t)
    with progress("evidence.progress", t) as tell:
        outcome = api.load(file, criteria, tell=tell)
    return value_or_show(outcome, file, t("problems.no_level"), t)


def tender_or_show(file: str, criteria: str | None, t: Texts) -> "LoadedTender | None":
    """Return the request at `file`; none when it has errors. Warnings and errors are shown either way."""
    from digisamen import api  # noqa: PLC0415  # start-up

    tell_left([file], t)
    return value_or_show(api.load_tender(file, criteria), file, t("tender.nothing"), t)


def inputs_of(loaded: "Loaded", file: str) -> list[Path]:
    """Return the files that an output may never replace: the assessment and its evidence."""
    from digisamen import api  # noqa: PLC0415  # start-up

    return [Path(file), *api.evidence_files(loaded, file)]
