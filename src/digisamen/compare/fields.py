"""Which way a field moves when it changes, as data: a field of fixed values needs nobody's opinion."""

from digisamen.model.change import Kind, Scalar

UP, DOWN, EVEN = 1, -1, 0
"""More asked, less asked, or neither."""

WORDS: dict[str, tuple[Scalar, ...]] = {
    "obligation": ("should", "must"),
    "binding": ("organisatie", "opdracht"),
    "answer.nvt": ("met-reden", "nooit"),
    "answer.explain": (True, False),
    "applies.sizes": ("vrijgesteld", "lichter", "volledig"),
}
"""Fields of one word, with their words from what asks least to what asks most."""

NUMBERS: dict[str, int] = {"level": DOWN, "evidence.max_age_months": DOWN, "effort": EVEN}
"""Fields of one number, and what a higher number does. At a lower level a must comes earlier."""

SETS: dict[str, int] = {
    "subsectors": UP,
    "applies.roles": UP,
    "applies.facts": DOWN,  # all facts must be true, so one more leaves fewer organisations
    "applies.phases": UP,
    "applies.works": UP,
    "principles": EVEN,
    "sources": EVEN,
    "replaced_by": EVEN,
}
"""Fields that list words, and what one more word does."""

PLAIN = (
    "theme",
    "since",
    "retired_in",
    "verification.method",
    "verification.phase",
    "tender.subject",
    "tender.combine",
    "tender.flow_down",
    "tender.zzp",
)
"""Fields that make nothing stricter or looser."""

KIND: dict[str, Kind] = {
    "obligation": "verplichting",
    "subsectors": "doelgroep",
    "applies": "doelgroep",
    "evidence": "bewijs",
}
"""The kind of a change, by the field or the part it is in; another one is `strenger`, `soepeler` or `overig`."""

TEXTS = ("title", "requirement", "why", "test", "lighter", "verification.moment", "reason")
"""Fields in two languages; `advice` holds one per role besides."""

LISTS: dict[str, tuple[str, ...]] = {
    "levels": (),
    "themes": (),
    "subsectors": (),
    "roles": (),
    "phases": (),
    "works": (),
    "sizes": (),
    "facts": ("question",),  # the question settles for whom a criterion holds
    "evidence_kinds": (),
    "effort": (),
    "explanation_reasons": (),
    "principles": (),
    "glossary": (),
    "sources": (),
}
"""The lists of an edition, with the texts of an entry that decide something: another text there is more than a text."""

WHOLE = ("title", "languages", "uri_base", "licence", "verification", "tender", "ladder_exceptions", "absences")
"""What an edition has besides its lists. Its schema and its number are no part of what it says."""
