"""Which old level is which new level, and back. Computed from the criteria: nobody's opinion is asked.

A level is *gelijk* when the other edition asks nothing more for it: every must up to that level was asked up to that
level before, and none of them was tightened. It is *niet* when nothing of what is asked was asked before, not even
under the name of a criterion that lapsed. Everything in between is *deels*. It is about an organisation for whom all
sizes and facts hold; per role, because a criterion holds for some roles and not for others.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from digisamen.model.change import Change, Direction
from digisamen.model.criteria import Criterion, Edition
from digisamen.norm.release.plan import LevelMap, Rung, Verdict
from digisamen.score.levels import ladder_of

ELSEWHERE = (
    "level",
    "obligation",
    "binding",
    "subsectors",
    "applies.roles",
    "applies.phases",
    "applies.works",
    "state",
)
"""Fields whose change is seen in who is asked what at which level, or that decide no level."""
Kin = Mapping[str, Collection[str]]
"""Per criterion those that it came from, or that take its place."""


def level_map(old: Edition, new: Edition, changes: Sequence[Change]) -> LevelMap:
    """Return what the levels of `old` are worth in `new`, and back. `changes` are those from `old` to `new`."""
    kin: dict[str, set[str]] = defaultdict(set)
    for change in changes:
        for other in change.others:
            kin[change.id].add(other)
            kin[other].add(change.id)
    return LevelMap(
        tuple(_grouped(_rungs(old, new, _moved(changes, "strenger"), kin))),
        tuple(_grouped(_rungs(new, old, _moved(changes, "soepeler"), kin))),
    )


def _moved(changes: Sequence[Change], way: Direction) -> frozenset[str]:
    """Return the criteria that ask more (or less) at the same level, or of which that is not known."""
    return frozenset(c.id for c in changes if c.theme and _moves(c, way))


def _moves(change: Change, way: Direction) -> bool:
    if change.kind == "samengevoegd":
        return True
    if change.kind == "tekst":
        return change.text_class in {way, None}
    return change.direction == way and any(f.path not in ELSEWHERE for f in change.fields)


def _rungs(old: Edition, new: Edition, more: Collection[str], kin: Kin) -> Iterator[Rung]:
    """Return every rung for every role alone."""
    for subsector in (s for s in old.text.subsectors if s in new.text.subsectors):
        for role in (r for r in old.text.roles if r in new.text.roles):
            before, after = _musts(old, subsector, role), _musts(new, subsector, role)
            ways = {theme: ladder_of({c.level for c in musts}) for theme, musts in before.items()}
            found = [
                _rung((subsector, theme, role), level, before[theme], after[theme], more, kin)
                for theme, way in ways.items()
                for level in way
            ]
            yield from found
            yield from _together(found, [way for way in ways.values() if way], before, after)


def _musts(edition: Edition, subsector: str, role: str) -> dict[str, list[Criterion]]:
    """Return per theme the musts for a role, in a mapping that knows every theme."""
    found: dict[str, list[Criterion]] = defaultdict(list, {theme: [] for theme in edition.text.themes})
    for c in edition.criteria.values():
        if c.state == "actief" and c.obligation == "must" and subsector in c.subsectors and role in c.applies.roles:
            found[c.theme].append(c)
    return found


def _rung(
    who: tuple[str, str, str],
    level: int,
    before: Sequence[Criterion],
    after: Sequence[Criterion],
    more: Collection[str],
    kin: Kin,
) -> Rung:
    had = {c.id for c in before if c.level <= level}
    asks = [c.id for c in after if c.level <= level]
    causes = tuple(name for name in asks if name not in had or name in more)
    verdict: Verdict = "gelijk"
    if causes:
        known = any(name in had or had & {*kin.get(name, ())} for name in asks)
        verdict = "deels" if known else "niet"
    way = ladder_of({c.level for c in after})
    surely = (n for n in way if all(c.id in had and c.id not in more for c in after if c.level <= n))
    holds = max(surely, default=0) if way else None
    subsector, theme, role = who
    return Rung(subsector, theme, level, verdict, holds, (role,), causes)


def _together(
    rungs: Sequence[Rung],
    ways: Sequence[Sequence[int]],
    before: Mapping[str, Sequence[Criterion]],
    after: Mapping[str, Sequence[Criterion]],
) -> Iterator[Rung]:
    """Return the levels of all themes together: the lowest theme decides, so a level is there when all have it."""
    fresh = [theme for theme, musts in after.items() if musts and not before.get(theme)]
    for level in sorted(set.intersection(*map(set, ways))) if ways else ():
        here = [r for r in rungs if r.level == level]
        verdicts = {r.verdict for r in here} | ({"niet"} if fresh else set())
        holds = [r.holds for r in here if r.holds is not None] + [0 for _ in fresh]
        verdict: Verdict = next(iter(here)).verdict if len(verdicts) == 1 else "deels"
        causes = tuple(name for r in here for name in r.causes) + tuple(c.id for t in fresh for c in after[t])
        yield Rung(here[0].subsector, "", level, verdict, min(holds, default=None), here[0].roles, causes)


def _grouped(rungs: Iterator[Rung]) -> Iterator[Rung]:
    """Return the rungs with the roles together for which they are worth the same, by subsector, theme and level."""
    groups: dict[tuple[str, str, int, Verdict, int | None], list[Rung]] = defaultdict(list)
    for r in rungs:
        groups[r.subsector, r.theme, r.level, r.verdict, r.holds].append(r)
    for (subsector, theme, level, verdict, holds), group in groups.items():
        roles = tuple(role for r in group for role in r.roles)
        causes = tuple(dict.fromkeys(name for r in group for name in r.causes))
        yield Rung(subsector, theme, level, verdict, holds, roles, tuple(sorted(causes)))
