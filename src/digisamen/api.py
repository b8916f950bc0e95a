"""The public library: what the command line does, for Python programs.

Every function returns an `Outcome` where the input may be wrong: a value, and all problems as values. Trouble outside
the content, such as a missing file, is raised as `DigisamenError`. Nothing here prints, or looks at the clock.

Example:
    >>> from digisamen import api
    >>> outcome = api.assess("org.yaml")                                        # doctest: +SKIP
    >>> outcome.value.scorecard.subsectors[0].levels.onderbouwd                 # doctest: +SKIP
    1
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING, Any

from digisamen.main_road import (
    Loaded,
    assess,
    coming,
    editions,
    evidence_files,
    load,
    load_edition,
    record_of,
    register_of,
    report,
)
from digisamen.model.asked import Asked
from digisamen.model.assessment import Assurance, Organisation
from digisamen.model.blank import Blank
from digisamen.model.checked import Checked, Verified
from digisamen.model.criteria import Criterion, Edition
from digisamen.model.problem import DigisamenError, Outcome, Problem
from digisamen.model.report import LevelReport
from digisamen.read.criteria import default_edition, newest
from digisamen.read.wanted import check_asked, check_subsector
from digisamen.score.scope import Profile, profile_of, select
from digisamen.source.library import shelf

if TYPE_CHECKING:  # start-up: side roads, see `__getattr__`
    from digisamen.impact_road import Progress, Whose
    from digisamen.model.change import Change
    from digisamen.model.compared import Compared
    from digisamen.model.coverage import Coverage
    from digisamen.model.impact import Impact
    from digisamen.model.migration import Migration
    from digisamen.model.release import Release
    from digisamen.model.specification import Specification, Wanted
    from digisamen.model.tender import Tender
    from digisamen.model.wording import Language
    from digisamen.tender_road import LoadedTender

__all__ = [
    "Asked",
    "Assurance",
    "Blank",
    "Change",
    "Checked",
    "Compared",
    "Coverage",
    "DigisamenError",
    "Edition",
    "Impact",
    "LevelReport",
    "Loaded",
    "Migration",
    "Organisation",
    "Outcome",
    "Problem",
    "Profile",
    "Release",
    "Specification",
    "Verified",
    "Wanted",
    "assess",
    "blank_assessment",
    "check_asked",
    "check_criteria",
    "check_subsector",
    "coming",
    "coverage",
    "criteria",
    "diff",
    "editions",
    "evidence_files",
    "impact",
    "json_schema",
    "load",
    "load_edition",
    "load_tender",
    "migrate",
    "new_tender",
    "origin",
    "release",
    "report",
    "specify",
    "verify",
]

_LATER = {
    "Change": "change",
    "Compared": "compared",
    "Coverage": "coverage",
    "Release": "release",
    "Migration": "migration",
    "Impact": "impact",
    "Specification": "specification",
    "Tender": "tender",
    "Wanted": "specification",
}
"""Types of side roads, with the module of `model` that holds them. They are imported when somebody asks for one."""


def __getattr__(name: str) -> Any:
    """Return a type of a side road, so that who scores an assessment does not pay for it."""
    if name not in _LATER:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(f"digisamen.model.{_LATER[name]}"), name)


def criteria(
    edition: Edition, profile: Profile | None = None, *, level: int | None = None, themes: Sequence[str] = ()
) -> list[Criterion]:
    """Return the active criteria of `edition` that hold for `profile`, up to `level`, of the named themes."""
    return select(edition, profile or Profile(), level, themes)


def blank_assessment(
    edition: Edition, organisation: Organisation, day: date, *, level: int | None = None, target: int | None = None
) -> Blank:
    """Return a form with the questions in scope for `organisation` up to `level`, easiest first."""
    from digisamen.report.blank import blank  # noqa: PLC0415  # start-up: a side road

    profile = profile_of(organisation)
    possible = select(edition, replace(profile, false_facts=frozenset()), level)
    return blank(edition, organisation, select(edition, profile, level), possible, day, target)


def check_criteria(number: str | None = None, folder: str | None = None, *, draft: bool = False) -> Checked:
    """Check one edition of the criteria, always from its YAML files.

    Raises:
        DigisamenError: F010 no criteria in that place, F011 no such edition.
    """
    from digisamen.check.edition import check_edition  # noqa: PLC0415  # start-up: a side road

    place = shelf(folder)
    register = register_of(place)
    if register.value is None:
        return Checked(number or "", 0, register.problems)
    wanted = number or default_edition(register.value) or newest(register.value)
    found, _ = record_of(register.value, wanted)
    return check_edition(place, found, register.value, draft=draft)


def diff(first: str, second: str | None = None, folder: str | None = None) -> "Outcome[Compared]":
    """Return what changed from the edition `first` to `second`: a number, a folder, or `REV:path` in git.

    Without `second` it is the newest edition, or for a revision the same folder in the working tree.

    Raises:
        DigisamenError: F010, F011, F031 no such edition, F030 git cannot read it, U030 no revision with a path.
    """
    from digisamen.compare_road import compare  # noqa: PLC0415  # start-up: a side road

    return compare(first, second, folder)


def release(number: str, day: date, folder: str | None = None) -> "Outcome[Release]":
    """Return the release of an edition on `day`: what its notes tell, and every reason not to release it.

    Nothing is written.

    Raises:
        DigisamenError: F010 no criteria in that place, F011 no such edition.
    """
    from digisamen import release_road  # noqa: PLC0415  # start-up: a side road

    return release_road.release(number, day, folder)


def migrate(
    path: str, to: str | None = None, *, criteria: str | None = None, language: "Language" = "nl"
) -> "Outcome[Migration]":
    """Return the assessment at `path` as it is under a later edition, with the plan of every step; nothing is written.

    Without `to` it is the default edition or else the newest, where that is a later one. `language` is that of the
    comments in the file.

    Raises:
        DigisamenError: F011 no such edition, U031 an edition before that of the file.
    """
    from digisamen import migrate_road  # noqa: PLC0415  # start-up: a side road

    return migrate_road.migrate(path, to, criteria=criteria, language=language)


def impact(
    first: str,
    second: str,
    whose: "Whose | None" = None,
    *,
    folder: str | None = None,
    day: date | None = None,
    publish: bool = False,
    progress: "Progress | None" = None,
) -> "Outcome[Impact]":
    """Return what the step from the edition `first` to `second` does to organisations, in files or invented.

    An edition is a number, a folder, or `REV:path` in git. Each organisation is scored under the old edition, and
    under the new one as it would stand straight after `migrate`. With `publish` small counts are shielded.

    Raises:
        DigisamenError: F010, F011, F030, F031 or U030 for an edition, F001 to F004 for files, U051 for a bad count.
    """
    from digisamen import impact_road  # noqa: PLC0415  # start-up: a side road

    return impact_road.impact(first, second, whose, criteria=folder, day=day, publish=publish, progress=progress)


def coverage(edition: Edition) -> "Coverage":
    """Return what `edition` covers: the ladder of every role, size, subsector and theme, and counts per subsector."""
    from digisamen.score.coverage import cover  # noqa: PLC0415  # start-up: a side road

    return cover(edition)


def specify(edition: Edition, wanted: "Wanted") -> "Specification":
    """Return the plain specification of a level: the requirements that a contract may ask, with a fingerprint.

    Raises:
        DigisamenError: U012 a subsector without criteria of its own, U004 a word that the edition does not know.
    """
    from digisamen.tender.specify import specify as make  # noqa: PLC0415  # start-up: a side road

    check_subsector(wanted.subsector, edition)
    return make(edition, wanted)


def new_tender(data: dict[str, Any], edition: Edition, name: str) -> "Outcome[Tender]":
    """Return a request from plain data, checked as a file of that name would be; `digisamen tender new` writes it."""
    from digisamen.read.tender import read_tender  # noqa: PLC0415  # start-up: a side road
    from digisamen.source.yaml_text import Document  # noqa: PLC0415

    outcome = read_tender(Document(name, "", data), edition, [edition.number])
    return Outcome(None, outcome.problems) if outcome.failed else outcome


def load_tender(path: str, criteria: str | None = None) -> "Outcome[LoadedTender]":
    """Return the request at `path` (`uitvraag.yaml`) with the specification that follows from it."""
    from digisamen import tender_road  # noqa: PLC0415  # start-up: a side road

    return tender_road.load_tender(path, criteria)


def verify(report_path: str, path: str, *, criteria: str | None = None, files: bool = False) -> Outcome[Verified]:
    """Compute the report at `report_path` again from the assessment at `path`, and say whether it is the same.

    The scoring is done with what the report says was found of the evidence; with `files` the files are looked at again.
    """
    from digisamen import verify as side_road  # noqa: PLC0415  # start-up: a side road

    return side_road.verify(report_path, path, criteria=criteria, files=files)


def origin(criteria: str | None = None) -> str:
    """Return where the criteria come from: `wheel`, `checkout` or `folder`."""
    return shelf(criteria).origin


def json_schema(kind: str, edition: Edition | None = None) -> dict[str, Any]:
    """Return the JSON Schema of a kind of file: `assessment`, `tender` or `report`, or one of the norm.

    Those of the norm are `edition`, `criteria`, `sources`, `changes` and `editions`.
    With an edition, the schemas of an assessment and a request also name the words of that edition.
    """
    from digisamen.read.schema import assessment_schema, norm_schema, tender_schema  # noqa: PLC0415  # start-up: a side road
    from digisamen.render.json_v1_schema import report_schema  # noqa: PLC0415

    if kind == "assessment":
        return assessment_schema(edition)
    if kind == "tender":
        return tender_schema(edition)
    return report_schema() if kind == "report" else norm_schema(kind)
