"""All rules of the gate, in the order in which people meet them."""

from digisamen.norm.check import changes, cover, grounds, ids, lists, plain, proof, texts
from digisamen.norm.check.norm import Rule

EACH: tuple[Rule, ...] = (
    lists.folders,
    ids.number,
    ids.prefixes,
    ids.shared,
    ids.reused,
    ids.kept,
    ids.in_time,
    ids.strays,
    ids.retired,
    ids.replaced,
    changes.previous,
    lists.references,
    texts.languages,
    texts.lengths,
    proof.light_proof,
    proof.strong_proof,
    proof.lighter,
    proof.lighter_for_nobody,
    grounds.sources,
    grounds.only_withdrawn,
    grounds.principles,
    plain.one_duty,
    plain.plain_words,
    plain.short_sentences,
    plain.short_forms,
)
"""Rules that look at each criterion, list or source by itself."""
TOGETHER: tuple[Rule, ...] = (
    grounds.unused,
    cover.ladders,
    cover.needless_exceptions,
    cover.thin_cells,
    cover.absences,
    cover.needless_absences,
    changes.told,
)
"""Rules about what the criteria are together: they say nothing true as long as one of them cannot be read."""
