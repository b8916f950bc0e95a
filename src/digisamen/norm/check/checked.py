"""The outcome of checking an edition of the criteria."""

from collections.abc import Sequence
from dataclasses import dataclass

from digisamen.model.problem import Problem, Severity


@dataclass(frozen=True, slots=True)
class Checked:
    """The outcome of a check: how many criteria were read, and every problem in file order.

    Of several editions `number` names them all, with commas.
    """

    number: str
    criteria: int
    problems: tuple[Problem, ...]
    several: bool = False

    @property
    def errors(self) -> int:
        """How many findings must be mended."""
        return sum(p.severity is Severity.ERROR for p in self.problems)

    @property
    def warnings(self) -> int:
        """How many findings are only there to look at once more."""
        return len(self.problems) - self.errors

    @property
    def clean(self) -> bool:
        """True when there is no error; warnings may be there."""
        return not self.errors


def together(each: Sequence[Checked]) -> Checked:
    """Return the outcomes of several checks as one; of one check its own outcome."""
    if len(each) == 1:
        return each[0]
    problems = tuple(p for one in each for p in one.problems)
    return Checked(", ".join(one.number for one in each), sum(one.criteria for one in each), problems, several=True)
