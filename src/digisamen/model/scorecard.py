"""What scoring gives: the levels of an organisation and where they come from. Plain values, no sentences."""

from dataclasses import dataclass
from datetime import date

from digisamen.model.answered import CriterionScore
from digisamen.model.asked import AskedScore
from digisamen.model.assessment import Assurance
from digisamen.model.steps import Lapse, WayUp


@dataclass(frozen=True, slots=True)
class Levels:
    """The numbers that always stand together, never falling from left to right as: getoetst ... haalbaar."""

    getoetst: int
    onderbouwd: int
    verklaard: int
    possible: int
    haalbaar: int

    @property
    def full(self) -> bool:
        """True when the highest level there is for this organisation has been shown."""
        return 0 < self.onderbouwd == self.haalbaar

    def at(self, assurance: Assurance) -> int:
        """Return the level at `assurance`."""
        return int(getattr(self, assurance.word))


@dataclass(frozen=True, slots=True)
class ThemeScore:
    """One theme in one subsector. `levels` is none when no must is left: the theme is not applicable.

    `ladder` holds the level numbers that have a must in scope, up to the first gap.
    """

    theme: str
    levels: Levels | None
    ladder: tuple[int, ...]
    target: int | None
    criteria: tuple[CriterionScore, ...]

    @property
    def only_advice(self) -> bool:
        """True when only recommended criteria are left in scope."""
        return self.levels is None and any(c.in_scope for c in self.criteria)

    def rung(self, level: int) -> int:
        """Return the lowest level of the ladder that reaches `level`; the top where none does."""
        return next((rung for rung in self.ladder if rung >= level), self.ladder[-1] if self.ladder else 0)

    def musts(self, level: int) -> list[CriterionScore]:
        """Return M(level): the musts in scope at that level of the ladder."""
        return [c for c in self.criteria if c.gates and c.level == level]


@dataclass(frozen=True, slots=True)
class SubsectorScore:
    """One subsector: the themes, and the lowest of them at each number. `levels` is none when no theme is left."""

    subsector: str
    levels: Levels | None
    themes: tuple[ThemeScore, ...]

    @property
    def scored(self) -> list[ThemeScore]:
        """The themes that have a level."""
        return [t for t in self.themes if t.levels is not None]


@dataclass(frozen=True, slots=True)
class Scorecard:
    """The outcome of scoring one assessment against one edition on one day.

    `ways` and `lapses` go with `subsectors`, in the same order.
    """

    day: date
    subsectors: tuple[SubsectorScore, ...]
    ways: tuple[WayUp, ...]
    lapses: tuple[tuple[Lapse, ...], ...]
    asked: tuple[AskedScore, ...] = ()
