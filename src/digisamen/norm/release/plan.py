"""The release of an edition: what its notes tell, what stands in its way, and which old level is which new one."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, get_args

from digisamen.model.change import Change
from digisamen.model.criteria import Edition
from digisamen.model.problem import Problem
from digisamen.norm.compare.compared import Compared

Section = Literal["nieuw", "verplaatst", "strenger", "soepeler", "vervallen", "tekst", "lijsten", "aangekondigd"]
"""The parts of the notes that tell of changes. Every change is in one of them."""
SECTIONS: tuple[Section, ...] = get_args(Section)
Verdict = Literal["gelijk", "deels", "niet"]
"""Whether a level asks nothing more than it did: `deels` when part of what it asks is more, `niet` when all is new."""
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)


@dataclass(frozen=True, slots=True)
class Rung:
    """One level of one theme in a subsector, and what it is worth in the other edition, for some roles.

    Without a theme it is the level of all themes together. `holds` is the level that who has this one surely has
    there, 0 when it is none; none where the theme asks nothing there. `causes` are the criteria that ask more.
    """

    subsector: str
    theme: str
    level: int
    verdict: Verdict
    holds: int | None
    roles: tuple[str, ...]
    causes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LevelMap:
    """What the levels of the old edition are worth in the new one, and the other way round."""

    there: tuple[Rung, ...] = ()
    back: tuple[Rung, ...] = ()


@dataclass(frozen=True, slots=True)
class Transition:
    """How many months both editions may be asked, and a statement on the older one stays valid."""

    overlap_months: int
    valid_months: int


@dataclass(frozen=True, slots=True)
class Release:
    """An edition on its way to be released on `day`; `frozen` when that happened before.

    `compared` is with the edition before it, and none for the first. `refusals` are the reasons not to release it.
    """

    edition: Edition
    day: date
    frozen: bool = False
    erratum: bool = False
    compared: Compared | None = None
    sections: Mapping[Section, tuple[Change, ...]] = field(default_factory=dict)
    levels: LevelMap = LevelMap()
    transition: Transition | None = None
    refusals: tuple[Problem, ...] = ()

    @property
    def refused(self) -> bool:
        """True when there is a reason not to release it."""
        return bool(self.refusals)
