"""A new self-assessment, before it is written."""

from dataclasses import dataclass
from datetime import date

from digisamen.model.assessment import Organisation
from digisamen.model.criteria import Criterion, Edition


@dataclass(frozen=True, slots=True)
class Blank:
    """A form to fill in: who it is for, the facts that matter to it, and the questions, easiest first, per level."""

    edition: Edition
    organisation: Organisation
    day: date
    target: int | None
    facts: tuple[str, ...]
    levels: tuple[tuple[int, tuple[Criterion, ...]], ...]
