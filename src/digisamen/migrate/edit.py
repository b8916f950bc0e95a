"""The text of an assessment after a plan: only what the plan changes is edited, and what goes moves to the archive."""

import json
from collections.abc import Collection, Iterator
from typing import Any

from digisamen.migrate.migration import GONE, MigrationPlan, Move, Remarks
from digisamen.model.problem import Path
from digisamen.source.yaml_edit import Lines, Splice, as_flow, is_flow, key_span, spliced, value_at, value_span
from digisamen.source.yaml_entry import Entry, Source, reads_as
from digisamen.source.yaml_parts import edits, emptied, entry_source, filled, item_source
from digisamen.source.yaml_text import Document

WORDS = ("reason", "explanation")
"""What goes with the word of an answer: it says why it was that word."""
EDITION: Path = ("edition",)
ANSWERS: Path = ("answers",)
FACTS: Path = ("organisation", "facts")
ARCHIVE: Path = ("archive",)


def edited(document: Document, plan: MigrationPlan, remarks: Remarks) -> str:
    """Return the text of `document` after `plan`.

    Raises:
        CannotEditError: a place is written in a way in which we would not dare to change it.
    """
    if _is_json(document.text):
        remarks = Remarks()
    old = (*ARCHIVE, plan.old)
    removed: dict[Path, set[Any]] = {
        ANSWERS: leaving(plan),
        FACTS: set(plan.facts_gone),
    }
    added: dict[Path, list[Entry]] = {
        FACTS: [Entry(name, comments=_comments(remarks.facts.get(name, ()))) for name in plan.facts_new],
        ANSWERS: [*_new(document, plan, remarks)],
        (*old, "answers"): _archived(document, ANSWERS, {m.id for m in plan.archived} | removed[ANSWERS]),
        (*old, "facts"): _archived(document, FACTS, plan.facts_gone),
    }
    splices = _edition(document, plan.new)
    for move in plan.moves:
        splices += _kept(document, move, remarks, removed)
    splices += edits(document, _wanted(removed), added, {ARCHIVE: _comments(remarks.archive)})
    return spliced(document.text, splices)


def _wanted(removed: dict[Path, set[Any]]) -> dict[Path, set[Any]]:
    return {path: names for path, names in removed.items() if names}


def _is_json(text: str) -> bool:
    """Tell whether a file is JSON, which is YAML as well: it stays JSON, so it gets no comments."""
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _comments(lines: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"# {said}".rstrip() if said else "" for said in lines)


def _edition(document: Document, number: str) -> list[Splice]:
    start, end = value_span(document, EDITION)
    said = document.text[start:end]
    quote = said[:1] if said[:1] in "\"'" else ""
    if said.strip(quote) == value_at(document, EDITION):
        return [Splice(start, end, f"{quote}{number}{quote}")]
    return emptied(document, EDITION, as_flow(number))  # a block, or with escapes


def _archived(document: Document, holder: Path, names: Collection[str]) -> list[Entry]:
    """Return what goes to the archive, as it stands; comments above it go with what leaves its place."""
    found = []
    for name in value_at(document, holder) or ():
        if name in names:
            source, comments = entry_source(document, (*holder, name))
            value = value_at(document, (*holder, name))
            exact = reads_as(source, value, name)
            found.append(Entry(name, value, comments, source if exact else None))
    return found


def _new(document: Document, plan: MigrationPlan, remarks: Remarks) -> Iterator[Entry]:
    new = plan.of("nieuw")
    for number, move in enumerate(new):
        above = ("", *_comments(remarks.new)) if number == 0 and remarks.new else ()
        said = _comments(remarks.questions.get(move.id, ()))
        yield Entry(move.id, comments=(*above, *(("", *said) if said else ())), inner=_open(document, move))


def _open(document: Document, move: Move) -> tuple[Entry, ...]:
    """Return what an open question holds: nothing, or the evidence that was there."""
    if not move.evidence:
        return ()
    places: list[Path] = [(*ANSWERS, name, "evidence", place) for name, place in move.evidence]
    values = [value_at(document, place) for place in places]
    items = tuple(_item(document, place, value) for place, value in zip(places, values, strict=True))
    return (Entry("answer"), Entry("evidence", values, items=items))


def _item(document: Document, place: Path, value: Any) -> Source:
    source = item_source(document, place)
    return source if reads_as(source, value) else (as_flow(value), 0)


def _kept(document: Document, move: Move, remarks: Remarks, removed: dict[Path, set[Any]]) -> Iterator[Splice]:
    """Return the edits in a question that stays; what is to be taken out of it is added to `removed`."""
    path: Path = (*ANSWERS, move.id)
    said = value_at(document, path)
    if move.fate == "opnieuw":
        yield from _remark(document, path, remarks)
        if any(name != move.id for name, _ in move.evidence):
            yield from filled(document, path, _open(document, move))
            return
        if not isinstance(said, dict):
            yield from emptied(document, path)
            return
        words = {word for word in WORDS if word in said}
        if words == said.keys():
            yield from emptied(document, path)
            return
        if said.get("answer"):
            yield from emptied(document, (*path, "answer"))
        removed[path] = words
    if move.fate in {"opnieuw", "blijft"} and move.archived and isinstance(said, dict):
        evidence = said.get("evidence") or []
        lost = set(range(len(evidence))) - {place for _, place in move.evidence}
        if lost and len(lost) == len(evidence):
            yield from emptied(document, (*path, "evidence"), as_flow([]))
        elif lost:
            removed[(*path, "evidence")] = lost


def _remark(document: Document, path: Path, remarks: Remarks) -> Iterator[Splice]:
    said = _comments(remarks.questions.get(str(path[-1]), ()))
    lines, (start, _) = Lines(document), key_span(document, path)
    if said and lines.opens(start):
        at, ending = lines.starts[lines.number(start)], lines.ending
        yield Splice(at, at, "".join(f"{' ' * lines.stands(start)}{x}{ending}" for x in said))


def archive_conflict(document: Document, plan: MigrationPlan) -> tuple[str, Path] | None:
    """Return what stands in the archive where the plan puts something, as the code of the problem and its place.

    We add to an archive as we write it: none of what stands there is replaced.
    """
    moved = {"answers": leaving(plan) | {m.id for m in plan.archived}, "facts": set(plan.facts_gone)}
    whole = value_at(document, ARCHIVE)
    if ARCHIVE not in document.values or not any(moved.values()) or whole in (None, {}):
        return None
    old = (*ARCHIVE, plan.old)
    for path in (ARCHIVE, old, *((*old, kind) for kind in moved)):
        there = value_at(document, path)
        # In a file of lines we write an archive of lines, and those do not fit within brackets.
        ours = isinstance(there, dict) and is_flow(document, path) == is_flow(document, ())
        if there not in (None, {}) and not ours:
            return "M002", path
    for kind, names in moved.items():
        for name in value_at(document, (*old, kind)) or ():
            if name in names:
                return "M003", (*old, kind, name)
    return None


def leaving(plan: MigrationPlan) -> set[str]:
    """Return the questions that leave their place."""
    return {m.id for m in plan.of(*GONE)}
