"""The shape `digisamen/report/v1` as models, only to publish its JSON Schema and to test what we write against it."""

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from digisamen.model.days import Day

AssuranceWord = Literal["verklaard", "onderbouwd", "getoetst"]
_DRAFT = "https://json-schema.org/draft/2020-12/schema"


class _Shape(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Tool(_Shape):
    """The tool that made the report."""

    version: str


class EditionShape(_Shape):
    """The edition of the criteria, with the digest of its content and a notice on its status."""

    number: str
    status: Literal["concept", "consultatie", "vastgesteld", "vervallen"]
    frozen: bool
    digest: str = Field(pattern=r"^[0-9a-f]{64}$")
    notice: str


class AssessmentShape(_Shape):
    """The assessment: the digest of its content, and the date on which it was scored."""

    digest: str = Field(pattern=r"^[0-9a-f]{64}$")
    date: Day


class OrganisationShape(_Shape):
    """Who assessed itself, as written in the assessment."""

    name: str
    kvk: str | None
    size: str
    roles: list[str]
    subsectors: list[str]
    facts: dict[str, Literal["ja", "nee"] | None]


class LevelsShape(_Shape):
    """The numbers that always stand together."""

    verklaard: int
    onderbouwd: int
    getoetst: int
    possible: int
    haalbaar: int


class EvidenceShape(_Shape):
    """One piece of evidence, what was found of it, and whether it counts."""

    kind: str
    title: str | None
    file: str | None
    url: str | None
    sha256: str | None
    date: Day
    valid_until: Day | None
    reviewed_by: str | None
    found: (
        Literal["gevonden", "ontbreekt", "buiten-de-map", "geen-bestand", "te-groot", "onleesbaar", "gewijzigd"] | None
    )
    last_day: Day | None
    counts: bool
    reason: str | None


class ExplanationShape(_Shape):
    """Why a criterion is not met."""

    reason: str
    text: str
    until: Day | None


class CriterionShape(_Shape):
    """One criterion of the theme, in scope or not, with the answer and how sure it is."""

    id: str
    level: int
    obligation: Literal["must", "should"]
    in_scope: bool
    scope_reason: str | None
    answer: Literal["ja", "deels", "nee", "nvt", "onbeantwoord"]
    reason: str | None
    assurance: AssuranceWord | None
    assurance_reason: str | None
    settled_at: AssuranceWord | None
    on_ladder: bool
    explanation: ExplanationShape | None
    evidence: list[EvidenceShape]


class ThemeShape(_Shape):
    """One theme. `levels` is null when no required criterion holds for this organisation."""

    theme: str
    levels: LevelsShape | None
    target: int | None
    ladder: list[int]
    criteria: list[CriterionShape]


class ProofShape(_Shape):
    """How many of the proofs for the target, or for the next level, are there."""

    have: int
    needed: int


class SubsectorShape(_Shape):
    """One subsector: the lowest theme at each number, and the themes."""

    subsector: str
    levels: LevelsShape | None
    proof: ProofShape | None
    themes: list[ThemeShape]


class AskedThemeShape(_Shape):
    """One theme under an asked level."""

    theme: str
    needed: int
    reached: int
    met: bool
    blocking: list[str]


class AskedSubsectorShape(_Shape):
    """One subsector under an asked level."""

    subsector: str
    met: bool
    themes: list[AskedThemeShape]


class AskedShape(_Shape):
    """One asked level, and whether it is met."""

    theme: str | None
    level: int
    assurance: AssuranceWord
    met: bool
    as_far_as_applicable: bool
    subsectors: list[AskedSubsectorShape]


class OutlookEditionShape(_Shape):
    """The coming edition, with the digest of its content."""

    number: str
    status: Literal["concept", "consultatie", "vastgesteld"]
    digest: str = Field(pattern=r"^[0-9a-f]{64}$")


class UnlessShape(_Shape):
    """A criterion that holds back, under the coming edition, the level of now."""

    id: str
    why: Literal["opnieuw", "nieuw", "antwoord", "bewijs"]


class OutlookSubsectorShape(_Shape):
    """One subsector under the coming edition. `falls_at` is the first of the two numbers that falls."""

    subsector: str
    levels: LevelsShape | None
    falls_at: Literal["onderbouwd", "verklaard"] | None
    unless: list[UnlessShape]


class OutlookShape(_Shape):
    """What the coming edition would do; `again` and `new` are the questions that it leaves to be answered."""

    edition: OutlookEditionShape
    again: list[str]
    new: list[str]
    subsectors: list[OutlookSubsectorShape]


class Report(_Shape):
    """A level report of digisamen, version 1 of the shape."""

    schema_: Literal["digisamen/report/v1"] = Field(alias="schema")
    tool: Tool
    edition: EditionShape
    assessment: AssessmentShape
    organisation: OrganisationShape
    subsectors: list[SubsectorShape]
    require: list[AskedShape]
    outlook: OutlookShape | None


def report_schema() -> dict[str, Any]:
    """Return the JSON Schema of a level report."""
    return {"$schema": _DRAFT, **Report.model_json_schema(by_alias=True), "title": "digisamen/report/v1"}
