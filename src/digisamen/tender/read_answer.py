"""The answer form of a tenderer, from its bytes to a validated model: every problem at once."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from digisamen.model.criteria import Edition
from digisamen.model.problem import Outcome, Path, Problem
from digisamen.read.errors import MOST, near, problems_of, short
from digisamen.source.yaml_text import Document
from digisamen.tender.answer import SCHEMA, TenderAnswer
from digisamen.tender.answer_json import parse_json
from digisamen.tender.answer_xlsx import Cells, parse_xlsx

ZIP = b"PK\x03\x04"
"""How every workbook begins."""
_CODES: Mapping[str, str] = {
    "A001": "T025",
    "A002": "T026",
    "A003": "T027",
    "A016": "T033",
    "A017": "T033",
    "A018": "T033",
    "A019": "T032",
    "A020": "T032",
    "A021": "T032",
    "A031": "T029",
    "A032": "T033",
}
"""The findings of pydantic in a self-assessment, under the codes whose tips help in an answer."""


def read_answer(raw: bytes, name: str, edition: Edition) -> Outcome[TenderAnswer]:
    """Return the answer in `raw`, a workbook or JSON, with its words checked against `edition`.

    An answer to another edition is read as well, without looking at its words: the judgement says that it is another.

    Raises:
        DigisamenError: U023 for a workbook, when the extra for workbooks is not installed.
    """
    parsed: Outcome[Document] | Outcome[Cells] = parse_xlsx(raw, name) if raw.startswith(ZIP) else parse_json(raw, name)
    source = parsed.value
    if source is None:
        return Outcome(None, parsed.problems)
    data = source.data
    if not isinstance(data, dict):
        return Outcome(None, (*parsed.problems, Problem("T021", source.place(()))))
    if data.get("schema", SCHEMA) != SCHEMA:
        said = {"wanted": "schema", "value": short(data["schema"])}
        return Outcome(None, (*parsed.problems, Problem("T021", source.place(("schema",)), said)))
    problems = list(parsed.problems)
    answer = None
    try:
        answer = TenderAnswer.model_validate(data)
    except ValidationError as error:
        problems += [_own(p) for p in problems_of(error, TenderAnswer, source.place, other="T028")]
    if data.get("edition") == edition.number:
        problems += list(_words(data, source, edition))[:MOST]
    return Outcome(None if problems else answer, tuple(sorted(problems, key=lambda p: p.spot)))


def _own(problem: Problem) -> Problem:
    """Return the problem under its code for answers."""
    code = problem.code if problem.code.startswith("T") else _CODES.get(problem.code, "T028")
    if problem.values.get("wanted") == "date_type" and not problem.values.get("value"):
        code = "T029"
    return Problem(code, problem.place, problem.values, problem.severity)


def _words(data: dict[str, Any], source: Document | Cells, edition: Edition) -> Iterator[Problem]:
    """Yield the words that stand for something in the edition and do not exist there."""
    text = edition.text
    for theme in _table(data.get("levels")):
        yield from _unknown(source, ("levels", theme), theme, text.themes, key=True)
    firms: list[tuple[Path, Any]] = [(("tenderer",), data.get("tenderer"))]
    firms += [(("members", place), firm) for place, firm in enumerate(_list(data.get("members")))]
    for path, firm in firms:
        yield from _unknown(source, (*path, "size"), _table(firm).get("size"), text.sizes)
    for name, said in _table(data.get("answers")).items():
        for place, proof in enumerate(_list(_table(said).get("evidence"))):
            path = ("answers", name, "evidence", place, "kind")
            yield from _unknown(source, path, _table(proof).get("kind"), text.evidence_kinds)


def _unknown(
    source: Document | Cells, path: Path, word: Any, known: Collection[str], *, key: bool = False
) -> Iterator[Problem]:
    if isinstance(word, str) and word.strip() and word not in known:
        values = {"value": short(word), "near": near(word, known), "known": ", ".join(known), "field": str(path[-1])}
        yield Problem("T031", source.place(path, key=key), values)


def _table(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
