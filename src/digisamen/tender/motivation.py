"""Whether a request is in proportion: findings for the file of the client."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Outcome3 = Literal["ok", "motiveren", "niet-doen"]


@dataclass(frozen=True, slots=True)
class WeighedRequirement:
    """One requirement in the memo: the hours for a small firm, how a sole trader answers, and the outcome."""

    id: str
    hours: int
    light: bool
    zzp: str
    outcome: Outcome3


@dataclass(frozen=True, slots=True)
class Weighed:
    """One subject with its outcome. `theme` names the theme where the subject has one; `values` fill its sentence."""

    rule: str
    outcome: Outcome3
    values: Mapping[str, str] = field(default_factory=dict)
    theme: str | None = None
