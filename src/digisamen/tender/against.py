"""A self-assessment beside the request of a client: would we meet it, what is missing, and a form filled in so far."""

from dataclasses import replace
from datetime import date
from typing import Any

from digisamen.model.answered import Findings
from digisamen.model.assessment import Answer, Assessment
from digisamen.model.problem import Place, Problem
from digisamen.model.wording import Language
from digisamen.tender.answer import (
    MOST_EVIDENCE,
    SCHEMA,
    AnswerTo,
    Firm,
    ItemAnswer,
    Judged,
    JudgedRequirement,
    Moment,
    TenderAnswer,
    Verdict,
)
from digisamen.tender.judge import judge
from digisamen.tender.request import Tender
from digisamen.tender.specification import Requirement, Specification
from digisamen.tender.tables import Filled

UNANSWERED = Answer()
LONGEST = 2000
"""Characters of an explanation that the form has room for."""


def other_edition(spec: Specification, assessment: Assessment, file: str) -> Problem | None:
    """Return the problem that the two are of different editions; none when they are of one edition."""
    if assessment.edition == spec.edition.number:
        return None
    return Problem("T034", Place(file), {"edition": assessment.edition, "asked": spec.edition.number})


def against(
    spec: Specification,
    tender: Tender,
    assessment: Assessment,
    findings: Findings,
    day: date,
    *,
    moment: Moment = "bewijs",
    language: Language = "nl",
) -> Judged:
    """Return what the self-assessment would come to as an answer: the same judgement, for oneself.

    The two must be of one edition: see `other_edition`. A requirement that depends on a fact which is not true counts
    as `nvt`, with the words of the edition in `language`.
    """
    firm = Firm(name=assessment.organisation.name[:200], size=assessment.organisation.size)
    said = {r.criterion.id: _with_facts(spec, r, assessment, language) for r in spec.requirements}
    judged = judge(spec, tender, _form(spec, tender, firm, said), day, moment=moment, findings=findings)
    return replace(judged, rows=tuple(_unpromised(row) for row in judged.rows))


def _unpromised(row: JudgedRequirement) -> JudgedRequirement:
    """Return what lies above the minimum as not promised while it is not met: a `ja` to oneself is no promise."""
    held = row.requirement.award and row.verdict in {Verdict.INCOMPLETE, Verdict.NOT_MET}
    return replace(row, verdict=Verdict.NOT_PROMISED) if held else row


def answer_of(spec: Specification, tender: Tender, assessment: Assessment, judged: Judged) -> TenderAnswer:
    """Return the answer form, filled in as far as the assessment allows; `judged` is what `against` gave.

    Only the requirements of the specification are in it, with the proof that counts, the strongest first. What a
    person still has to decide stays open: an answer that the form does not allow, one without its explanation, and
    everything above the minimum, because an answer to that is a promise.
    """
    size = assessment.organisation.size
    # The size is nobody's business, unless a requirement asks something else of a firm of that size.
    depends = any(row.requirement.criterion.applies.size_rule(size) != "volledig" for row in judged.rows)
    firm = Firm(name=assessment.organisation.name[:200], role="sole-tenderer", size=size if depends else None)
    said = {}
    for row in judged.rows:
        item = _item(row.requirement, assessment)
        if (
            row.requirement.award
            or item.answer is None
            or (item.answer != "ja" and not _allowed(row.requirement, item))
        ):
            continue
        counting = sorted((e for e in row.evidence if e.counts), key=lambda e: not e.independent)
        # A client has no use for our fingerprint of a file: it looks at the file itself.
        proof = tuple(e.evidence.model_copy(update={"sha256": None}) for e in counting)
        said[row.requirement.criterion.id] = item.model_copy(update={"evidence": proof})
    return _form(spec, tender, firm, said)


def _allowed(r: Requirement, item: ItemAnswer) -> bool:
    return bool(item.explanation) and (item.answer == "nvt" or r.deviate)


def _form(spec: Specification, tender: Tender, firm: Firm, answers: dict[str, ItemAnswer]) -> TenderAnswer:
    return TenderAnswer(
        schema=SCHEMA,
        specification=AnswerTo(id=tender.id, version=tender.version, sha256=spec.digest),
        edition=spec.edition.number,
        tenderer=firm,
        answers=answers,
    )


def _item(r: Requirement, assessment: Assessment) -> ItemAnswer:
    """Return the answer in the words of the form. `deels` is no answer to a client: a requirement is met, or not."""
    said = assessment.answers.get(r.criterion.id, UNANSWERED)
    if said.answer is None:
        return ItemAnswer()
    word = said.answer if said.answer in {"ja", "nvt"} else "nee-want"
    text = said.explanation.text if word == "nee-want" and said.explanation else said.reason
    return ItemAnswer(answer=word, explanation=text[:LONGEST] if text else None, evidence=said.evidence[:MOST_EVIDENCE])


def _with_facts(spec: Specification, r: Requirement, assessment: Assessment, language: Language) -> ItemAnswer:
    """Return the answer, or `nvt` where a fact rules the requirement out: that is no answer to hand in yet.

    The words of the edition speak to the organisation itself, so a client never gets them.
    """
    untrue = assessment.organisation.false_facts()
    why = [spec.edition.text.facts[f].when_false.in_(language) for f in r.criterion.applies.facts if f in untrue]
    said = _item(r, assessment)
    return ItemAnswer(answer="nvt", explanation="; ".join(why)[:LONGEST]) if why and said.answer != "nvt" else said


def answer_data(answer: TenderAnswer) -> dict[str, Any]:
    """Return an answer as the plain data of `antwoord.json`, without what is not filled in."""
    data = answer.model_dump(mode="json", by_alias=True, exclude_none=True)
    whole = {key: value for key, value in data.items() if value or key == "answers"}
    # The number of a request that has none is `null` in its schema, and has to be there.
    return {**whole, "specification": answer.specification.model_dump(mode="json")}


def filled(answer: TenderAnswer) -> list[Filled]:
    """Return an answer as the rows of `antwoord.xlsx`."""
    return [
        Filled(name, said.answer or "", said.explanation or "", said.evidence) for name, said in answer.answers.items()
    ]
