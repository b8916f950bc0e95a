"""What `changes.yaml` says, beside what really changed: which lines are missing, and which are untrue."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from digisamen.model.change import DECLARED, Change, DeclaredKind
from digisamen.model.criteria import ChangeNote, Edition
from digisamen.model.problem import Path, Place, Problem

Locate = Callable[..., Place]
"""Gives the place of a path of the content; with `key=True` the place of its key."""


def declared(changes: Sequence[Change], old: Edition, new: Edition, locate: Locate) -> tuple[Problem, ...]:
    """Return what is wrong with the `changes.yaml` of `new` as the story of `changes`, which are those from `old`.

    When it tells of yet another edition, only that is said: its lines may be true then.
    """
    log = new.content.changes
    problems: list[Problem] = []
    if log.previous != old.number:
        values = {"edition": new.number, "previous": log.previous or "", "old": old.number}
        wanted = {"wanted": "" if log.previous else "none"}
        problems.append(Problem("C045", locate(("changes", "previous")), values | wanted))
        if log.previous:
            return tuple(problems)
    happened: dict[str, list[Change]] = {name: [] for name in log.changes}
    for change in changes:
        if change.theme:
            happened.setdefault(change.id, []).append(change)
    for name in sorted(happened):
        note = log.changes.get(name)
        problems += _missing(name, happened[name], locate) if note is None else _note(name, note, happened, new, locate)
    return tuple(problems)


def _missing(name: str, found: Sequence[Change], locate: Locate) -> Iterator[Problem]:
    values = {"id": name, "kinds": ", ".join(_kinds(found)), "wanted": "", "cause": ""}
    text = any(c.kind == "tekst" for c in found)
    if text:
        values |= {"wanted": "both" if values["kinds"] else "text", "cause": "both" if values["kinds"] else "text"}
    yield Problem("C046", locate(("changes", "changes"), key=True), values)


def _note(
    name: str, note: ChangeNote, happened: Mapping[str, Sequence[Change]], new: Edition, locate: Locate
) -> Iterator[Problem]:
    start: Path = ("changes", "changes", name)
    found = happened[name]
    if name not in new.criteria and not found:
        yield Problem("C052", locate(start, key=True), {"id": name, "wanted": "unknown"})
        return
    if not found:
        yield Problem("C052", locate(start, key=True), {"id": name, "wanted": ""})
        return
    real = _kinds(found)
    for kind in real:
        if kind not in note.kinds:
            yield Problem("C047", locate((*start, "kinds")), {"id": name, "kind": kind})
    for position, kind in enumerate(note.kinds):
        if kind not in real:
            values = {"id": name, "kind": kind, "known": ", ".join(real), "cause": "" if real else "none"}
            yield Problem("C048", locate((*start, "kinds", position)), values)
    text = any(c.kind == "tekst" for c in found)
    if text and note.text is None:
        yield Problem("C049", locate(start, key=True), {"id": name})
    if note.text is not None and not text:
        yield Problem("C050", locate((*start, "text")), {"id": name, "value": note.text})
    yield from _others(name, note, found, new, locate)


def _others(name: str, note: ChangeNote, found: Sequence[Change], new: Edition, locate: Locate) -> Iterator[Problem]:
    """`into` is what `replaced_by` says, and `from` the criteria whose `replaced_by` names this one."""
    into = {other for c in found if c.kind in {"vervallen", "gesplitst"} for other in c.others}
    came = {other for c in found if c.kind in {"nieuw", "samengevoegd"} for other in c.others}
    kinds = {c.kind for c in found}
    for field, said, real, asked in (
        ("into", note.into, into, "gesplitst" in kinds),
        ("from", note.from_, came, "samengevoegd" in kinds),
    ):
        unknown = [other for other in said if other not in new.criteria]
        if not unknown and (set(said) == real or not (said or asked)):
            continue
        wanted = "unknown" if unknown else "" if said else "missing"
        known = {"known": ", ".join(sorted(real)), "cause": "" if real else "none"}
        values = {"id": name, "field": field, "value": ", ".join(unknown or said), "wanted": wanted, **known}
        yield Problem("C051", locate(("changes", "changes", name, field)), values)


def _kinds(found: Sequence[Change]) -> list[DeclaredKind]:
    """Return the kinds to declare, each of them once."""
    return [kind for kind in DECLARED if any(change.kind == kind for change in found)]
