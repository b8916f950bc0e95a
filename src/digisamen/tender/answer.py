"""The answer of a tenderer to one specification, `antwoord.json`, and what checking it gives.

The outcome is a list for the client, with counts. It never weighs the requirements against each other.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from digisamen.model.answered import EvidenceScore
from digisamen.model.assessment import Evidence
from digisamen.tender.request import LongText, Name
from digisamen.tender.specification import Requirement, Specification

SCHEMA = "digisamen/answer/v1"
Said = Literal["ja", "gelijkwaardig", "nee-want", "nvt"]
FirmRole = Literal["sole-tenderer", "group-lead", "group-mem", "oeron", "subcont"]
Moment = Literal["inschrijving", "bewijs"]
MOST_EVIDENCE = 50
"""Pieces of evidence with one answer: each may be a file that is looked at."""


def _blank(value: object) -> object:
    """Read text of nothing but spaces as no text: whether something must stand there, is judged later."""
    return None if isinstance(value, str) and not value.strip() else value


def _empty(kind: type) -> BeforeValidator:
    """Read a key with `null` as an empty `kind`."""
    return BeforeValidator(lambda value: kind() if value is None else value)


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class AnswerTo(_Model):
    """To which specification this is the answer. `id` is none for a request that has no number yet."""

    id: Annotated[Name | None, BeforeValidator(_blank)] = None
    version: Annotated[Name | None, BeforeValidator(_blank)] = None
    sha256: Annotated[Name | None, BeforeValidator(_blank)] = None


class Firm(_Model):
    """A firm that answers, alone or with others. Its `size` counts only for requirements that exempt small firms."""

    name: Name
    role: FirmRole | None = None
    part: Annotated[Name | None, BeforeValidator(_blank)] = None
    size: Annotated[Name | None, BeforeValidator(_blank)] = None


class ItemAnswer(_Model):
    """The answer to one requirement; without `answer` it is unanswered."""

    answer: Said | None = None
    explanation: Annotated[LongText | None, BeforeValidator(_blank)] = None
    evidence: Annotated[tuple[Evidence, ...], _empty(tuple), Field(max_length=MOST_EVIDENCE)] = ()


class TenderAnswer(_Model):
    """One filled-in answer form. `levels` are the levels that the tenderer promises, where it names any."""

    schema_: Literal["digisamen/answer/v1"] = Field(alias="schema")
    specification: AnswerTo
    edition: str
    tenderer: Firm | None = None
    members: Annotated[tuple[Firm, ...], _empty(tuple)] = ()
    levels: Annotated[dict[str, Annotated[int, Field(strict=True, ge=0, le=4)]], _empty(dict)] = {}
    answers: Annotated[dict[str, ItemAnswer], _empty(dict)] = {}

    @property
    def firms(self) -> tuple[Firm, ...]:
        """The tenderer and those that answer with it."""
        return (*((self.tenderer,) if self.tenderer else ()), *self.members)


class Verdict(StrEnum):
    """What one answer comes to."""

    MET = "voldoet"
    NOT_MET = "voldoet-niet"
    EXPLAINED = "uitgelegd"
    EQUIVALENT = "gelijkwaardig"
    PROOF_FOLLOWS = "bewijs-volgt"
    INCOMPLETE = "onvolledig"
    NOT_PROMISED = "niet-beloofd"


@dataclass(frozen=True, slots=True)
class JudgedRequirement:
    """One requirement with the answer to it. `reasons` are codes: what is missing, or why it comes out like this."""

    requirement: Requirement
    answer: str | None
    explanation: str | None
    verdict: Verdict
    reasons: tuple[str, ...] = ()
    evidence: tuple[EvidenceScore, ...] = ()


@dataclass(frozen=True, slots=True)
class Promise:
    """The level asked in a theme beside the level promised; none where the tenderer named none."""

    theme: str
    asked: int
    promised: int | None

    @property
    def enough(self) -> bool:
        """True unless less is promised than asked."""
        return self.promised is None or self.promised >= self.asked


@dataclass(frozen=True, slots=True)
class Judged:
    """An answer beside its specification on `day`.

    `differs` names what is of another version than the specification: `id`, `version`, `edition` or `sha256`.
    `unknown` are answers to what was not asked.
    """

    spec: Specification
    tenderer: Firm | None
    day: date
    moment: Moment
    strength: str
    rows: tuple[JudgedRequirement, ...]
    differs: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    promises: tuple[Promise, ...] = ()

    @property
    def counts(self) -> Mapping[Verdict, int]:
        """How many requirements there are of each verdict, in the order of `Verdict`."""
        found = Counter(row.verdict for row in self.rows)
        return {verdict: found[verdict] for verdict in Verdict if found[verdict]}

    @property
    def same(self) -> bool:
        """True when it is an answer to this very specification."""
        return not self.differs

    @property
    def complete(self) -> bool:
        """True when the tenderer is named and every requirement has an answer with what belongs to it by now."""
        return self.tenderer is not None and Verdict.INCOMPLETE not in self.counts

    @property
    def in_order(self) -> bool:
        """True when nothing stands in the way of the judgement of the client."""
        enough = all(promise.enough for promise in self.promises)
        return self.same and self.complete and enough and Verdict.NOT_MET not in self.counts
