"""The rules that an edition must keep, besides the form of its files. One function per rule."""

from collections.abc import Callable, Collection, Iterable, Iterator

from digisamen.model.criteria import Criterion, Edition
from digisamen.model.problem import Path, Place, Problem, Severity
from digisamen.model.wording import Localised
from digisamen.read.errors import near
from digisamen.source.content import SHARED, Gathered

Rule = Callable[[Edition, Gathered, bool], Iterator[Problem]]

LONGEST_TITLE = 56
"""Characters; with the code it fits the 64 of the name column of the Contractspecificaties tables."""


def folders(edition: Edition, gathered: Gathered, _: bool) -> Iterator[Problem]:
    """Every folder is `gedeeld` or a subsector, and every file a theme."""
    text = edition.text
    for name, document in gathered.documents.items():
        folder, _slash, file = name.rpartition("/")
        theme = file.removesuffix(".yaml")
        if folder and folder != SHARED and folder not in text.subsectors:
            yield Problem("C015", document.place(()), {"value": folder})
        if folder and theme not in text.themes:
            yield Problem("C016", document.place(()), {"value": file, "known": ", ".join(text.themes)})


def number(edition: Edition, gathered: Gathered, _: bool) -> Iterator[Problem]:
    """The number in `edition.yaml` is the name of the folder."""
    folder = gathered.documents["edition.yaml"].name.split("/")[-2]
    if edition.number != folder:
        place = gathered.place(("edition", "edition"))
        yield Problem("C017", place, {"value": edition.number, "edition": folder})


def ids(edition: Edition, gathered: Gathered, _: bool) -> Iterator[Problem]:
    """A code starts with the prefix of its theme and the letter of its folder."""
    for c in edition.criteria.values():
        if c.theme not in edition.text.themes:
            continue
        folder = gathered.origins[c.id][0].split("/")[0]
        about = edition.text.subsectors.get(folder)
        prefix = f"{edition.text.themes[c.theme].prefix}-{about.letter if about else 'G'}-"
        if not c.id.startswith(prefix):
            yield Problem("C006", gathered.place(("criteria", c.id, "id")), {"id": c.id, "prefix": prefix})
        if folder == SHARED and len(c.subsectors) < 2:  # noqa: PLR2004  # shared means two or three
            yield Problem("C010", gathered.place(("criteria", c.id, "subsectors")), {"id": c.id})


def references(edition: Edition, gathered: Gathered, _: bool) -> Iterator[Problem]:
    """Every word that refers to a list of the edition, to a source or to another criterion exists there."""
    for c in edition.criteria.values():
        for path, words, known in _references(edition, c):
            for position, word in enumerate(words):
                if word not in known:
                    values = {"id": c.id, "field": ".".join(map(str, path)), "value": word, "near": near(word, known)}
                    yield Problem(
                        "C007", _word_place(gathered, c, path, position, word), {**values, "known": _some(known)}
                    )


def _references(edition: Edition, c: Criterion) -> Iterator[tuple[Path, Iterable[str], Collection[str]]]:
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
    yield ("replaced_by",), c.replaced_by, edition.criteria
    yield ("effort",), (str(c.effort),), [str(n) for n in text.effort]
    yield ("level",), (str(c.level),), [str(n) for n in text.levels]
    yield ("verification", "method"), (c.verification.method,), text.verification.methods
    yield ("verification", "phase"), (c.verification.phase,), text.verification.phases


def _word_place(gathered: Gathered, c: Criterion, path: Path, position: int, word: str) -> Place:
    mapping = path in {("applies", "sizes"), ("advice",)}
    alone = path[0] in {"verification", "effort", "level"}
    spot = (*path, word) if mapping else path if alone else (*path, position)
    return gathered.place(("criteria", c.id, *spot), key=mapping)


def _some(known: Collection[str]) -> str:
    words = list(known)
    return ", ".join(words if len(words) <= 12 else [*words[:12], "..."])  # noqa: PLR2004  # more is no help


def broken_references(edition: Edition, gathered: Gathered) -> tuple[Problem, ...]:
    """Return what must be right before an edition can be used at all: its folders, and all that it refers to."""
    return (*folders(edition, gathered, False), *references(edition, gathered, False))  # noqa: FBT003  # no draft


def languages(edition: Edition, gathered: Gathered, draft: bool) -> Iterator[Problem]:
    """Every text is there in each language that the edition declares; in a draft a missing one is a warning."""
    if "en" not in edition.text.languages:
        return
    severity = Severity.WARNING if draft else Severity.ERROR
    for c in edition.criteria.values():
        for path, text in _texts(c):
            if not text.en:
                place = gathered.place(("criteria", c.id, *path))
                yield Problem("C008", place, {"id": c.id, "field": ".".join(path)}, severity)


def _texts(c: Criterion) -> Iterator[tuple[tuple[str, ...], Localised]]:
    for name in ("title", "requirement", "why", "test"):
        yield (name,), getattr(c, name)
    yield ("verification", "moment"), c.verification.moment
    if c.lighter:
        yield ("lighter",), c.lighter
    for role, text in c.advice.items():
        yield ("advice", role), text


def lighter(edition: Edition, gathered: Gathered, _: bool) -> Iterator[Problem]:
    """The lighter form is there when, and only when, a size has it."""
    for c in edition.criteria.values():
        wanted = "lichter" in c.applies.sizes.values()
        if wanted and c.lighter is None:
            yield Problem("C009", gathered.place(("criteria", c.id, "applies", "sizes")), {"id": c.id})
        if c.lighter is not None and not wanted:
            yield Problem("C014", gathered.place(("criteria", c.id, "lighter"), key=True), {"id": c.id})


def titles(edition: Edition, gathered: Gathered, _: bool) -> Iterator[Problem]:
    """A title fits on a line beside its code."""
    for c in edition.criteria.values():
        for language in edition.text.languages:
            title = c.title.in_(language)
            if len(title) > LONGEST_TITLE:
                place = gathered.place(("criteria", c.id, "title", language))
                yield Problem("C011", place, {"id": c.id, "length": str(len(title))})


def light_proof(edition: Edition, gathered: Gathered, _: bool) -> Iterator[Problem]:
    """What may be asked in a contract has a proof that costs nothing."""
    for c in edition.criteria.values():
        if c.binding == "opdracht" and not c.evidence.light:
            yield Problem("C012", gathered.place(("criteria", c.id, "evidence", "light")), {"id": c.id})


def replaced(edition: Edition, gathered: Gathered, _: bool) -> Iterator[Problem]:
    """Nothing is replaced by itself, not even along a way round."""
    for c in edition.criteria.values():
        seen: set[str] = set()
        ahead = list(c.replaced_by)
        while ahead:
            name = ahead.pop()
            if name == c.id:
                yield Problem("C013", gathered.place(("criteria", c.id, "replaced_by")), {"id": c.id})
                break
            if name not in seen and name in edition.criteria:
                seen.add(name)
                ahead += edition.criteria[name].replaced_by


RULES: tuple[Rule, ...] = (folders, number, ids, references, languages, lighter, titles, light_proof, replaced)
