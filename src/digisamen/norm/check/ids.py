"""Codes, folders and numbers: everything stands where its name says, and no name is used twice in history."""

from collections.abc import Iterator, Mapping

from digisamen.model.criteria import Criterion
from digisamen.model.problem import Problem
from digisamen.norm.check.norm import Norm, warning
from digisamen.read.criteria import sequence
from digisamen.source.content import SHARED


def number(norm: Norm) -> Iterator[Problem]:
    """The number in `edition.yaml` is the name of the folder."""
    folder = norm.collected.documents["edition.yaml"].name.split("/")[-2]
    if norm.edition.number != folder:
        place = norm.at(("edition", "edition"))
        yield Problem("C017", place, {"value": norm.edition.number, "edition": folder})


def prefixes(norm: Norm) -> Iterator[Problem]:
    """A code starts with the prefix of its theme and the letter of its folder."""
    text = norm.edition.text
    for c in norm.edition.criteria.values():
        if c.theme not in text.themes:
            continue
        about = text.subsectors.get(_folder(norm, c))
        prefix = f"{text.themes[c.theme].prefix}-{about.letter if about else 'G'}-"
        if not c.id.startswith(prefix):
            yield Problem("C006", norm.of(c.id, "id"), {"id": c.id, "prefix": prefix})


def shared(norm: Norm) -> Iterator[Problem]:
    """What is shared names two or three subsectors."""
    for c in norm.edition.criteria.values():
        if _folder(norm, c) == SHARED and len(c.subsectors) < 2:  # noqa: PLR2004  # shared means two or more
            yield Problem("C010", norm.of(c.id, "subsectors"), {"id": c.id})


def _folder(norm: Norm, criterion: Criterion) -> str:
    return norm.collected.origins[criterion.id][0].split("/")[0]


def reused(norm: Norm) -> Iterator[Problem]:
    """A code keeps its meaning for ever: nobody gets a code that somebody had in an earlier edition."""
    for c in norm.edition.criteria.values():
        before = [e for e in norm.earlier if c.id in e.codes]
        other = next((e for e in before if _is_another(c, *e.codes[c.id])), None)
        if other is None and not before:
            other = next((e for e in norm.earlier if e.number == c.since), None)  # it should have been there
        if other:
            yield Problem("C018", norm.of(c.id, "since"), {"id": c.id, "since": c.since, "earlier": other.number})


def _is_another(now: Criterion, since: str, state: str) -> bool:
    return now.since != since or (state == "vervallen" and now.state != "vervallen")


def in_time(norm: Norm) -> Iterator[Problem]:
    """A code is of this edition or older, and lapses after it came."""
    now = sequence(norm.edition.number)
    for c in norm.edition.criteria.values():
        for field, number in (("since", c.since), ("retired_in", c.retired_in)):
            first = sequence(c.since) if field == "retired_in" else (0,)
            if number and not first <= sequence(number) <= now:
                yield Problem("C042", norm.of(c.id, field), {"id": c.id, "field": field, "value": number})


def kept(norm: Norm) -> Iterator[Problem]:
    """No code disappears: a criterion that is no longer needed stays, with the state `vervallen`."""
    gone = {name: e.number for e in norm.earlier for name in e.codes if name not in norm.collected.origins}
    for name, earlier in sorted(gone.items()):
        yield Problem("C019", norm.at(("edition", "edition")), {"id": name, "earlier": earlier})


def retired(norm: Norm) -> Iterator[Problem]:
    """A criterion that has lapsed says since when, and why; another says neither."""
    for c in norm.edition.criteria.values():
        lapsed, said = c.state == "vervallen", (bool(c.reason), bool(c.retired_in))
        if said != (lapsed, lapsed):
            yield Problem("C039", norm.of(c.id, "state"), {"id": c.id, "wanted": "" if lapsed else "active"})


def replaced(norm: Norm) -> Iterator[Problem]:
    """Nothing is replaced by itself, not even along a way round: no criterion and no source."""
    ways: dict[str, dict[str, tuple[str, ...]]] = {
        "criteria": {c.id: c.replaced_by for c in norm.edition.criteria.values()},
        "sources": {n: (s.replaced_by,) for n, s in norm.edition.content.sources.items() if s.replaced_by},
    }
    for kind, ahead in ways.items():
        for name in ahead:
            if name in _behind(name, ahead):
                yield Problem("C013", norm.at((kind, name, "replaced_by")), {"id": name})


def _behind(name: str, ahead: Mapping[str, tuple[str, ...]]) -> set[str]:
    """Return everything that comes in the place of `name`, also along a way round."""
    found: set[str] = set()
    todo = list(ahead[name])
    while todo:
        successor = todo.pop()
        if successor not in found:
            found.add(successor)
            todo += ahead.get(successor, ())
    return found


def strays(norm: Norm) -> Iterator[Problem]:
    """Every file of the edition is read; one with another ending or in another place would be forgotten."""
    for name in norm.strays:
        yield warning("C043", norm.at(("edition", "edition")), value=name)
