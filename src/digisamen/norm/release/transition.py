"""The transition from one edition to the next: how long both may be asked, and what an older statement is worth.

A level in a contract is a promise for years. So nobody has to be ready on the day of a new edition, and nobody loses
what was shown before. An edition may say otherwise in the `tender` part of its `edition.yaml`.
"""

from digisamen.model.criteria import Edition
from digisamen.norm.release.plan import Transition

OVERLAP = 12
"""Months in which a client may ask the old edition beside the new one."""
OVERLAP_LEVELS = 36
"""The same where the number of levels changes: then every level means something else."""
VALID = 36
"""Months that a statement on an older edition stays valid, unless a later table of levels says otherwise."""


def transition(old: Edition, new: Edition) -> Transition:
    """Return how long the transition from `old` to `new` takes."""
    said = new.text.tender
    overlap = OVERLAP if old.top_level == new.top_level else OVERLAP_LEVELS
    return Transition(
        overlap if said.overlap_months is None else said.overlap_months,
        VALID if said.valid_months is None else said.valid_months,
    )
