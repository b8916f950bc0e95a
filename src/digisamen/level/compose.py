"""The level report: scores grouped and ordered as people read them."""

from digisamen.level.outlook import Outlook
from digisamen.level.profile import profile, state_of
from digisamen.level.report import LevelGroup, LevelReport, Proof, Provenance, Stray, SubsectorPart, ThemePart
from digisamen.model.assessment import Assessment, Assurance
from digisamen.model.criteria import Edition
from digisamen.model.scorecard import Scorecard, SubsectorScore, ThemeScore
from digisamen.model.state import State
from digisamen.model.steps import Lapse, WayUp


def level_report(
    edition: Edition,
    assessment: Assessment,
    scorecard: Scorecard,
    assessment_digest: str,
    version: str,
    outlook: Outlook | None = None,
) -> LevelReport:
    """Return the report of `scorecard`, for the organisation that assessed itself."""
    parts = tuple(
        _part(score, way, lapses, edition.top_level)
        for score, way, lapses in zip(scorecard.subsectors, scorecard.ways, scorecard.lapses, strict=True)
    )
    return LevelReport(
        organisation=assessment.organisation,
        day=scorecard.day,
        provenance=_provenance(edition, assessment_digest, version),
        edition=edition.text,
        criteria=edition.criteria,
        scorecard=scorecard,
        parts=parts,
        strays=_strays(assessment, scorecard),
        outlook=outlook,
    )


def _provenance(edition: Edition, assessment_digest: str, version: str) -> Provenance:
    return Provenance(
        version=version,
        edition=edition.number,
        status=edition.record.status,
        frozen=edition.record.frozen == "ja",
        edition_digest=edition.digest,
        assessment_digest=assessment_digest,
        licence=edition.text.licence.id,
    )


def _part(score: SubsectorScore, way: WayUp, lapses: tuple[Lapse, ...], top: int) -> SubsectorPart:
    criteria = [c for t in score.themes for c in t.criteria]
    inside = [c for c in criteria if c.in_scope]
    return SubsectorPart(
        score=score,
        way=way,
        lapses=lapses,
        profile=profile(score, top),
        proof=_proof(score),
        themes=tuple(_theme(t) for t in score.themes),
        blocking=frozenset(c.id for c in (*way.whole.prove, *way.whole.do)) if way.whole else frozenset(),
        in_scope=len(inside),
        unanswered=sum(c.answer is None for c in inside),
        deviations=tuple(c for c in inside if c.explanation and c.answer in {"nee", "deels"}),
        outside=tuple(c for c in criteria if not c.in_scope),
    )


def _proof(score: SubsectorScore) -> Proof | None:
    """Count proofs for the target, or without one for the next level of the whole; none when there is no goal."""
    if score.levels is None:
        return None
    aims = {t.theme: t.target for t in score.scored if t.target}
    goals = aims or {t.theme: score.levels.onderbouwd + 1 for t in score.scored}
    if not aims and score.levels.full:
        return None
    musts = [
        c
        for t in score.scored
        for level in t.ladder
        if t.theme in goals and level <= t.rung(goals[t.theme])
        for c in t.musts(level)
    ]
    same = set(goals.values())
    return Proof(
        goal=same.pop() if len(same) == 1 and len(goals) == len(score.scored) else None,
        target=bool(aims),
        have=sum(c.settled(Assurance.ONDERBOUWD) for c in musts),
        needed=len(musts),
    )


def _theme(theme: ThemeScore) -> ThemePart:
    inside = [c for c in theme.criteria if c.in_scope]
    groups = tuple(
        LevelGroup(
            level=level,
            state=state_of(theme.levels, level) if theme.levels and level in theme.ladder else State.NB,
            on_ladder=level in theme.ladder,
            criteria=tuple(c for c in inside if c.level == level),
        )
        for level in sorted({c.level for c in inside})
    )
    return ThemePart(theme, groups)


def _strays(assessment: Assessment, scorecard: Scorecard) -> tuple[Stray, ...]:
    """Return the answers that count nowhere, with the reason of the first subsector that knows the criterion."""
    seen: dict[str, str | None] = {}
    for criterion in (c for s in scorecard.subsectors for t in s.themes for c in t.criteria):
        if seen.get(criterion.id, "") is not None:
            seen[criterion.id] = criterion.scope_reason
    return tuple(
        Stray(name, answer.answer, seen.get(name, "deelsector") or "")
        for name, answer in sorted(assessment.answers.items())
        if answer.answer and seen.get(name, "deelsector") is not None
    )
