"""What changed at one criterion that both editions have."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from digisamen.compare.fields import DOWN, EVEN, KIND, NUMBERS, PLAIN, SETS, TEXTS, UP, WORDS
from digisamen.model.change import Change, Direction, FieldChange, Kind, Scalar, TextClass
from digisamen.model.criteria import Criterion
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
    for path, ranks in WORDS.items():
        if path != "applies.sizes":
            yield from _word(path, part(old, path), part(new, path), ranks)
    for path, way in NUMBERS.items():
        before, after = part(old, path), part(new, path)
        if before != after:
            counts = way if path != "level" or old.obligation == new.obligation == "must" else EVEN
            yield FieldChange(path, before, after), counts if after > before else -counts
    for path, way in SETS.items():
        yield from _words(path, part(old, path), part(new, path), way)
    for size in sorted(old.applies.sizes.keys() | new.applies.sizes.keys()):
        before, after = old.applies.size_rule(size), new.applies.size_rule(size)
        yield from _word(f"applies.sizes.{size}", before, after, WORDS["applies.sizes"])
    yield from _proof(old, new)
    for path in PLAIN:
        before, after = part(old, path), part(new, path)
        if before != after:
            yield FieldChange(path, before, after), EVEN


def _word(path: str, before: Scalar, after: Scalar, ranks: tuple[Scalar, ...]) -> Moved:
    if before != after:
        yield FieldChange(path, before, after), UP if ranks.index(after) > ranks.index(before) else DOWN


def _words(path: str, before: tuple[str, ...], after: tuple[str, ...], way: int) -> Moved:
    for word in before:
        if word not in after:
            yield FieldChange(path, word, None), -way
    for word in after:
        if word not in before:
            yield FieldChange(path, None, word), way


def _proof(old: Criterion, new: Criterion) -> Moved:
    """One more kind that counts makes it easier; from light to strong or back, the same kinds count."""
    both = old.evidence.accepted & new.evidence.accepted
    for path in ("evidence.light", "evidence.strong"):
        for change, way in _words(path, part(old, path), part(new, path), DOWN):
            yield change, EVEN if (change.old or change.new) in both else way


def _kind(change: FieldChange, direction: Direction) -> Kind:
    if change.path == "level":
        return "niveau-omhoog" if int(change.new or 0) > int(change.old or 0) else "niveau-omlaag"
    return KIND.get(change.path) or KIND.get(change.path.split(".")[0]) or _other(direction)


def _other(direction: Direction) -> Kind:
    return "overig" if direction == "gelijk" else direction


def changed_texts(old: Criterion, new: Criterion, said: TextClass | None, *, english: bool) -> Iterator[Change]:
    """Return the changes in the texts: in Dutch, with the class that is said of it, and in English alone.

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
        yield Change(new.id, "tekst", *about, tuple(dutch), DECLARED[said], text_class=said)
    if behind:
        yield Change(new.id, "engels-achter", *about, tuple(behind), "gelijk")
    if alone:
        yield Change(new.id, "vertaling", *about, tuple(alone), "gelijk")


def _texts(old: Criterion, new: Criterion) -> Iterator[tuple[str, Localised | None, Localised | None]]:
    for path in TEXTS:
        yield path, part(old, path), part(new, path)
    for role in sorted(old.advice.keys() | new.advice.keys()):
        yield f"advice.{role}", old.advice.get(role), new.advice.get(role)


def part(whole: Any, path: str) -> Any:
    """Return what stands at a dotted path of a model."""
    for name in path.split("."):
        whole = getattr(whole, name)
    return whole
