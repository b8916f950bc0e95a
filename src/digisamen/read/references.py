"""What must be right before an edition can be used: its folders, and every word that refers to something."""

from collections.abc import Collection, Iterable, Iterator

from digisamen.model.criteria import Criterion, Edition
from digisamen.model.fields import FIELDS, value_at, words_of
from digisamen.model.problem import Path, Problem
from digisamen.read.errors import near, short
from digisamen.source.content import SHARED, EditionSource

Words = tuple[Path, Iterable[str], Collection[str]]
"""Where words stand, the words, and what they may be."""


def broken_references(edition: Edition, collected: EditionSource) -> tuple[Problem, ...]:
    """Return what must be right before an edition can be used at all: its folders, and all that it refers to."""
    return (*folders(edition, collected), *references(edition, collected))


def folders(edition: Edition, collected: EditionSource) -> Iterator[Problem]:
    """Every folder is `gedeeld` or a subsector, and every file a theme."""
    text = edition.text
    for name, document in collected.documents.items():
        folder, _slash, file = name.rpartition("/")
        theme = file.removesuffix(".yaml")
        if folder and folder != SHARED and folder not in text.subsectors:
            yield Problem("C015", document.place(()), {"value": folder})
        if folder and theme not in text.themes:
            yield Problem("C016", document.place(()), {"value": file, "known": ", ".join(text.themes)})


def references(edition: Edition, collected: EditionSource) -> Iterator[Problem]:
    """Every word that refers to a list of the edition, to a source or to another criterion exists there."""
    for c in edition.criteria.values():
        yield from _unknown(collected, c.id, ("criteria", c.id), _of_criterion(edition, c, collected.origins))
    yield from _unknown(collected, "edition.yaml", ("edition",), _of_lists(edition))
    yield from _unknown(collected, "sources.yaml", ("sources",), _of_sources(edition))


def _unknown(collected: EditionSource, name: str, start: Path, rows: Iterable[Words]) -> Iterator[Problem]:
    for path, words, known in rows:
        for position, word in enumerate(words):
            if word not in known:
                spot, key = _spot(path, position, word)
                values = {
                    "id": name,
                    "field": ".".join(map(str, path)),
                    "value": short(word),
                    "near": near(word, known),
                }
                yield Problem("C007", collected.place((*start, *spot), key=key), {**values, "known": _some(known)})


_SINGLE = {"method", "phase", "effort", "level", "theme", "replaced_by", "principle", "subsector"}
"""Fields that hold one word; the others hold a list or a mapping."""


def _spot(path: Path, position: int, word: str) -> tuple[Path, bool]:
    if path in {("applies", "sizes"), ("advice",), ("tender", "recommended")}:
        return (*path, word), True
    if path[-1] in _SINGLE and path != ("replaced_by",):
        return path, False
    return (*path, position), False


def _of_criterion(edition: Edition, c: Criterion, names: Collection[str]) -> Iterator[Words]:
    for field in FIELDS:
        if field.refers and field.path != "theme":  # the theme is the name of the file, and `folders` looks at it
            known = names if field.refers == "criteria" else edition.listed(field.refers)
            yield tuple(field.path.split(".")), words_of(value_at(c, field.path)), known


def _of_lists(edition: Edition) -> Iterator[Words]:
    text = edition.text
    for name, kind in text.evidence_kinds.items():
        yield ("evidence_kinds", name, "method"), (kind.method,), text.verification.methods
    yield ("tender", "recommended"), text.tender.recommended, text.works
    for n, e in enumerate(text.ladder_exceptions):
        yield ("ladder_exceptions", n, "sizes"), e.sizes, text.sizes
        yield ("ladder_exceptions", n, "theme"), (e.theme,), text.themes
        yield ("ladder_exceptions", n, "level"), (str(e.level),), [str(x) for x in text.levels]
        yield ("ladder_exceptions", n, "roles"), e.roles, text.roles
        yield ("ladder_exceptions", n, "subsectors"), e.subsectors, text.subsectors
        yield ("ladder_exceptions", n, "false_facts"), e.false_facts, text.facts
    for n, a in enumerate(text.absences):
        yield ("absences", n, "subsector"), (a.subsector,), text.subsectors
        yield ("absences", n, "phase"), (a.phase,) if a.phase else (), text.phases
        yield ("absences", n, "theme"), (a.theme,) if a.theme else (), text.themes
        yield ("absences", n, "principle"), (a.principle,) if a.principle else (), text.principles


def _of_sources(edition: Edition) -> Iterator[Words]:
    sources = edition.content.sources
    for name, source in sources.items():
        yield (name, "replaced_by"), (source.replaced_by,) if source.replaced_by else (), sources


def _some(known: Collection[str]) -> str:
    words = list(known)
    return ", ".join(words if len(words) <= 12 else [*words[:12], "..."])  # noqa: PLR2004  # more is no help
