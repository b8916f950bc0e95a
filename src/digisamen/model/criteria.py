"""The norm: one edition of the criteria, as pydantic models. The fields are those of the YAML files."""

from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from digisamen.model.days import Day
from digisamen.model.wording import Localised

YesNo = Literal["ja", "nee"]


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Named(_Model):
    """An entry of a plain list of the edition: a role, size, phase, work, principle, reason or step of effort."""

    label: Localised
    meaning: Localised | None = None


class Level(_Model):
    """One of the levels 0 to 4. Levels are compared by number only; the name is a label."""

    name: Localised
    meaning: Localised


class Theme(_Model):
    """One of the four themes of article 2.2 of the digiAkkoord, in the order of that article."""

    prefix: str = Field(pattern=r"^[A-Z]{3}$")
    name: Localised
    title: Localised
    levels: dict[int, Localised] = {}


class Subsector(_Model):
    """A part of the sector, with the letter that its criteria carry in their id."""

    letter: str = Field(pattern=r"^[A-Z]$")
    label: Localised


class Fact(_Model):
    """A yes/no statement about an organisation that settles which criteria apply to it."""

    question: Localised
    when_false: Localised


class EvidenceKind(_Model):
    """A kind of evidence. `independent`: it proves review by itself. `own_expiry`: only its end date counts."""

    label: Localised
    independent: bool = False
    own_expiry: bool = False
    method: str


class Term(_Model):
    """A word of the glossary."""

    term: Localised
    meaning: Localised


class Licence(_Model):
    """Under which licence the text of the edition may be used."""

    id: str
    name: Localised
    url: str


class VerificationLists(_Model):
    """The verification methods and phases that criteria may name (lists of the Contractspecificaties)."""

    methods: tuple[str, ...]
    phases: tuple[str, ...]


class TenderRule(_Model):
    """How a requirement enters a tender; on a criterion only what differs from the defaults of the edition."""

    subject: str | None = None
    combine: str | None = None
    flow_down: str | None = None
    zzp: str | None = None


class LadderException(_Model):
    """Levels that are empty on purpose for some sizes and roles, with the reason."""

    sizes: tuple[str, ...]
    theme: str
    level: int
    roles: tuple[str, ...]
    subsectors: tuple[str, ...] = ()
    reason: Localised


class EvidenceRule(_Model):
    """Which kinds of evidence count for a criterion, and how old they may be. Both lists count for every size."""

    light: tuple[str, ...]
    strong: tuple[str, ...]
    max_age_months: int = Field(ge=1, le=120)

    @property
    def accepted(self) -> frozenset[str]:
        """All kinds that count."""
        return frozenset(self.light + self.strong)


class AnswerRule(_Model):
    """Which answers a criterion allows besides ja, deels and nee."""

    nvt: Literal["nooit", "met-reden"]
    explain: bool = True


class Applies(_Model):
    """For whom and when a criterion holds. Roles, sizes and facts decide scope; phases and works select in tenders."""

    roles: tuple[str, ...] = Field(min_length=1)
    facts: tuple[str, ...] = ()
    phases: tuple[str, ...] = Field(min_length=1)
    works: tuple[str, ...] = Field(min_length=1)
    sizes: dict[str, Literal["volledig", "lichter", "vrijgesteld"]] = {}


class Verification(_Model):
    """How, in which phase and at which moment a client verifies the requirement."""

    method: str
    phase: str
    moment: Localised


class Criterion(_Model):
    """One criterion: one duty that an organisation answers with ja, deels, nee or nvt."""

    id: str = Field(pattern=r"^[A-Z]{3}-[A-Z]-[0-9]{2,3}$")
    theme: str
    subsectors: tuple[str, ...] = Field(min_length=1)
    state: Literal["actief", "aankomend", "vervallen"]
    since: str
    retired_in: str | None = None
    reason: Localised | None = None
    replaced_by: tuple[str, ...] = ()
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
    advice: dict[str, Localised] = {}
    tender: TenderRule = TenderRule()
    principles: tuple[str, ...] = ()
    sources: tuple[str, ...]


def _no_means_none(value: object) -> object:
    return None if value == "nee" else value


class Source(_Model):
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


class EditionRecord(_Model):
    """What `editions.yaml` says of one edition: its status, and whether it is frozen."""

    status: Literal["concept", "consultatie", "vastgesteld", "vervallen"]
    frozen: YesNo = "nee"
    sha256: str | None = Field(default=None, pattern=r"^[0-9a-f]{64}$")
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


class EditionText(_Model):
    """The content of `edition.yaml`: every list that the criteria and the assessments refer to."""

    schema_: Literal["digisamen/edition/v1"] = Field(alias="schema")
    edition: str = Field(pattern=r"^[0-9]{4}\.[0-9]+$")
    title: Localised
    languages: tuple[Literal["nl", "en"], ...]
    uri_base: str
    licence: Licence
    levels: dict[int, Level]
    themes: dict[str, Theme]
    subsectors: dict[str, Subsector]
    roles: dict[str, Named]
    phases: dict[str, Named]
    works: dict[str, Named]
    sizes: dict[str, Named]
    facts: dict[str, Fact]
    evidence_kinds: dict[str, EvidenceKind]
    effort: dict[int, Named]
    explanation_reasons: dict[str, Named]
    verification: VerificationLists
    principles: dict[str, Named]
    glossary: dict[str, Term]
    tender: TenderRule
    ladder_exceptions: tuple[LadderException, ...] = ()


class ChangeLog(_Model):
    """What `changes.yaml` says happened to each id since the previous edition."""

    previous: str | None = None
    changes: dict[str, object] = {}


class Content(_Model):
    """All that the files of one edition say, merged. Its canonical JSON is what the digest is taken over."""

    edition: EditionText
    sources: dict[str, Source]
    changes: ChangeLog
    criteria: dict[str, Criterion]


class Edition(_Model):
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
