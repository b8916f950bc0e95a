"""A request for tender, from its document to a validated model: every problem at once."""

from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from typing import Any

from pydantic import ValidationError

from digisamen.model.criteria import Edition
from digisamen.model.problem import Outcome, Path, Problem
from digisamen.read.criteria import edition_asked
from digisamen.read.errors import MOST, near, short, tender_problems_of
from digisamen.source.yaml_text import Document
from digisamen.tender.request import FILL_INS, SMALL, Tender


def read_tender(document: Document, edition: Edition | None, known: Collection[str]) -> Outcome[Tender]:
    """Return the request in `document`, checked against `edition`.

    `edition` is none when the request names one that does not exist; `known` are the numbers that do.
    """
    if not isinstance(document.data, dict):
        return Outcome(None, (Problem("T006", document.place(())),))
    problems: list[Problem] = []
    tender = None
    try:
        tender = Tender.model_validate(document.data)
    except ValidationError as error:
        problems += tender_problems_of(error, Tender, document.place)
    number = edition_asked(document)
    if edition is not None:
        problems += islice(_words(document, edition), MOST)
        if tender is not None:
            problems += [*_levels(document, edition, tender), *_threshold(document, tender)]
    elif number is not None:
        values = {"edition": number, "near": near(number, known), "known": ", ".join(sorted(known))}
        problems.append(Problem("T007", document.place(("edition",)), values))
    return Outcome(tender if edition is not None else None, tuple(sorted(problems, key=lambda p: (p.spot, p.code))))


def _words(document: Document, edition: Edition) -> Iterator[Problem]:
    """Every word that stands for something in the edition exists there."""
    text, data = edition.text, document.data
    contract = _table(data.get("contract"))
    rows: list[tuple[Path, Iterable[Any], Collection[str], bool]] = [
        (("contract", "subsector"), [contract.get("subsector")], text.subsectors, False),
        (("contract", "work"), [contract.get("work")], text.works, False),
        (("contract", "roles"), _list(contract.get("roles")), text.roles, True),
        (("contract", "phases"), _list(contract.get("phases")), text.phases, True),
        (("may_deviate",), _list(data.get("may_deviate")), edition.criteria, True),
    ]
    for path, words, known, many in rows:
        for position, word in enumerate(words):
            yield from _unknown(document, (*path, position) if many else path, word, known)
    for name in _table(data.get("fill")):
        yield from _unknown(document, ("fill", name), name, FILL_INS, key=True)
    for theme, asked in _table(data.get("levels")).items():
        yield from _unknown(document, ("levels", theme), theme, text.themes, key=True)
        reason = _table(_table(asked).get("explanation")).get("reason")
        yield from _unknown(document, ("levels", theme, "explanation", "reason"), reason, text.explanation_reasons)


def _unknown(
    document: Document, path: Path, word: Any, known: Collection[str], *, key: bool = False
) -> Iterator[Problem]:
    if isinstance(word, str) and word not in known:
        some = ", ".join(list(known)[:12])
        values = {"value": short(word), "near": near(word, known), "known": some, "field": ".".join(map(str, path))}
        yield Problem("T008", document.place(path, key=key), values)


def _levels(document: Document, edition: Edition, tender: Tender) -> Iterator[Problem]:
    """A level exists in the edition, and one that is rewarded lies above the minimum and is used for awarding."""
    for theme, asked in tender.levels.items():
        for name, level in (("level", asked.level), ("award", asked.award)):
            if level is not None and level > edition.top_level:
                place = document.place(("levels", theme, name))
                yield Problem("T010", place, {"value": str(level), "top": str(edition.top_level)})
        place = document.place(("levels", theme, "award"))
        if asked.award is not None and asked.level is not None and asked.award <= asked.level:
            yield Problem("T011", place, {"value": str(asked.award), "level": str(asked.level), "theme": theme})
        if asked.award is not None and "gunning" not in tender.use:
            yield Problem("T012", place, {"theme": theme})
    if "gunning" in tender.use and not any(asked.award for asked in tender.levels.values()):
        yield Problem("T013", document.place(("use",)))


def _threshold(document: Document, tender: Tender) -> Iterator[Problem]:
    """A contract below the threshold asks no level above 1, or says why there is no threshold."""
    if tender.contract.value not in SMALL or tender.thresholds.apply == "nee":
        return
    for theme, asked in tender.levels.items():
        if asked.level is not None and asked.level > 1:
            yield Problem("T015", document.place(("levels", theme)), {"theme": theme, "level": str(asked.level)})


def _table(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def new_tender(data: dict[str, Any], edition: Edition, name: str) -> Outcome[Tender]:
    """Return a request from plain data, checked as a file of that name would be; `digisamen tender new` writes it."""
    outcome = read_tender(Document(name, "", data), edition, [edition.number])
    return Outcome(None, outcome.problems) if outcome.failed else outcome
