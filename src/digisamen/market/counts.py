"""What a new edition does to organisations: who rises, falls or stays, why, and who answers what again."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from digisamen.migrate.migration import Move, Reason
from digisamen.model.scorecard import Levels
from digisamen.norm.compare.compared import Compared

Verdict = Literal["zeker", "opnieuw", "stijgt", "blijft", "zonder"]
"""What happens to a level, the one that decides over several subsectors first.

`zeker`: it falls, whatever is answered. `opnieuw`: it falls until questions that are asked again, or that are new, are
answered with `ja`. `zonder`: there is no level under one of the two editions.
"""
Measure = Literal["onderbouwd", "verklaard", "haalbaar"]
"""Which level is looked at."""
Dimension = Literal["all", "subsector", "size", "role", "theme"]
"""By what organisations are counted. Roles and subsectors overlap: an organisation counts in each that it has."""
FALLS: tuple[Verdict, ...] = ("zeker", "opnieuw")
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
MEASURES: tuple[Measure, ...] = get_args(Measure)
DIMENSIONS: tuple[Dimension, ...] = get_args(Dimension)
Count = int | None
"""How many; none where that is suppressed because it would say something about a single organisation."""
NO_ROOM, NO_YES = "haalbaar", "geen-ja"
"""Causes that are no criterion: the ladder ends lower (or higher), and no `ja` is left at a level."""


@dataclass(frozen=True, slots=True)
class Shift:
    """The levels of a whole or a theme, under both editions; none where there is no level."""

    before: Levels | None
    after: Levels | None

    def verdict(self, measure: Measure) -> Verdict:
        """Return what happens to the level `measure`."""
        if self.before is None or self.after is None:
            return "zonder"
        was, now = int(getattr(self.before, measure)), int(getattr(self.after, measure))
        if now >= was:
            return "stijgt" if now > was else "blijft"
        return "opnieuw" if measure != "haalbaar" and self.after.possible >= was else "zeker"


def together(verdicts: Iterable[Verdict]) -> Verdict:
    """Return the verdict on an organisation from those on its subsectors: who falls in one of them, falls."""
    return min(verdicts, key=VERDICTS.index, default="zonder")


@dataclass(frozen=True, slots=True)
class SubsectorEffect:
    """What happens to the levels of one organisation in one subsector: the whole, and per theme."""

    subsector: str
    whole: Shift
    themes: Mapping[str, Shift]


@dataclass(frozen=True, slots=True)
class Cause:
    """A criterion (or `NO_ROOM`, `NO_YES`) by which a level differs. `theme`: that of a theme, else the whole."""

    measure: Measure
    rises: bool
    theme: bool
    id: str


@dataclass(frozen=True, slots=True)
class OrganisationEffect:
    """What a new edition does to one organisation. `name` is how its owner knows it, such as the path of the file."""

    name: str
    size: str
    roles: tuple[str, ...]
    subsectors: tuple[SubsectorEffect, ...]
    causes: frozenset[Cause]
    moves: tuple[Move, ...]

    def verdict(self, measure: Measure) -> Verdict:
        """Return what happens to the whole level, over all its subsectors."""
        return together(s.whole.verdict(measure) for s in self.subsectors)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: how many organisations there are of `word`, how many fall, and how many have each verdict."""

    word: str
    total: Count
    falls: Count
    counts: Mapping[Verdict, Count]

    @property
    def moves(self) -> bool:
        """True when somebody rises or falls, or when that is suppressed."""
        return self.falls != 0 or self.counts["stijgt"] != 0


@dataclass(frozen=True, slots=True)
class ImpactTable:
    """One level, by one property of organisations."""

    measure: Measure
    dimension: Dimension
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class LevelRow:
    """How many organisations have a level as their lowest, under both editions; `level` is none for no level."""

    measure: Measure
    level: int | None
    before: Count
    after: Count


@dataclass(frozen=True, slots=True)
class CauseRow:
    """How many organisations fall or rise by a cause: as a whole, in its theme, and as a whole by nothing else."""

    measure: Measure
    rises: bool
    id: str
    whole: Count
    theme: Count
    alone: Count


@dataclass(frozen=True, slots=True)
class Question:
    """How many organisations answer a criterion again, or for the first time."""

    id: str
    again: Count
    new: Count


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum over organisations, how many of these add to it, and the largest part of one of them."""

    total: Count
    organisations: Count
    largest: int = 0


@dataclass(frozen=True, slots=True)
class Own:
    """One organisation by name: what happens in each subsector, and which criteria are the cause."""

    name: str
    verdict: Verdict
    subsectors: tuple[SubsectorEffect, ...]
    causes: tuple[str, ...]
    asked: int


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the organisations come from: files, or invented with a seed.

    `elsewhere` counts files by the edition that they are of; `invalid` are files with errors, `others` other YAML.
    """

    synthetic: bool
    seed: int | None = None
    elsewhere: Mapping[str, Count] | None = None
    invalid: Count = 0
    others: Count = 0


@dataclass(frozen=True, slots=True)
class CellRules:
    """What may be published.

    `minimum`: organisations in a cell, never below 5. `percentages`: from how many on a share may be given, and nobody
    or everybody may be. `step`: to what counts are rounded. `dominance`: the largest part of a sum, in percent, that
    one organisation may have.
    """

    minimum: int = 10
    percentages: int = 30
    step: int = 5
    dominance: int = 30


@dataclass(frozen=True, slots=True)
class Impact:
    """The effect of an edition on organisations, as counts. With `rules` it is fit to publish, and nobody is named.

    `asked` counts the organisations that have anything to answer, again or anew.
    """

    compared: Compared
    origin: Origin
    tables: tuple[ImpactTable, ...]
    levels: tuple[LevelRow, ...]
    causes: tuple[CauseRow, ...]
    questions: tuple[Question, ...]
    asked: Count
    answers: Mapping[str, Amount]
    reasons: Mapping[Reason, Amount]
    own: tuple[Own, ...] = ()
    rules: CellRules | None = None

    def table(self, measure: Measure, dimension: Dimension) -> ImpactTable:
        """Return one table."""
        return next(x for x in self.tables if (x.measure, x.dimension) == (measure, dimension))

    def whole(self, measure: Measure) -> Row:
        """Return the row of all organisations together."""
        return self.table(measure, "all").rows[0]
