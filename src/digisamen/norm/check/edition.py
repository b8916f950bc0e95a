"""The check of an edition: everything that is wrong with it, at once. The gate of `criteria check`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from pydantic import ValidationError

from digisamen.model.canonical import digest
from digisamen.model.criteria import Content, Edition, EditionRecord
from digisamen.model.problem import DigisamenError, Place, Problem, Severity
from digisamen.norm.check.checked import Checked
from digisamen.norm.check.norm import Earlier, Norm
from digisamen.norm.check.rules import EACH, TOGETHER
from digisamen.read.criteria import default_edition, newest, predecessor, read_edition, sequence
from digisamen.read.editions import record_of, register_of
from digisamen.source.content import MOST_PROBLEMS, EditionSource, collect_files
from digisamen.source.library import CriteriaStore, criteria_store


def check_edition(
    store: CriteriaStore, number: str, register: Mapping[str, EditionRecord], *, draft: bool = False
) -> Checked:
    """Check edition `number` on `store` against every rule. `draft`: English may be missing.

    The editions before it on the same store say which codes were used already, and what changed; they are not checked
    themselves.
    """
    outcome = collect_files(store, number)
    problems = list(outcome.problems)
    if outcome.value is not None:
        read = read_edition(outcome.value, register[number])
        problems += read.problems
        edition = read.value or _sound_part(outcome.value, register[number])
        if edition is not None:
            past = _past(store, number, register)
            problems += past.unread
            norm = Norm(
                edition,
                outcome.value,
                tuple(past.earlier),
                draft,
                tuple(store.other_files(number)),
                past.previous,
                tuple(sorted((n for n in register if sequence(n) < sequence(number)), key=sequence)),
            )
            whole = read.value is not None and not outcome.failed
            rules = (p for rule in (*EACH, *(TOGETHER if whole else ())) for p in rule(norm))
            problems += islice(rules, max(0, MOST_PROBLEMS - len(problems)))
    found = sorted(problems, key=lambda p: (p.place.file if p.place else "", p.spot, p.code))
    return Checked(number, len(outcome.value.data["criteria"]) if outcome.value else 0, tuple(found))


@dataclass(slots=True)
class Past:
    """The codes of the editions before, oldest first, the edition that came before, and which could not be read."""

    earlier: list[Earlier] = field(default_factory=list)
    previous: Edition | None = None
    unread: list[Problem] = field(default_factory=list)


def _past(store: CriteriaStore, number: str, register: Mapping[str, EditionRecord]) -> Past:
    past = Past()
    nearest = predecessor(register, number)
    for name in sorted((n for n in register if sequence(n) < sequence(number)), key=sequence):
        try:
            collected = collect_files(store, name).value
        except DigisamenError:
            collected = None
        if collected is not None:
            criteria = collected.data["criteria"].items()
            past.earlier.append(Earlier(name, {n: (str(c.get("since")), str(c.get("state"))) for n, c in criteria}))
        edition = read_edition(collected, register[name]).value if collected is not None and name == nearest else None
        past.previous = edition or past.previous
        if collected is None or (name == nearest and edition is None):
            # Without the edition before, nobody knows whether changes.yaml is true.
            severity = Severity.ERROR if name == nearest else Severity.WARNING
            place = Place(store.name(name, "edition.yaml"), 1, 1)
            past.unread.append(Problem("C044", place, {"edition": name}, severity))
    return past


def _sound_part(collected: EditionSource, record: EditionRecord) -> Edition | None:
    """Return the edition without the criteria that have errors, so that the rest is checked as well."""
    data: dict[str, Any] = collected.data
    try:
        Content.model_validate(data)
    except ValidationError as error:
        spots = [found["loc"] for found in error.errors()]
        if not all(len(spot) > 1 and spot[0] == "criteria" for spot in spots):
            return None
        broken = {str(spot[1]) for spot in spots}
        data = {**data, "criteria": {name: c for name, c in data["criteria"].items() if name not in broken}}
    return Edition(content=Content.model_validate(data), record=record, digest=digest(data))


def check_criteria(number: str | None = None, folder: str | None = None, *, draft: bool = False) -> Checked:
    """Check one edition of the criteria, always from its YAML files.

    Raises:
        DigisamenError: F010 no criteria in that place, F011 no such edition.
    """
    place = criteria_store(folder)
    register = register_of(place)
    if register.value is None:
        return Checked(number or "", 0, register.problems)
    wanted = number or default_edition(register.value) or newest(register.value)
    found, _ = record_of(register.value, wanted)
    return check_edition(place, found, register.value, draft=draft)
