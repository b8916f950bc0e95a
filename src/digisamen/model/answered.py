"""What scoring says of one criterion: in scope or not, the answer, the evidence and how sure it is."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from digisamen.model.assessment import Assurance, Evidence, Explanation


class Finding(StrEnum):
    """What was found on disk where an answer names an evidence file."""

    FOUND = "gevonden"
    MISSING = "ontbreekt"
    OUTSIDE = "buiten-de-map"
    NOT_A_FILE = "geen-bestand"
    TOO_LARGE = "te-groot"
    UNREADABLE = "onleesbaar"
    CHANGED = "gewijzigd"


Findings = Mapping[tuple[str, int], Finding]
"""Findings by criterion id and position in the list of evidence."""


@dataclass(frozen=True, slots=True)
class EvidenceScore:
    """One piece of evidence, and whether it counts on the assessment date. `reason` is the code of why not."""

    evidence: Evidence
    finding: Finding | None
    reason: str | None
    last_day: date | None
    independent: bool

    @property
    def counts(self) -> bool:
        """True when the evidence is current and of an accepted kind."""
        return self.reason is None


@dataclass(frozen=True, slots=True)
class CriterionScore:
    """One criterion in one subsector: in scope or why not, the answer, and how sure it is.

    `assurance` and `settled_at` are none when there is no answer, or when the answer never settles a criterion.
    """

    id: str
    theme: str
    level: int
    obligation: str
    scope_reason: str | None
    answer: str | None
    assurance: Assurance | None
    assurance_reason: str | None
    settled_at: Assurance | None
    on_ladder: bool = True
    lighter: bool = False
    effort: int = 0
    reason: str | None = None
    explanation: Explanation | None = None
    evidence: tuple[EvidenceScore, ...] = ()

    @property
    def in_scope(self) -> bool:
        """True when the criterion holds for this organisation."""
        return self.scope_reason is None

    @property
    def gates(self) -> bool:
        """True when it is a must, in scope and on the ladder: it can hold a level back."""
        return self.in_scope and self.obligation == "must" and self.on_ladder

    def settled(self, assurance: Assurance) -> bool:
        """Tell whether the criterion is settled at `assurance`."""
        return self.settled_at is not None and self.settled_at >= assurance
