"""The public library: what the command line does, for Python programs.

Every function returns an `Outcome` where the input may be wrong: a value, and all problems as values. Trouble outside
the content, such as a missing file, is raised as `DigisamenError`. Nothing here prints, or looks at the clock.

Each name is that of a job: the table `SERVICES` says where it stands, and it is imported when somebody asks for it, so
that who scores an assessment does not pay for the rest.

Example:
    >>> from digisamen import api
    >>> outcome = api.assess("org.yaml")                                        # doctest: +SKIP
    >>> outcome.value.scorecard.subsectors[0].levels.onderbouwd                 # doctest: +SKIP
    1
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from digisamen.form.questions import Blank, blank_assessment
    from digisamen.level.assess import assess, report
    from digisamen.level.report import LevelReport
    from digisamen.level.verify import Verified, verify
    from digisamen.market.counts import Impact
    from digisamen.market.impact import impact
    from digisamen.migrate.migrate import migrate
    from digisamen.migrate.migration import Migration
    from digisamen.model.asked import Asked
    from digisamen.model.assessment import Assurance, Organisation
    from digisamen.model.change import Change
    from digisamen.model.criteria import Edition
    from digisamen.model.problem import DigisamenError, Outcome, Problem
    from digisamen.norm.check.checked import Checked
    from digisamen.norm.check.edition import check_criteria
    from digisamen.norm.compare.compare import compare as diff
    from digisamen.norm.compare.compared import Compared
    from digisamen.norm.coverage import Coverage
    from digisamen.norm.coverage import cover as coverage
    from digisamen.norm.release.plan import Release
    from digisamen.norm.release.release import release
    from digisamen.read.asked import check_asked, check_subsector
    from digisamen.read.editions import coming, editions, load_edition
    from digisamen.read.load import Loaded, evidence_files, load
    from digisamen.score.scope import Profile, criteria
    from digisamen.source.library import origin
    from digisamen.tender.load import load_tender
    from digisamen.tender.read_request import new_tender
    from digisamen.tender.request import Tender
    from digisamen.tender.specification import Specification, Wanted
    from digisamen.tender.specify import specify

SERVICES = {
    "Asked": "model.asked",
    "Assurance": "model.assessment",
    "Blank": "form.questions",
    "Change": "model.change",
    "Checked": "norm.check.checked",
    "Compared": "norm.compare.compared",
    "Coverage": "norm.coverage",
    "DigisamenError": "model.problem",
    "Edition": "model.criteria",
    "Impact": "market.counts",
    "LevelReport": "level.report",
    "Loaded": "read.load",
    "Migration": "migrate.migration",
    "Organisation": "model.assessment",
    "Outcome": "model.problem",
    "Problem": "model.problem",
    "Profile": "score.scope",
    "Release": "norm.release.plan",
    "Specification": "tender.specification",
    "Tender": "tender.request",
    "Verified": "level.verify",
    "Wanted": "tender.specification",
    "assess": "level.assess",
    "blank_assessment": "form.questions",
    "check_asked": "read.asked",
    "check_criteria": "norm.check.edition",
    "check_subsector": "read.asked",
    "coming": "read.editions",
    "coverage": "norm.coverage:cover",
    "criteria": "score.scope",
    "diff": "norm.compare.compare:compare",
    "editions": "read.editions",
    "evidence_files": "read.load",
    "impact": "market.impact",
    "load": "read.load",
    "load_edition": "read.editions",
    "load_tender": "tender.load",
    "migrate": "migrate.migrate",
    "new_tender": "tender.read_request",
    "origin": "source.library",
    "release": "norm.release.release",
    "report": "level.assess",
    "specify": "tender.specify",
    "verify": "level.verify",
}
"""What a program may use, with the module it stands in; after a colon its name there, where that differs."""

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
    "Tender",
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


def __getattr__(name: str) -> Any:
    """Return a service or a type of the library; afterwards it is found at once."""
    if name not in SERVICES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    module, _, own = SERVICES[name].partition(":")
    found = globals()[name] = getattr(import_module(f"digisamen.{module}"), own or name)
    return found


def __dir__() -> list[str]:
    """Return what a program may use."""
    return sorted(SERVICES)


def json_schema(kind: str, edition: "Edition | None" = None) -> dict[str, Any]:
    """Return the JSON Schema of a kind of file: `assessment`, `tender` or `report`, or one of the norm.

    Those of the norm are `edition`, `criteria`, `sources`, `changes` and `editions`.
    With an edition, the schemas of an assessment and a request also name the words of that edition.
    """
    from digisamen.form.schema import assessment_schema  # noqa: PLC0415  # start-up
    from digisamen.level.json_schema import report_schema  # noqa: PLC0415
    from digisamen.norm.schema import norm_schema  # noqa: PLC0415
    from digisamen.tender.schema import tender_schema  # noqa: PLC0415

    if kind == "assessment":
        return assessment_schema(edition)
    if kind == "tender":
        return tender_schema(edition)
    return report_schema() if kind == "report" else norm_schema(kind)
