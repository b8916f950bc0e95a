"""How sure one answer is on the assessment date: verklaard, onderbouwd or getoetst, and why not more."""

from datetime import date

from digisamen.model.answered import EvidenceScore, Finding, Findings
from digisamen.model.assessment import Answer, Assurance, Evidence
from digisamen.model.criteria import Criterion, Edition
from digisamen.model.days import add_months

NEVER_SETTLE = frozenset(("deels", "nee"))


def weigh(
    edition: Edition, criterion: Criterion, answer: Answer, findings: Findings, day: date
) -> tuple[EvidenceScore, ...]:
    """Return each piece of evidence with the answer, and whether it counts on `day`."""
    if not answer.evidence:
        return ()
    # An `nvt` is about the organisation, not about the work, so any kind can show it.
    accepted = frozenset(edition.text.evidence_kinds) if answer.answer == "nvt" else criterion.evidence.accepted
    return tuple(
        _weigh(edition, criterion, evidence, accepted, findings.get((criterion.id, position), Finding.MISSING), day)
        for position, evidence in enumerate(answer.evidence)
    )


def _weigh(
    edition: Edition, criterion: Criterion, evidence: Evidence, accepted: frozenset[str], finding: Finding, day: date
) -> EvidenceScore:
    kind = edition.text.evidence_kinds[evidence.kind]
    found = finding if evidence.file else None
    last = evidence.valid_until if kind.own_expiry else _last_day(evidence, criterion.evidence.max_age_months)
    return EvidenceScore(
        evidence=evidence,
        finding=found,
        reason=_why_not(evidence, evidence.kind in accepted, found, last, day),
        last_day=last,
        independent=kind.independent or evidence.reviewed_by is not None,
    )


def _last_day(evidence: Evidence, months: int) -> date:
    """Return the last day on which evidence counts that has no expiry of its own kind; that day is included."""
    by_age = add_months(evidence.date, months)
    return min(by_age, evidence.valid_until) if evidence.valid_until else by_age


def _why_not(evidence: Evidence, accepted: bool, finding: Finding | None, last: date | None, day: date) -> str | None:
    if not accepted:
        return "soort-past-niet"
    if finding not in {None, Finding.FOUND}:
        return f"bestand-{finding}"
    if evidence.date > day:
        return "nog-niet-geldig"
    if last is None:
        return "geen-einddatum"
    if last < day:
        return "verlopen" if last == evidence.valid_until else "te-oud"
    return None


def assurance(answer: Answer, evidence: tuple[EvidenceScore, ...]) -> tuple[Assurance | None, str | None]:
    """Return how sure the answer is, and the code of why it is not surer (none when it is getoetst)."""
    if answer.answer is None:
        return None, "onbeantwoord"
    counting = [e for e in evidence if e.counts]
    if any(e.independent for e in counting):
        return Assurance.GETOETST, None
    if counting:
        return Assurance.ONDERBOUWD, "niet-bekeken-door-een-ander"
    return Assurance.VERKLAARD, evidence[0].reason if evidence else "geen-bewijs"


def settled_at(answer: Answer, assurance: Assurance | None) -> Assurance | None:
    """Return the highest assurance at which the criterion is settled: `ja`, or `nvt`, and nothing else.

    Whether `nvt` is allowed and has its reason was checked when the assessment was read.
    """
    return None if answer.answer is None or answer.answer in NEVER_SETTLE else assurance
