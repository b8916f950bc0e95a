"""What happens to an assessment when it moves to the next edition: per question, and per fact."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

from digisamen.model.change import Kind

Fate = Literal["blijft", "opnieuw", "gesplitst", "samengevoegd", "vervangen", "vervallen", "nieuw"]
"""What happens to a question, in the order in which people read about it.

`blijft`: the answer stays. `opnieuw`: the same criterion, to be answered again. `gesplitst`, `samengevoegd`,
`vervangen` and `vervallen`: the criterion is gone, and two or more, one with others, one, or none take its place.
`nieuw`: a question that the file did not have.
"""

FATES: tuple[Fate, ...] = get_args(Fate)

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
