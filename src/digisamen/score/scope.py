"""Which criteria hold for an organisation, and the reason for each that does not."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from digisamen.model.assessment import Organisation
from digisamen.model.criteria import Criterion, Edition


@dataclass(frozen=True, slots=True)
class Profile:
    """For whom to choose criteria. What is left out rules nothing out."""

    subsectors: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    size: str | None = None
    false_facts: frozenset[str] = frozenset()


def profile_of(organisation: Organisation) -> Profile:
    """Return the profile of an organisation, by which its scope is decided."""
    return Profile(organisation.subsectors, organisation.roles, organisation.size, organisation.false_facts())


def scope_reason(criterion: Criterion, profile: Profile) -> str | None:
    """Return why `criterion` does not hold for this profile, as a code; none when it does.

    The codes: `toestand:<state>`, `rol`, `grootte`, `feit:<fact>,...` with the facts answered `nee`.
    """
    if criterion.state != "actief":
        return f"toestand:{criterion.state}"
    if profile.roles and not set(criterion.applies.roles) & set(profile.roles):
        return "rol"
    if criterion.applies.size_rule(profile.size) == "vrijgesteld":
        return "grootte"
    missing = [fact for fact in criterion.applies.facts if fact in profile.false_facts]
    return f"feit:{','.join(missing)}" if missing else None


def counts(organisation: Organisation, edition: Edition) -> frozenset[str]:
    """Return the criteria of `edition` that hold for an organisation, in one of its subsectors."""
    return frozenset(c.id for c in select(edition, profile_of(organisation)))


def select(
    edition: Edition, profile: Profile, level: int | None = None, themes: Collection[str] = ()
) -> list[Criterion]:
    """Return the active criteria that hold for `profile`, up to `level`; theme, level and id give the order."""
    order = {theme: place for place, theme in enumerate(edition.text.themes)}
    subsectors = frozenset(profile.subsectors)
    chosen = [
        c
        for c in edition.criteria.values()
        if (not subsectors or not subsectors.isdisjoint(c.subsectors))
        and scope_reason(c, profile) is None
        and (level is None or c.level <= level)
        and (not themes or c.theme in themes)
    ]
    return sorted(chosen, key=lambda c: (order[c.theme], c.level, c.obligation, c.id))


def criteria(
    edition: Edition, profile: Profile | None = None, *, level: int | None = None, themes: Sequence[str] = ()
) -> list[Criterion]:
    """Return the active criteria of `edition` that hold for `profile`, up to `level`, of the named themes."""
    return select(edition, profile or Profile(), level, themes)
