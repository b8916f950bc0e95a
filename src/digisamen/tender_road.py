"""The tender road: from the path of a request to its specification. A side road of `main_road`, offered by `api`."""

from collections.abc import Iterator
from dataclasses import dataclass

from digisamen.main_road import edition_of, register_of
from digisamen.model.criteria import Edition
from digisamen.model.problem import Outcome, Problem
from digisamen.model.specification import Specification
from digisamen.model.tender import Tender
from digisamen.read.tender import read_tender
from digisamen.source.files import MAX_YAML, read_bytes
from digisamen.source.library import shelf
from digisamen.source.yaml_text import Document, parse
from digisamen.tender.specify import specification


@dataclass(frozen=True, slots=True)
class LoadedTender:
    """A request as read, with the specification that follows from it."""

    tender: Tender
    spec: Specification


def load_tender(path: str, criteria: str | None = None) -> Outcome[LoadedTender]:
    """Return the request at `path` (`-` is standard input) with its specification, under the edition that it names."""
    outcome = parse(read_bytes(path, MAX_YAML), path)
    if outcome.value is None:
        return Outcome(None, outcome.problems)
    place = shelf(criteria)
    register = register_of(place)
    if register.value is None:
        return Outcome(None, register.problems)
    data = outcome.value.data
    number = data.get("edition") if isinstance(data, dict) else None
    edition: Outcome[Edition] = Outcome(None)
    if isinstance(number, str) and number in register.value:
        edition = edition_of(place, number, register.value[number])
        if edition.failed:
            return Outcome(None, edition.problems)
    read = read_tender(outcome.value, edition.value, register.value)
    found = (*outcome.problems, *read.problems)
    if edition.value is None or read.value is None or Outcome(read.value, found).failed:
        return Outcome(None, found)
    made = specification(edition.value, read.value)
    empty = tuple(_nothing_to_earn(outcome.value, read.value, made))
    return Outcome(None, (*found, *empty)) if empty else Outcome(LoadedTender(read.value, made), found)


def _nothing_to_earn(document: Document, tender: Tender, spec: Specification) -> Iterator[Problem]:
    """A level that is rewarded asks something more than the minimum."""
    more = {r.criterion.theme for r in spec.award}
    for theme, asked in tender.levels.items():
        if asked.award is not None and theme not in more:
            place = document.place(("levels", theme, "award"))
            yield Problem("T014", place, {"theme": theme, "level": str(asked.award)})
