"""What changed from one edition to another, per id."""

from collections.abc import Iterator, Sequence

from digisamen.model.change import KINDS, Change, FieldChange
from digisamen.model.criteria import Criterion, Edition, same_year
from digisamen.norm.compare.criterion import changed_fields, changed_texts
from digisamen.norm.compare.lists import changed_lists


def diff(old: Edition, new: Edition) -> tuple[Change, ...]:
    """Return every change from `old` to `new`, by theme, id and kind; those in the lists of the edition come last.

    The class of a change of text comes from the `changes.yaml` of `new`, as far as that is about `old`.
    """
    themes = {theme: place for place, theme in enumerate(dict.fromkeys((*new.text.themes, *old.text.themes)))}

    def order(change: Change) -> tuple[int, str, int, str]:
        return themes.get(change.theme, len(themes)), change.id, KINDS.index(change.kind), change.direction or ""

    return tuple(sorted([*changed_criteria(old, new), *changed_lists(old, new)], key=order))


def changed_criteria(old: Edition, new: Edition) -> list[Change]:
    """Return what changed at the criteria, by id: all that matters to an answer."""
    lapsing = tuple(_lapsing(old, new))
    names = sorted(old.criteria.keys() | new.criteria.keys())
    return [change for name in names for change in _of(name, old, new, lapsing)]


def _of(name: str, old: Edition, new: Edition, lapsing: Sequence[Criterion]) -> Iterator[Change]:
    before, after = old.criteria.get(name), new.criteria.get(name)
    yield from _life(name, old, new, lapsing)
    if before is None or after is None or before == after or _lapsed(after) > _lapsed(before):
        return  # what else changed at a criterion that is new, or that lapses now, changes nothing for anybody
    yield from changed_fields(before, after)
    log = new.content.changes
    # An erratum has the same rules as the edition of its year, so what is said about that one holds from it as well.
    note = log.changes.get(name) if same_year(log.previous, old.number) else None
    yield from changed_texts(before, after, note.text if note else None, english="en" in new.text.languages)


def _life(name: str, old: Edition, new: Edition, lapsing: Sequence[Criterion]) -> Iterator[Change]:
    """Return how a criterion came or went: from one state to another."""
    before, after = old.criteria.get(name), new.criteria.get(name)
    was, now = before.state if before else None, after.state if after else None
    about = after or before
    sources = _merged(name, old, new, lapsing)
    if about is None or (was == now and not sources):
        return
    theme, level = about.theme, about.level
    fields = (FieldChange("state", was, now),) if was != now else ()
    must = about.obligation == "must"
    if now == "actief" and sources:
        yield Change(name, "samengevoegd", theme, level, fields, None, sources)
    elif now == "actief":
        yield Change(name, "nieuw", theme, level, fields, "strenger" if must else "gelijk", _came_from(name, lapsing))
    elif now == "aankomend":
        # Shown and never counted: only who had it as a criterion that counts is asked less.
        yield Change(name, "aangekondigd", theme, level, fields, "soepeler" if must and was == "actief" else "gelijk")
    elif after is not None and len(after.replaced_by) > 1:
        yield Change(name, "gesplitst", theme, level, fields, None, after.replaced_by)
    else:
        others = after.replaced_by if after else ()
        yield Change(name, "vervallen", theme, level, fields, "soepeler" if must else "gelijk", others)


def _lapsed(criterion: Criterion | None) -> bool:
    return criterion is None or criterion.state == "vervallen"


def _lapsing(old: Edition, new: Edition) -> Iterator[Criterion]:
    """Return the criteria that `old` still has and that lapse in `new`."""
    for name, criterion in new.criteria.items():
        if criterion.state == "vervallen" and not _lapsed(old.criteria.get(name)):
            yield criterion


def _came_from(name: str, lapsing: Sequence[Criterion]) -> tuple[str, ...]:
    return tuple(c.id for c in lapsing if name in c.replaced_by)


def _merged(name: str, old: Edition, new: Edition, lapsing: Sequence[Criterion]) -> tuple[str, ...]:
    """Return the ids that lapse with `name` as their one successor, where it takes the place of two duties or more."""
    after = new.criteria.get(name)
    if after is None or after.state != "actief":
        return ()
    sources = tuple(c.id for c in lapsing if c.replaced_by == (name,))
    own = not _lapsed(old.criteria.get(name))
    return sources if sources and len(sources) + own > 1 else ()
