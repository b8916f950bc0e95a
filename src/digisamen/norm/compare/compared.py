"""The outcome of comparing two editions."""

from dataclasses import dataclass

from digisamen.model.change import Change
from digisamen.model.criteria import Edition
from digisamen.model.problem import Problem


@dataclass(frozen=True, slots=True)
class Compared:
    """Two editions, what changed from the old to the new, and what is wrong with the `changes.yaml` of the new one.

    `checked` is false when both have the same number: `changes.yaml` says what happened since the edition before.
    """

    old: Edition
    new: Edition
    changes: tuple[Change, ...]
    findings: tuple[Problem, ...] = ()
    checked: bool = False

    @property
    def right(self) -> bool:
        """True when `changes.yaml` has every line it needs, and none that is untrue."""
        return not self.findings
