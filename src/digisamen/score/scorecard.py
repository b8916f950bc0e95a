"""From an edition and an assessment to the whole scorecard."""

from collections.abc import Sequence
from datetime import date

from digisamen.model.answered import Findings
from digisamen.model.asked import Asked
from digisamen.model.assessment import Assessment
from digisamen.model.criteria import Edition
from digisamen.model.scorecard import Scorecard, SubsectorScore
from digisamen.score.asked import judge
from digisamen.score.lapses import lapses
from digisamen.score.levels import score_subsector
from digisamen.score.steps import way_up


def score(
    edition: Edition, assessment: Assessment, findings: Findings, day: date, asked: Sequence[Asked] = ()
) -> Scorecard:
    """Return the scorecard of `assessment` against `edition` on `day`, with every asked level judged.

    The assessment was validated against the edition before; `findings` says what evidence files were found.
    """
    subsectors = score_subsectors(edition, assessment, findings, day)
    return Scorecard(
        day=day,
        subsectors=subsectors,
        ways=tuple(way_up(s) for s in subsectors),
        lapses=tuple(lapses(day, s) for s in subsectors),
        asked=tuple(judge(subsectors, a) for a in asked),
    )


def score_subsectors(
    edition: Edition, assessment: Assessment, findings: Findings, day: date
) -> tuple[SubsectorScore, ...]:
    """Return the score of each subsector of the organisation, in the order of the edition: the levels and no more."""
    names = [s for s in edition.text.subsectors if s in assessment.organisation.subsectors]
    return tuple(score_subsector(edition, assessment, findings, day, name) for name in names)
