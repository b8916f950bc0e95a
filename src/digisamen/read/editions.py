"""The editions of the criteria: which there are, and one of them, from the wheel or from files."""

from digisamen.model.criteria import Edition, EditionRecord
from digisamen.model.problem import DigisamenError, Outcome, Problem, Severity
from digisamen.read.criteria import (
    Register,
    coming_edition,
    default_edition,
    read_bundle,
    read_edition,
    read_register,
    read_register_json,
)
from digisamen.source.content import collect_files
from digisamen.source.library import CriteriaStore, criteria_store
from digisamen.source.yaml_text import parse


def editions(criteria: str | None = None) -> Outcome[Register]:
    """Return the record of every edition, by number. `criteria` is a folder of the user's own, in front of ours."""
    return register_of(criteria_store(criteria))


def load_edition(number: str | None = None, criteria: str | None = None) -> Outcome[Edition]:
    """Return one edition; without a number the default one: adopted, else frozen, else the newest concept.

    Raises:
        DigisamenError: F010 no criteria in that place, F011 no such edition, F012 none to use by default.
    """
    place = criteria_store(criteria)
    register = register_of(place)
    if register.value is None:
        return Outcome(None, register.problems)
    return edition_of(place, *record_of(register.value, number or default_edition(register.value)))


def record_of(register: Register, number: str | None) -> tuple[str, EditionRecord]:
    """Return the number of an edition with its record.

    Raises:
        DigisamenError: F011 no such edition, F012 no number, because no edition can be used without one.
    """
    known = ", ".join(sorted(register))
    if number is None:
        raise DigisamenError("F012", known=known)
    if number not in register:
        raise DigisamenError("F011", edition=number, known=known)
    return number, register[number]


def coming(number: str, criteria: str | None = None) -> Outcome[Edition]:
    """Return the edition that comes after `number`; no value when there is none.

    It may be a draft that somebody is working on, so trouble with it is one warning, and stops nothing.
    """
    place = criteria_store(criteria)
    register = register_of(place)
    wanted = coming_edition(register.value, number) if register.value else None
    if register.value is None or wanted is None:
        return Outcome(None)
    try:
        edition = edition_of(place, wanted, register.value[wanted])
    except DigisamenError:
        edition = Outcome(None)
    if edition.value is None:
        return Outcome(None, (Problem("A038", None, {"edition": wanted}, Severity.WARNING),))
    return edition


def register_of(place: CriteriaStore) -> Outcome[Register]:
    """Return the record of every edition on a store."""
    bundle = place.bundle("editions")
    if bundle is not None:
        return Outcome(read_register_json(bundle))
    outcome = parse(place.yaml("editions.yaml"), place.name("editions.yaml"))
    return read_register(outcome.value) if outcome.value else Outcome(None, outcome.problems)


def edition_of(place: CriteriaStore, number: str, record: EditionRecord) -> Outcome[Edition]:
    """Return one edition of a store; none when it cannot be used."""
    bundle = place.bundle(number)
    if bundle is not None:
        return Outcome(read_bundle(bundle))
    collected = collect_files(place, number)
    if collected.value is None or collected.failed:
        return Outcome(None, collected.problems)
    edition = read_edition(collected.value, record)
    if edition.failed or edition.value is None:
        return Outcome(None, edition.problems)
    from digisamen.read.references import broken_references  # noqa: PLC0415  # start-up: a bundle was checked before

    broken = broken_references(edition.value, collected.value)
    return Outcome(None, (*edition.problems, *broken)) if broken else edition
