"""Criteria as sheets: a list of them, how many there are, and one of them whole."""

from collections.abc import Sequence

from digisamen.model.criteria import Criterion, Edition
from digisamen.paper.document import Block, Facts, Heading, Paragraph, Sheet, Table
from digisamen.paper.labels import status_name, status_word
from digisamen.text.texts import Texts


def list_sheet(edition: Edition, criteria: Sequence[Criterion], origin: str, t: Texts) -> Sheet:
    """Return the criteria as a list: code, level, obligation and title."""
    blocks: list[Block] = [Facts((*_about(edition, t), *([(t("criteria.origin"), origin)] if origin else [])))]
    columns = (t("word.code"), t("word.level").capitalize(), t("criteria.obligation"), t("word.criterion"))
    for theme, about in edition.text.themes.items():
        rows = tuple(
            (c.id, str(c.level), t(f"word.{c.obligation}"), t.of(c.title)) for c in criteria if c.theme == theme
        )
        if rows:
            blocks.append(Table(t.of(about.title), columns, rows, header=3, codes=True))
    return _sheet(edition, t.count("criteria.count", len(criteria)), blocks, t)


def count_sheet(edition: Edition, criteria: Sequence[Criterion], t: Texts) -> Sheet:
    """Return how many criteria there are, per theme and level."""
    levels = sorted({c.level for c in edition.criteria.values()})
    rows = [
        (t.of(about.name), *(str(_count(criteria, theme, (n,))) for n in levels), str(_count(criteria, theme, levels)))
        for theme, about in edition.text.themes.items()
    ]
    last = (t("word.total"), *(str(_count(criteria, None, (n,))) for n in levels), str(len(criteria)))
    columns = (t("word.theme"), *(t("word.level_n", n=n) for n in levels), t("word.total"))
    title = t.count("criteria.count", len(criteria))
    return _sheet(edition, title, [Table(t("criteria.per_level"), columns, (*rows, last))], t)


def count_data(edition: Edition, criteria: Sequence[Criterion]) -> dict[str, object]:
    """Return the counts as plain data."""
    levels = sorted({c.level for c in edition.criteria.values()})
    per_theme = {x: {str(n): _count(criteria, x, (n,)) for n in levels} for x in edition.text.themes}
    return {"edition": edition.number, "count": len(criteria), "themes": per_theme}


def _count(criteria: Sequence[Criterion], theme: str | None, levels: Sequence[int]) -> int:
    return sum(c.level in levels and theme in {None, c.theme} for c in criteria)


def list_data(edition: Edition, criteria: Sequence[Criterion]) -> dict[str, object]:
    """Return the criteria as plain data: every field under the name that it has in the YAML."""
    return {
        "schema": "digisamen/criteria/v1",
        "edition": {"number": edition.number, "status": edition.record.status, "digest": edition.digest},
        "criteria": [c.model_dump(mode="json") for c in criteria],
    }


def show_sheet(edition: Edition, criteria: Sequence[Criterion], t: Texts) -> Sheet:
    """Return criteria whole."""
    blocks: list[Block] = []
    for criterion in criteria:
        if len(criteria) > 1:
            blocks.append(Heading(f"{criterion.id} {t.of(criterion.title)}"))
        blocks += _whole(edition, criterion, 3 if len(criteria) > 1 else 2, t)
    alone = f"{criteria[0].id} {t.of(criteria[0].title)}" if len(criteria) == 1 else ""
    return _sheet(edition, alone or t.count("criteria.count", len(criteria)), blocks, t)


def _whole(edition: Edition, c: Criterion, depth: int, t: Texts) -> list[Block]:
    text = edition.text
    blocks: list[Block] = [
        Paragraph("", strong=t.of(c.requirement)),
        Facts(_place(edition, c, t)),
        Heading(t("criteria.why"), depth),
        Paragraph(t.of(c.why)),
        Heading(t("criteria.test"), depth),
        Paragraph(t.of(c.test)),
        Heading(t("word.evidence"), depth),
        Facts(_evidence(edition, c, t)),
    ]
    if c.advice:
        pairs = tuple((t.of(text.roles[role].label), t.of(said)) for role, said in c.advice.items())
        blocks += [Heading(t("criteria.advice"), depth), Facts(pairs)]
    sources = tuple((source, _source(edition, source, t)) for source in c.sources)
    return [*blocks, Heading(t("criteria.sources"), depth), Facts(sources)]


def _place(edition: Edition, c: Criterion, t: Texts) -> tuple[tuple[str, str], ...]:
    text = edition.text
    step = text.effort[c.effort]
    sizes = [f"{t.of(text.sizes[size].label)}: {t(f'criteria.size.{rule}')}" for size, rule in c.applies.sizes.items()]
    pairs = [
        (t("word.theme"), t.of(text.themes[c.theme].title)),
        (t("word.level").capitalize(), f"{c.level}, {t.of(text.levels[c.level].name)}"),
        (t("criteria.obligation"), t(f"word.{c.obligation}")),
        (t("criteria.state"), t(f"criteria.states.{c.state}")),
        (t("word.subsector"), t.list(t.of(text.subsectors[s].label) for s in c.subsectors)),
        (t("criteria.roles"), "; ".join(t.of(text.roles[r].label) for r in c.applies.roles)),
        (t("criteria.binding"), t(f"criteria.bindings.{c.binding}")),
        (t("criteria.nvt"), t(f"criteria.nvts.{c.answer.nvt}")),
        (t("word.effort"), t("level.step.effort", effort=c.effort, label=t.of(step.label))),
        (t("criteria.phases"), "; ".join(t.of(text.phases[p].label) for p in c.applies.phases)),
        (t("criteria.works"), "; ".join(t.of(text.works[w].label) for w in c.applies.works)),
    ]
    if c.applies.facts:
        pairs.append((t("criteria.facts"), " ".join(t.of(text.facts[f].question) for f in c.applies.facts)))
    if sizes:
        pairs.append((t("word.size"), "; ".join(sizes)))
    if c.lighter:
        pairs.append((t("criteria.lighter"), t.of(c.lighter)))
    return tuple(pairs)


def _evidence(edition: Edition, c: Criterion, t: Texts) -> tuple[tuple[str, str], ...]:
    kinds = edition.text.evidence_kinds
    method = f"{_word(c.verification.method, t)}, {_word(c.verification.phase, t)}. {t.of(c.verification.moment)}"
    return (
        (t("criteria.light"), "; ".join(f"{t.of(kinds[k].label)} ({k})" for k in c.evidence.light)),
        (t("criteria.strong"), "; ".join(f"{t.of(kinds[k].label)} ({k})" for k in c.evidence.strong)),
        (t("criteria.age"), t.count("criteria.months", c.evidence.max_age_months)),
        (t("criteria.verification"), method),
    )


def _word(name: str, t: Texts) -> str:
    """Return a readable form of a name from the lists of the Contractspecificaties, or else the name itself."""
    key = f"criteria.contract.{name}"
    return t(key) if t.has(key) else name


def _source(edition: Edition, name: str, t: Texts) -> str:
    source = edition.content.sources[name]
    known = t("criteria.verified", date=t.day(source.verified)) if source.verified else t("criteria.not_verified")
    version = f" {source.version}" if source.version else ""
    return f"{t.of(source.name)}{version}, {source.owner}. {known}"


def _about(edition: Edition, t: Texts) -> tuple[tuple[str, str], ...]:
    return (
        (t("word.edition"), f"{edition.number}, {status_name(edition.record.status, t)}"),
        (t("level.provenance.edition_digest"), edition.digest),
    )


def _sheet(edition: Edition, title: str, blocks: list[Block], t: Texts) -> Sheet:
    status = edition.record.status
    return Sheet(
        kind=t("criteria.kind", edition=edition.number),
        title=title,
        status=status_word(status, t),
        status_text=t(f"criteria.status.{status}"),
        blocks=tuple(blocks),
        footer=t("criteria.licence", licence=edition.text.licence.id),
    )
