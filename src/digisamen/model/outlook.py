"""What the coming edition would do to an organisation, as its answers are now."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from digisamen.model.assessment import Assurance
from digisamen.model.criteria import Criterion
from digisamen.model.scorecard import Levels

Why = Literal["opnieuw", "nieuw", "antwoord", "bewijs"]
"""Why a criterion holds back the level: asked again, a new question, answered with less than ja, or without proof."""


@dataclass(frozen=True, slots=True)
class Unless:
    """One criterion that holds back, under the coming edition, the level that the organisation has now."""

    id: str
    why: Why


@dataclass(frozen=True, slots=True)
class OutlookPart:
    """One subsector: the levels now and under the coming edition; none where no must is left.

    `unless` are the criteria that hold back the level of now at `assurance`, the first of the two that falls.
    """

    subsector: str
    before: Levels | None
    after: Levels | None
    assurance: Assurance | None
    unless: tuple[Unless, ...]


@dataclass(frozen=True, slots=True)
class Outlook:
    """The coming edition, and what it would do. `again` and `new` are the questions that it leaves to be answered."""

    edition: str
    status: str
    digest: str
    criteria: Mapping[str, Criterion]
    parts: tuple[OutlookPart, ...]
    again: tuple[str, ...]
    new: tuple[str, ...]
