"""The standing blocks of the annex: proof, equivalence, consortia, small firms, deviation, failure, client, version."""

from collections.abc import Sequence

from digisamen.paper.document import Block, Facts, Items, Paragraph, Table
from digisamen.tender.annex.frame import Annex, clauses
from digisamen.tender.annex.requirements import terms
from digisamen.tender.specification import Requirement

MOMENTS = ("bij-inschrijving", "voor-gunning", "start", "fase", "oplevering", "jaarlijks")
TENDERERS = ("sole-tenderer", "group-lead", "group-mem", "oeron", "subcont")
"""Codes of the European Single Procurement Document for who takes part in a tender."""
FILES = {
    "specificatie.json": "specificatie",
    "eisentabel.csv": "eisen",
    "onderwerpentabel.csv": "onderwerpen",
    "documententabel.csv": "documenten",
    "metadata.json": "metadata",
    "antwoord.xlsx": "antwoord",
    "antwoord.schema.json": "schema",
    "SHA256SUMS": "sommen",
    "LEESMIJ.md": "leesmij",
}


def proof(a: Annex) -> list[Block]:
    """Return the two routes, the strengths, the moments, who checks, and what is not asked."""
    t, repair = a.t, a.tender.proof.repair_days
    routes = tuple(
        (t(f"annex.bewijs.route_name.{x}"), t(f"annex.bewijs.route.{x}")) for x in ("organisatie", "opdracht")
    )
    columns = (t("annex.bewijs.routes_columns.route"), t("annex.bewijs.routes_columns.what"))
    whens = tuple((t(f"annex.bewijs.moment.{x}", n=repair), t(f"annex.bewijs.moment_what.{x}")) for x in MOMENTS)
    when = (t("annex.bewijs.moments_columns.moment"), t("annex.bewijs.moments_columns.what"))
    return [
        Paragraph(t("annex.bewijs.routes")),
        Table(t("annex.bewijs.routes_caption"), columns, routes, widths=(50, 120)),
        Paragraph(t("annex.bewijs.strengths", strength=a.tender.proof.strength)),
        Items(tuple(t(f"annex.eisen.explain.{x}") for x in ("S1", "S2", "S3"))),
        Paragraph(t("annex.bewijs.light_strong")),
        Paragraph(a.say("bewijs.moments", repair=repair)),
        Table(t("annex.bewijs.moments_caption"), when, whens, widths=(50, 120)),
        Paragraph(t("annex.bewijs.repair", repair=repair)),
        Paragraph(t("annex.bewijs.checks")),
        Paragraph(t("annex.bewijs.unchecked")),
        Paragraph(t("annex.bewijs.sensitive")),
        Paragraph(t("annex.bewijs.at_tender")),
    ]


def equivalent(a: Annex) -> list[Block]:
    """Return that another way to the same aim counts as well."""
    return [clauses(a, "gelijkwaardig")]


def together(a: Annex) -> list[Block]:
    """Return for whom a requirement holds when several firms work together, and the codes for the form."""
    t = a.t
    rows = tuple((code, t(f"annex.combinaties.role_codes.{code}")) for code in TENDERERS)
    columns = (t("annex.combinaties.roles_columns.code"), t("annex.combinaties.roles_columns.role"))
    return [clauses(a, "combinaties"), Table(t("annex.combinaties.roles_caption"), columns, rows, widths=(50, 120))]


def small(a: Annex) -> list[Block]:
    """Return what holds for small firms, and the estimated hours per size."""
    t, sizes = a.t, a.edition.text.sizes
    rows = tuple((t.of(sizes[size].label), t.number(n)) for size, n in a.spec.hours.items())
    columns = (t("annex.klein.effort_columns.size"), t("annex.klein.effort_columns.hours"))
    effort = Table(t("annex.klein.effort_caption"), columns, rows, widths=(85, 85))
    return [clauses(a, "klein"), effort, Paragraph(t("annex.klein.effort_note"), note=True)]


def deviate(a: Annex) -> list[Block]:
    """Return comply or explain, for both sides."""
    t = a.t
    reasons = tuple(t.of(x.label) for x in a.edition.text.explanation_reasons.values())
    said = [Paragraph(t(f"annex.afwijken.{x}")) for x in ("client", "contractor", "empty", "reasons")]
    return [*said, Items(reasons)]


def failure(a: Annex) -> list[Block]:
    """Return the steps when a requirement is not met. The last one is there only where a higher level is rewarded."""
    return [clauses(a, "niet-nakomen", but_last=not a.spec.award)]


def client(a: Annex) -> list[Block]:
    """Return what the client does."""
    return [clauses(a, "opdrachtgever")]


def version(a: Annex) -> list[Block]:
    """Return which edition holds, and what happens when a newer one comes."""
    return [clauses(a, "versie", edition=a.edition.number, short=a.short)]


def answer_form(a: Annex) -> list[Block]:
    """Return the form: the promise, an answer per requirement, and who signs."""
    t = a.t
    blocks: list[Block] = [Paragraph(t("annex.antwoord.intro")), Paragraph(t("annex.antwoord.declaration"))]
    if a.spec.award:
        blocks.append(Paragraph(t("annex.antwoord.promised")))
        promised = tuple((a.theme(x), t("annex.antwoord.promise")) for x, one in a.tender.levels.items() if one.award)
        columns = (t("annex.gunning.columns.theme"), t("annex.gunning.columns.level"))
        blocks.append(Table(t("annex.antwoord.promise_caption"), columns, promised, widths=(85, 85)))
    words = ("ja", "gelijkwaardig", "nee-want", "nvt")
    blocks += [
        Paragraph(t("annex.antwoord.choose")),
        Items(tuple(t(f"annex.antwoord.answers.{x}") for x in words)),
        _answers(a, "caption", a.spec.minimum),
    ]
    if a.spec.award:
        blocks += [Paragraph(t("annex.antwoord.award_intro")), _answers(a, "award_caption", a.spec.award)]
    parties = tuple(t(f"annex.antwoord.parties_columns.{x}") for x in ("party", "role", "part"))
    party = tuple(t(f"annex.antwoord.{x}") for x in ("party", "party_role", "party_part"))
    signed = ("naam", "functie", "datum")
    return [
        *blocks,
        Paragraph(t("annex.antwoord.parties_intro")),
        Table(t("annex.antwoord.parties_caption"), parties, (party,) * 3, widths=(70, 50, 50)),
        Facts(tuple((t(f"annex.antwoord.sign_labels.{x}"), t(f"annex.antwoord.sign.{x}")) for x in signed)),
    ]


def _answers(a: Annex, caption: str, rows: Sequence[Requirement]) -> Table:
    names = ("code", "answer", "note", "proof", "date", "who")
    columns = tuple(a.t(f"annex.antwoord.columns.{x}") for x in names)
    empty = tuple((r.criterion.id, *("[ ]" for _ in names[1:])) for r in rows)
    return Table(a.t(f"annex.antwoord.{caption}"), columns, empty, codes=True, widths=(22, 25, 45, 43, 18, 17))


def words(a: Annex) -> list[Block]:
    """Return the words of the glossary that the requirements use, with their meaning."""
    t = a.t
    # The block on the place in the contract names these documents as well.
    documents = " ".join(t(f"annex.plaats.borders_names.{x}") for x in ("informatieprotocol", "ils", "bup"))
    rows = terms(a.edition, a.spec.requirements, t, documents)
    columns = (t("annex.begrippen.columns.term"), t("annex.begrippen.columns.meaning"))
    intro: list[Block] = [Paragraph(t("annex.begrippen.intro"))]
    return [*intro, Table(t("annex.block.begrippen"), columns, rows, silent=True, widths=(50, 120))] if rows else intro


def package(a: Annex) -> list[Block]:
    """Return which files belong to the annex, and how to check that nobody changed them."""
    t = a.t
    rows = tuple((name, t(f"annex.pakket.files.{key}")) for name, key in FILES.items())
    columns = (t("annex.pakket.columns.file"), t("annex.pakket.columns.what"))
    files = Table(t("annex.pakket.caption"), columns, rows, widths=(50, 120))
    return [Paragraph(t("annex.pakket.intro")), files, Paragraph(t("annex.pakket.verify"))]
