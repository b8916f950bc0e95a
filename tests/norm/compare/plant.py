"""Plants one change anywhere in the content of an edition, for the properties of comparing and of releasing."""

import copy

from hypothesis import strategies as st
from pydantic import ValidationError

from digisamen.model.criteria import Content, Edition
from tests.norm.compare.make import both, edition

RICH = edition(
    ("edition.ladder_exceptions", [
        {"sizes": ["zzp"], "theme": "dsgo", "level": 2, "roles": ["beheerder"], "subsectors": ["infra"], "reason": both("Zo.")},
        {"sizes": ["klein"], "theme": "dsgo", "level": 1, "roles": ["aannemer"], "false_facts": ["graaft"], "reason": both("Zo.")},
    ]),
    ("edition.absences", [
        {"subsector": "infra", "phase": "beheer", "theme": "dsgo", "reason": both("Later.")},
        {"subsector": "infra", "principle": "inclusiviteit", "reason": both("Later.")},
    ]),
    ("edition.tender.recommended", {"nieuwbouw": 2, "sloop": 1}),
    ("edition.themes.dsgo.levels", {"1": both("Begin")}),
    ("criteria.STD-G-01.advice", {"aannemer": both("Begin klein.")}),
    ("criteria.STD-G-01.applies.sizes", {"zzp": "lichter"}),
    ("criteria.STD-G-01.lighter", both("Lichter.")),
    ("criteria.STD-G-01.tender", {"zzp": "zelf"}),
    ("sources.bron.version", "2"),
)  # fmt: skip
"""The small edition with something in every corner."""

WORDS = (
    "vervallen",
    "aankomend",
    "should",
    "must",
    "organisatie",
    "opdracht",
    "nooit",
    "ja",
    "nee",
    "wet",
    "volledig",
    "2019-02-03",
    "dsgo",
    "lichter",
)
"""Words that fit somewhere; a value that fits nowhere is not planted."""

ASIDE = {("edition", "edition"), ("edition", "schema")}


def _spots(part, path=()):
    yield path
    if isinstance(part, dict):
        for key, inner in part.items():
            yield from _spots(inner, (*path, key))
    elif isinstance(part, list):
        for position, inner in enumerate(part):
            yield from _spots(inner, (*path, position))


DATA = RICH.content.model_dump(mode="json", by_alias=True)
SPOTS = [
    p
    for p in _spots(DATA)
    if p and p[0] != "changes" and p not in ASIDE and not (p[0] == "criteria" and p[2:] == ("id",))
]


@st.composite
def planted(draw):
    """Returns the edition with one change in it, and where; none when what was drawn is no edition."""
    path = draw(st.sampled_from(SPOTS))
    data = copy.deepcopy(DATA)
    inner = data
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = _other(draw, inner[path[-1]])
    if inner[path[-1]] is _GONE:
        del inner[path[-1]]
    try:
        return path, Edition(content=Content.model_validate(data), record=RICH.record, digest="1" * 64)
    except ValidationError:
        return path, None


_GONE = object()


def _other(draw, value):
    if draw(st.integers(0, 9)) == 0:
        return _GONE
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value + draw(st.sampled_from([-1, 1]))
    if isinstance(value, str):
        return draw(st.sampled_from([f"{value} x", *WORDS]))
    if isinstance(value, list):
        more = draw(st.sampled_from([*WORDS, "aannemer", "foto", None]))
        return value[1:] if more is None else [*value, more]
    if isinstance(value, dict):
        keys = [*value]
        return {k: v for k, v in value.items() if k != keys[0]} if keys else {"nieuw": "ja"}
    return draw(st.sampled_from(["ja", "2019-02-03", both("Nieuw."), 1, "2021.1"]))


def plain(content, *, texts=True):
    """Returns content in which order and what holds by default make no difference; without `texts`, those are gone."""

    def is_text(part):
        return isinstance(part, dict) and "nl" in part and set(part) <= {"nl", "en"}

    def bare(part):
        if isinstance(part, dict):
            left = part if texts else {k: v for k, v in part.items() if v is not None and not is_text(v)}
            return {k: bare(v) for k, v in left.items() if v != "volledig"}
        if isinstance(part, list):
            return sorted((bare(x) for x in part), key=str)
        return part

    data = copy.deepcopy(content.model_dump(mode="json", by_alias=True))
    data.pop("changes")
    data["edition"].pop("edition")
    return bare(data)
