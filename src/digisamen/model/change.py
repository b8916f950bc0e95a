"""What differs between two editions, as typed changes. How they read is for the renderers."""

from dataclasses import dataclass
from typing import Literal, get_args

Happened = Literal[
    "nieuw",
    "aangekondigd",
    "vervallen",
    "gesplitst",
    "samengevoegd",
    "niveau-omlaag",
    "niveau-omhoog",
    "verplichting",
    "doelgroep",
    "bewijs",
    "strenger",
    "soepeler",
]
"""What can happen to a criterion, other than to its texts."""

DeclaredKind = Literal[Happened, "vertaling", "overig"]
"""What `changes.yaml` may say of an id. A change of the Dutch text has a class instead."""

ListKind = Literal["lijst-erbij", "lijst-weg", "lijst-anders", "lijst-tekst"]
"""What can happen in the lists of an edition: an entry came or went, has other properties, or has other texts."""

Kind = Literal[Happened, "tekst", "engels-achter", "vertaling", "overig", ListKind]
"""The kind of a change, in the order in which people read about them.

`engels-achter`: the Dutch changed and the English did not.
"""

TextClass = Literal["redactie", "strenger", "soepeler"]
"""What a change of the Dutch text does, as its writer declares it: no program can tell."""

Direction = Literal["strenger", "soepeler", "gelijk"]
"""Whether a change asks more, asks less, or neither."""

Scalar = str | int | bool | None

DECLARED: tuple[DeclaredKind, ...] = get_args(DeclaredKind)
KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One value that changed. Of a list each word that came (`old` is none) or went (`new` is none) stands apart."""

    path: str
    old: Scalar
    new: Scalar


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that happened to an id. What goes both ways is two changes, one for each direction.

    `id` is that of a criterion, or `list/word` for an entry of a list of the edition; the latter has no theme and
    level 0. What stands in no list, such as the title, is `edition/title`. `level` is the new one where there is a new
    one. `others` are the ids that a criterion was split into, merged from, replaced by or came from. `direction` is
    none where that depends on other ids, or is not declared.
    """

    id: str
    kind: Kind
    theme: str
    level: int
    fields: tuple[FieldChange, ...] = ()
    direction: Direction | None = None
    others: tuple[str, ...] = ()
    text_class: TextClass | None = None
