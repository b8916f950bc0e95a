"""Does an answer meet a specification? A list with a reason at every requirement; the judgement is the client's."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from digisamen.model.answered import EvidenceScore, Finding, Findings
from digisamen.model.assessment import Answer, Evidence
from digisamen.score.assurance import weigh
from digisamen.tender.answer import ItemAnswer, Judged, JudgedRequirement, Moment, Promise, TenderAnswer, Verdict
from digisamen.tender.request import Tender
from digisamen.tender.specification import Requirement, Specification

UNANSWERED = ItemAnswer()
Found = tuple[Verdict, tuple[str, ...]]


def judge(
    spec: Specification,
    tender: Tender,
    answer: TenderAnswer,
    day: date,
    *,
    moment: Moment = "inschrijving",
    findings: Findings | None = None,
) -> Judged:
    """Return what the answer comes to on `day`, per requirement.

    At the moment `inschrijving` proof may still follow; at `bewijs` it must be there, as strong as the request asks.
    `findings` is what was seen of the evidence files; without it every file counts as seen.
    """
    known = {r.criterion.id for r in spec.requirements}
    return Judged(
        spec=spec,
        tenderer=answer.tenderer,
        day=day,
        moment=moment,
        strength=tender.proof.strength,
        rows=tuple(_row(spec, tender, answer, r, day, moment, findings) for r in spec.requirements),
        differs=tuple(_differs(spec, tender, answer)),
        unknown=tuple(x for x in answer.answers if x not in known),
        promises=tuple(Promise(x, n, answer.levels.get(x)) for x, n in spec.wanted.levels.items()),
    )


def _differs(spec: Specification, tender: Tender, answer: TenderAnswer) -> Iterator[str]:
    said = answer.specification
    if said.id != tender.id:
        yield "id"
    if said.version != tender.version:
        yield "version"
    if answer.edition != spec.edition.number:
        yield "edition"
    if (said.sha256 or "").lower() != spec.digest:
        yield "sha256"


def _row(
    spec: Specification,
    tender: Tender,
    answer: TenderAnswer,
    r: Requirement,
    day: date,
    moment: Moment,
    findings: Findings | None,
) -> JudgedRequirement:
    said = answer.answers.get(r.criterion.id, UNANSWERED)
    proof = _evidence(spec, answer, r, said, day, findings)
    asked = "S1" if _lighter(answer, r) else tender.proof.strength
    lacking = _lacking(spec, proof, asked)
    verdict, reasons = _verdict(answer, r, said, lacking, moment)
    return JudgedRequirement(r, said.answer, said.explanation, verdict, reasons, proof)


def _verdict(
    answer: TenderAnswer,
    r: Requirement,
    said: ItemAnswer,
    lacking: tuple[str, ...],
    moment: Moment,
) -> Found:
    if r.award and not _claimed(answer, r, said):
        return Verdict.NOT_PROMISED, ()
    if _exempt(answer, r):
        return Verdict.MET, ("grootte",)
    if said.answer is None:
        return Verdict.INCOMPLETE, ("geen-antwoord",)
    if said.answer == "nee-want":
        return _no(r, said)
    if said.answer == "nvt":
        return _not_applicable(r, said)
    if said.answer == "gelijkwaardig":
        return _equivalent(said, moment)
    if not lacking:
        return Verdict.MET, ()
    return (Verdict.INCOMPLETE if moment == "bewijs" else Verdict.PROOF_FOLLOWS), lacking


def _claimed(answer: TenderAnswer, r: Requirement, said: ItemAnswer) -> bool:
    """Tell whether the tenderer promises what lies above the minimum: nobody has to."""
    return said.answer not in {None, "nee-want"} or answer.levels.get(r.criterion.theme, 0) >= r.criterion.level


def _exempt(answer: TenderAnswer, r: Requirement) -> bool:
    """Tell whether every firm that answers is of a size for which the requirement does not hold."""
    return _all_sizes(answer, r, {"vrijgesteld"})


def _lighter(answer: TenderAnswer, r: Requirement) -> bool:
    """Tell whether the lighter form is enough for every firm that answers: then light proof is, too."""
    return _all_sizes(answer, r, {"vrijgesteld", "lichter"})


def _all_sizes(answer: TenderAnswer, r: Requirement, rules: set[str]) -> bool:
    sizes = [firm.size for firm in answer.firms]
    return bool(sizes) and all(r.criterion.applies.size_rule(size) in rules for size in sizes)


def _no(r: Requirement, said: ItemAnswer) -> Found:
    if not r.deviate:
        return Verdict.NOT_MET, ("afwijken-mag-niet",)
    return (Verdict.EXPLAINED, ()) if said.explanation else (Verdict.NOT_MET, ("geen-uitleg",))


def _not_applicable(r: Requirement, said: ItemAnswer) -> Found:
    """An `nvt` needs a criterion that allows it, or one that depends on a fact about the firm."""
    if r.criterion.answer.nvt == "nooit" and not r.criterion.applies.facts:
        return Verdict.NOT_MET, ("nvt-mag-niet",)
    return (Verdict.EXPLAINED, ()) if said.explanation else (Verdict.INCOMPLETE, ("geen-reden",))


def _equivalent(said: ItemAnswer, moment: Moment) -> Found:
    """Whether another way serves the aim is for the client to say, so here it only has to be told and shown."""
    if not said.explanation:
        return Verdict.INCOMPLETE, ("geen-uitleg",)
    return Verdict.EQUIVALENT, ("geen-bewijs",) if moment == "bewijs" and not said.evidence else ()


def _lacking(spec: Specification, proof: tuple[EvidenceScore, ...], asked: str) -> tuple[str, ...]:
    """Return why the proof is not enough; nothing when it is."""
    if not proof:
        return ("geen-bewijs",)
    counting = [e for e in proof if e.counts]
    if not counting:
        return tuple(dict.fromkeys(e.reason for e in proof if e.reason))
    if any(_strong(spec, e, asked) for e in counting):
        return ()
    # A reviewer is named, and still it is not independent: one of the firms reviewed itself.
    own = any(e.evidence.reviewed_by and not e.independent for e in counting)
    return (f"sterkte-{asked}", *(("eigen-beoordeling",) if own else ()))


def _strong(spec: Specification, proof: EvidenceScore, asked: str) -> bool:
    """Tell whether proof that counts is as strong as asked. S3 asks a kind that is a review in itself."""
    if asked == "S3":
        return spec.edition.text.evidence_kinds[proof.evidence.kind].independent
    return asked == "S1" or proof.independent


def _evidence(
    spec: Specification,
    answer: TenderAnswer,
    r: Requirement,
    said: ItemAnswer,
    day: date,
    findings: Findings | None,
) -> tuple[EvidenceScore, ...]:
    """Return each piece of evidence by the rules of a self-assessment.

    A review by one of the firms that answer is no review. A kind that the edition lacks counts for nothing; it is only
    met here when the answer is to another edition.
    """
    kinds, firms = spec.edition.text.evidence_kinds, {_folded(firm.name) for firm in answer.firms}
    scores = []
    for position, evidence in enumerate(said.evidence):
        if evidence.kind not in kinds:
            scores.append(EvidenceScore(evidence, None, "soort-onbekend", None, independent=False))
            continue
        own = evidence.reviewed_by is not None and _folded(evidence.reviewed_by) in firms
        plain = evidence.model_copy(update={"reviewed_by": None}) if own else evidence
        found = Finding.FOUND if findings is None else findings.get((r.criterion.id, position), Finding.MISSING)
        scores.append(replace(_weigh(spec, r, said, plain, found, day), evidence=evidence))
    return tuple(scores)


def _weigh(
    spec: Specification, r: Requirement, said: ItemAnswer, evidence: Evidence, found: Finding, day: date
) -> EvidenceScore:
    # Another way may be shown by any suitable means, and so may that a requirement does not hold: as an `nvt` is.
    any_kind = said.answer in {"nvt", "gelijkwaardig"}
    answer = Answer(answer="nvt" if any_kind else "ja", evidence=(evidence,))
    return weigh(spec.edition, r.criterion, answer, {(r.criterion.id, 0): found}, day)[0]


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())
