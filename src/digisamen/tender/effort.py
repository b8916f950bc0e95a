"""How much work a specification is, once, for a firm that does this kind of work already."""

from digisamen.model.criteria import Criterion
from digisamen.model.specification import Specification
from digisamen.tender.limits import HOURS


def hours(spec: Specification) -> dict[str, int]:
    """Return the hours per size for the minimum: what holds for that size, a lighter form one step less."""
    sizes = spec.edition.text.sizes
    return {size: sum(_hours(r.criterion, size) for r in spec.minimum) for size in sizes}


def _hours(criterion: Criterion, size: str) -> int:
    return 0 if criterion.applies.size_rule(size) == "vrijgesteld" else HOURS[criterion.effort_for(size)]
