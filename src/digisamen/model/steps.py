"""The way up and the way down: what is missing for the next level, and what lapses soon."""

from dataclasses import dataclass
from datetime import date

from digisamen.model.answered import CriterionScore, EvidenceScore


@dataclass(frozen=True, slots=True)
class Step:
    """What is missing for one level of one theme, or of the whole, at onderbouwd: easiest first.

    `prove` lacks only evidence; `do` is to be done, or answered first.
    """

    theme: str | None
    start: int
    goal: int
    prove: tuple[CriterionScore, ...]
    do: tuple[CriterionScore, ...]

    @property
    def count(self) -> int:
        """How many criteria are missing."""
        return len(self.prove) + len(self.do)

    @property
    def effort(self) -> int:
        """The sum of the effort of what is to be done."""
        return sum(c.effort for c in self.do)


@dataclass(frozen=True, slots=True)
class WayUp:
    """The steps of one subsector: per theme, for the whole, the whole step after that, and the smallest theme steps."""

    themes: tuple[Step, ...]
    whole: Step | None
    after: Step | None
    fewest: Step | None
    least_effort: Step | None


@dataclass(frozen=True, slots=True)
class Effect:
    """One number that falls when evidence lapses: the level at onderbouwd of a theme, or of the whole (no theme)."""

    theme: str | None
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Lapse:
    """Evidence with an answer in scope that has lapsed, or lapses soon. `days` counts from the assessment date."""

    criterion: str
    evidence: EvidenceScore
    last_day: date
    days: int
    effects: tuple[Effect, ...]
