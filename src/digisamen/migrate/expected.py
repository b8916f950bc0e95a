"""What the data of an assessment is after a plan, worked out apart from the edits in its text."""

from copy import deepcopy
from typing import Any

from digisamen.migrate.migration import GONE, MigrationPlan, Move
from digisamen.model.problem import Path

_BREAKS = "\r\n\x85\u2028\u2029"

EMPTY = frozenset(("answers", "facts", "archive", "evidence"))
"""Keys that may as well be absent when there is nothing behind them."""


def migrated(data: dict[str, Any], plan: MigrationPlan) -> dict[str, Any]:
    """Return the plain data of `org.yaml` as `plan` leaves it."""
    made = deepcopy(data)
    made["edition"] = plan.new
    before = data.get("answers") or {}
    answers, archived = dict(made.get("answers") or {}), {}
    for move in plan.moves:
        if move.archived or move.fate in GONE:
            archived[move.id] = before[move.id]
        if move.fate in GONE:
            del answers[move.id]
        elif move.fate == "nieuw":
            answers[move.id] = {"answer": None, "evidence": _evidence(before, move)} if move.evidence else None
        elif move.fate == "opnieuw" or move.archived:
            answers[move.id] = _after(before[move.id], move, before)
    facts = dict(data["organisation"].get("facts") or {})
    gone = {name: facts.pop(name) for name in plan.facts_gone}
    facts |= dict.fromkeys(plan.facts_new)
    made["organisation"] = {**made["organisation"], "facts": facts}
    made["answers"] = answers
    return _with_archive(made, plan.old, {"answers": archived, "facts": gone})


def _after(said: Any, move: Move, before: dict[str, Any]) -> Any:
    if not isinstance(said, dict):
        return {"answer": None, "evidence": _evidence(before, move)} if move.evidence else None
    if any(name != move.id for name, _ in move.evidence):
        return {"answer": None, "evidence": _evidence(before, move)}
    again = move.fate == "opnieuw"
    left = {k: v for k, v in said.items() if not (again and k in {"reason", "explanation"})}
    if again and "answer" in left:
        left["answer"] = None
    if left.get("evidence"):
        left["evidence"] = _evidence(before, move)
    return left or None


def _evidence(before: dict[str, Any], move: Move) -> list[Any]:
    return [deepcopy(before[name]["evidence"][place]) for name, place in move.evidence]


def _with_archive(made: dict[str, Any], old: str, more: dict[str, dict[str, Any]]) -> dict[str, Any]:
    wanted = {kind: deepcopy(entries) for kind, entries in more.items() if entries}
    if wanted:
        archive = dict(made.get("archive") or {})
        there = dict(archive.get(old) or {})
        archive[old] = there | {kind: {**(there.get(kind) or {}), **entries} for kind, entries in wanted.items()}
        made["archive"] = archive
    return made


def same(one: Any, other: Any) -> bool:
    """Return whether two assessments hold the same data, every text to its last character.

    The difference between nothing and an empty list says nothing.
    """
    return bool(_plain(one) == _plain(other))


def _plain(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _plain(value) for key, value in data.items() if key not in EMPTY or value} or None
    if isinstance(data, list):
        return [_plain(value) for value in data] or None
    return data


def other_ends(one: Any, other: Any, path: Path = ()) -> Path | None:
    """Return the place of a text that differs in the line breaks at its end alone; none when there is none."""
    if isinstance(one, str) and isinstance(other, str):
        return path if one != other and one.rstrip(_BREAKS) == other.rstrip(_BREAKS) else None
    inner: list[tuple[Any, Any, Any]] = []
    if isinstance(one, dict) and isinstance(other, dict):
        inner = [(key, value, other.get(key)) for key, value in one.items()]
    elif isinstance(one, list) and isinstance(other, list):
        inner = [(place, *pair) for place, pair in enumerate(zip(one, other, strict=False))]
    found = (other_ends(first, second, (*path, key)) for key, first, second in inner)
    return next((place for place in found if place is not None), None)
