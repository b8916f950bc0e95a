"""The main road: from the path of an assessment to its level report. `api` offers it to the world."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple

from digisamen import __version__
from digisamen.model.answered import Findings
from digisamen.model.asked import Asked
from digisamen.model.assessment import Assessment
from digisamen.model.canonical import digest
from digisamen.model.criteria import Edition, EditionRecord
from digisamen.model.outlook import Outlook
from digisamen.model.problem import DigisamenError, Outcome, Problem, Severity
from digisamen.model.report import LevelReport
from digisamen.model.scorecard import Scorecard
from digisamen.read.assessment import read_assessment
from digisamen.read.criteria import (
    Register,
    coming_edition,
    default_edition,
    edition_asked,
    read_bundle,
    read_edition,
    read_register,
    read_register_json,
)
from digisamen.report.level import level_report
from digisamen.score.scope import counts
from digisamen.score.scorecard import score, score_subsectors
from digisamen.source.content import gather
from digisamen.source.evidence import look
from digisamen.source.files import MAX_YAML, folder_of, read_bytes
from digisamen.source.library import Shelf, shelf
from digisamen.source.yaml_text import Document, parse


@dataclass(frozen=True, slots=True)
class Loaded:
    """An assessment as read, with its edition, the digest of its content, and what was found of its evidence."""

    edition: Edition
    assessment: Assessment
    digest: str
    findings: Findings


def editions(criteria: str | None = None) -> Outcome[Register]:
    """Return the record of every edition, by number. `criteria` is a folder of the user's own, in front of ours."""
    return register_of(shelf(criteria))


def load_edition(number: str | None = None, criteria: str | None = None) -> Outcome[Edition]:
    """Return one edition; without a number the default one: adopted, else frozen, else the newest concept.

    Raises:
        DigisamenError: F010 no criteria in that place, F011 no such edition, F012 none to use by default.
    """
    place = shelf(criteria)
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


class Opened(NamedTuple):
    """A file that names an edition, with that edition, and the record of all. No edition when there is no such one."""

    document: Document
    edition: Edition | None
    register: Register


def open_with_edition(path: str, criteria: str | None = None) -> Outcome[Opened]:
    """Return the YAML file at `path` (`-` is standard input) with the edition that it names; nothing is checked yet."""
    outcome = parse(read_bytes(path, MAX_YAML), path)
    if outcome.value is None:
        return Outcome(None, outcome.problems)
    place = shelf(criteria)
    register = register_of(place)
    if register.value is None:
        return Outcome(None, register.problems)
    number = edition_asked(outcome.value)
    if number not in register.value:
        return Outcome(Opened(outcome.value, None, register.value), outcome.problems)
    edition = edition_of(place, number, register.value[number])
    if edition.failed:
        return Outcome(None, edition.problems)
    return Outcome(Opened(outcome.value, edition.value, register.value), outcome.problems)


class Checked(NamedTuple):
    """An assessment that is right under its edition, with the text it came from."""

    document: Document
    edition: Edition
    register: Register
    assessment: Assessment


def open_checked(path: str, criteria: str | None = None) -> Outcome[Checked]:
    """Return the assessment at `path` (`-` is standard input), validated against the edition that it names."""
    outcome = open_with_edition(path, criteria)
    if outcome.value is None:
        return Outcome(None, outcome.problems)
    document, edition, register = outcome.value
    read = read_assessment(document, edition, register)
    found = (*outcome.problems, *read.problems)
    if edition is None or read.value is None or Outcome(read.value, found).failed:
        return Outcome(None, found)
    return Outcome(Checked(document, edition, register, read.value), found)


def load(path: str, criteria: str | None = None) -> Outcome[Loaded]:
    """Return the assessment at `path` (`-` is standard input), with its edition and what was found of its evidence."""
    outcome = open_checked(path, criteria)
    if outcome.value is None:
        return Outcome(None, outcome.problems)
    document, edition, _, assessment = outcome.value
    findings = look(assessment, folder_of(document.name))
    return Outcome(Loaded(edition, assessment, digest(document.data), findings), outcome.problems)


def coming(number: str, criteria: str | None = None) -> Outcome[Edition]:
    """Return the edition that comes after `number`; no value when there is none.

    It may be a draft that somebody is working on, so trouble with it is one warning, and stops nothing.
    """
    place = shelf(criteria)
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


def assess(
    path: str, *, criteria: str | None = None, day: date | None = None, asked: Sequence[Asked] = ()
) -> Outcome[LevelReport]:
    """Return the level report of the assessment at `path`.

    `day` is the assessment date where it differs from the one in the file; `asked` are the levels to judge.
    """
    loaded = load(path, criteria)
    if loaded.value is None:
        return Outcome(None, loaded.problems)
    ahead = coming(loaded.value.edition.number, criteria)
    made = report(loaded.value, day=day, asked=asked, ahead=ahead.value)
    return Outcome(made, (*loaded.problems, *ahead.problems))


def report(
    loaded: Loaded, *, day: date | None = None, asked: Sequence[Asked] = (), ahead: Edition | None = None
) -> LevelReport:
    """Return the level report of a loaded assessment: score and report, nothing else.

    With `ahead`, the edition that is coming, it also tells what that one would do.
    """
    edition, assessment = loaded.edition, loaded.assessment
    scorecard = score(edition, assessment, loaded.findings, day or assessment.date, asked)
    outlook = _look_ahead(loaded, scorecard, ahead) if ahead else None
    return level_report(edition, assessment, scorecard, loaded.digest, __version__, outlook)


def _look_ahead(loaded: Loaded, scorecard: Scorecard, ahead: Edition) -> Outlook:
    from digisamen.compare.diff import changed_criteria  # noqa: PLC0415  # start-up: only where a next edition is known
    from digisamen.compare.migrate import carried, moved, plan  # noqa: PLC0415
    from digisamen.score.outlook import outlook  # noqa: PLC0415

    now, said = loaded.edition, loaded.assessment
    made = plan(
        said, now, ahead, changed_criteria(now, ahead), counts(said.organisation, now), counts(said.organisation, ahead)
    )
    after = score_subsectors(ahead, carried(said, made), moved(loaded.findings, made), scorecard.day)
    return outlook(scorecard.subsectors, after, made, ahead)


def evidence_files(loaded: Loaded, path: str) -> list[Path]:
    """Return the evidence files that the assessment at `path` names, whether they are there or not."""
    folder = folder_of(path)
    return [folder / e.file for a in loaded.assessment.answers.values() for e in a.evidence if e.file]


def register_of(place: Shelf) -> Outcome[Register]:
    """Return the record of every edition on a shelf."""
    bundle = place.bundle("editions")
    if bundle is not None:
        return Outcome(read_register_json(bundle))
    outcome = parse(place.yaml("editions.yaml"), place.name("editions.yaml"))
    return read_register(outcome.value) if outcome.value else Outcome(None, outcome.problems)


def edition_of(place: Shelf, number: str, record: EditionRecord) -> Outcome[Edition]:
    """Return one edition of a shelf; none when it cannot be used."""
    bundle = place.bundle(number)
    if bundle is not None:
        return Outcome(read_bundle(bundle))
    gathered = gather(place, number)
    if gathered.value is None or gathered.failed:
        return Outcome(None, gathered.problems)
    edition = read_edition(gathered.value, record)
    if edition.failed or edition.value is None:
        return Outcome(None, edition.problems)
    from digisamen.read.references import broken_references  # noqa: PLC0415  # start-up: a bundle was checked before

    broken = broken_references(edition.value, gathered.value)
    return Outcome(None, (*edition.problems, *broken)) if broken else edition
