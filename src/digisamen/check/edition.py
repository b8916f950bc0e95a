"""The check of an edition: everything that is wrong with it, at once. The gate of `criteria check`."""

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from digisamen.check.norm import Earlier, Norm
from digisamen.check.rules import EACH, TOGETHER
from digisamen.model.canonical import digest
from digisamen.model.checked import Checked
from digisamen.model.criteria import Content, Edition, EditionRecord
from digisamen.model.problem import DigisamenError, Place, Problem, Severity
from digisamen.read.criteria import read_edition, sequence
from digisamen.source.content import Gathered, gather
from digisamen.source.library import Shelf


def check_edition(shelf: Shelf, number: str, register: Mapping[str, EditionRecord], *, draft: bool = False) -> Checked:
    """Check edition `number` on `shelf` against every rule. `draft`: English may be missing.

    The editions before it on the same shelf say which codes were used already; they are not checked themselves.
    """
    outcome = gather(shelf, number)
    problems = list(outcome.problems)
    if outcome.value is not None:
        read = read_edition(outcome.value, register[number])
        problems += read.problems
        edition = read.value or _sound_part(outcome.value, register[number])
        if edition is not None:
            earlier, unread = _earlier(shelf, number, register)
            problems += unread
            norm = Norm(edition, outcome.value, earlier, draft, tuple(shelf.other_files(number)))
            whole = read.value is not None and not outcome.failed
            problems += [p for rule in (*EACH, *(TOGETHER if whole else ())) for p in rule(norm)]
    found = sorted(problems, key=lambda p: (p.place.file if p.place else "", p.spot, p.code))
    return Checked(number, len(outcome.value.data["criteria"]) if outcome.value else 0, tuple(found))


def _earlier(
    shelf: Shelf, number: str, register: Mapping[str, EditionRecord]
) -> tuple[tuple[Earlier, ...], list[Problem]]:
    """Return the codes of the editions before this one, oldest first, and which of them could not be read."""
    found: list[Earlier] = []
    unread: list[Problem] = []
    for name in sorted((n for n in register if sequence(n) < sequence(number)), key=sequence):
        try:
            gathered = gather(shelf, name).value
        except DigisamenError:
            gathered = None
        if gathered is None:
            unread.append(
                Problem("C044", Place(shelf.name(name, "edition.yaml"), 1, 1), {"edition": name}, Severity.WARNING)
            )
            continue
        criteria = gathered.data["criteria"].items()
        found.append(Earlier(name, {n: (str(c.get("since")), str(c.get("state"))) for n, c in criteria}))
    return tuple(found), unread


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
