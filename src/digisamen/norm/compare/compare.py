"""From two names of editions to what changed between them."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from digisamen.model.criteria import Edition, EditionRecord
from digisamen.model.problem import DigisamenError, Outcome, Problem
from digisamen.norm.compare.compared import Compared
from digisamen.norm.compare.declared import declared
from digisamen.norm.compare.diff import diff
from digisamen.read.criteria import is_number, newest, read_edition
from digisamen.read.editions import record_of, register_of
from digisamen.source.content import EditionSource, collect_files
from digisamen.source.library import CriteriaStore, criteria_store
from digisamen.source.revision import in_worktree, is_revision, revision_store

FROZEN = "C005"
"""A frozen edition that was changed: a reason to look at what changed, and none to refuse that."""


@dataclass(frozen=True, slots=True)
class Version:
    """An edition with the files it came from."""

    edition: Edition
    collected: EditionSource


def compare(first: str, second: str | None = None, folder: str | None = None) -> Outcome[Compared]:
    """Return what changed from the edition `first` to `second`.

    Each is the number of an edition, a folder that holds one, or `REV:path` for a folder in a revision of git. Without
    `second` it is the same folder in the working tree for a revision, and else the newest edition. Editions are always
    read from their YAML files, because only these know where a line of `changes.yaml` stands.

    Raises:
        DigisamenError: F010, F011, F030, F031 or U030 for an edition that cannot be found, F001 to F004 for its files.
    """
    old = version_of(first, folder)
    new = version_of(second or beside(first), folder)
    problems = old.problems if old.problems == new.problems else (*old.problems, *new.problems)
    if old.value is None or new.value is None:
        return Outcome(None, problems)
    before, after = old.value.edition, new.value.edition
    changes = diff(before, after)
    checked = before.number != after.number
    findings = declared(changes, before, after, new.value.collected.place) if checked else ()
    return Outcome(
        Compared(before, after, changes, tuple(sorted(findings, key=lambda p: p.spot[0])), checked), problems
    )


def beside(first: str) -> str | None:
    """Return the same folder in the working tree, where `first` names one in a revision of git."""
    return in_worktree(first) if is_revision(first) else None


def version_of(said: str | None, criteria: str | None) -> Outcome[Version]:
    """Return the edition that `said` names: a number, a folder, or `REV:path`; the newest when it is none.

    Raises:
        DigisamenError: F010, F011, F030, F031 or U030 for an edition that cannot be found, F001 to F004 for its files.
    """
    if said is None or is_number(said):
        place = criteria_store(criteria)
        register = register_of(place)
        if register.value is None:
            return Outcome(None, register.problems)
        number, record = record_of(register.value, said or newest(register.value))
        return _read(place, number, record)
    if is_revision(said):
        return _with_record(*revision_store(said))
    folder = Path(said)
    with suppress(OSError, ValueError, RuntimeError):
        folder = folder.resolve() if folder.name in {"", ".."} else folder
    if not _holds_an_edition(folder):
        raise DigisamenError("F031", file=said)
    return _with_record(CriteriaStore("folder", folder.parent), folder.name)


def _holds_an_edition(folder: Path) -> bool:
    with suppress(OSError, ValueError, RuntimeError):
        return (folder / "edition.yaml").is_file()
    return False


def _with_record(place: CriteriaStore, folder: str) -> Outcome[Version]:
    """Read the edition in a folder; what `editions.yaml` above it does not say of it, nobody said."""
    known: Mapping[str, EditionRecord] = {}
    if place.root.joinpath("editions.yaml").is_file():
        register = register_of(place)
        if register.value is None:
            return Outcome(None, register.problems)
        known = register.value
    return _read(place, folder, known.get(folder, EditionRecord(status="concept")))


def _read(place: CriteriaStore, folder: str, record: EditionRecord) -> Outcome[Version]:
    collected = collect_files(place, folder)
    if collected.value is None or collected.failed:
        return Outcome(None, collected.problems)
    edition = read_edition(collected.value, record)
    problems: tuple[Problem, ...] = (*collected.problems, *edition.problems)
    if edition.value is None or any(p.code != FROZEN for p in edition.problems):
        return Outcome(None, problems)
    return Outcome(Version(edition.value, collected.value), problems)
