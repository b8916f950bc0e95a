"""What an assessment may say under one edition: known roles, ids, kinds and reasons, and allowed answers.

These rules walk the plain data rather than the model, so that they find their problems also where the model already
refused something else in the file.
"""

from collections.abc import Callable, Collection, Iterator
from itertools import islice
from typing import Any

from digisamen.model.criteria import Criterion, Edition
from digisamen.model.problem import Path, Problem, Severity
from digisamen.read.errors import MOST, near, short
from digisamen.source.yaml_text import Document

Rule = Callable[[Document, Edition], Iterator[Problem]]


def checks(document: Document, edition: Edition) -> list[Problem]:
    """Return every problem that `document` has under `edition`."""
    return [problem for rule in RULES for problem in islice(rule(document, edition), MOST)]


def _at(data: Any, *path: str) -> Any:
    for part in path:
        data = data.get(part) if isinstance(data, dict) else None
    return data


def _table(data: Any, *path: str) -> dict[str, Any]:
    found = _at(data, *path)
    return found if isinstance(found, dict) else {}


def _list(data: Any) -> list[Any]:
    return data if isinstance(data, list) else []


def _known(
    document: Document, path: Path, word: Any, known: Collection[str], code: str, *, key: bool = False, **values: Any
) -> Iterator[Problem]:
    if isinstance(word, str) and word not in known:
        said = {"value": short(word), "near": near(word, known), "known": ", ".join(known), **values}
        yield Problem(code, document.place(path, key=key), said)


def _organisation(document: Document, edition: Edition) -> Iterator[Problem]:
    who, text = _table(document.data, "organisation"), edition.text
    yield from _known(document, ("organisation", "size"), who.get("size"), text.sizes, "A008", edition=edition.number)
    for position, role in enumerate(_list(who.get("roles"))):
        yield from _known(
            document, ("organisation", "roles", position), role, text.roles, "A006", edition=edition.number
        )
    for fact in _table(who, "facts"):
        yield from _known(
            document, ("organisation", "facts", fact), fact, text.facts, "A009", key=True, edition=edition.number
        )


def _subsectors(document: Document, edition: Edition) -> Iterator[Problem]:
    names = _list(_at(document.data, "organisation", "subsectors"))
    for position, name in enumerate(names):
        path = ("organisation", "subsectors", position)
        yield from _known(document, path, name, edition.text.subsectors, "A007", edition=edition.number)
        if isinstance(name, str) and name in edition.text.subsectors and not edition.has_own(name):
            ready = [s for s in edition.text.subsectors if edition.has_own(s)]
            values = {"value": name, "edition": edition.number, "known": ", ".join(ready)}
            yield Problem("A030", document.place(path), values)


def _target(document: Document, edition: Edition) -> Iterator[Problem]:
    target = _at(document.data, "target")
    top = str(edition.top_level)
    for theme, level in target.items() if isinstance(target, dict) else [("", target)]:
        path: Path = ("target", theme) if theme else ("target",)
        if theme:
            yield from _known(document, path, theme, edition.text.themes, "A025", key=True, edition=edition.number)
        if isinstance(level, str) and level.isascii() and level.isdigit() and int(level[:3]) > edition.top_level:
            yield Problem("A024", document.place(path), {"value": short(level), "top": top})


def _answers(document: Document, edition: Edition) -> Iterator[Problem]:
    for name, said in _table(document.data, "answers").items():
        path = ("answers", name)
        criterion = edition.criteria.get(name)
        if criterion is None:
            near_id = near(name, edition.criteria)
            yield Problem(
                "A014", document.place(path, key=True), {"id": short(name), "near": near_id, "edition": edition.number}
            )
            continue
        answer = said if isinstance(said, dict) else {"answer": said}
        yield from _nvt(document, path, criterion, answer)
        yield from _explanation(document, path, criterion, answer, edition)
        yield from _evidence(document, path, answer, edition)


def _nvt(document: Document, path: Path, criterion: Criterion, answer: dict[str, Any]) -> Iterator[Problem]:
    if answer.get("answer") != "nvt":
        return
    place = document.place((*path, "answer"))
    if criterion.answer.nvt == "nooit":
        yield Problem("A012", place, {"id": criterion.id})
    elif not isinstance(answer.get("reason"), str) or not answer["reason"].strip():
        yield Problem("A013", place, {"id": criterion.id})


def _explanation(
    document: Document, path: Path, criterion: Criterion, answer: dict[str, Any], edition: Edition
) -> Iterator[Problem]:
    if not isinstance(answer.get("explanation"), dict):
        return
    where = (*path, "explanation")
    reasons = edition.text.explanation_reasons
    yield from _known(
        document, (*where, "reason"), answer["explanation"].get("reason"), reasons, "A026", id=criterion.id
    )
    if not criterion.answer.explain:
        yield Problem("A027", document.place(where, key=True), {"id": criterion.id})
    elif answer.get("answer") in ("ja", "nvt"):  # what is asked may be a list, which has no hash
        yield Problem("A028", document.place(where, key=True), {"id": criterion.id}, Severity.WARNING)


def _evidence(document: Document, path: Path, answer: dict[str, Any], edition: Edition) -> Iterator[Problem]:
    name = _at(document.data, "organisation", "name")
    for position, item in enumerate(_list(answer.get("evidence"))):
        if not isinstance(item, dict):
            continue
        where = (*path, "evidence", position)
        yield from _known(
            document, (*where, "kind"), item.get("kind"), edition.text.evidence_kinds, "A015", id=str(path[1])
        )
        reviewer = item.get("reviewed_by")
        if isinstance(reviewer, str) and isinstance(name, str) and _same(reviewer, name):
            yield Problem("A029", document.place((*where, "reviewed_by")), {"id": str(path[1])})
        start, end = item.get("date"), item.get("valid_until")
        if isinstance(start, str) and isinstance(end, str) and len(start) == len(end) and end < start:
            yield Problem("A034", document.place((*where, "valid_until")), {"id": str(path[1])}, Severity.WARNING)


def _same(one: str, other: str) -> bool:
    return " ".join(one.casefold().split()) == " ".join(other.casefold().split())


RULES: tuple[Rule, ...] = (_organisation, _subsectors, _target, _answers)
