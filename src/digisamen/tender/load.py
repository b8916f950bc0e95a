"""From the path of a request to its specification."""

from collections.abc import Iterator
from dataclasses import dataclass

from digisamen.model.problem import Outcome, Problem
from digisamen.read.load import open_with_edition
from digisamen.source.yaml_text import Document
from digisamen.tender.read_request import read_tender
from digisamen.tender.request import Tender
from digisamen.tender.specification import Specification
from digisamen.tender.specify import specification


@dataclass(frozen=True, slots=True)
class LoadedTender:
    """A request as read, with the specification that follows from it."""

    tender: Tender
    spec: Specification


def load_tender(path: str, criteria: str | None = None) -> Outcome[LoadedTender]:
    """Return the request at `path` (`-` is standard input) with its specification, under the edition that it names."""
    outcome = open_with_edition(path, criteria)
    if outcome.value is None:
        return Outcome(None, outcome.problems)
    document, edition, register = outcome.value
    read = read_tender(document, edition, register)
    found = (*outcome.problems, *read.problems)
    if edition is None or read.value is None or Outcome(read.value, found).failed:
        return Outcome(None, found)
    made = specification(edition, read.value)
    empty = tuple(_nothing_to_earn(document, read.value, made))
    return Outcome(None, (*found, *empty)) if empty else Outcome(LoadedTender(read.value, made), found)


def _nothing_to_earn(document: Document, tender: Tender, spec: Specification) -> Iterator[Problem]:
    """A level that is rewarded asks something more than the minimum."""
    more = {r.criterion.theme for r in spec.award}
    for theme, asked in tender.levels.items():
        if asked.award is not None and theme not in more:
            place = document.place(("levels", theme, "award"))
            yield Problem("T014", place, {"theme": theme, "level": str(asked.award)})
