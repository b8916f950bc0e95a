"""From two editions and organisations, in files or invented, to who rises, falls or stays."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from importlib.resources import files
from typing import Any, NamedTuple

from digisamen.market.counts import Impact, Origin
from digisamen.market.disclosure import publishable
from digisamen.market.effect import Step, effect_of
from digisamen.market.margins import Margins
from digisamen.market.population import organisations
from digisamen.market.tabulate import ImpactTabulator
from digisamen.model.assessment import SCHEMA, Assessment
from digisamen.model.criteria import Edition
from digisamen.model.problem import DigisamenError, Outcome, Problem, Severity
from digisamen.norm.compare.compare import Version, version_of
from digisamen.norm.compare.diff import diff
from digisamen.read.assessment import read_assessment
from digisamen.read.criteria import edition_asked
from digisamen.read.references import broken_references
from digisamen.source.evidence import look
from digisamen.source.files import MAX_YAML, folder_of, read_bytes
from digisamen.source.find import Found, yaml_files
from digisamen.source.yaml_text import parse

SEED, COUNT = 2026, 2_000
"""The invented organisations when nobody says otherwise: the same for everybody, so that reports compare."""
MOST = 100_000
"""Most organisations that are invented at once."""
SHOWN = 10
"""How many problems of files that do not count are passed on; how many files there are is always counted."""
Progress = Callable[[int, int], None]
"""Called with how many organisations are done, and of how many."""


@dataclass(frozen=True, slots=True)
class Whose:
    """Whose levels are compared: files and folders, or invented organisations when there are none."""

    places: Sequence[str] = ()
    count: int = COUNT
    seed: int = SEED


class _Read(NamedTuple):
    """What came of one file: an assessment, or why it does not count: another edition, not ours, or faults."""

    assessment: Assessment | None = None
    elsewhere: str = ""
    problems: tuple[Problem, ...] = ()


def impact(
    first: str,
    second: str,
    whose: Whose | None = None,
    *,
    folder: str | None = None,
    day: date | None = None,
    publish: bool = False,
    progress: Progress | None = None,
) -> Outcome[Impact]:
    """Return what the step from the edition `first` to `second` does to organisations.

    Files of another edition than `first` and files with faults do not count; the impact says how many there were, and
    the outcome holds the first of their problems as warnings. With `publish` nothing of a single organisation is left.

    Raises:
        DigisamenError: F010, F011, F030, F031 or U030 for an edition, F001 to F004 for files, U051 for a bad count.
    """
    whose, tell = whose or Whose(), progress or (lambda _done, _of: None)
    old, new = _edition(first, folder), _edition(second, folder)
    about = old.problems if old.problems == new.problems else (*old.problems, *new.problems)
    if old.value is None or new.value is None:
        return Outcome(None, about)
    changes = diff(old.value, new.value)
    step = Step(old.value, new.value, changes)
    fold = ImpactTabulator(step.old, step.new, named=bool(whose.places) and not publish)
    add = fold.add
    found = _of_files(step, whose.places, add, day, tell) if whose.places else _invented(step, whose, add, day, tell)
    problems = (*about, *found.problems)
    if found.value is None:
        return Outcome(None, problems)
    made = fold.impact(changes, found.value)
    return Outcome(publishable(made) if publish else made, problems)


def _edition(said: str, folder: str | None) -> Outcome[Edition]:
    """Return an edition that can be scored with: comparing needs less, because it looks nothing up."""
    outcome: Outcome[Version] = version_of(said, folder)
    if outcome.value is None:
        return Outcome(None, outcome.problems)
    broken = broken_references(outcome.value.edition, outcome.value.collected)
    return Outcome(None, broken) if broken else Outcome(outcome.value.edition, outcome.problems)


def _invented(step: Step, whose: Whose, add: Callable[..., None], day: date | None, tell: Progress) -> Outcome[Origin]:
    for done, data in enumerate(population(step.old, whose.count, whose.seed), start=1):
        assessment = Assessment.model_validate(data)
        add(effect_of(step, assessment.organisation.name, assessment, {}, day))
        tell(done, whose.count)
    return Outcome(Origin(synthetic=True, seed=whose.seed))


def population(edition: Edition, count: int = COUNT, seed: int = SEED) -> Iterator[dict[str, Any]]:
    """Return invented assessments under `edition`, as plain data; the same for the same seed.

    Raises:
        DigisamenError: U051 for less than one, or more than can be made at once.
    """
    if not 1 <= count <= MOST:
        raise DigisamenError("U051", value=str(count), most=str(MOST))
    return organisations(edition, margins(), count, seed)


def margins() -> Margins:
    """Return how the invented organisations are spread and how they answer."""
    read = parse(files("digisamen").joinpath("market", "population.yaml").read_bytes(), "population.yaml")
    return Margins.model_validate(read.value.data if read.value else None)


def _of_files(
    step: Step, places: Sequence[str], add: Callable[..., None], day: date | None, tell: Progress
) -> Outcome[Origin]:
    found = yaml_files(places)
    elsewhere: Counter[str] = Counter()
    problems: list[Problem] = []
    counted = invalid = others = 0
    for done, file in enumerate(found, start=1):
        read = _read(file, step.old)
        if read is None:
            others += 1
        elif read.elsewhere:
            elsewhere[read.elsewhere] += 1
        elif read.assessment is None:
            invalid += 1
            problems += read.problems[: max(0, SHOWN - len(problems))]
        else:
            counted += 1
            findings = look(read.assessment, folder_of(file.path))
            add(effect_of(step, file.path, read.assessment, findings, day))
        tell(done, len(found))
    if not counted:
        nothing = Problem(
            "A040", None, {"edition": step.old.number, "invalid": str(invalid), "elsewhere": str(elsewhere.total())}
        )
        return Outcome(None, (*problems, nothing))
    warnings = tuple(replace(p, severity=Severity.WARNING) for p in problems)
    return Outcome(
        Origin(synthetic=False, elsewhere=dict(sorted(elsewhere.items())), invalid=invalid, others=others), warnings
    )


def _read(file: Found, old: Edition) -> _Read | None:
    """Return what a file holds; none for YAML in a folder that is about something else."""
    try:
        outcome = parse(read_bytes(file.path, MAX_YAML), file.path)
    except DigisamenError as error:
        return _Read(problems=(error.problem,))
    document = outcome.value
    if document is None:
        return _Read(problems=outcome.problems)
    about = document.data.get("schema") if isinstance(document.data, dict) else None
    if about != SCHEMA and not file.named:
        return None
    number = edition_asked(document)
    if number is not None and number != old.number:
        return _Read(elsewhere=number)
    read = read_assessment(document, old, [old.number])
    found = (*outcome.problems, *read.problems)
    failed = Outcome(read.value, found).failed
    return _Read(problems=tuple(_errors(found))) if failed else _Read(read.value)


def _errors(problems: Iterable[Problem]) -> Iterator[Problem]:
    return (p for p in problems if p.severity is Severity.ERROR)
