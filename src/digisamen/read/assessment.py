"""One self-assessment, from its document to a validated model: every problem at once."""

from collections.abc import Collection

from pydantic import ValidationError

from digisamen.model.assessment import Assessment
from digisamen.model.criteria import Edition
from digisamen.model.problem import Outcome, Problem
from digisamen.read.checks import checks
from digisamen.read.criteria import edition_asked
from digisamen.read.errors import near, problems_of
from digisamen.source.yaml_text import Document


def read_assessment(document: Document, edition: Edition | None, known: Collection[str]) -> Outcome[Assessment]:
    """Return the assessment in `document`, checked against `edition`.

    `edition` is none when the assessment names one that does not exist; `known` are the numbers that do.
    """
    if not isinstance(document.data, dict):
        return Outcome(None, (Problem("A037", document.place(())),))
    problems: list[Problem] = []
    assessment = None
    try:
        assessment = Assessment.model_validate(document.data)
    except ValidationError as error:
        problems += problems_of(error, Assessment, document.place)
    number = edition_asked(document)
    if edition is not None:
        problems += checks(document, edition)
    elif number is not None:
        values = {"edition": number, "near": near(number, known), "known": ", ".join(sorted(known))}
        problems.append(Problem("A005", document.place(("edition",)), values))
    return Outcome(assessment, tuple(_in_order(problems)))


def _in_order(problems: list[Problem]) -> list[Problem]:
    """Put problems in file order; of two at one spot with one code, keep the first."""
    seen: dict[tuple[tuple[int, int], str], Problem] = {}
    for problem in problems:
        seen.setdefault((problem.spot, problem.code + str(problem.values.get("field", ""))), problem)
    return [seen[key] for key in sorted(seen)]
