"""What the coming edition would do to an organisation: its answers carried over and scored again."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from digisamen.migrate.migration import MigrationPlan
from digisamen.model.answered import CriterionScore
from digisamen.model.assessment import Assurance
from digisamen.model.criteria import Criterion, Edition
from digisamen.model.scorecard import Levels, SubsectorScore
from digisamen.score.asked import needed_level
from digisamen.score.gaps import missing

Why = Literal["opnieuw", "nieuw", "antwoord", "bewijs"]
"""Why a criterion holds back the level: asked again, a new question, answered with less than ja, or without proof."""


@dataclass(frozen=True, slots=True)
class Unless:
    """One criterion that holds back, under the coming edition, the level that the organisation has now."""

    id: str
    why: Why


@dataclass(frozen=True, slots=True)
class OutlookPart:
    """One subsector: the levels now and under the coming edition; none where no must is left.

    `unless` are the criteria that hold back the level of now at `assurance`, the first of the two that falls.
    """

    subsector: str
    before: Levels | None
    after: Levels | None
    assurance: Assurance | None
    unless: tuple[Unless, ...]


@dataclass(frozen=True, slots=True)
class Outlook:
    """The coming edition, and what it would do. `again` and `new` are the questions that it leaves to be answered."""

    edition: str
    status: str
    digest: str
    criteria: Mapping[str, Criterion]
    parts: tuple[OutlookPart, ...]
    again: tuple[str, ...]
    new: tuple[str, ...]


SHOWN = (Assurance.ONDERBOUWD, Assurance.VERKLAARD)
"""The numbers that are compared, the one that people quote first."""


def outlook(
    before: Sequence[SubsectorScore], after: Sequence[SubsectorScore], plan: MigrationPlan, coming: Edition
) -> Outlook:
    """Return what the `coming` edition does: `after` are the scores under it of the answers that `plan` leaves."""
    later = {score.subsector: score for score in after}
    return Outlook(
        edition=coming.number,
        status=coming.record.status,
        digest=coming.digest,
        criteria=coming.criteria,
        parts=tuple(_part(now, later[now.subsector], plan) for now in before if now.subsector in later),
        again=tuple(m.id for m in plan.of("opnieuw")),
        new=tuple(m.id for m in plan.of("nieuw")),
    )


def _part(now: SubsectorScore, then: SubsectorScore, plan: MigrationPlan) -> OutlookPart:
    falls = next((a for a in SHOWN if _at(then.levels, a) < _at(now.levels, a)), None)
    blocking = _blocking(then, _at(now.levels, falls), falls, plan) if falls else ()
    return OutlookPart(now.subsector, now.levels, then.levels, falls, tuple(blocking))


def _at(levels: Levels | None, assurance: Assurance) -> int:
    return levels.at(assurance) if levels else 0


def _blocking(score: SubsectorScore, level: int, assurance: Assurance, plan: MigrationPlan) -> Iterator[Unless]:
    fates = {move.id: move.fate for move in plan.asked}
    for theme in score.scored:
        for criterion in missing(theme, needed_level(theme, level), assurance):
            yield Unless(criterion.id, _why(criterion, fates.get(criterion.id)))


def _why(score: CriterionScore, fate: str | None) -> Why:
    if fate == "opnieuw":
        return "opnieuw"
    if score.answer is None:
        return "nieuw" if fate == "nieuw" else "antwoord"
    return "bewijs" if score.answer in {"ja", "nvt"} else "antwoord"
