"""What an edition must have right before it can be used at all, as rules of the gate like the others."""

from collections.abc import Iterator

from digisamen.model.problem import Problem
from digisamen.norm.check.norm import Norm
from digisamen.read import references as loading


def folders(norm: Norm) -> Iterator[Problem]:
    """Every folder is `gedeeld` or a subsector, and every file a theme."""
    return loading.folders(norm.edition, norm.collected)


def references(norm: Norm) -> Iterator[Problem]:
    """Every word that refers to a list of the edition, to a source or to another criterion exists there."""
    return loading.references(norm.edition, norm.collected)
