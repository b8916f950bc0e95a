"""The check of an edition: everything that is wrong with it, at once. The gate of `criteria check`."""

from typing import Any

from pydantic import ValidationError

from digisamen.model.canonical import digest
from digisamen.model.checked import Checked
from digisamen.model.criteria import Content, Edition, EditionRecord
from digisamen.model.problem import Problem
from digisamen.read.criteria import read_edition
from digisamen.read.norm_rules import RULES
from digisamen.source.content import Gathered, gather
from digisamen.source.library import Shelf


def check_edition(shelf: Shelf, number: str, record: EditionRecord, *, draft: bool = False) -> Checked:
    """Check edition `number` on `shelf`: form, ids, references and languages. `draft`: English may be missing."""
    outcome = gather(shelf, number)
    problems = list(outcome.problems)
    edition = None
    if outcome.value is not None:
        read = read_edition(outcome.value, record)
        problems += read.problems
        edition = read.value or _sound_part(outcome.value, record)
        if edition is not None:
            problems += [p for rule in RULES for p in rule(edition, outcome.value, draft)]
    found = sorted(problems, key=_spot)
    return Checked(number, len(outcome.value.data["criteria"]) if outcome.value else 0, tuple(found))


def _sound_part(gathered: Gathered, record: EditionRecord) -> Edition | None:
    """Return the edition without the criteria that have errors, so that the rest is checked as well."""
    data: dict[str, Any] = gathered.data
    try:
        Content.model_validate(data)
    except ValidationError as error:
        spots = [found["loc"] for found in error.errors()]
        if not all(len(spot) > 1 and spot[0] == "criteria" for spot in spots):
            return None
        broken = {str(spot[1]) for spot in spots}
        data = {**data, "criteria": {name: c for name, c in data["criteria"].items() if name not in broken}}
    return Edition(content=Content.model_validate(data), record=record, digest=digest(data))


def _spot(problem: Problem) -> tuple[str, int, int, str]:
    place = problem.place
    return (
        place.file if place else "",
        (place.line if place else 0) or 0,
        (place.column if place else 0) or 0,
        problem.code,
    )
