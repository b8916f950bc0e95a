"""From a number to a release: its notes, what stands in its way, and the frozen register."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path

from digisamen.model.criteria import Edition, EditionRecord, same_year
from digisamen.model.problem import DigisamenError, Outcome, Problem
from digisamen.norm.check.edition import check_edition
from digisamen.norm.compare.compare import Version, version_of
from digisamen.norm.compare.compared import Compared
from digisamen.norm.compare.declared import declared
from digisamen.norm.compare.diff import diff
from digisamen.norm.release.mapping import level_map
from digisamen.norm.release.obstacles import Candidate, refusals
from digisamen.norm.release.plan import LevelMap, Release
from digisamen.norm.release.register import with_values
from digisamen.norm.release.sections import sections
from digisamen.norm.release.transition import transition
from digisamen.read.criteria import predecessor, read_register
from digisamen.read.editions import record_of, register_of
from digisamen.source.library import criteria_store
from digisamen.source.yaml_text import Document, parse

REGISTER, NOTES = "editions.yaml", "releases"


def release(number: str, day: date, folder: str | None = None) -> Outcome[Release]:
    """Return the release of edition `number` on `day`: its notes, and every reason not to release it.

    No value, but problems, when the edition or the one before it cannot be read at all.

    Raises:
        DigisamenError: F010, F011 no such edition, F001 to F004 for its files.
    """
    place = criteria_store(folder)
    register = register_of(place)
    if register.value is None:
        return Outcome(None, register.problems)
    _, record = record_of(register.value, number)
    new, old = version_of(number, folder), _before(number, register.value, folder)
    if new.value is None or (old.value is None and old.problems):
        return Outcome(None, new.problems or old.problems)
    before = old.value.edition if old.value else None
    compared = _compared(new.value, before)
    if record.frozen == "ja":  # new.problems says so when it was changed since
        return Outcome(_told(new.value.edition, record.frozen_on or day, compared, new.problems, frozen=True))
    candidate = Candidate(
        edition=new.value.edition,
        collected=new.value.collected,
        register=register.value,
        checked=check_edition(place, number, register.value),
        day=day,
        compared=compared,
        earlier=_year_before(before, register.value, folder),
    )
    return Outcome(_told(new.value.edition, day, compared, refusals(candidate)))


def _before(number: str, register: Mapping[str, EditionRecord], folder: str | None) -> Outcome[Version]:
    """Return the edition before `number`, or nothing at all for the first one."""
    name = predecessor(register, number)
    return version_of(name, folder) if name else Outcome(None)


def _year_before(edition: Edition | None, register: Mapping[str, EditionRecord], folder: str | None) -> Edition | None:
    """Return the edition of an earlier year from which `edition`, or the errata before it, was a transition."""
    if edition is None:
        return None
    older = {n: r for n, r in register.items() if not same_year(n, edition.number)}
    with suppress(DigisamenError):  # one that is gone is asked by nobody
        found = _before(edition.number, older, folder)
        return found.value.edition if found.value else None
    return None


def _compared(new: Version, old: Edition | None) -> Compared | None:
    if old is None:
        return None
    changes = diff(old, new.edition)
    return Compared(old, new.edition, changes, declared(changes, old, new.edition, new.collected.place), checked=True)


def _told(
    edition: Edition, day: date, compared: Compared | None, problems: tuple[Problem, ...], *, frozen: bool = False
) -> Release:
    """Return the release with all that its notes tell."""
    if compared is None:
        return Release(edition, day, frozen, sections=sections(()), refusals=problems)
    old, changes = compared.old, compared.changes
    erratum = same_year(edition.number, old.number)
    return Release(
        edition=edition,
        day=day,
        frozen=frozen,
        erratum=erratum,
        compared=compared,
        sections=sections(changes),
        levels=LevelMap() if erratum else level_map(old, edition, changes),
        transition=None if erratum else transition(old, edition),
        refusals=problems,
    )


def frozen_register(made: Release, folder: str | None = None) -> tuple[Path, bytes, str]:
    """Return the path of `editions.yaml`, what was read of it, and its text with the edition frozen.

    All else in that text is as it was.

    Raises:
        DigisamenError: U040 where the criteria cannot be written, F032 where the file has an uncommon form.
    """
    place = criteria_store(folder)
    if place.origin == "wheel" or not isinstance(place.root, Path):
        raise DigisamenError("U040")
    raw = place.yaml(REGISTER)
    outcome = parse(raw, place.name(REGISTER))
    if outcome.value is None:
        raise DigisamenError("F032", file=place.name(REGISTER), **_by_hand(made))
    text = _frozen_text(outcome.value, made)
    if not _is_frozen(text, outcome.value, made):
        raise DigisamenError("F032", file=place.name(REGISTER), **_by_hand(made))
    mark = "\ufeff" if raw.startswith("\ufeff".encode()) else ""
    return place.root / REGISTER, raw, mark + text


def notes_path(register: Path, number: str, language: str) -> Path:
    """Return where the notes of an edition are kept: below the folder of `editions.yaml`."""
    return register.parent / NOTES / f"{number}.{language}.md"


def _by_hand(made: Release) -> dict[str, str]:
    return {"edition": made.edition.number, "sha256": made.edition.digest, "day": made.day.isoformat()}


def _frozen_text(document: Document, made: Release) -> str:
    path = ("editions", made.edition.number)
    values = {"frozen": "ja", "sha256": f'"{made.edition.digest}"', "frozen_on": made.day.isoformat()}
    after = next(k for k in ("sha256", "frozen", "status") if (*path, k) in document.keys)
    return with_values(document, path, values, after)


def _is_frozen(text: str, before: Document, made: Release) -> bool:
    """Tell whether the new text says what it must, and of all else the same: an edit is only as good as its reading."""
    after = parse(text.encode(), before.name)
    if after.value is None or after.problems:
        return False
    old, new = read_register(before).value, read_register(after.value).value
    if old is None or new is None or old.keys() != new.keys():
        return False
    number = made.edition.number
    wanted = old[number].model_copy(update={"frozen": "ja", "sha256": made.edition.digest, "frozen_on": made.day})
    return new == {**old, number: wanted}
