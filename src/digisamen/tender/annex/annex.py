"""The annex to a tender: its blocks in their fixed order, each of which can stand alone."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from string import Formatter
from typing import NamedTuple

from digisamen.paper.document import Block, Facts, Heading, Items, Paragraph, Sheet, Table
from digisamen.paper.labels import status_word
from digisamen.tender.annex import asked, requirements, standing
from digisamen.tender.annex.frame import Annex, Said, field_key
from digisamen.tender.annex.memo import memo_blocks
from digisamen.tender.annex.notice import notice_blocks
from digisamen.tender.motivation import Weighed, WeighedRequirement
from digisamen.tender.request import FILL_INS, Tender
from digisamen.tender.specification import Specification
from digisamen.text.texts import Texts

BLOCKS: dict[str, Callable[[Annex], list[Block]]] = {
    "colofon": asked.colophon,
    "vraag": asked.question,
    "plaats": asked.place,
    "toepassing": asked.application,
    "eisen": requirements.requirements,
    "gunning": requirements.award,
    "bewijs": standing.proof,
    "gelijkwaardig": standing.equivalent,
    "combinaties": standing.together,
    "klein": standing.small,
    "afwijken": standing.deviate,
    "niet-nakomen": standing.failure,
    "opdrachtgever": standing.client,
    "versie": standing.version,
    "antwoord": standing.answer_form,
    "begrippen": standing.words,
    "pakket": standing.package,
}
"""The blocks by name, in the order of the annex."""


def annex_sheet(spec: Specification, tender: Tender, t: Texts, made: str, only: Collection[str] = ()) -> Sheet:
    """Return the annex, or only some of its blocks. `made` is the version of the tool."""
    bare = Annex(spec, tender, t, made)
    built = _built(bare)
    gaps = _gaps(bare, built.values())
    a = replace(bare, opened=len(gaps))
    built["colofon"] = _block(a, "colofon")  # the one block that says how many gaps there are
    chosen = {name: block for name, block in built.items() if not only or name in only}
    blocks: list[Block] = []
    for name, block in chosen.items():
        blocks += [Heading(t(f"annex.block.{name}"), anchor=name), *block.blocks]
    return _sheet(a, t("annex.kind"), [*blocks, *(_elsewhere(a, chosen) if only else _open(a, gaps))])


def memo_sheet(
    spec: Specification,
    tender: Tender,
    weighed: Sequence[Weighed],
    each: Sequence[WeighedRequirement],
    t: Texts,
    made: str,
) -> Sheet:
    """Return the motivation memo: for the file of the client, not for bidders."""
    a = Annex(spec, tender, t, made)
    return _sheet(a, t("annex.memo_kind"), memo_blocks(a, weighed, each))


def notice_sheet(spec: Specification, tender: Tender, t: Texts, made: str) -> Sheet:
    """Return the texts for the fields of a notice."""
    a = Annex(spec, tender, t, made)
    return _sheet(a, t("notice.kind"), notice_blocks(a))


def _sheet(a: Annex, kind: str, blocks: list[Block]) -> Sheet:
    t, status = a.t, a.edition.record.status
    name = a.or_open(a.tender.contract.name, "contract.name")
    client = a.or_open(a.tender.client.name, "client.name")
    footer = t("annex.footer", spec=a.or_open(a.tender.id, "id"), version=a.tender.version, short=a.short)
    mark = status_word(status, t) or (t("word.status.concept") if a.spec.draft or a.opened else "")
    return Sheet(
        kind=kind,
        title=f"{name}, {client}",
        status=mark,
        status_text=asked.concept(a) or (t.count("annex.draft", a.opened) if a.opened else ""),
        blocks=tuple(blocks),
        footer=footer,
    )


def open_gaps(spec: Specification, tender: Tender, t: Texts) -> tuple[str, ...]:
    """Return what is still to be filled in: fields of the request, then gaps in the standing text."""
    a = Annex(spec, tender, t, "")
    return _gaps(a, _built(a).values())


class _Built(NamedTuple):
    """A block of the annex, with the sentences of the catalogue that it says."""

    blocks: list[Block]
    said: Said


def _block(a: Annex, name: str) -> _Built:
    said = Said(a.t)
    return _Built(BLOCKS[name](replace(a, t=said)), said)


def _built(a: Annex) -> dict[str, _Built]:
    """Return every block of the annex by name; the one about awarding only where a higher level is rewarded."""
    return {name: _block(a, name) for name in BLOCKS if name != "gunning" or a.spec.award}


def _gaps(a: Annex, built: Iterable[_Built]) -> tuple[str, ...]:
    """Return what is open, by what the sentences ask: what a client wrote may look like anything."""
    asked_for = {name for one in built for sentence in one.said.sentences() for name in _fill_ins(sentence)}
    gaps = [x for x in FILL_INS if x in asked_for and not a.tender.fill.get(x)]
    fields = [f"{path}: {a.t(f'annex.field.{field_key(path)}')}" for path in a.spec.open_fields]
    return (*fields, *(f"fill.{x}: {a.t(f'annex.fill.{x}')}" for x in gaps))


def _fill_ins(sentence: str) -> Iterator[str]:
    """Return the names of the gaps in a sentence of the catalogue."""
    names = (name or "" for _, name, _, _ in Formatter().parse(sentence))
    return (name.removeprefix("fill_") for name in names if name.startswith("fill_"))


def _elsewhere(a: Annex, chosen: Mapping[str, _Built]) -> Iterator[Block]:
    """Return to which blocks the sentences of a part of the annex refer that are not in it."""
    said = "\n".join(sentence for one in chosen.values() for sentence in one.said.sentences())
    titles = (a.t(f"annex.block.{name}") for name in BLOCKS if name not in chosen)
    quoted = (f"\N{LEFT SINGLE QUOTATION MARK}{title}\N{RIGHT SINGLE QUOTATION MARK}" for title in titles)
    named = [name for name in quoted if name in said]
    if named:
        yield Paragraph(a.t("annex.elsewhere", blocks=a.t.list(named)), note=True)


def _open(a: Annex, gaps: tuple[str, ...]) -> Iterator[Block]:
    if gaps:
        yield Heading(a.t("annex.open.title"), anchor="open")
        yield Paragraph(a.t("annex.open.intro", n=len(gaps)))
        yield Items(gaps)


def _texts(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield block.text
    elif isinstance(block, Items):
        yield from block.items
    elif isinstance(block, Facts):
        yield from (said for _, said in block.pairs)
    elif isinstance(block, Table):
        yield from (str(cell) for row in block.rows for cell in row)


def count_words(sheet: Sheet) -> int:
    """Return about how many words a reader meets."""
    return sum(len(re.findall(r"\w+", text)) for block in sheet.blocks for text in _texts(block))
