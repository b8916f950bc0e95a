"""From a request, or from a plain choice of levels, to a specification with its fingerprint."""

from dataclasses import replace

from digisamen.model.canonical import digest
from digisamen.model.criteria import Edition
from digisamen.read.asked import check_subsector
from digisamen.tender.data import specification_data
from digisamen.tender.limits import hours
from digisamen.tender.open_fields import open_fields, recommended
from digisamen.tender.request import Tender
from digisamen.tender.select import empty_levels, requirement, select
from digisamen.tender.specification import Requirement, Specification, Wanted


def specify(edition: Edition, wanted: Wanted) -> Specification:
    """Return the plain specification of a level: the requirements that a contract may ask, with a fingerprint.

    Raises:
        DigisamenError: U012 a subsector without criteria of its own, U004 a word that the edition does not know.
    """
    check_subsector(wanted.subsector, edition)
    rows = tuple(requirement(edition, c) for c in select(edition, wanted))
    return _fingerprinted(Specification(edition, wanted, rows, None, "", empty=empty_levels(edition, wanted)))


def specification(edition: Edition, tender: Tender) -> Specification:
    """Return the specification that a request asks for: the minimum, and with the use `gunning` what lies above it."""
    wanted = wanted_by(tender)
    return _fingerprinted(
        Specification(
            edition=edition,
            wanted=wanted,
            requirements=tuple(_requirements(edition, tender, wanted)),
            tender=tender,
            digest="",
            open_fields=open_fields(edition, tender),
            empty=empty_levels(edition, wanted),
            recommended=recommended(edition, tender),
        )
    )


def wanted_by(tender: Tender) -> Wanted:
    """Return what a request wants at least."""
    contract = tender.contract
    levels = {theme: asked.level or 0 for theme, asked in tender.levels.items()}
    return Wanted(contract.subsector, contract.roles, levels, contract.work, contract.phases)


def _requirements(edition: Edition, tender: Tender, wanted: Wanted) -> list[Requirement]:
    least = select(edition, wanted)
    known = {c.id for c in least}
    above: dict[str, int] = {}
    if "gunning" in tender.use:
        above = {t: max(a.level or 0, a.award or 0) for t, a in tender.levels.items()}
    most = [c for c in select(edition, replace(wanted, levels=above)) if c.id not in known]
    may = set(tender.may_deviate)
    rows = [requirement(edition, c, deviate=c.id in may) for c in least]
    return rows + [requirement(edition, c, deviate=c.id in may, award=True) for c in most]


def _fingerprinted(bare: Specification) -> Specification:
    return replace(bare, digest=digest(specification_data(bare)), hours=hours(bare))
