"""The numbers of proportionality, and the effort that requirements ask together."""

from digisamen.model.criteria import Criterion
from digisamen.tender.specification import Specification


def hours(spec: Specification) -> dict[str, int]:
    """Return the hours per size for the minimum: what holds for that size, a lighter form one step less."""
    sizes = spec.edition.text.sizes
    return {size: sum(_hours(r.criterion, size) for r in spec.minimum) for size in sizes}


def _hours(criterion: Criterion, size: str) -> int:
    return 0 if criterion.applies.size_rule(size) == "vrijgesteld" else HOURS[criterion.effort_for(size)]


HOURS = {0: 0, 1: 1, 2: 4, 3: 20, 4: 80, 5: 240}
"""Hours of work once, per step of effort: nothing, under an hour, half a day, days, weeks, months."""
MOST = {
    "tot-100000": (15, 30),
    "tot-1-miljoen": (35, 55),
    "tot-drempel": (50, 75),
    "boven-drempel": (80, 120),
}
"""Per value class: up to how many requirements are in proportion, and from how many on they are not."""
MOST_HOURS = {
    "tot-100000": (60, 150),
    "tot-1-miljoen": (300, 700),
    "tot-drempel": (800, 2000),
    "boven-drempel": (2500, 6000),
}
"""Per value class: up to how many hours for a small firm are in proportion, and from how many on they are not."""
