"""The plain specification of a level: requirements to embed anywhere, without the clauses of a tender."""

from collections.abc import Callable, Collection

from digisamen.model.canonical import short
from digisamen.paper.document import Block, Facts, Heading, Paragraph, Sheet, Table
from digisamen.paper.labels import status_word
from digisamen.tender.annex.asked import edition_said
from digisamen.tender.annex.requirements import kinds, table, terms
from digisamen.tender.specification import Specification
from digisamen.text.texts import Texts


def spec_sheet(spec: Specification, t: Texts, made: str, only: Collection[str] = ()) -> Sheet:
    """Return the specification, or only some of its blocks. `made` is the version of the tool."""
    text, status = spec.edition.text, spec.edition.record.status
    blocks: list[Block] = []
    for name, block in BLOCKS.items():
        if only and name not in only:
            continue
        blocks.append(Heading(t(f"spec.block.{name}"), anchor=name))
        blocks += block(spec, t, made)
    mark = status_word(status, t)
    levels = sorted(set(spec.wanted.levels.values()))
    level = t("word.level_n", n=levels[0]) if len(levels) == 1 else t("spec.profile")
    return Sheet(
        kind=t("annex.spec_kind"),
        title=t("spec.title", level=level, subsector=t.of(text.subsectors[spec.wanted.subsector].label).lower()),
        status=mark,
        status_text=t(f"criteria.status.{status}") if mark else "",
        blocks=tuple(blocks),
        footer=t("spec.footer", edition=spec.edition.number, short=short(spec.digest)),
    )


def _levels(spec: Specification, t: Texts, _: str) -> list[Block]:
    text, wanted = spec.edition.text, spec.wanted
    columns = (t("word.theme"), t("word.level").capitalize(), t("spec.meaning"))
    rows = tuple(
        (t.of(text.themes[x].name), f"{n} {t.of(text.levels[n].name)}", t.of(text.levels[n].meaning))
        for x, n in wanted.levels.items()
    )
    pairs = [(t("criteria.roles"), "; ".join(t.of(text.roles[x].label) for x in wanted.roles))]
    if wanted.work:
        pairs.append((t("criteria.works"), t.of(text.works[wanted.work].label)))
    if wanted.phases:
        pairs.append((t("criteria.phases"), "; ".join(t.of(text.phases[x].label) for x in wanted.phases)))
    blocks: list[Block] = [
        Table(t("spec.block.niveaus"), columns, rows, silent=True, widths=(40, 40, 90)),
        Facts(tuple(pairs)),
    ]
    for theme, n in spec.empty:
        blocks.append(Paragraph(t("annex.vraag.no_own", level=n, theme=t.of(text.themes[theme].name))))
    return blocks


def _requirements(spec: Specification, t: Texts, _: str) -> list[Block]:
    text = spec.edition.text
    blocks: list[Block] = [Paragraph(t("spec.intro"))]
    for theme, level in spec.wanted.levels.items():
        name = t.of(text.themes[theme].name)
        rows = [r for r in spec.requirements if r.criterion.theme == theme]
        if rows:
            blocks.append(table(spec.edition, rows, t("annex.eisen.caption", theme=name, level=level), t))
        else:
            blocks.append(Paragraph(t("spec.none", theme=name)))
    return [*blocks, *kinds(spec.edition, spec.requirements, t)]


def _words(spec: Specification, t: Texts, _: str) -> list[Block]:
    return [Facts(terms(spec.edition, spec.requirements, t))]


def _origin(spec: Specification, t: Texts, made: str) -> list[Block]:
    pairs = (
        ("edition", edition_said(spec.edition, t)),
        ("licence", t.of(spec.edition.text.licence.name)),
        ("fingerprint", spec.digest),
        ("made", f"digisamen {made}"),
        ("use", t("annex.colofon.use_text")),
    )
    return [Facts(tuple((t(f"annex.colofon.labels.{name}"), said) for name, said in pairs))]


BLOCKS: dict[str, Callable[[Specification, Texts, str], list[Block]]] = {
    "niveaus": _levels,
    "eisen": _requirements,
    "begrippen": _words,
    "colofon": _origin,
}
"""The blocks by name, in their order."""
