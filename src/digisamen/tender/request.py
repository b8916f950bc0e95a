"""The request of a client: what stands in `uitvraag.yaml`, as pydantic models.

Nearly every field may still be open. An incomplete request gives a draft; `tender/open_fields.py` says what is open.
"""

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from digisamen.model.assessment import Text, check_web
from digisamen.model.days import Day
from digisamen.model.lists import Words, once

SCHEMA = "digisamen/tender/v1"
Use = Literal["uitvoering", "gunning", "specificatie", "geschiktheid", "selectie"]
Regime = Literal["europees", "nationaal", "onderhands", "privaat"]
ValueClass = Literal["tot-100000", "tot-1-miljoen", "tot-drempel", "boven-drempel"]
Strength = Literal["S1", "S2", "S3"]
Method = Literal["fictieve-korting", "punten", "procent"]
Name = Annotated[Text, Field(max_length=200)]
LongText = Annotated[Text, Field(max_length=2000)]
SMALL: tuple[ValueClass, ...] = ("tot-100000",)
"""Value classes below the threshold, in which no level above 1 is asked."""
FILL_INS = (
    "competence",
    "place_uav",
    "place_dnr",
    "place_raw",
    "place_onderhoud",
    "place_privaat",
    "place_anders",
    "rank",
    "point_value",
    "short_months",
    "repair_plan_days",
    "retention",
    "sanction",
    "most_sanction",
    "manager",
    "response_days",
    "own_level",
)
"""Gaps in the standing text of the annex that only the client can fill: amounts, terms, names, articles."""


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


def _open(kind: type) -> BeforeValidator:
    """Read a key without a value as an empty `kind`."""
    return BeforeValidator(lambda value: kind() if value is None else value)


class Deviation(_Model):
    """Why the client asks less than recommended in a theme: comply or explain."""

    reason: str
    text: LongText


class AskedLevel(_Model):
    """The level asked in a theme, with the reason why this contract needs it.

    `award` is a higher level with which a tenderer can earn a benefit; only with the use `gunning`.
    """

    level: int | None = Field(default=None, ge=0, le=9)
    reason: LongText | None = None
    award: int | None = Field(default=None, ge=1, le=9)
    benefit: Name | None = None
    explanation: Deviation | None = None

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, value: Any) -> Any:
        return {"level": value} if value is None or isinstance(value, str | int) else value


class Client(_Model):
    """Who invites offers."""

    name: Name | None = None


class Contract(_Model):
    """The contract for which a level is asked. `roles` are the roles in the chain that must meet it."""

    name: Name | None = None
    work: str | None = None
    subsector: str
    roles: Words = Field(min_length=1)
    phases: Annotated[Words, _open(tuple)] = ()
    form: Name | None = None
    regime: Regime | None = None
    value: ValueClass | None = None
    lots: Annotated[tuple[Name, ...], _open(tuple)] = ()


class Thresholds(_Model):
    """Below which size of contract and contractor less is asked. The numbers are a choice of ours, not law."""

    apply: Literal["ja", "nee"] = "ja"
    value: int = Field(default=100_000, ge=0, le=100_000_000)
    staff: int = Field(default=5, ge=0, le=1000)
    reason: LongText | None = None


class Proof(_Model):
    """Which proof is asked at most, who looks at it, and how long something missing may be supplied."""

    strength: Strength = "S1"
    checked_by: Name | None = None
    repair_days: int = Field(default=20, ge=1, le=365)


class Award(_Model):
    """How a higher level is rewarded. Amounts are the client's own; `factor` stands in the sanction."""

    method: Method = "fictieve-korting"
    factor: Annotated[Text, Field(max_length=10)] = "1,5"


class Tender(_Model):
    """One request. `levels` holds a level per theme; a theme that is not named is not asked."""

    schema_: Literal["digisamen/tender/v1"] = Field(alias="schema")
    edition: str
    id: Annotated[Text, Field(max_length=40, pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*$")] | None = None
    version: Annotated[Text, Field(max_length=20, pattern=r"^[A-Za-z0-9._-]+$")] = "1.0"
    date: Day | None = None
    client: Annotated[Client, _open(Client)] = Client()
    contract: Contract
    use: Annotated[tuple[Use, ...], AfterValidator(once)] = Field(default=("uitvoering",), min_length=1)
    use_reason: LongText | None = None
    levels: dict[str, AskedLevel] = Field(min_length=1)
    thresholds: Annotated[Thresholds, _open(Thresholds)] = Thresholds()
    proof: Annotated[Proof, _open(Proof)] = Proof()
    award: Annotated[Award, _open(Award)] = Award()
    may_deviate: Annotated[Words, _open(tuple)] = ()
    uri_base: Annotated[Text, AfterValidator(check_web), Field(pattern=r"^[^?#{}|^\[\]%]*$", max_length=150)] | None = (
        None
    )
    fill: Annotated[dict[str, Name], _open(dict)] = {}
    notes: LongText | None = None

    @property
    def admits(self) -> bool:
        """True when the level plays a part in who may take part: in suitability or in selection."""
        return not {"geschiktheid", "selectie"}.isdisjoint(self.use)
