"""What changed in the lists of an edition: a word that came or went, one that is something else, or other texts."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from digisamen.model.change import Change, FieldChange, Scalar
from digisamen.model.criteria import Edition
from digisamen.model.lists import Part
from digisamen.model.wording import Localised

Leaf = tuple[str, Scalar]
"""One value with its path; a word of a list stands apart, under the path of the list."""
LISTS: dict[str, tuple[str, ...]] = {
    "levels": (),
    "themes": (),
    "subsectors": (),
    "roles": (),
    "phases": (),
    "works": (),
    "sizes": (),
    "facts": ("question",),  # the question settles for whom a criterion holds
    "evidence_kinds": (),
    "effort": (),
    "explanation_reasons": (),
    "principles": (),
    "glossary": (),
    "sources": (),
}
"""The lists of an edition, with the texts of an entry that decide something: another text there is more than a text."""
WHOLE = ("title", "languages", "uri_base", "licence", "verification", "tender", "ladder_exceptions", "absences")
"""What an edition has besides its lists. Its schema and its number are no part of what it says."""
OWN = "edition/"
"""How the id of a change begins that is about what stands in no list."""


def changed_lists(old: Edition, new: Edition) -> Iterator[Change]:
    """Return the changes in the lists; the id of each is `list/word`, or `edition/name` for what is no list."""
    for name, deciding in LISTS.items():
        before, after = old.listed(name), new.listed(name)
        for word in dict.fromkeys((*before, *after)):
            if word not in before or word not in after:
                yield Change(f"{name}/{word}", "lijst-erbij" if word in after else "lijst-weg", "", 0)
                continue
            was, now = [*_leaves(before[word])], [*_leaves(after[word])]
            if name == "works":
                was, now = was + _recommended(old, word), now + _recommended(new, word)
            yield from _entry(f"{name}/{word}", was, now, deciding)
    for name in WHOLE:
        yield from _entry(f"{OWN}{name}", _whole(old, name, new), _whole(new, name, old))


def _entry(name: str, before: list[Leaf], after: list[Leaf], deciding: tuple[str, ...] = ()) -> Iterator[Change]:
    if before == after:
        return
    found = [*_differences(before, after)]
    dutch = {c.path.rpartition(".")[0] for c in found if c.path.endswith(".nl")}
    decides = [c for c in found if not _is_text(c.path) or _text(c.path) in {*deciding} & dutch]
    texts = [c for c in found if c not in decides]
    if decides:
        yield Change(name, "lijst-anders", "", 0, tuple(decides))
    if texts:
        yield Change(name, "lijst-tekst", "", 0, tuple(texts))


def _differences(before: list[Leaf], after: list[Leaf]) -> Iterator[FieldChange]:
    """Return what differs: of a path with one value both values, of a path with more each that came or went."""
    for path in dict.fromkeys(path for path, _ in (*before, *after)):
        was = [value for where, value in before if where == path]
        now = [value for where, value in after if where == path]
        if len(was) <= 1 and len(now) <= 1 and path not in _MANY:
            one, other = (*was, None)[0], (*now, None)[0]
            if one != other:
                yield FieldChange(path, one, other)
            continue
        yield from (FieldChange(path, value, None) for value in was if value not in now)
        yield from (FieldChange(path, None, value) for value in now if value not in was)


_MANY = {"languages", "methods", "phases", "ladder_exceptions", "absences"}
"""Paths under which any number of words stand."""


def _is_text(path: str) -> bool:
    return path.endswith((".nl", ".en"))


def _text(path: str) -> str:
    return path.rpartition(".")[0]


def _leaves(part: Any, path: str = "") -> Iterator[Leaf]:
    """Return every value below `part`; of a text in two languages both are there, so that one can come or go."""
    if isinstance(part, Localised):
        yield f"{path}.nl", part.nl
        yield f"{path}.en", part.en
    elif isinstance(part, Part):
        for name in type(part).model_fields:
            yield from _leaves(getattr(part, name), f"{path}.{name}".strip("."))
    elif isinstance(part, Mapping):
        for word, inner in part.items():
            yield from _leaves(inner, f"{path}.{word}".strip("."))
    elif isinstance(part, tuple):
        for inner in part:
            yield from _leaves(inner, path)
    elif part is not None:
        yield path, part.isoformat() if isinstance(part, date) else part


def _recommended(edition: Edition, work: str) -> list[Leaf]:
    """Return the level that is recommended for a work: people look for it there."""
    level = edition.text.tender.recommended.get(work)
    return [] if level is None else [("recommended", level)]


def _whole(edition: Edition, name: str, other: Edition) -> list[Leaf]:
    """Return the values of a part of an edition that is no list."""
    part = getattr(edition.text, name)
    if name in {"title", "uri_base"}:
        theirs = dict(_leaves(getattr(other.text, name), name))
        return [leaf for leaf in _leaves(part, name) if not _same_but_number(leaf, edition, theirs, other)]
    if name == "ladder_exceptions":
        fields = ("theme", "level", "sizes", "roles", "subsectors", "false_facts")
        return [*_listed(part, name, fields, other.text.ladder_exceptions)]
    if name == "absences":
        return [*_listed(part, name, ("subsector", "theme", "phase", "principle"), other.text.absences)]
    if name == "tender":
        works = {f"recommended.{work}" for work in (*edition.text.works, *other.text.works)}
        return [leaf for leaf in _leaves(part) if leaf[0] not in works]
    return [*_leaves(part, "" if isinstance(part, Part) else name)]


def _same_but_number(leaf: Leaf, edition: Edition, theirs: Mapping[str, Scalar], other: Edition) -> bool:
    """Tell whether a title or an address differs by the number of the edition alone: that is no change."""
    mine = str(leaf[1] or "").replace(edition.number, "#")
    return mine == str(theirs.get(leaf[0]) or "").replace(other.number, "#")


def _listed(entries: tuple[Part, ...], name: str, fields: tuple[str, ...], others: tuple[Part, ...]) -> Iterator[Leaf]:
    """Return each entry in a few words under the name of the list; and its reason, where both editions have it."""
    both = {*_said(others, fields)}
    for said, entry in _said(entries, fields).items():
        yield name, said
        if said in both:
            yield from _leaves(getattr(entry, "reason"), f"reason {said}")  # noqa: B009  # both kinds of entry have one


def _said(entries: tuple[Part, ...], fields: tuple[str, ...]) -> dict[str, Part]:
    """Return the entries by what they say in a few words; what says the same twice gets a number."""
    found: dict[str, Part] = {}
    for entry in entries:
        pieces = [getattr(entry, field) for field in fields]
        said = " ".join(", ".join(sorted(p)) if isinstance(p, tuple) else str(p) for p in pieces if p)
        number = sum(word == said or word.startswith(f"{said} #") for word in found)
        found[f"{said} #{number + 1}" if number else said] = entry
    return found
