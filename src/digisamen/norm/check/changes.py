"""The story of the edition: `changes.yaml` tells what happened since the edition before, all of it and nothing else."""

from collections.abc import Iterator

from digisamen.model.problem import Problem
from digisamen.norm.check.norm import Norm
from digisamen.norm.compare.declared import declared
from digisamen.norm.compare.diff import diff


def previous(norm: Norm) -> Iterator[Problem]:
    """The edition before this one exists."""
    said = norm.edition.content.changes.previous
    if said is not None and said not in norm.known:
        values = {"edition": norm.edition.number, "previous": said, "known": ", ".join(norm.known)}
        unknown = {"wanted": "unknown", "cause": "unknown" if norm.known else "first"}
        yield Problem("C045", norm.at(("changes", "previous")), values | unknown)


def told(norm: Norm) -> Iterator[Problem]:
    """Every criterion that changed since the edition before has its line, and no line is untrue."""
    said = norm.edition.content.changes.previous
    if norm.previous is not None and (said is None or said in norm.known):
        yield from declared(diff(norm.previous, norm.edition), norm.previous, norm.edition, norm.at)
