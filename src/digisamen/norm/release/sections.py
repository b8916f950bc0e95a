"""In which part of the release notes a change is told, and whether an erratum may hold it."""

from collections.abc import Sequence

from digisamen.model.change import Change, Kind
from digisamen.norm.release.plan import SECTIONS, Section

_OF_KIND: dict[Kind, Section] = {
    "nieuw": "nieuw",
    "aangekondigd": "aangekondigd",
    "vervallen": "vervallen",
    "gesplitst": "vervallen",
    "samengevoegd": "vervallen",
    "niveau-omlaag": "verplaatst",
    "niveau-omhoog": "verplaatst",
    "tekst": "tekst",
    "engels-achter": "tekst",
    "vertaling": "tekst",
}
"""Kinds that belong to one part; the others go by their direction, or stand with the lists and other data."""
INFORMATION: dict[str, tuple[str, ...]] = {
    "sources": ("url", "owner", "verified"),
    "facts": ("question.nl", "question.en"),
}
"""Per list the properties that an erratum may mend beside texts: they decide nobody's level."""


def sections(changes: Sequence[Change]) -> dict[Section, tuple[Change, ...]]:
    """Return the changes per part of the notes; every part is there, also when it is empty."""
    return {section: tuple(c for c in changes if section_of(c) == section) for section in SECTIONS}


def section_of(change: Change) -> Section:
    """Return the part of the notes that tells of this change."""
    if change.kind in _OF_KIND:
        return _OF_KIND[change.kind]
    if change.theme and change.direction == "strenger":
        return "strenger"
    return "soepeler" if change.theme and change.direction == "soepeler" else "lijsten"


def not_in_erratum(changes: Sequence[Change]) -> list[Change]:
    """Return the changes that an erratum may not hold: all but texts, and data that decide nothing."""
    return [c for c in changes if not _only_tells(c)]


def _only_tells(change: Change) -> bool:
    if change.kind in {"tekst", "engels-achter", "vertaling", "lijst-tekst"}:
        return True
    allowed = INFORMATION.get(change.id.partition("/")[0], ())
    return change.kind == "lijst-anders" and all(f.path in allowed for f in change.fields)
