"""The fields of a criterion, as one table. Whoever needs to know something of every field reads it here.

A new field of `Criterion` is a row here and a name under `diff.field` in the catalogue; the comparison of editions, the
check of references and lengths, and the words of a change follow.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from digisamen.model.change import Kind, Scalar

UP, DOWN, EVEN = 1, -1, 0
"""More asked, less asked, or neither."""

Holds = Literal["rank", "number", "words", "sizes", "proof", "word", "text", "advice"]
"""What a field holds, in the order in which changes are told.

`rank`: one word of a few that ask more or less. `word`: one word without such an order. `words`: any number of them.
`sizes`: a rank per size. `proof`: kinds of evidence. `text`: both languages. `advice`: a text per role.
"""


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a criterion.

    `path`: its place, with dots. `refers`: the list of the edition that its words are in, or `criteria`. `more`: what
    a higher number or one more word does. `ranks`: its words from what asks least to what asks most. `change`: the kind
    of a change where it is not told by its direction. `shown`: `label` for the label in the list, `months`, or the part
    of the catalogue with its words; else it is shown as it stands. `longest`: most characters of its text.
    """

    path: str
    holds: Holds
    refers: str = ""
    more: int = EVEN
    ranks: tuple[Scalar, ...] = ()
    change: Kind | None = None
    shown: str = ""
    longest: int = 0


NAME, NOTE, LINE = 56, 2000, 255
"""Longest title, text and line in the tables of the Contractspecificaties, in characters."""

_SIZES = ("vrijgesteld", "lichter", "volledig")

FIELDS = (
    Field("obligation", "rank", ranks=("should", "must"), change="verplichting", shown="word"),
    Field("binding", "rank", ranks=("organisatie", "opdracht"), shown="criteria.bindings"),
    Field("answer.nvt", "rank", ranks=("met-reden", "nooit"), shown="criteria.nvts"),
    Field("answer.explain", "rank", ranks=(True, False)),
    # At a lower level a must comes earlier.
    Field("level", "number", "levels", DOWN),
    Field("evidence.max_age_months", "number", more=DOWN, change="bewijs", shown="months"),
    Field("effort", "number", "effort", shown="label"),
    Field("subsectors", "words", "subsectors", UP, change="doelgroep", shown="label"),
    Field("applies.roles", "words", "roles", UP, change="doelgroep", shown="label"),
    # All facts must be true, so one more leaves fewer organisations.
    Field("applies.facts", "words", "facts", DOWN, change="doelgroep", shown="label"),
    Field("applies.phases", "words", "phases", UP, change="doelgroep", shown="label"),
    Field("applies.works", "words", "works", UP, change="doelgroep", shown="label"),
    Field("principles", "words", "principles", shown="label"),
    Field("sources", "words", "sources", shown="label"),
    Field("replaced_by", "words", "criteria"),
    Field("applies.sizes", "sizes", "sizes", ranks=_SIZES, change="doelgroep", shown="criteria.size"),
    # One more kind that counts makes it easier.
    Field("evidence.light", "proof", "evidence_kinds", DOWN, change="bewijs", shown="label"),
    Field("evidence.strong", "proof", "evidence_kinds", DOWN, change="bewijs", shown="label"),
    Field("theme", "word", "themes", shown="label"),
    Field("since", "word"),
    Field("retired_in", "word"),
    Field("verification.method", "word", "verification.methods", shown="criteria.contract"),
    Field("verification.phase", "word", "verification.phases", shown="criteria.contract"),
    Field("tender.subject", "word"),
    Field("tender.combine", "word"),
    Field("tender.flow_down", "word"),
    Field("tender.zzp", "word"),
    Field("title", "text", longest=NAME),
    Field("requirement", "text", longest=NOTE),
    Field("why", "text", longest=NOTE),
    Field("test", "text", longest=NOTE),
    Field("lighter", "text", longest=NOTE),
    Field("verification.moment", "text", longest=LINE),
    Field("reason", "text"),
    Field("advice", "advice", "roles"),
)
"""Every field but `id`, which names the criterion, and `state`, whose changes have kinds of their own."""

BY_PATH = {field.path: field for field in FIELDS}


def holding(*kinds: Holds) -> Iterator[Field]:
    """Return the fields that hold one of these kinds, in the order of the kinds."""
    return (field for kind in kinds for field in FIELDS if field.holds == kind)


def field_at(path: str) -> Field | None:
    """Return the field at a path of a change, which may go on with a size or a role."""
    return BY_PATH.get(path) or BY_PATH.get(path.rpartition(".")[0])


def value_at(whole: Any, path: str) -> Any:
    """Return what stands at a dotted path of a model."""
    for name in path.split("."):
        whole = getattr(whole, name)
    return whole


def words_of(value: Any) -> Iterable[str]:
    """Return the words that a field holds, as text: none, one, those of a list, or the keys of a mapping."""
    if value is None:
        return ()
    return value if isinstance(value, (tuple, dict)) else (str(value),)
