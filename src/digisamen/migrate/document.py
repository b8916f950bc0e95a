"""The plan of a move to a later edition as a sheet and as data: what stays, what is asked, and both levels."""

from collections.abc import Iterator

from digisamen.migrate.migration import FATES, GONE, Migration, MigrationStep, Move
from digisamen.migrate.remarks import reasons
from digisamen.model.scorecard import Levels
from digisamen.norm.compare.words import what, why
from digisamen.paper.document import Block, Heading, Items, Paragraph, Sheet, Table
from digisamen.paper.labels import status_word
from digisamen.text.texts import Texts

NUMBERS = (("aantoonbaar", "onderbouwd"), ("verklaard", "verklaard"), ("mogelijk", "possible"))
"""The numbers that are put beside each other, as word and as the name of the number."""


def migration_sheet(made: Migration, t: Texts) -> Sheet:
    """Return the plan: how many, the level under both editions, then each question that does not just stay."""
    old, new = made.editions
    status = new.record.status
    blocks: list[Block] = []
    if not made.steps:
        blocks.append(Paragraph(t("migrate.there", file=made.file, edition=new.number)))
    elif len(made.steps) == 1:
        blocks.append(Paragraph("", strong=_count(made.steps[0], t)))
    blocks += _levels(made, t)
    for number, step in enumerate(made.steps, start=1):
        if len(made.steps) > 1:
            names = {"old": step.plan.old, "new": step.plan.new}
            blocks.append(Heading(t("migrate.step", n=number, **names)))
            blocks.append(Paragraph("", strong=_count(step, t)))
        blocks += _step(step, 2 if len(made.steps) == 1 else 3, t)
    return Sheet(
        kind=t("migrate.kind"),
        title=t("migrate.title", name=made.organisation.name, old=old.number, new=new.number),
        status=status_word(status, t),
        status_text=t(f"criteria.status.{status}"),
        blocks=tuple(blocks),
        footer=t("criteria.licence", licence=new.text.licence.id),
    )


def _count(step: MigrationStep, t: Texts) -> str:
    plan = step.plan
    numbers = {
        "kept": len(plan.of("blijft")),
        "again": len(plan.of("opnieuw")),
        "gone": len(plan.of(*GONE)),
        "new": len(plan.of("nieuw")),
    }
    total = sum(numbers.values()) - numbers["new"]
    said = [t.count(f"migrate.count.{name}", n) for name, n in numbers.items() if n or name == "kept"]
    return f"{t.count('migrate.count.total', total)}: {', '.join(said)}."


def _levels(made: Migration, t: Texts) -> list[Block]:
    old, new = made.editions
    if not made.steps:
        return []
    columns = (
        t("word.subsector"),
        t("migrate.level"),
        t("migrate.under", edition=old.number),
        t("migrate.under", edition=new.number),
    )
    rows = []
    for subsector, before, after in _pairs(made):
        name = t.of(new.text.subsectors[subsector].label)
        for place, (word, field) in enumerate(NUMBERS):
            cells = (_number(before, field, t), _number(after, field, t))
            rows.append(("" if place else name, t(f"word.{word}"), *cells))
    return [
        Table(t("migrate.levels"), columns, tuple(rows), header=1),
        Paragraph(t("migrate.levels_note"), note=True),
    ]


def _pairs(made: Migration) -> Iterator[tuple[str, Levels | None, Levels | None]]:
    """Return each subsector with its levels under both editions."""
    before = {part.subsector: part.levels for part in made.scores[0].subsectors}
    return ((part.subsector, before[part.subsector], part.levels) for part in made.scores[1].subsectors)


def _number(levels: Levels | None, field: str, t: Texts) -> str:
    return str(getattr(levels, field)) if levels else t("word.nb_short")


def _step(step: MigrationStep, depth: int, t: Texts) -> Iterator[Block]:
    plan = step.plan
    for fate in FATES:
        moves = [m for m in plan.of(fate) if fate != "blijft" or _worth_telling(m)]
        if moves:
            yield Heading(t("migrate.part", name=t(f"migrate.fate.{fate}"), n=len(moves)), depth)
            yield Paragraph(t(f"migrate.about.{fate}"), note=True)
            yield Items(tuple(_line(m, step, t) for m in moves))
    facts = [t("migrate.fact_gone", fact=name) for name in plan.facts_gone]
    facts += [
        t("migrate.fact_new", fact=name, question=t.of(step.compared.new.text.facts[name].question))
        for name in plan.facts_new
    ]
    if facts:
        yield Heading(t("migrate.facts"), depth)
        yield Items(tuple(facts))


def _worth_telling(move: Move) -> bool:
    return bool(move.changed or move.archived)


def _line(move: Move, step: MigrationStep, t: Texts) -> str:
    criterion = step.compared.new.criteria.get(move.id) or step.compared.old.criteria[move.id]
    return f"{move.id} {t.of(criterion.title)}: {' '.join(filter(None, _said(move, step, t)))}"


def _said(move: Move, step: MigrationStep, t: Texts) -> Iterator[str]:
    compared = step.compared
    changes = [c for c in compared.changes if c.id == move.id]
    yield reasons(move, t)
    if move.fate == "blijft":
        yield from (what(c, compared, t) for c in changes if c.kind in move.changed)
    if changes:
        yield why(changes[0], compared, t)
    if move.fate in GONE and move.others:
        yield t("migrate.others", ids=t.list(move.others))
    if move.asked:
        yield from _question(move, step, t)
    if move.answer and move.fate != "blijft":
        yield t("migrate.answer", answer=t(f"word.{move.answer}"))
    if move.fate in GONE and not move.archived:
        yield t("migrate.no_answer")


def _question(move: Move, step: MigrationStep, t: Texts) -> Iterator[str]:
    criterion = step.compared.new.criteria[move.id]
    if move.fate == "nieuw" and move.others:
        yield t("migrate.from", ids=t.list(move.others))
    yield t("migrate.question", requirement=t.of(criterion.requirement))
    if move.fate == "nieuw":
        yield t("migrate.weight", level=criterion.level, obligation=t(f"word.{criterion.obligation}"))
    if move.evidence:
        yield t.count("migrate.carried", len(move.evidence))


def migration_data(made: Migration) -> dict[str, object]:
    """Return the plan as plain data."""
    old, new = made.editions
    return {
        "schema": "digisamen/migration/v1",
        "file": made.file,
        "from": {"number": old.number, "status": old.record.status, "digest": old.digest},
        "to": {"number": new.number, "status": new.record.status, "digest": new.digest},
        "levels": [
            {"subsector": subsector, "before": _level_data(before), "after": _level_data(after)}
            for subsector, before, after in _pairs(made)
        ],
        "steps": [_step_data(step) for step in made.steps],
    }


def _level_data(levels: Levels | None) -> dict[str, int] | None:
    names = ("getoetst", "onderbouwd", "verklaard", "possible", "haalbaar")
    return {name: getattr(levels, name) for name in names} if levels else None


def _step_data(step: MigrationStep) -> dict[str, object]:
    plan = step.plan
    return {
        "from": plan.old,
        "to": plan.new,
        "counts": {fate: len(plan.of(fate)) for fate in FATES},
        "questions": [_move_data(move, step) for move in plan.moves],
        "facts": {"gone": list(plan.facts_gone), "new": list(plan.facts_new)},
    }


def _move_data(move: Move, step: MigrationStep) -> dict[str, object]:
    compared = step.compared
    after = compared.new.criteria.get(move.id)
    criterion = after or compared.old.criteria[move.id]
    note = compared.new.content.changes.changes.get(move.id)
    return {
        "id": move.id,
        "fate": move.fate,
        "title": criterion.title.model_dump(),
        "requirement": after.requirement.model_dump() if after and move.asked else None,
        "answer": move.answer,
        "reasons": list(move.reasons),
        "why": note.why.model_dump() if note and move.fate != "blijft" else None,
        "others": list(move.others),
        "evidence": [{"id": name, "position": place} for name, place in move.evidence],
        "archived": move.archived,
        "changed": list(move.changed),
    }
