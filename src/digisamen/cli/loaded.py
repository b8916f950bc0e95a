"""Loads an assessment for a command, and shows what is wrong with it."""

from pathlib import Path
from typing import TYPE_CHECKING

from digisamen.cli.show import counted, show_problems
from digisamen.text.texts import Texts

if TYPE_CHECKING:  # start-up: help pages need no pydantic
    from digisamen.api import Loaded


def load_or_show(file: str, criteria: str | None, t: Texts) -> "Loaded | None":
    """Return the assessment at `file`; none when it has errors. Warnings and errors are shown either way."""
    from digisamen import api  # noqa: PLC0415  # start-up

    outcome = api.load(file, criteria)
    if outcome.problems:
        result = t("problems.no_level") if outcome.value is None else ""
        show_problems(outcome.problems, t, counted(outcome.problems, file, result, t))
    return outcome.value


def inputs_of(loaded: "Loaded", file: str) -> list[Path]:
    """Return the files that an output may never replace: the assessment and its evidence."""
    from digisamen import api  # noqa: PLC0415  # start-up

    return [Path(file), *api.evidence_files(loaded, file)]
