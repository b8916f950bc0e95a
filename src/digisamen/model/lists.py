"""The lists of an edition: everything in `edition.yaml` that criteria and assessments refer to."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from digisamen.model.wording import Localised


class Part(BaseModel):
    """A part of the norm: it never changes, and it knows no other fields than these."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Named(Part):
    """An entry of a plain list of the edition: a role, size, phase, work, principle, reason or step of effort."""

    label: Localised
    meaning: Localised | None = None


class Level(Part):
    """One of the levels 0 to 4. Levels are compared by number only; the name is a label."""

    name: Localised
    meaning: Localised


class Theme(Part):
    """One of the four themes of article 2.2 of the digiAkkoord, in the order of that article.

    `needs_principle`: each of its criteria names a design principle of the DSGO that it serves.
    """

    prefix: str = Field(pattern=r"^[A-Z]{3}$")
    name: Localised
    title: Localised
    levels: dict[int, Localised] = {}
    needs_principle: bool = False


class Subsector(Part):
    """A part of the sector, with the letter that its criteria carry in their id."""

    letter: str = Field(pattern=r"^[A-Z]$")
    label: Localised


class Fact(Part):
    """A yes/no statement about an organisation that settles which criteria apply to it."""

    question: Localised
    when_false: Localised


class EvidenceKind(Part):
    """A kind of evidence. `independent`: it proves review by itself. `own_expiry`: only its end date counts."""

    label: Localised
    independent: bool = False
    own_expiry: bool = False
    method: str


class Term(Part):
    """A word of the glossary."""

    term: Localised
    meaning: Localised


class Licence(Part):
    """Under which licence the text of the edition may be used."""

    id: str
    name: Localised
    url: str


class VerificationLists(Part):
    """The verification methods and phases that criteria may name (lists of the Contractspecificaties)."""

    methods: tuple[str, ...]
    phases: tuple[str, ...]


class TenderRule(Part):
    """How a requirement enters a tender; on a criterion only what differs from the defaults of the edition."""

    subject: str | None = None
    combine: str | None = None
    flow_down: str | None = None
    zzp: str | None = None


class LadderException(Part):
    """A level that is empty on purpose for some sizes and roles, with the reason.

    With `false_facts` it is empty only for who answers one of these facts with `nee`.
    """

    sizes: tuple[str, ...]
    theme: str
    level: int
    roles: tuple[str, ...]
    subsectors: tuple[str, ...] = ()
    false_facts: tuple[str, ...] = ()
    reason: Localised


class Absence(Part):
    """What nothing serves in a subsector, with the reason: a phase of the chain within a theme, or a principle."""

    subsector: str
    phase: str | None = None
    theme: str | None = None
    principle: str | None = None
    reason: Localised


class EditionText(Part):
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
    absences: tuple[Absence, ...] = ()
