"""One edition of the criteria, from its content to a validated model."""

import re
from collections.abc import Iterable, Mapping
from typing import Annotated

from pydantic import StringConstraints, TypeAdapter, ValidationError

from digisamen.model.canonical import digest
from digisamen.model.criteria import Content, Edition, EditionRecord
from digisamen.model.problem import Outcome, Problem
from digisamen.read.errors import norm_problems_of
from digisamen.source.content import EditionSource
from digisamen.source.yaml_text import Document

Register = dict[Annotated[str, StringConstraints(pattern=r"^[0-9]{4}\.[0-9]+$")], EditionRecord]
"""All editions by number, as `editions.yaml` lists them."""

_register = TypeAdapter(Register)
_rank = {"vastgesteld": 3, "concept": 1, "consultatie": 0, "vervallen": 0}


def read_register(document: Document) -> Outcome[Register]:
    """Return the editions that `editions.yaml` lists."""
    data = document.data.get("editions") if isinstance(document.data, dict) else None
    try:
        return Outcome(_register.validate_python(data))
    except ValidationError as error:
        return Outcome(None, tuple(norm_problems_of(error, EditionRecord, document.place, ("editions",))))


def read_register_json(raw: bytes) -> Register:
    """Return the editions from the bundle in the wheel, which was checked when the wheel was built."""
    return _register.validate_json(raw)


def default_edition(register: Register) -> str | None:
    """Return the newest adopted edition, else the newest frozen concept, else the newest concept; never a draft."""
    ranks = {number: _rank[r.status] + (r.status == "concept" and r.frozen == "ja") for number, r in register.items()}
    best = max(ranks.values(), default=0)
    return newest([number for number, rank in ranks.items() if rank == best]) if best else None


def coming_edition(register: Register, number: str) -> str | None:
    """Return the edition that comes after `number`: the last of the first later year that has one; none at the end."""
    later = [n for n, r in register.items() if sequence(n)[0] > sequence(number)[0] and r.status != "vervallen"]
    year = min((sequence(n)[0] for n in later), default=None)
    return newest(n for n in later if sequence(n)[0] == year)


def newest(numbers: Iterable[str]) -> str | None:
    """Return the last of these editions in time: 2026.10 comes after 2026.9."""
    return max(numbers, key=sequence, default=None)


def predecessor(register: Mapping[str, EditionRecord], number: str) -> str | None:
    """Return the edition that `changes.yaml` of `number` tells about: the newest frozen one before it, else the newest.

    None for the first edition.
    """
    before = [name for name in register if sequence(name) < sequence(number)]
    return newest(name for name in before if register[name].frozen == "ja") or newest(before)


def is_number(word: str) -> bool:
    """Tell whether `word` has the form of the number of an edition."""
    return re.fullmatch(r"[0-9]{4}\.[0-9]+", word) is not None


def edition_asked(document: Document) -> str | None:
    """Return the number of the edition that an assessment or a request names, if it names one."""
    number = document.data.get("edition") if isinstance(document.data, dict) else None
    return number if isinstance(number, str) else None


def sequence(number: str) -> tuple[int, ...]:
    """Return by what editions are put in order of time."""
    return tuple(int(part) for part in number.split("."))


def read_edition(collected: EditionSource, record: EditionRecord) -> Outcome[Edition]:
    """Return the edition that `collected` holds, with the digest of its content."""
    try:
        content = Content.model_validate(collected.data)
    except ValidationError as error:
        return Outcome(None, tuple(norm_problems_of(error, Content, collected.place)))
    sha256 = digest(collected.data)
    problems = _frozen_changed(content.edition.edition, record, sha256, collected)
    return Outcome(Edition(content=content, record=record, digest=sha256), problems)


def read_bundle(raw: bytes) -> Edition:
    """Return the edition from its bundle in the wheel: the edition itself as JSON, made from the same YAML."""
    return Edition.model_validate_json(raw)


def _frozen_changed(number: str, record: EditionRecord, sha256: str, collected: EditionSource) -> tuple[Problem, ...]:
    if record.frozen == "ja" and record.sha256 != sha256:
        return (Problem("C005", collected.place(("edition", "edition")), {"edition": number}),)
    return ()
