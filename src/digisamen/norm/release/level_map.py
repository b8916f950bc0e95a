"""The table of levels in the release notes: what an old level is worth in the new edition, and back."""

from collections.abc import Iterator, Sequence

from digisamen.model.criteria import Edition
from digisamen.norm.compare.compared import Compared
from digisamen.norm.release.plan import VERDICTS, LevelMap, Rung
from digisamen.paper.document import Block, Heading, Items, Paragraph, Table
from digisamen.paper.labels import lower_first
from digisamen.text.texts import Texts


def level_map_blocks(levels: LevelMap, compared: Compared, t: Texts) -> Iterator[Block]:
    """Return the tables, from old to new with the causes and from new to old, and how they came about."""
    yield Heading(t("release.levels.title"), 3)
    yield Paragraph(t("release.levels.about"))
    yield Items(tuple(t(f"release.levels.verdict.{verdict}") for verdict in VERDICTS))
    for old, new, rungs, causes in (
        (compared.old, compared.new, levels.there, True),
        (compared.new, compared.old, levels.back, False),
    ):
        yield Heading(t("release.levels.direction", old=old.number, new=new.number), 3)
        if not any(_differs(r) for r in rungs):
            yield Paragraph(t("release.levels.same"))
        for subsector in dict.fromkeys(r.subsector for r in rungs):
            mine = [r for r in rungs if r.subsector == subsector]
            yield _overview(mine, old, new, t)
            if causes and any(_differs(r) for r in mine):
                yield _details(mine, old, new, t)


def _differs(rung: Rung) -> bool:
    return rung.verdict != "gelijk" or rung.holds != rung.level


def _overview(rungs: Sequence[Rung], old: Edition, new: Edition, t: Texts) -> Table:
    """Return one table: a row per theme and one for the whole, a column per level."""
    levels = range(1, old.top_level + 1)
    rows = tuple(
        (_theme(theme, old, t), *(_words([r for r in rungs if (r.theme, r.level) == (theme, n)], t) for n in levels))
        for theme in (*old.text.themes, "")
    )
    label = t.of(old.text.subsectors[rungs[0].subsector].label)
    caption = t("release.levels.caption", subsector=label, old=old.number, new=new.number)
    return Table(caption, (t("release.theme"), *(t("diff.level", n=n) for n in levels)), rows)


def _theme(name: str, edition: Edition, t: Texts) -> str:
    return t.of(edition.text.themes[name].name) if name else t("release.levels.whole")


def _words(rungs: Sequence[Rung], t: Texts) -> str:
    """Return the verdict; more where it depends on the role, and a dash where nobody can have the level."""
    found = {r.verdict for r in rungs}
    return t("release.levels.or").join(t(f"release.levels.{x}") for x in VERDICTS if x in found) or "\u2013"


def _details(rungs: Sequence[Rung], old: Edition, new: Edition, t: Texts) -> Table:
    """Return a row for what is not plainly the same: levels for which all else is equal share one."""
    every = {role for r in rungs for role in r.roles}
    order = [*old.text.themes, ""]
    groups: dict[tuple[object, ...], list[Rung]] = {}
    for r in sorted(rungs, key=lambda r: (order.index(r.theme), r.level, r.holds or 0)):
        if _differs(r):
            key = r.theme, r.verdict, r.holds, r.roles, r.causes if r.theme else ()
            groups.setdefault(key, []).append(r)
    rows = tuple(
        (
            _theme(group[0].theme, old, t),
            t.list(str(r.level) for r in group),
            t(f"release.levels.{group[0].verdict}"),
            t("release.levels.gone") if group[0].holds is None else str(group[0].holds),
            t("release.levels.all_roles") if {*group[0].roles} >= every else _roles(group[0], old, t),
            ", ".join(group[0].causes) if group[0].theme else "",
        )
        for group in groups.values()
    )
    names = {"old": old.number, "new": new.number}
    columns = tuple(
        t(f"release.levels.column.{x}", **names) for x in ("theme", "level", "verdict", "holds", "who", "why")
    )
    label = t.of(old.text.subsectors[rungs[0].subsector].label)
    return Table(t("release.levels.details", subsector=lower_first(label)), columns, rows)


def _roles(rung: Rung, edition: Edition, t: Texts) -> str:
    return ", ".join(lower_first(t.of(edition.text.roles[role].label)) for role in rung.roles)


def rung_data(rung: Rung) -> dict[str, object]:
    """Return one level of the map as plain data."""
    return {
        "subsector": rung.subsector,
        "theme": rung.theme or None,
        "level": rung.level,
        "verdict": rung.verdict,
        "holds": rung.holds,
        "roles": list(rung.roles),
        "criteria": list(rung.causes),
    }
