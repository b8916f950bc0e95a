"""How an edition covers its users: the ladder of each role and size, and what is served in each subsector."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ladder:
    """The levels of a theme that one role of one size can climb in a subsector.

    `false_fact` is the one fact that is answered `nee`; none when all facts are true. `steps` is the ladder itself:
    the levels with a `must`, from the lowest up to the first gap. `empty` are all levels without a `must`.
    """

    subsector: str
    theme: str
    role: str
    size: str
    false_fact: str | None
    steps: tuple[int, ...]
    empty: tuple[int, ...]

    @property
    def top(self) -> int:
        """The highest level that can be reached; 0 without a ladder."""
        return self.steps[-1] if self.steps else 0


@dataclass(frozen=True, slots=True)
class Coverage:
    """What an edition covers. Counts are of active criteria, shared ones included in each subsector they name.

    `musts`: per subsector, theme and level the number of `must` criteria. `phases`: per subsector, phase and theme the
    number of criteria that hold in that phase. `principles`: per subsector and principle the number that serves it.
    """

    ladders: tuple[Ladder, ...]
    musts: Mapping[tuple[str, str, int], int]
    phases: Mapping[tuple[str, str, str], int]
    principles: Mapping[tuple[str, str], int]
