"""Which criteria of an edition become requirements."""

from digisamen.model.criteria import Criterion, Edition
from digisamen.tender.specification import Requirement, Wanted


def select(edition: Edition, wanted: Wanted) -> list[Criterion]:
    """Return the criteria that a contract may ask (`binding: opdracht`) up to the wanted level per theme.

    Only active `must` criteria of the subsector that hold for one of the roles, in the work and in one of the phases.
    """
    return [
        c
        for c in edition.of_subsector(wanted.subsector)
        if c.state == "actief"
        and c.obligation == "must"
        and c.binding == "opdracht"
        and c.level <= wanted.levels.get(c.theme, 0)
        and set(c.applies.roles) & set(wanted.roles)
        and (wanted.work is None or wanted.work in c.applies.works)
        and (not wanted.phases or set(c.applies.phases) & set(wanted.phases))
    ]


def requirement(edition: Edition, criterion: Criterion, *, deviate: bool = False, award: bool = False) -> Requirement:
    """Return a criterion as a requirement: its own rules for tenders, else those of the edition."""
    own, usual = criterion.tender, edition.text.tender
    zzp = {"vrijgesteld": "niet-van-toepassing", "lichter": "licht-bewijs"}.get(criterion.applies.size_rule("zzp"))
    return Requirement(
        criterion=criterion,
        subject=own.subject or usual.subject or "",
        combine=own.combine or usual.combine or "",
        flow_down=own.flow_down or usual.flow_down or "",
        zzp=own.zzp or zzp or usual.zzp or "",
        deviate=deviate,
        award=award,
    )


def empty_levels(edition: Edition, wanted: Wanted) -> tuple[tuple[str, int], ...]:
    """Return (theme, level) for each wanted level that has no requirement of its own for this work and these roles."""
    there = {(c.theme, c.level) for c in select(edition, wanted)}
    asked = ((theme, level) for theme, level in wanted.levels.items() if level > 0)
    return tuple(pair for pair in asked if pair not in there)
