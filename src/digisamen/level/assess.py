"""From the path of an assessment to its level report."""

from collections.abc import Sequence
from datetime import date

from digisamen import __version__
from digisamen.level.compose import level_report
from digisamen.level.outlook import Outlook
from digisamen.level.report import LevelReport
from digisamen.model.asked import Asked
from digisamen.model.criteria import Edition
from digisamen.model.problem import Outcome
from digisamen.model.scorecard import Scorecard
from digisamen.read.editions import coming
from digisamen.read.load import Loaded, load
from digisamen.score.scope import counts
from digisamen.score.scorecard import score, score_subsectors


def assess(
    path: str, *, criteria: str | None = None, day: date | None = None, asked: Sequence[Asked] = ()
) -> Outcome[LevelReport]:
    """Return the level report of the assessment at `path`.

    `day` is the assessment date where it differs from the one in the file; `asked` are the levels to judge.
    """
    loaded = load(path, criteria)
    if loaded.value is None:
        return Outcome(None, loaded.problems)
    ahead = coming(loaded.value.edition.number, criteria)
    made = report(loaded.value, day=day, asked=asked, ahead=ahead.value)
    return Outcome(made, (*loaded.problems, *ahead.problems))


def report(
    loaded: Loaded, *, day: date | None = None, asked: Sequence[Asked] = (), ahead: Edition | None = None
) -> LevelReport:
    """Return the level report of a loaded assessment: score and report, nothing else.

    With `ahead`, the edition that is coming, it also tells what that one would do.
    """
    edition, assessment = loaded.edition, loaded.assessment
    scorecard = score(edition, assessment, loaded.findings, day or assessment.date, asked)
    outlook = _look_ahead(loaded, scorecard, ahead) if ahead else None
    return level_report(edition, assessment, scorecard, loaded.digest, __version__, outlook)


def _look_ahead(loaded: Loaded, scorecard: Scorecard, ahead: Edition) -> Outlook:
    from digisamen.level.outlook import outlook  # noqa: PLC0415
    from digisamen.migrate.plan import carried, moved, plan  # noqa: PLC0415
    from digisamen.norm.compare.diff import changed_criteria  # noqa: PLC0415  # start-up: only where a next edition is known

    now, said = loaded.edition, loaded.assessment
    made = plan(
        said, now, ahead, changed_criteria(now, ahead), counts(said.organisation, now), counts(said.organisation, ahead)
    )
    after = score_subsectors(ahead, carried(said, made), moved(loaded.findings, made), scorecard.day)
    return outlook(scorecard.subsectors, after, made, ahead)
