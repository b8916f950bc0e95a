"""What renderers receive: everything a report shows, in order, in no language yet."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from digisamen.level.outlook import Outlook
from digisamen.model.answered import CriterionScore
from digisamen.model.assessment import Organisation
from digisamen.model.canonical import short
from digisamen.model.criteria import Criterion
from digisamen.model.lists import EditionText
from digisamen.model.scorecard import Levels, Scorecard, SubsectorScore, ThemeScore
from digisamen.model.state import State
from digisamen.model.steps import Lapse, WayUp


@dataclass(frozen=True, slots=True)
class Provenance:
    """From what a report was made: enough to make it again and compare."""

    version: str
    edition: str
    status: str
    frozen: bool
    edition_digest: str
    assessment_digest: str
    licence: str

    @property
    def short(self) -> str:
        """The first digits of the digest of the answers, printed on every page."""
        return short(self.assessment_digest)


@dataclass(frozen=True, slots=True)
class ProfileRow:
    """One bar of the profile: a theme, or the whole (no theme). `states` holds one state per level, from 1 up.

    `states` is empty for a theme that is not applicable. A level below the first step of the ladder is `NB`.
    """

    theme: str | None
    levels: Levels | None
    target: int | None
    states: tuple[State, ...]
    first: int
    lowest: bool


@dataclass(frozen=True, slots=True)
class Proof:
    """How many of the proofs for a goal are there. `goal` is none when the goal differs per theme."""

    goal: int | None
    target: bool
    have: int
    needed: int


@dataclass(frozen=True, slots=True)
class LevelGroup:
    """The criteria of one level of one theme that are in scope."""

    level: int
    state: State
    on_ladder: bool
    criteria: tuple[CriterionScore, ...]

    @property
    def only_advice(self) -> bool:
        """True when the group holds recommended criteria alone."""
        return all(c.obligation == "should" for c in self.criteria)


@dataclass(frozen=True, slots=True)
class ThemePart:
    """One theme of a subsector, with its criteria in scope by level."""

    score: ThemeScore
    groups: tuple[LevelGroup, ...]


@dataclass(frozen=True, slots=True)
class SubsectorPart:
    """One subsector of the report. `blocking` holds the ids that hold back the next level of the whole."""

    score: SubsectorScore
    way: WayUp
    lapses: tuple[Lapse, ...]
    profile: tuple[ProfileRow, ...]
    proof: Proof | None
    themes: tuple[ThemePart, ...]
    blocking: frozenset[str]
    in_scope: int
    unanswered: int
    deviations: tuple[CriterionScore, ...]
    outside: tuple[CriterionScore, ...]


@dataclass(frozen=True, slots=True)
class Stray:
    """An answer that counts in no subsector: kept, shown apart. `reason` is a scope code, or `deelsector`."""

    criterion: str
    answer: str
    reason: str


@dataclass(frozen=True, slots=True)
class LevelReport:
    """The level report of one organisation, ready to be rendered in any format and language."""

    organisation: Organisation
    day: date
    provenance: Provenance
    edition: EditionText
    criteria: Mapping[str, Criterion]
    scorecard: Scorecard
    parts: tuple[SubsectorPart, ...]
    strays: tuple[Stray, ...]
    outlook: Outlook | None = None
