"""An assessment with all that is needed to score it: its edition, its digest and what was found of its evidence."""

from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from digisamen.model.answered import Findings
from digisamen.model.assessment import Assessment
from digisamen.model.canonical import digest
from digisamen.model.criteria import Edition
from digisamen.model.problem import Outcome
from digisamen.read.assessment import read_assessment
from digisamen.read.criteria import Register, edition_asked
from digisamen.read.editions import edition_of, register_of
from digisamen.source.evidence import Progress, look
from digisamen.source.files import MAX_YAML, folder_of, read_bytes
from digisamen.source.library import criteria_store
from digisamen.source.yaml_text import Document, parse


@dataclass(frozen=True, slots=True)
class Loaded:
    """An assessment as read, with its edition, the digest of its content, and what was found of its evidence."""

    edition: Edition
    assessment: Assessment
    digest: str
    findings: Findings


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
    place = criteria_store(criteria)
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


def load(path: str, criteria: str | None = None, *, tell: Progress = lambda _done, _total: None) -> Outcome[Loaded]:
    """Return the assessment at `path` (`-` is standard input), with its edition and what was found of its evidence.

    `tell` is told how many evidence files were read, and of how many.
    """
    outcome = open_checked(path, criteria)
    if outcome.value is None:
        return Outcome(None, outcome.problems)
    document, edition, _, assessment = outcome.value
    findings = look(assessment, folder_of(document.name), tell)
    return Outcome(Loaded(edition, assessment, digest(document.data), findings), outcome.problems)


def evidence_files(loaded: Loaded, path: str) -> list[Path]:
    """Return the evidence files that the assessment at `path` names, whether they are there or not."""
    folder = folder_of(path)
    return [folder / e.file for a in loaded.assessment.answers.values() for e in a.evidence if e.file]
