"""Codes, folders and numbers: everything stands where its name says, and no name is used twice in history."""

from collections.abc import Iterator

from digisamen.check.norm import Norm
from digisamen.model.criteria import Criterion, Edition
from digisamen.model.problem import Problem
from digisamen.source.content import SHARED


def folders(norm: Norm) -> Iterator[Problem]:
    """Every folder is `gedeeld` or a subsector, and every file a theme."""
    text = norm.edition.text
    for name, document in norm.gathered.documents.items():
        folder, _slash, file = name.rpartition("/")
        theme = file.removesuffix(".yaml")
        if folder and folder != SHARED and folder not in text.subsectors:
            yield Problem("C015", document.place(()), {"value": folder})
        if folder and theme not in text.themes:
            yield Problem("C016", document.place(()), {"value": file, "known": ", ".join(text.themes)})


def number(norm: Norm) -> Iterator[Problem]:
    """The number in `edition.yaml` is the name of the folder."""
    folder = norm.gathered.documents["edition.yaml"].name.split("/")[-2]
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
    return norm.gathered.origins[criterion.id][0].split("/")[0]


def reused(norm: Norm) -> Iterator[Problem]:
    """A code keeps its meaning for ever: nobody gets a code that somebody had in an earlier edition."""
    for c in norm.edition.criteria.values():
        before = [(e, e.criteria[c.id]) for e in norm.earlier if c.id in e.criteria]
        other = next((e for e, old in before if _is_another(c, old)), None) or _should_know(norm, c, before)
        if other:
            yield Problem("C018", norm.of(c.id, "since"), {"id": c.id, "since": c.since, "earlier": other.number})


def _is_another(now: Criterion, old: Criterion) -> bool:
    return now.since != old.since or (old.state == "vervallen" and now.state != "vervallen")


def _should_know(norm: Norm, c: Criterion, before: list[tuple[Edition, Criterion]]) -> Edition | None:
    """Return the earlier edition that `since` names although the code is not in it."""
    return None if before else next((e for e in norm.earlier if e.number == c.since), None)


def kept(norm: Norm) -> Iterator[Problem]:
    """No code disappears: a criterion that is no longer needed stays, with the state `vervallen`."""
    gone = {name: e.number for e in norm.earlier for name in e.criteria if name not in norm.gathered.origins}
    for name, earlier in sorted(gone.items()):
        yield Problem("C019", norm.at(("edition", "edition")), {"id": name, "earlier": earlier})


def retired(norm: Norm) -> Iterator[Problem]:
    """A criterion that has lapsed says since when, and why."""
    for c in norm.edition.criteria.values():
        if c.state == "vervallen" and not (c.reason and c.retired_in):
            yield Problem("C039", norm.of(c.id, "state"), {"id": c.id})


def replaced(norm: Norm) -> Iterator[Problem]:
    """Nothing is replaced by itself, not even along a way round."""
    for c in norm.edition.criteria.values():
        seen: set[str] = set()
        ahead = list(c.replaced_by)
        while ahead:
            name = ahead.pop()
            if name == c.id:
                yield Problem("C013", norm.of(c.id, "replaced_by"), {"id": c.id})
                break
            if name not in seen and name in norm.edition.criteria:
                seen.add(name)
                ahead += norm.edition.criteria[name].replaced_by
