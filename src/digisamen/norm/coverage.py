"""What an edition covers: who can climb which ladder, and what is served where."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from digisamen.model.criteria import Criterion, Edition
from digisamen.score.levels import ladder_of
from digisamen.score.scope import Profile, scope_reason


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


def cover(edition: Edition) -> Coverage:
    """Return the ladders with all facts true and with each single fact false, and the counts."""
    active = [c for c in edition.criteria.values() if c.state == "actief"]
    return Coverage(
        ladders=tuple(_ladders(edition, [c for c in active if c.obligation == "must"])),
        musts=Counter((s, c.theme, c.level) for c in active if c.obligation == "must" for s in c.subsectors),
        phases=Counter((s, p, c.theme) for c in active for s in c.subsectors for p in c.applies.phases),
        principles=Counter((s, p) for c in active for s in c.subsectors for p in c.principles),
    )


def _ladders(edition: Edition, musts: list[Criterion]) -> Iterator[Ladder]:
    text = edition.text
    for subsector, theme in product(text.subsectors, text.themes):
        cell = [c for c in musts if c.theme == theme and subsector in c.subsectors]
        for role, size in product(text.roles, text.sizes):
            profile = Profile((subsector,), (role,), size)
            mine = [c for c in cell if scope_reason(c, profile) is None]
            for fact in (None, *text.facts):
                levels = {c.level for c in mine if fact not in c.applies.facts}
                yield _ladder(subsector, theme, role, size, fact, levels, edition.top_level)


def _ladder(
    subsector: str, theme: str, role: str, size: str, fact: str | None, levels: Iterable[int], top: int
) -> Ladder:
    there = set(levels)
    empty = tuple(n for n in range(1, top + 1) if n not in there)
    return Ladder(subsector, theme, role, size, fact, ladder_of(there), empty)
