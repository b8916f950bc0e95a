"""What happens to an assessment when it moves to the next edition: per question, and per fact."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

from digisamen.model.assessment import Organisation
from digisamen.model.change import Kind
from digisamen.model.criteria import Edition
from digisamen.model.scorecard import Scorecard
from digisamen.norm.compare.compared import Compared

Fate = Literal["blijft", "opnieuw", "gesplitst", "samengevoegd", "vervangen", "vervallen", "nieuw"]
"""What happens to a question, in the order in which people read about it.

`blijft`: the answer stays. `opnieuw`: the same criterion, to be answered again. `gesplitst`, `samengevoegd`,
`vervangen` and `vervallen`: the criterion is gone, and two or more, one with others, one, or none take its place.
`nieuw`: a question that the file did not have.
"""
FATES: tuple[Fate, ...] = get_args(Fate)
GONE: tuple[Fate, ...] = ("gesplitst", "samengevoegd", "vervangen", "vervallen")
"""The fates of a question that leaves its place."""
Reason = Literal[
    "tekst-strenger",
    "tekst-soepeler",
    "tekst-zonder-klasse",
    "nvt-niet-meer",
    "uitleg-niet-meer",
    "reden-weg",
    "samengevoegd",
    "soort-bewijs-weg",
]
"""Why an answer cannot stay as it is."""


@dataclass(frozen=True, slots=True)
class Move:
    """What happens to one question. `answer` is the word that stood there, none where there was no answer.

    `others` are the successors of a criterion that is gone, or the ids that a new one comes from. `evidence` is what
    the question holds afterwards, as (id, position) of where it stood. `archived` tells whether the answer as it stood
    goes to the archive. `changed` are the kinds of change that the reader of a kept answer may want to know of.
    """

    id: str
    fate: Fate
    answer: str | None = None
    reasons: tuple[Reason, ...] = ()
    others: tuple[str, ...] = ()
    evidence: tuple[tuple[str, int], ...] = ()
    archived: bool = False
    changed: tuple[Kind, ...] = ()

    @property
    def asked(self) -> bool:
        """True when the question is in the file afterwards, without an answer because of this move."""
        return self.fate in {"opnieuw", "nieuw"}


@dataclass(frozen=True, slots=True)
class MigrationPlan:
    """All moves of one assessment from the edition `old` to the edition `new`, by fate and id.

    `facts_gone` are facts of the file that the new edition does not ask for; `facts_new` those it asks besides.
    """

    old: str
    new: str
    moves: tuple[Move, ...]
    facts_gone: tuple[str, ...] = ()
    facts_new: tuple[str, ...] = ()

    def of(self, *fates: Fate) -> tuple[Move, ...]:
        """Return the moves with one of these fates."""
        return tuple(m for m in self.moves if m.fate in fates)

    @property
    def archived(self) -> tuple[Move, ...]:
        """The moves whose answer as it stood goes to the archive."""
        return tuple(m for m in self.moves if m.archived)

    @property
    def asked(self) -> tuple[Move, ...]:
        """The questions that are to be answered: again, or for the first time."""
        return tuple(m for m in self.moves if m.asked)


def in_order(moves: Iterable[Move]) -> tuple[Move, ...]:
    """Return moves by fate, and within that by id."""
    return tuple(sorted(moves, key=lambda m: (FATES.index(m.fate), m.id)))


@dataclass(frozen=True, slots=True)
class Remarks:
    """The comments to write in the file, as lines without `#`: per question, per fact, and above what is new."""

    questions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    facts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    new: tuple[str, ...] = ()
    archive: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MigrationStep:
    """One step, from an edition to the next, with what changed between the two."""

    compared: Compared
    plan: MigrationPlan


@dataclass(frozen=True, slots=True)
class Migration:
    """A file before and after all steps to an edition, and the score under both editions. No steps: it was there.

    `files` are the evidence files that the answers name afterwards.
    """

    file: str
    organisation: Organisation
    before: bytes
    after: bytes
    editions: tuple[Edition, Edition]
    scores: tuple[Scorecard, Scorecard]
    steps: tuple[MigrationStep, ...]
    files: tuple[str, ...] = ()
