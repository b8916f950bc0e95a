"""What changed at one criterion that both editions have."""

from collections import defaultdict
from collections.abc import Iterator

from digisamen.model.change import Change, Direction, FieldChange, Kind, Scalar, TextClass
from digisamen.model.criteria import Criterion
from digisamen.model.fields import DOWN, EVEN, UP, Field, field_at, holding, value_at
from digisamen.model.wording import Localised

Moved = Iterator[tuple[FieldChange, int]]
"""What changed, and which way that goes."""
DIRECTION: dict[int, Direction] = {UP: "strenger", EVEN: "gelijk", DOWN: "soepeler"}
DECLARED: dict[TextClass | None, Direction | None] = {
    "strenger": "strenger",
    "soepeler": "soepeler",
    "redactie": "gelijk",
    None: None,
}


def changed_fields(old: Criterion, new: Criterion) -> Iterator[Change]:
    """Return the changes in the fields of fixed values: one for each kind and direction."""
    groups: dict[tuple[Kind, Direction], list[FieldChange]] = defaultdict(list)
    for change, way in _moved(old, new):
        direction = DIRECTION[EVEN if new.state == "vervallen" else way]
        groups[_kind(change, direction), direction].append(change)
    for (kind, direction), fields in groups.items():
        yield Change(new.id, kind, new.theme, new.level, tuple(fields), direction)


def _moved(old: Criterion, new: Criterion) -> Moved:
    for field in holding("rank"):
        yield from _rank(field, field.path, value_at(old, field.path), value_at(new, field.path))
    for field in holding("number"):
        yield from _number(field, old, new)
    for field in holding("words"):
        yield from _words(field, old, new)
    for field in holding("sizes"):
        for size in sorted(old.applies.sizes.keys() | new.applies.sizes.keys()):
            before, after = old.applies.size_rule(size), new.applies.size_rule(size)
            yield from _rank(field, f"{field.path}.{size}", before, after)
    yield from _proof(old, new)
    for field in holding("word"):
        before, after = value_at(old, field.path), value_at(new, field.path)
        if before != after:
            yield FieldChange(field.path, before, after), EVEN


def _rank(field: Field, path: str, before: Scalar, after: Scalar) -> Moved:
    if before != after:
        more = field.ranks.index(after) > field.ranks.index(before)
        yield FieldChange(path, before, after), UP if more else DOWN


def _number(field: Field, old: Criterion, new: Criterion) -> Moved:
    before, after = value_at(old, field.path), value_at(new, field.path)
    if before == after:
        return
    counts = field.more if field.path != "level" or _both_must(old, new) else EVEN
    if before is None or after is None:
        counts = EVEN  # a number that came or went is neither more nor less than another
    yield FieldChange(field.path, before, after), counts if (after or 0) > (before or 0) else -counts


def _both_must(old: Criterion, new: Criterion) -> bool:
    return old.obligation == new.obligation == "must"


def _words(field: Field, old: Criterion, new: Criterion) -> Moved:
    before, after = value_at(old, field.path), value_at(new, field.path)
    for word in before:
        if word not in after:
            yield FieldChange(field.path, word, None), -field.more
    for word in after:
        if word not in before:
            yield FieldChange(field.path, None, word), field.more


def _proof(old: Criterion, new: Criterion) -> Moved:
    """From light to strong or back, the same kinds count."""
    both = old.evidence.accepted & new.evidence.accepted
    for field in holding("proof"):
        for change, way in _words(field, old, new):
            yield change, EVEN if (change.old or change.new) in both else way


def _kind(change: FieldChange, direction: Direction) -> Kind:
    if change.path == "level":
        return "niveau-omhoog" if int(change.new or 0) > int(change.old or 0) else "niveau-omlaag"
    field = field_at(change.path)
    return (field.change if field else None) or ("overig" if direction == "gelijk" else direction)


def changed_texts(old: Criterion, new: Criterion, declared: TextClass | None, *, english: bool) -> Iterator[Change]:
    """Return the changes in the texts: in Dutch, with the class declared for it, and in English alone.

    With `english` a Dutch text that changed without its translation is a change of its own: it may be out of step.
    """
    dutch: list[FieldChange] = []
    behind: list[FieldChange] = []
    alone: list[FieldChange] = []
    for path, before, after in _texts(old, new):
        nl = FieldChange(f"{path}.nl", before.nl if before else None, after.nl if after else None)
        en = FieldChange(f"{path}.en", before.en if before else None, after.en if after else None)
        if nl.old != nl.new:
            dutch += [nl] if en.old == en.new else [nl, en]
            behind += [nl] if english and en.old == en.new else []
        elif en.old != en.new:
            alone.append(en)
    about = (new.theme, new.level)
    if dutch:
        yield Change(new.id, "tekst", *about, tuple(dutch), DECLARED[declared], text_class=declared)
    if behind:
        yield Change(new.id, "engels-achter", *about, tuple(behind), "gelijk")
    if alone:
        yield Change(new.id, "vertaling", *about, tuple(alone), "gelijk")


def _texts(old: Criterion, new: Criterion) -> Iterator[tuple[str, Localised | None, Localised | None]]:
    for field in holding("text"):
        yield field.path, value_at(old, field.path), value_at(new, field.path)
    for role in sorted(old.advice.keys() | new.advice.keys()):
        yield f"advice.{role}", old.advice.get(role), new.advice.get(role)
