"""What stands in `antwoord.xlsx`, sheet by sheet."""

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from digisamen.model.assessment import Evidence
from digisamen.tender.answer import SCHEMA as ANSWER
from digisamen.tender.package.answer_schema import answers_to
from digisamen.tender.package.grid import Choice, Grid, Guide, Value
from digisamen.tender.package.tables import requirement_rows
from digisamen.tender.specification import Requirement, Specification
from digisamen.tender.tables import ANSWER_WORDS, ANSWERS, MEMBERS, PROOFS, REQUIREMENTS, ROLE_CODES, VERSION, Filled
from digisamen.text.texts import Texts

K = TypeVar("K")
_DAYS = frozenset({"datum", "geldig tot"})
_SPARE_PROOFS, _SPARE_MEMBERS = 30, 12
"""Empty rows that are ready to be filled in."""
_WIDE = frozenset({"eisTekst", "eisToelichting", "verificatievoorschriftToelichting"})


def guide(spec: Specification, t: Texts) -> Guide:
    """Return the sheet that tells how to fill in the others."""
    columns = tuple((name, t(f"package.column.{name.replace(' ', '-')}")) for name in ANSWERS)
    words = tuple((word, t(f"package.answer.{key}")) for key, word in ANSWER_WORDS.items())
    roles = tuple((code, t(f"package.role.{code}")) for code in ROLE_CODES)
    kinds = tuple((kind, t.of(spec.edition.text.evidence_kinds[kind].label)) for kind in _kinds(spec.requirements))
    steps = tuple((str(number), t(f"package.guide.{number}")) for number in range(1, 7))
    award = (("7", t("package.guide.award")),) if spec.award else ()
    status = (t("package.guide.status"), t(f"package.status.{spec.edition.record.status}"))
    parts = {"steps": (*steps, *award), "columns": columns, "answers": words, "kinds": kinds, "roles": roles}
    # Each part has an empty row above it, and its own name.
    named = (pair for name, pairs in parts.items() for pair in (("", ""), (t(f"package.guide.{name}"), ""), *pairs))
    return Guide("Leeswijzer", t("package.guide.title"), (status, *named))


def requirements(spec: Specification, t: Texts) -> Grid:
    """Return the sheet with the requirements, in the columns of the table."""
    rows = tuple(tuple(row.get(name, "") for name in REQUIREMENTS) for row in requirement_rows(spec, t))
    widths = tuple(60 if name in _WIDE else 24 for name in REQUIREMENTS)
    return Grid("Eisen", REQUIREMENTS, rows, widths, guarded=True, frozen=2)


def answers(spec: Specification, t: Texts, given: Mapping[str, Filled]) -> Grid:
    """Return the sheet with a row per requirement to answer, filled with the first proof of each given answer."""
    rows = tuple(_answer(r, given.get(r.criterion.id), t) for r in spec.requirements)
    words = _by(spec, lambda r: (tuple(ANSWER_WORDS[a] for a in answers_to(r)), r.award))
    kinds = _by(spec, lambda r: _kinds([r]))
    helped = {False: t("package.prompt.answer"), True: t("package.prompt.award")}
    return Grid(
        "Antwoord",
        ANSWERS,
        rows,
        (12, 44, 15, 42, 21, 24, 28, 12, 12, 18, 16),
        guarded=True,
        free=frozenset(ANSWERS[2:]),
        days=_DAYS,
        choices=(
            *(Choice("antwoord", word, places, helped[award]) for (word, award), places in words.items()),
            *(
                Choice("bewijs soort", kind, places, t("package.prompt.kind"), strict=False)
                for kind, places in kinds.items()
            ),
        ),
        frozen=2,
    )


def _by(spec: Specification, key: Callable[[Requirement], K]) -> dict[K, list[int]]:
    """Return the rows of the requirements that have the same `key`."""
    places: dict[K, list[int]] = {}
    for place, r in enumerate(spec.requirements):
        places.setdefault(key(r), []).append(place)
    return places


def _answer(r: Requirement, given: Filled | None, t: Texts) -> tuple[Value, ...]:
    text = (r.criterion.id, t.of(r.criterion.requirement))
    if given is None:
        return (*text, *("" for _ in ANSWERS[2:]))
    proof = _proof(given.evidence[0]) if given.evidence else ("",) * 6
    return (*text, ANSWER_WORDS.get(given.answer, given.answer), given.explanation, *proof, given.who)


def _proof(evidence: Evidence) -> tuple[Value, ...]:
    return (
        evidence.kind,
        evidence.title or "",
        evidence.file or evidence.url or "",
        evidence.date,
        evidence.valid_until or "",
        evidence.reviewed_by or "",
    )


def proofs(spec: Specification, t: Texts, given: Mapping[str, Filled]) -> Grid:
    """Return the sheet for more proofs with one answer."""
    known = [given[r.criterion.id] for r in spec.requirements if r.criterion.id in given]
    filled = tuple((one.id, *_proof(evidence), one.who) for one in known for evidence in one.evidence[1:])
    rows = (*filled, *((("",) * len(PROOFS),) * _SPARE_PROOFS))
    every = range(len(rows))
    codes = tuple(r.criterion.id for r in spec.requirements)
    kinds = _kinds(spec.requirements)
    return Grid(
        "Bewijs",
        PROOFS,
        rows,
        (12, 22, 30, 36, 13, 13, 24, 20),
        days=_DAYS,
        choices=(
            Choice("code", codes, every),
            Choice("bewijs soort", kinds, every, t("package.prompt.kind"), strict=False),
        ),
    )


def members(spec: Specification, t: Texts) -> Grid:
    """Return the sheet for the firms that answer together."""
    rows = ((("",) * len(MEMBERS)),) * _SPARE_MEMBERS
    roles = Choice("rol", ROLE_CODES, range(len(rows)), t("package.prompt.role"))
    sizes = Choice("grootte", tuple(spec.edition.text.sizes), range(len(rows)), t("package.prompt.size"))
    return Grid("Combinatie", MEMBERS, rows, (40, 20, 60, 16), choices=(roles, sizes))


def version_of(spec: Specification, t: Texts, version: str) -> Grid:
    """Return the sheet that says to what the answers are an answer."""
    tender = spec.tender
    values = {
        "schema": ANSWER,
        "specification.id": tender.id or "" if tender else "",
        "specification.version": tender.version if tender else "",
        "specification.sha256": spec.digest,
        "edition": spec.edition.number,
        "edition.sha256": spec.edition.digest,
        "tool": f"digisamen {version}".strip(),
    }
    rows = tuple((key, t(f"package.version.{key}"), value) for key, value in values.items())
    return Grid("Versie", VERSION, rows, (26, 44, 72), guarded=True)


def _kinds(requirements: Iterable[Requirement]) -> tuple[str, ...]:
    """Return the kinds of evidence that count for any of `requirements`, the light ones first."""
    rules = [r.criterion.evidence for r in requirements]
    return tuple(dict.fromkeys([kind for rule in rules for kind in (*rule.light, *rule.strong)]))
