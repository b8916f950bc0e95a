"""A new self-assessment: which questions it holds, and in which order."""

from datetime import date

from digisamen.model.assessment import Organisation
from digisamen.model.blank import Blank
from digisamen.model.criteria import Criterion, Edition


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
