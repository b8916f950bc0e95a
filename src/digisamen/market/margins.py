"""How the invented organisations are spread and how they answer: what stands in `market/population.yaml`."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from digisamen.model.days import Day
from digisamen.model.lists import Part

Share = Annotated[float, Field(ge=0, le=100)]
"""A part of a hundred."""


class Margin(Part):
    """A part of the data, with what it is based on, and the source where somebody measured it."""

    basis: str
    source: str | None = None


class Shares(Margin):
    """A share per word."""

    other: Share
    shares: dict[str, Share]

    def of(self, word: str) -> float:
        """Return the share of a word; for one that is not here the share of all others."""
        return self.shares.get(word, self.other)


class SharesPer(Margin):
    """A share per word, for each of other words."""

    other: Share = 0
    shares: dict[str, dict[str, Share]]

    def of(self, one: str, word: str) -> float:
        """Return the share of `word` within `one`."""
        return self.shares.get(one, {}).get(word, self.other)


class Maturity(Margin):
    """How often an organisation of a size is at level 0, 1, 2 ..."""

    other: tuple[Share, ...]
    shares: dict[str, tuple[Share, ...]]


class Around(Margin):
    """How often a theme is one level lower, or higher, than the organisation."""

    lower: Share
    higher: Share


class Said(Part):
    """How often a question is answered with these words; the rest is not answered."""

    ja: Share
    deels: Share
    nee: Share


class Answering(Margin):
    """How questions below, next to and above the level of an organisation are answered."""

    tidy: Share
    below: Said
    next: Said
    above: Said
    nvt: Share
    explained: Share
    asked_above: Annotated[int, BeforeValidator(int)]


class Proving(Margin):
    """How answers are evidenced."""

    level: tuple[Share, ...]
    below: Share
    above: Share
    light: Share
    stale: Share
    reviewed: Share


class Phrases(Part):
    """Words of the invented organisations."""

    name: str
    reason: str
    explanation: str
    reviewer: str
    address: str


class Margins(Part):
    """All of it."""

    schema_: Literal["digisamen/population/v1"] = Field(alias="schema")
    date: Day
    roles: Shares
    second_roles: SharesPer
    sizes: SharesPer
    subsectors: Shares
    more_subsectors: Shares
    facts: SharesPer
    maturity: Maturity
    themes: Around
    answers: Answering
    evidence: Proving
    words: Phrases
