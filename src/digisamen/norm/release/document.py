"""The release notes of an edition as a sheet with fixed parts, and as data."""

from collections.abc import Iterator, Sequence

from digisamen.model.change import KINDS, Change
from digisamen.model.criteria import Edition
from digisamen.model.days import add_months
from digisamen.norm.check.document import problem_data
from digisamen.norm.compare.compared import Compared
from digisamen.norm.compare.document import change_data, edition_data
from digisamen.norm.compare.words import change_line
from digisamen.norm.release.level_map import level_map_blocks, rung_data
from digisamen.norm.release.plan import SECTIONS, Release, Section
from digisamen.paper.document import Block, Facts, Heading, Items, Paragraph, Sheet, Table
from digisamen.paper.labels import status_name, status_word
from digisamen.text.texts import Texts

PER_LEVEL = {"nieuw", "verplaatst"}
"""Parts that are told per level."""
TOLD = tuple(section for section in SECTIONS if section != "aangekondigd")
"""Parts with a chapter of their own; what is announced stands with the transition."""


def release_sheet(made: Release, t: Texts) -> Sheet:
    """Return the notes: ten parts, always the same and always all of them."""
    edition, status = made.edition, made.edition.record.status
    kind = "first" if made.compared is None else "erratum" if made.erratum else "next"
    blocks: list[Block] = [Facts(tuple(_facts(made, t))), Heading(t("release.part.kort")), *_short(made, t)]
    for section in TOLD:
        blocks += [Heading(t(f"release.part.{section}")), *_section(made, section, t)]
    blocks += [Heading(t("release.part.overgang")), *_transition(made, t)]
    blocks += [Heading(t("release.part.besluit")), *_decision(edition, t)]
    return Sheet(
        kind=t("release.kind"),
        title=t(f"release.title.{kind}", edition=edition.number),
        status=status_word(status, t),
        status_text=t(f"criteria.status.{status}"),
        blocks=tuple(blocks),
        footer=t("criteria.licence", licence=edition.text.licence.id),
    )


def _facts(made: Release, t: Texts) -> Iterator[tuple[str, str]]:
    yield t("release.fact.edition"), made.edition.number
    yield t("release.fact.status"), status_name(made.edition.record.status, t)
    day = t.day(made.day)
    yield t("release.fact.day"), t("release.not_yet", day=day) if made.refused else day
    yield t("release.fact.previous"), made.compared.old.number if made.compared else t("release.no_previous")
    yield t("release.fact.digest"), f"sha256 {made.edition.digest}"


def _short(made: Release, t: Texts) -> Iterator[Block]:
    active = sum(c.state == "actief" for c in made.edition.criteria.values())
    total = t.count("release.total", active)
    yield Paragraph(total)
    if made.compared is None:
        yield Paragraph(t("release.first"))
        return
    values = {"edition": made.edition.number, "previous": made.compared.old.number}
    since = "nothing" if not made.compared.changes else "erratum" if made.erratum else "since"
    yield Paragraph(t(f"release.{since}", **values))
    counts = {section: len({c.id for c in changes}) for section, changes in made.sections.items()}
    lines = tuple(t.count(f"release.short.{section}", n) for section, n in counts.items() if n)
    if lines:
        yield Items(lines)


def _section(made: Release, section: Section, t: Texts) -> Iterator[Block]:
    changes = made.sections[section]
    if made.compared is None and section == "nieuw":
        yield Paragraph(t("release.all_new"))
        yield _per_level(made.edition, t)
        return
    if made.compared is None or not changes:
        yield Paragraph(t("release.none"))
        return
    yield Paragraph(t(f"release.intro.{section}"))
    if section == "lijsten":
        for kind in (kind for kind in KINDS if any(c.kind == kind for c in changes)):
            yield Heading(t(f"diff.kinds.{kind}"), 3)
            yield _items([c for c in changes if c.kind == kind], made.compared, t)
    elif section in PER_LEVEL:
        for level in sorted({c.level for c in changes}):
            yield Heading(t("diff.level", n=level), 3)
            yield _items([c for c in changes if c.level == level], made.compared, t)
    else:
        yield _items(changes, made.compared, t, ways=section not in {"strenger", "soepeler"})


def _items(changes: Sequence[Change], compared: Compared, t: Texts, *, ways: bool = True) -> Items:
    """Return a line per id, with all that changed at it."""
    names = dict.fromkeys(c.id for c in changes)
    return Items(tuple(change_line([c for c in changes if c.id == name], compared, t, ways=ways) for name in names))


def _per_level(edition: Edition, t: Texts) -> Table:
    levels = range(1, edition.top_level + 1)
    rows = []
    for name, theme in edition.text.themes.items():
        own = [c for c in edition.criteria.values() if c.theme == name and c.state == "actief"]
        rows.append((t.of(theme.name), *(t.number(sum(c.level == n for c in own)) for n in levels)))
    columns = (t("release.theme"), *(t("diff.level", n=n) for n in levels))
    return Table(t("criteria.per_level"), columns, tuple(rows))


def _transition(made: Release, t: Texts) -> Iterator[Block]:
    if made.compared is None:
        yield Paragraph(t("release.transition.first"))
    elif made.transition is None:
        values = {"old": made.compared.old.number, "new": made.edition.number}
        yield Paragraph(t("release.transition.erratum", **values))
    else:
        yield Items(tuple(_periods(made, t)))
    yield Heading(t("release.announced.title"), 3)
    announced = tuple(_announced(made, t))
    yield Paragraph(t("release.announced.about" if announced else "release.none"))
    if announced:
        yield Items(announced)
    if made.compared is not None and made.transition is not None:
        yield from level_map_blocks(made.levels, made.compared, t)


def _periods(made: Release, t: Texts) -> Iterator[str]:
    if made.compared is None or made.transition is None:
        return
    for key, months in (("overlap", made.transition.overlap_months), ("valid", made.transition.valid_months)):
        until = t.day(add_months(made.day, months))
        values = {"until": until, "old": made.compared.old.number, "new": made.edition.number}
        yield t(f"release.transition.{key}", months=t.count("criteria.months", months), **values)


def _announced(made: Release, t: Texts) -> Iterator[str]:
    """Return every criterion that is shown and does not count yet, those of before included."""
    told = {c.id: c for c in made.sections["aangekondigd"]}
    for c in made.edition.criteria.values():
        if c.state == "aankomend" and c.id in told and made.compared is not None:
            yield t("release.announced.level", line=change_line([told[c.id]], made.compared, t), n=c.level)
        elif c.state == "aankomend":
            yield t("release.announced.level", line=f"{c.id} {t.of(c.title)}", n=c.level)


def _decision(edition: Edition, t: Texts) -> Iterator[Block]:
    record = edition.record
    if record.status != "vastgesteld":
        yield Paragraph(t("release.decision.none"))
    found = (
        ("by", record.decided_by),
        ("on", t.day(record.decided_on) if record.decided_on else None),
        ("where", record.decision),
        ("consultation", record.consultation),
    )
    pairs = tuple((t(f"release.decision.{key}"), said) for key, said in found if said)
    if pairs:
        yield Facts(pairs)
    if not record.consultation:
        yield Paragraph(t("release.decision.no_consultation"))


def release_data(made: Release, t: Texts) -> dict[str, object]:
    """Return the notes as plain data. Only what stands in the way of a release is in the language of the reader."""
    compared, record = made.compared, made.edition.record
    both = (made.transition.overlap_months, made.transition.valid_months) if made.transition else None
    return {
        "schema": "digisamen/release/v1",
        "edition": edition_data(made.edition),
        "previous": edition_data(compared.old) if compared else None,
        "date": made.day.isoformat(),
        "frozen": made.frozen,
        "erratum": made.erratum,
        "refused": made.refused,
        "refusals": [problem_data(p, t) for p in made.refusals],
        "sections": {
            section: [change_data(c, compared) for c in changes] if compared else []
            for section, changes in made.sections.items()
        },
        "announced": [c.id for c in made.edition.criteria.values() if c.state == "aankomend"],
        "transition": {
            "overlap_months": both[0],
            "overlap_until": add_months(made.day, both[0]).isoformat(),
            "valid_months": both[1],
            "valid_until": add_months(made.day, both[1]).isoformat(),
        }
        if both
        else None,
        "levels": {
            "old_to_new": [rung_data(r) for r in made.levels.there],
            "new_to_old": [rung_data(r) for r in made.levels.back],
        },
        "decision": {
            "decided_by": record.decided_by,
            "decided_on": record.decided_on.isoformat() if record.decided_on else None,
            "decision": record.decision,
            "consultation": record.consultation,
        },
    }
