"""Proof: what may be asked can be shown by everybody, and the smallest firms have a form that fits them."""

from collections.abc import Iterator

from digisamen.model.problem import Problem
from digisamen.norm.check.norm import Norm


def light_proof(norm: Norm) -> Iterator[Problem]:
    """What may be asked in a contract has a proof that costs nothing."""
    for c in norm.edition.criteria.values():
        if c.binding == "opdracht" and c.state != "vervallen" and not c.evidence.light:
            yield Problem("C012", norm.of(c.id, "evidence", "light"), {"id": c.id})


def strong_proof(norm: Norm) -> Iterator[Problem]:
    """What may be asked in a contract has a stronger proof as well, for a client with good reason to ask it."""
    for c in norm.edition.criteria.values():
        if c.binding == "opdracht" and c.state != "vervallen" and not c.evidence.strong:
            yield Problem("C026", norm.of(c.id, "evidence", "strong"), {"id": c.id})


def lighter(norm: Norm) -> Iterator[Problem]:
    """The lighter form is there where a size has it."""
    for c in norm.edition.criteria.values():
        if "lichter" in c.applies.sizes.values() and c.lighter is None:
            yield Problem("C009", norm.of(c.id, "applies", "sizes"), {"id": c.id})


def lighter_for_nobody(norm: Norm) -> Iterator[Problem]:
    """A lighter form belongs to a size."""
    for c in norm.edition.criteria.values():
        if c.lighter is not None and "lichter" not in c.applies.sizes.values():
            yield Problem("C014", norm.of(c.id, "lighter", key=True), {"id": c.id})
