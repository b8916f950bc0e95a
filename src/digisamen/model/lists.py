"""The lists of an edition: everything in `edition.yaml` that criteria and assessments refer to."""

from typing import Annotated, Literal, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from digisamen.model.wording import Language, Localised

RESERVED = {"gedeeld", "index", "begrippen", "bronnen", "dekking", "principes-en-fasen"}
"""Names that no subsector may have: a folder of the norm, and pages made from it."""

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{0,59}$")]
"""A name of the norm. It may become a part of an address or of a file name."""

T = TypeVar("T")
Listed = Annotated[dict[Slug, T], Field(min_length=1)]


def once(words: tuple[T, ...]) -> tuple[T, ...]:
    """Refuse the same word twice."""
    if len(set(words)) < len(words):
        raise PydanticCustomError("twice", "the same word twice")
    return words


Words = Annotated[tuple[str, ...], AfterValidator(once)]
"""Words that refer to something, each of them once."""


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


class EditionTender(TenderRule):
    """How requirements enter a tender, and the level that is recommended per work: a choice of ours, not law.

    `overlap_months`: how long the edition before may be asked beside this one. `valid_months`: how long a statement on
    an older edition stays valid. Where they are not given, `compare/transition.py` has the numbers.
    """

    recommended: dict[str, int] = {}
    overlap_months: int | None = Field(default=None, ge=0, le=120)
    valid_months: int | None = Field(default=None, ge=0, le=120)


class LadderException(Part):
    """A level that is empty on purpose for some sizes and roles, with the reason.

    With `false_facts` it is empty only for who answers one of these facts with `nee`.
    """

    sizes: Words = Field(min_length=1)
    theme: str
    level: int
    roles: Words = Field(min_length=1)
    subsectors: Words = ()
    false_facts: Words = ()
    reason: Localised


class Absence(Part):
    """What nothing serves in a subsector, with the reason: a phase of the chain within a theme, or a principle."""

    subsector: str
    phase: str | None = None
    theme: str | None = None
    principle: str | None = None
    reason: Localised

    @model_validator(mode="after")
    def _one_thing(self) -> "Absence":
        in_phase, in_principle = bool(self.phase and self.theme), bool(self.principle)
        if in_phase == in_principle or (in_principle and (self.phase or self.theme)):
            raise PydanticCustomError("absence_form", "a phase with a theme, or a principle")
        return self


class EditionText(Part):
    """The content of `edition.yaml`: every list that the criteria and the assessments refer to."""

    schema_: Literal["digisamen/edition/v1"] = Field(alias="schema")
    edition: str = Field(pattern=r"^[0-9]{4}\.[0-9]+$")
    title: Localised
    languages: tuple[Language, ...] = Field(min_length=1)
    uri_base: str
    licence: Licence
    levels: dict[int, Level]
    themes: Listed[Theme]
    subsectors: Listed[Subsector]
    roles: Listed[Named]
    phases: Listed[Named]
    works: Listed[Named]
    sizes: Listed[Named]
    facts: dict[Slug, Fact]
    evidence_kinds: Listed[EvidenceKind]
    effort: dict[int, Named]
    explanation_reasons: Listed[Named]
    verification: VerificationLists
    principles: dict[Slug, Named]
    glossary: dict[Slug, Term]
    tender: EditionTender
    ladder_exceptions: tuple[LadderException, ...] = ()
    absences: tuple[Absence, ...] = ()

    @model_validator(mode="after")
    def _sound(self) -> "EditionText":
        """Levels run from 0 without a hole, letters of subsectors differ, and Dutch is there."""
        letters = [about.letter for about in self.subsectors.values()]
        if list(self.levels) != list(range(len(self.levels))) or not 1 < len(self.levels) <= 5:  # noqa: PLR2004  # 0 to 4
            raise PydanticCustomError("levels_form", "levels from 0 on, at most up to 4")
        if len(set(letters)) < len(letters) or "G" in letters or set(self.subsectors) & RESERVED:
            raise PydanticCustomError("subsectors_form", "a letter of its own, not G, and no reserved name")
        if "nl" not in self.languages or len(set(self.languages)) < len(self.languages):
            raise PydanticCustomError("languages_form", "nl, and en or not")
        return self
