"""References: every word that points at a list of the edition, at a source or at a criterion exists there."""

from collections.abc import Collection, Iterable, Iterator

from digisamen.check.ids import folders
from digisamen.check.norm import Norm
from digisamen.model.criteria import Criterion, Edition
from digisamen.model.problem import Path, Problem
from digisamen.read.errors import near, short
from digisamen.source.content import Gathered

Words = tuple[Path, Iterable[str], Collection[str]]
"""Where words stand, the words, and what they may be."""


def references(norm: Norm) -> Iterator[Problem]:
    """Every word that refers to a list of the edition, to a source or to another criterion exists there."""
    for c in norm.edition.criteria.values():
        yield from _unknown(norm, c.id, ("criteria", c.id), _of_criterion(norm.edition, c, norm.gathered.origins))
    yield from _unknown(norm, "edition.yaml", ("edition",), _of_lists(norm.edition))
    yield from _unknown(norm, "sources.yaml", ("sources",), _of_sources(norm.edition))


def broken_references(edition: Edition, gathered: Gathered) -> tuple[Problem, ...]:
    """Return what must be right before an edition can be used at all: its folders, and all that it refers to."""
    norm = Norm(edition, gathered)
    return (*folders(norm), *references(norm))


def _unknown(norm: Norm, name: str, start: Path, rows: Iterable[Words]) -> Iterator[Problem]:
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
                yield Problem("C007", norm.at((*start, *spot), key=key), {**values, "known": _some(known)})


_SINGLE = {"method", "phase", "effort", "level", "theme", "replaced_by", "principle", "subsector"}
"""Fields that hold one word; the others hold a list or a mapping."""


def _spot(path: Path, position: int, word: str) -> tuple[Path, bool]:
    if path in {("applies", "sizes"), ("advice",), ("tender", "recommended")}:
        return (*path, word), True
    if path[-1] in _SINGLE and path != ("replaced_by",):
        return path, False
    return (*path, position), False


def _of_criterion(edition: Edition, c: Criterion, names: Collection[str]) -> Iterator[Words]:
    text, applies = edition.text, c.applies
    yield ("subsectors",), c.subsectors, text.subsectors
    yield ("evidence", "light"), c.evidence.light, text.evidence_kinds
    yield ("evidence", "strong"), c.evidence.strong, text.evidence_kinds
    yield ("applies", "roles"), applies.roles, text.roles
    yield ("applies", "facts"), applies.facts, text.facts
    yield ("applies", "phases"), applies.phases, text.phases
    yield ("applies", "works"), applies.works, text.works
    yield ("applies", "sizes"), applies.sizes, text.sizes
    yield ("advice",), c.advice, text.roles
    yield ("principles",), c.principles, text.principles
    yield ("sources",), c.sources, edition.content.sources
    yield ("replaced_by",), c.replaced_by, names
    yield ("effort",), (str(c.effort),), [str(n) for n in text.effort]
    yield ("level",), (str(c.level),), [str(n) for n in text.levels]
    yield ("verification", "method"), (c.verification.method,), text.verification.methods
    yield ("verification", "phase"), (c.verification.phase,), text.verification.phases


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
