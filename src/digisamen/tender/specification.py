"""A specification: the requirements of a level for one kind of work, chosen from an edition."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from digisamen.model.criteria import Criterion, Edition
from digisamen.tender.request import Tender


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a specification is about. `levels`: the level per theme; a theme that is not named is left out.

    Without `work` or `phases` these choose nothing away.
    """

    subsector: str
    roles: tuple[str, ...]
    levels: Mapping[str, int]
    work: str | None = None
    phases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Requirement:
    """One criterion as a requirement in a contract.

    `combine`: who of several firms must meet it. `flow_down`: whether subcontractors get it. `zzp`: how a sole trader
    answers it. `deviate`: whether "nee, want" is allowed. `award`: it belongs to a level above the minimum.
    """

    criterion: Criterion
    subject: str
    combine: str
    flow_down: str
    zzp: str
    deviate: bool = False
    award: bool = False


@dataclass(frozen=True, slots=True)
class Specification:
    """The requirements, with what they were chosen from. `tender` is none for a plain specification of a level.

    `digest` is the fingerprint: SHA-256 over the canonical JSON of `tender/data.py`. `open_fields` are the paths in the
    request that are still to be filled in; `empty` are (theme, level) that have no requirement of their own here.
    `recommended` is the level that the edition recommends for this work, `hours` the estimated work once, per size.
    """

    edition: Edition
    wanted: Wanted
    requirements: tuple[Requirement, ...]
    tender: Tender | None
    digest: str
    open_fields: tuple[str, ...] = ()
    empty: tuple[tuple[str, int], ...] = ()
    recommended: int | None = None
    hours: Mapping[str, int] = field(default_factory=dict)

    @property
    def minimum(self) -> tuple[Requirement, ...]:
        """The requirements that hold for everybody."""
        return tuple(r for r in self.requirements if not r.award)

    @property
    def award(self) -> tuple[Requirement, ...]:
        """The requirements above the minimum, with which a tenderer can earn a benefit."""
        return tuple(r for r in self.requirements if r.award)

    @property
    def draft(self) -> bool:
        """True while a field is open, or while the edition may still change."""
        return bool(self.open_fields) or self.edition.record.frozen != "ja"
