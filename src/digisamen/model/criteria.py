"""The norm: one edition of the criteria, as pydantic models. The fields are those of the YAML files."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from digisamen.model.change import DeclaredKind, TextClass
from digisamen.model.days import Day
from digisamen.model.lists import EditionText, Part, Slug, TenderRule, Words
from digisamen.model.wording import Localised

YesNo = Literal["ja", "nee"]
Number = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}\.[0-9]+$")]
Id = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}-[A-Z]-[0-9]{2,3}$")]


def same_year(one: str | None, other: str) -> bool:
    """Tell whether two numbers of editions are of one year: what comes later in it is an erratum, and mends texts."""
    return (one or "").partition(".")[0] == other.partition(".")[0]


class EvidenceRule(Part):
    """Which kinds of evidence count for a criterion, and how old they may be. Both lists count for every size."""

    light: Words
    strong: Words
    max_age_months: int = Field(ge=1, le=120)

    @property
    def accepted(self) -> frozenset[str]:
        """All kinds that count."""
        return frozenset(self.light + self.strong)


class AnswerRule(Part):
    """Which answers a criterion allows besides ja, deels and nee."""

    nvt: Literal["nooit", "met-reden"]
    explain: bool = True


SizeRule = Literal["volledig", "lichter", "vrijgesteld"]
"""How a criterion holds for a size: in full, in its lighter form, or not at all."""


class Applies(Part):
    """For whom and when a criterion holds. Roles, sizes and facts decide scope; phases and works select in tenders."""

    roles: Words = Field(min_length=1)
    facts: Words = ()
    phases: Words = Field(min_length=1)
    works: Words = Field(min_length=1)
    sizes: dict[str, SizeRule] = Field(default_factory=dict)

    def size_rule(self, size: str | None) -> SizeRule:
        """Return how a criterion holds for a size: in full where it says nothing else."""
        return self.sizes.get(size or "", "volledig")


class Verification(Part):
    """How, in which phase and at which moment a client verifies the requirement."""

    method: str
    phase: str
    moment: Localised


class Criterion(Part):
    """One criterion: one duty that an organisation answers with ja, deels, nee or nvt."""

    id: Id
    theme: str
    subsectors: Words = Field(min_length=1)
    state: Literal["actief", "aankomend", "vervallen"]
    since: Number
    retired_in: Number | None = None
    reason: Localised | None = None
    replaced_by: Words = ()
    level: int = Field(ge=1, le=4)
    obligation: Literal["must", "should"]
    binding: Literal["opdracht", "organisatie"]
    title: Localised
    requirement: Localised
    why: Localised
    test: Localised
    evidence: EvidenceRule
    answer: AnswerRule
    applies: Applies
    lighter: Localised | None = None
    verification: Verification
    effort: int = Field(ge=0, le=5)
    advice: dict[str, Localised] = Field(default_factory=dict)
    tender: TenderRule = TenderRule()
    principles: Words = ()
    sources: Words

    def effort_for(self, size: str | None) -> int:
        """Return the step of effort for a size: the lighter form takes one step less, and never less than one."""
        return max(min(self.effort, 1), self.effort - 1) if self.applies.size_rule(size) == "lichter" else self.effort


def _no_means_none(value: object) -> object:
    return None if value == "nee" else value


class Source(Part):
    """A standard, law, agreement or publication that criteria cite. `verified`: the day its facts were checked."""

    name: Localised
    owner: str
    version: str | None = None
    url: str | None = None
    kind: Literal["standaard", "wet", "afspraak", "leidraad", "dienst", "publicatie"]
    paywall: YesNo
    binds: Localised
    verified: Annotated[Day | None, BeforeValidator(_no_means_none)] = None
    verified_note: Localised | None = None
    withdrawn: YesNo = "nee"
    replaced_by: str | None = None


class EditionRecord(Part):
    """What `editions.yaml` says of one edition: its status, and whether it is frozen, with which content and when."""

    status: Literal["concept", "consultatie", "vastgesteld", "vervallen"]
    frozen: YesNo = "nee"
    sha256: str | None = Field(default=None, pattern=r"^[0-9a-f]{64}$")
    frozen_on: Day | None = None
    decided_by: str | None = None
    decided_on: Day | None = None
    decision: str | None = None
    consultation: str | None = None

    @model_validator(mode="after")
    def _decided(self) -> "EditionRecord":
        """Adoption without a decision record would drop the notice that nobody adopted it."""
        record = (self.decided_by, self.decided_on, self.decision, self.consultation)
        if self.status == "vastgesteld" and not all(record):
            raise PydanticCustomError("no_decision", "adopted without a decision")
        return self


class ChangeNote(Part):
    """What happened to one id, and why. `text` is the class of a change of the Dutch text.

    `into`: the ids that it was split into or replaced by. `from`: the ids that were merged into it, or that it is from.
    """

    kinds: tuple[DeclaredKind, ...] = ()
    text: TextClass | None = None
    into: Words = ()
    from_: Words = Field(default=(), alias="from")
    why: Localised


class ChangeLog(Part):
    """What `changes.yaml` says happened to each id since the previous edition."""

    previous: Number | None = None
    changes: dict[Id, ChangeNote] = Field(default_factory=dict)


class Content(Part):
    """All that the files of one edition say, merged. Its canonical JSON is what the digest is taken over."""

    edition: EditionText
    sources: dict[Slug, Source]
    changes: ChangeLog
    criteria: dict[str, Criterion]


class Edition(Part):
    """One edition of the criteria, ready to score with: content, record and digest."""

    content: Content
    record: EditionRecord
    digest: str

    @property
    def text(self) -> EditionText:
        """The lists and labels of the edition."""
        return self.content.edition

    @property
    def number(self) -> str:
        """The number of the edition, such as `2026.1`. Always text."""
        return self.content.edition.edition

    @property
    def criteria(self) -> dict[str, Criterion]:
        """The criteria by id, in the order of the ids."""
        return self.content.criteria

    def listed(self, name: str) -> Mapping[str, object]:
        """Return a list of the edition, or its sources, by the names of the entries as text.

        `verification.methods` and `verification.phases` are lists of words alone.
        """
        if name == "sources":
            return {**self.content.sources}
        if name.startswith("verification."):
            return dict.fromkeys(getattr(self.text.verification, name.partition(".")[2]))
        return {str(word): entry for word, entry in getattr(self.text, name).items()}

    @property
    def top_level(self) -> int:
        """The highest level number."""
        return max(self.content.edition.levels)

    def of_subsector(self, subsector: str) -> list[Criterion]:
        """Return its own criteria and the shared ones that name it, in any state; by theme, level and id."""
        order = {theme: place for place, theme in enumerate(self.text.themes)}
        own = [c for c in self.criteria.values() if subsector in c.subsectors]
        return sorted(own, key=lambda c: (order[c.theme], c.level, c.obligation, c.id))

    def has_own(self, subsector: str) -> bool:
        """Tell whether the edition holds criteria of this subsector itself, besides shared ones."""
        return any(c.subsectors == (subsector,) for c in self.criteria.values())
