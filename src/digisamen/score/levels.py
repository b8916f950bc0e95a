"""The level of one subsector: scope, ladder, level per theme, and the lowest theme as the whole."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from datetime import date

from digisamen.model.answered import CriterionScore, Findings
from digisamen.model.assessment import Answer, Assessment, Assurance
from digisamen.model.criteria import Criterion, Edition
from digisamen.model.scorecard import Levels, SubsectorScore, ThemeScore
from digisamen.score.assurance import assurance, settled_at, weigh
from digisamen.score.scope import Profile, profile_of, scope_reason

UNANSWERED = Answer()


def score_subsector(
    edition: Edition, assessment: Assessment, findings: Findings, day: date, subsector: str
) -> SubsectorScore:
    """Return themes and levels of one subsector on `day`."""
    return _score(edition, edition.of_subsector(subsector), assessment, findings, day, subsector)


def score_musts(
    edition: Edition,
    assessment: Assessment,
    findings: Findings,
    day: date,
    subsector: str,
    counting: Collection[str],
) -> SubsectorScore:
    """Return the same themes and levels with no other criteria in them than those that decide a level.

    `counting` are the criteria that hold for the organisation. For who scores many organisations.
    """
    musts = [
        c
        for c in edition.criteria.values()
        if c.id in counting and c.obligation == "must" and subsector in c.subsectors
    ]
    return _score(edition, musts, assessment, findings, day, subsector)


def _score(
    edition: Edition,
    criteria: Iterable[Criterion],
    assessment: Assessment,
    findings: Findings,
    day: date,
    subsector: str,
) -> SubsectorScore:
    profile = profile_of(assessment.organisation)
    by_theme: dict[str, list[CriterionScore]] = {theme: [] for theme in edition.text.themes}
    for c in criteria:
        by_theme.setdefault(c.theme, []).append(_criterion(edition, c, assessment, findings, day, profile))
    themes = tuple(score_theme(theme, scores, assessment.target_for(theme)) for theme, scores in by_theme.items())
    return SubsectorScore(subsector, weakest(t.levels for t in themes), themes)


def _criterion(
    edition: Edition, criterion: Criterion, assessment: Assessment, findings: Findings, day: date, profile: Profile
) -> CriterionScore:
    answer = assessment.answers.get(criterion.id, UNANSWERED)
    evidence = weigh(edition, criterion, answer, findings, day)
    sure, reason = assurance(answer, evidence)
    outside = scope_reason(criterion, profile)
    size = assessment.organisation.size
    return CriterionScore(
        id=criterion.id,
        theme=criterion.theme,
        level=criterion.level,
        obligation=criterion.obligation,
        scope_reason=outside,
        answer=answer.answer,
        assurance=None if outside else sure,
        assurance_reason=None if outside else reason,
        settled_at=None if outside else settled_at(answer, sure),
        lighter=criterion.applies.size_rule(size) == "lichter",
        effort=criterion.effort_for(size),
        reason=answer.reason,
        explanation=answer.explanation,
        evidence=evidence,
    )


def score_theme(theme: str, scores: list[CriterionScore], target: int | None) -> ThemeScore:
    """Return ladder and levels of one theme from the scores of its criteria."""
    ladder = ladder_of({c.level for c in scores if c.in_scope and c.obligation == "must"})
    criteria = tuple(c if c.level in ladder else replace(c, on_ladder=False) for c in scores)
    bare = ThemeScore(theme, None, ladder, target, criteria)
    if not ladder:
        return bare
    levels = Levels(
        getoetst=_level(bare, lambda c: c.settled(Assurance.GETOETST), _said_yes),
        onderbouwd=_level(bare, lambda c: c.settled(Assurance.ONDERBOUWD), _said_yes),
        verklaard=_level(bare, lambda c: c.settled(Assurance.VERKLAARD), _said_yes),
        possible=_level(bare, _could_settle, _could_say_yes),
        haalbaar=ladder[-1],
    )
    return replace(bare, levels=levels)


def ladder_of(levels: Iterable[int]) -> tuple[int, ...]:
    """Return the levels from the lowest that has a must up to the last one before the first gap."""
    ladder: list[int] = []
    for level in sorted(levels):
        if ladder and level != ladder[-1] + 1:
            break
        ladder.append(level)
    return tuple(ladder)


def _level(theme: ThemeScore, settled: Callable[[CriterionScore], bool], yes: Callable[[CriterionScore], bool]) -> int:
    """Return the highest level up to which every must is settled, with at least one `ja` on it; else 0."""
    reached = 0
    for level in theme.ladder:
        musts = theme.musts(level)
        if not all(settled(c) for c in musts):
            break
        if any(yes(c) for c in musts):
            reached = level
    return reached


def _said_yes(score: CriterionScore) -> bool:
    return score.answer == "ja"


def _could_settle(score: CriterionScore) -> bool:
    return score.answer is None or score.settled(Assurance.VERKLAARD)


def _could_say_yes(score: CriterionScore) -> bool:
    return score.answer is None or _said_yes(score)


def weakest(levels: Iterable[Levels | None]) -> Levels | None:
    """Return the lowest of each number over the themes that have a level; none when no theme has one."""
    rows = [x for x in levels if x is not None]
    if not rows:
        return None
    return Levels(
        getoetst=min(x.getoetst for x in rows),
        onderbouwd=min(x.onderbouwd for x in rows),
        verklaard=min(x.verklaard for x in rows),
        possible=min(x.possible for x in rows),
        haalbaar=min(x.haalbaar for x in rows),
    )
