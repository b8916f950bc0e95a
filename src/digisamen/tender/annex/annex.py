"""The annex to a tender: its blocks in their fixed order, each of which can stand alone."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from digisamen.paper.document import Block, Facts, Heading, Items, Paragraph, Sheet, Table
from digisamen.paper.labels import status_word
from digisamen.tender.annex import asked, requirements, standing
from digisamen.tender.annex.frame import Annex, field_key
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
    gaps = _gaps(bare, built)
    a = replace(bare, opened=len(gaps))
    built["colofon"] = asked.colophon(a)  # the one block that says how many gaps there are
    blocks: list[Block] = []
    for name, block in built.items():
        if not only or name in only:
            blocks += [Heading(t(f"annex.block.{name}"), anchor=name), *block]
    return _sheet(a, t("annex.kind"), [*blocks, *(_elsewhere(a, blocks) if only else _open(a, gaps))])


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
    return _gaps(a, _built(a))


def _built(a: Annex) -> dict[str, list[Block]]:
    """Return every block of the annex by name; the one about awarding only where a higher level is rewarded."""
    return {name: block(a) for name, block in BLOCKS.items() if name != "gunning" or a.spec.award}


def _gaps(a: Annex, built: Mapping[str, list[Block]]) -> tuple[str, ...]:
    said = " ".join(text for blocks in built.values() for block in blocks for text in _texts(block))
    gaps = [x for x in FILL_INS if f"[{a.t(f'annex.fill.{x}')}]" in said and x not in a.tender.fill]
    fields = [f"{path}: {a.t(f'annex.field.{field_key(path)}')}" for path in a.spec.open_fields]
    return (*fields, *(f"fill.{x}: {a.t(f'annex.fill.{x}')}" for x in gaps))


def _elsewhere(a: Annex, blocks: list[Block]) -> Iterator[Block]:
    """Return to which blocks a part of the annex refers that are not in it."""
    said = " ".join(text for block in blocks for text in _texts(block))
    here = {block.text for block in blocks if isinstance(block, Heading)}
    titles = (a.t(f"annex.block.{name}") for name in BLOCKS)
    quoted = {title: f"\N{LEFT SINGLE QUOTATION MARK}{title}\N{RIGHT SINGLE QUOTATION MARK}" for title in titles}
    named = [name for title, name in quoted.items() if name in said and title not in here]
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
