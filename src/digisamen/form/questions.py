"""The questions of a new `org.yaml`."""

from dataclasses import dataclass, replace
from datetime import date

from digisamen.model.assessment import Organisation
from digisamen.model.criteria import Criterion, Edition
from digisamen.score.scope import profile_of, select


@dataclass(frozen=True, slots=True)
class Blank:
    """A form to fill in: who it is for, the facts that matter to it, and the questions, easiest first, per level."""

    edition: Edition
    organisation: Organisation
    day: date
    target: int | None
    facts: tuple[str, ...]
    levels: tuple[tuple[int, tuple[Criterion, ...]], ...]


def blank(
    edition: Edition,
    organisation: Organisation,
    questions: list[Criterion],
    possible: list[Criterion],
    day: date,
    target: int | None,
) -> Blank:
    """Return the form for `organisation` with `questions`: per level first the required ones with the least effort.

    `possible` are the criteria that would hold for it if every fact were true: only their facts are asked.
    """
    named = {fact for c in possible for fact in c.applies.facts}
    levels = tuple(
        (level, tuple(sorted((c for c in questions if c.level == level), key=_ease)))
        for level in sorted({c.level for c in questions})
    )
    facts = tuple(fact for fact in edition.text.facts if fact in named)
    return Blank(edition, organisation, day, target, facts, levels)


def _ease(criterion: Criterion) -> tuple[bool, int, str]:
    return criterion.obligation == "should", criterion.effort, criterion.id


def blank_assessment(
    edition: Edition, organisation: Organisation, day: date, *, level: int | None = None, target: int | None = None
) -> Blank:
    """Return a form with the questions in scope for `organisation` up to `level`, easiest first."""
    profile = profile_of(organisation)
    possible = select(edition, replace(profile, false_facts=frozenset()), level)
    return blank(edition, organisation, select(edition, profile, level), possible, day, target)
