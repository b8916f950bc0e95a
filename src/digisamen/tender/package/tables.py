"""The requirements, subjects and documents as the three tables of the Contractspecificaties, and a table as CSV."""

import csv
import io
from collections.abc import Iterable, Sequence

from digisamen.model.canonical import short
from digisamen.model.criteria import Criterion
from digisamen.tender.data import library_uri
from digisamen.tender.package.addresses import address, edition_address, source_addresses
from digisamen.tender.package.guard import fitted, harmless
from digisamen.tender.specification import Requirement, Specification
from digisamen.tender.tables import LINE, NOTE, TITLE
from digisamen.text.texts import Texts

Row = dict[str, str]
"""A row by column name. What is not in it is empty."""
ONTOLOGY = "https://data.crow.nl/contractspecificaties/def/"
PRODUCT = "InformatieProduct"
_TYPES = {"Werkzaamheid": "Work", PRODUCT: "InformationProduct"}
_WORK = "WERK"


def csv_table(columns: Sequence[str], rows: Iterable[Row]) -> bytes:
    """Return a table as CSV: `;`, quotes doubled, lines that end in CR LF (RFC 4180), UTF-8 without a mark."""
    made = io.StringIO(newline="")
    writer = csv.DictWriter(made, columns, restval="", delimiter=";", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return made.getvalue().encode()


def requirement_rows(spec: Specification, t: Texts) -> list[Row]:
    """Return one row per requirement, in the order of the specification."""
    cited = source_addresses(spec)
    return [_requirement(spec, r, cited, t) for r in spec.requirements]


def _requirement(spec: Specification, r: Requirement, cited: dict[str, str], t: Texts) -> Row:
    c = r.criterion
    reference = _reference(spec, c)
    return {
        "eisURI": address(spec, c.id),
        "eisCode": c.id,
        "eisTitel": fitted(t.of(c.title), TITLE),
        "eisTekst": fitted(t.of(c.requirement), NOTE),
        "eisToelichting": _joined(t.of(c.why), *_remarks(r, t)),
        "eisBron": library_uri(spec, c.id),
        "eisBronNaam": fitted(t.of(spec.edition.text.title), LINE),
        "eisReferentiedocument": cited.get(reference, ""),
        "eisReferentiedocumentNaam": _source_name(spec, reference, t),
        "eisType": "Informatieproduct" if r.subject == PRODUCT else "Proceseis",
        "eisStatus": "Concept" if spec.draft else "Actueel",
        "eisStatusOnderbouwing": t("package.draft_reason") if spec.draft else "",
        "verificatievoorschriftURI": address(spec, f"{c.id}-V"),
        "verificatieHeeftOnderwerp": address(spec, subject_code(spec, r)),
        "onderwerpNaam": _subject_name(spec, r, t),
        "verificatieMethode": f"csw:{c.verification.method}",
        "verificatieFase": f"csw:{c.verification.phase}",
        "verificatieMoment": fitted(t.of(c.verification.moment), LINE),
        "verificatievoorschriftToelichting": _joined(t.of(c.test), *_lighter(spec, c, t)),
    }


def _joined(text: str, *sentences: str) -> str:
    """Return `text` and `sentences` as one note; when it is too long, the text gives way and the sentences stay."""
    rest = " ".join(sentences)
    return f"{fitted(text, NOTE - len(rest) - 1)} {rest}".strip() if len(rest) < NOTE else fitted(rest, NOTE)


def _remarks(r: Requirement, t: Texts) -> list[str]:
    award = [t("package.award")] if r.award else []
    return [*award, t("package.equivalent")]


def _lighter(spec: Specification, c: Criterion, t: Texts) -> list[str]:
    text = spec.edition.text
    kinds = "; ".join(t.of(text.evidence_kinds[kind].label) for kind in (*c.evidence.light, *c.evidence.strong))
    said = [t("package.proof", kinds=kinds)]
    sizes = [t.of(text.sizes[size].label) for size, form in c.applies.sizes.items() if form == "lichter"]
    if c.lighter and sizes:
        said.append(t("package.lighter", sizes=t.list(sizes), text=t.of(c.lighter)))
    return said


def _reference(spec: Specification, c: Criterion) -> str:
    """Return the first source that has a web address, else the first source."""
    known = [name for name in c.sources if name in spec.edition.content.sources]
    return next((name for name in known if spec.edition.content.sources[name].url), known[0] if known else "")


def _source_name(spec: Specification, name: str, t: Texts) -> str:
    source = spec.edition.content.sources.get(name)
    return fitted(t.of(source.name), LINE) if source else ""


def subject_code(spec: Specification, r: Requirement) -> str:
    """Return the code of the subject of a requirement: the work, or the information products, within its theme."""
    return f"{'INFO' if r.subject == PRODUCT else _WORK}-{spec.edition.text.themes[r.criterion.theme].prefix}"


def _subject_name(spec: Specification, r: Requirement, t: Texts) -> str:
    theme = t.of(spec.edition.text.themes[r.criterion.theme].name)
    return fitted(t(f"package.subject.{'product' if r.subject == PRODUCT else 'process'}", theme=theme), LINE)


def subject_rows(spec: Specification, t: Texts) -> list[Row]:
    """Return the work itself, and per theme the part of the work or the information products that it is about."""
    rows = {_WORK: _work(spec, t)}
    for r in spec.requirements:
        kind = r.subject if r.subject in _TYPES else "Werkzaamheid"
        rows[subject_code(spec, r)] = {
            "onderwerpURI": address(spec, subject_code(spec, r)),
            "onderwerpCode": subject_code(spec, r),
            "onderwerpNaam": _subject_name(spec, r, t),
            "onderwerpTypeURI": f"{ONTOLOGY}{_TYPES[kind]}",
            "onderwerpTypeNaam": kind,
            "onderwerpDefinitie": fitted(t.of(spec.edition.text.themes[r.criterion.theme].title), LINE),
            # An information product is the outcome of the work and no part of it.
            "onderwerpIsDeelVan": "" if kind == PRODUCT else address(spec, _WORK),
        }
    return list(rows.values())


def _work(spec: Specification, t: Texts) -> Row:
    text, wanted = spec.edition.text, spec.wanted
    name = spec.tender.contract.name if spec.tender else None
    labels = [text.works[wanted.work].label] if wanted.work else []
    about = ", ".join(t.of(label) for label in (*labels, text.subsectors[wanted.subsector].label))
    return {
        "onderwerpURI": address(spec, _WORK),
        "onderwerpCode": _WORK,
        "onderwerpNaam": fitted(harmless(name), LINE) if name else about,
        "onderwerpTypeURI": f"{ONTOLOGY}Work",
        "onderwerpTypeNaam": "Werkzaamheid",
        "onderwerpDefinitie": about,
    }


def document_rows(spec: Specification, t: Texts) -> list[Row]:
    """Return the annex or specification itself, the edition, and every source that a requirement cites."""
    record, sources, where = spec.edition.record, spec.edition.content.sources, source_addresses(spec)
    edition = {
        "documentURI": edition_address(spec),
        "documentCode": spec.edition.number,
        "documentNaam": fitted(t.of(spec.edition.text.title), LINE),
        "documentVersie": spec.edition.number,
        "documentVersieDatum": record.decided_on.isoformat() if record.decided_on else "",
        "documentAuteur": fitted(record.decided_by or "", LINE),
        "documentType": "Referentieset",
    }
    cited = dict.fromkeys(name for r in spec.requirements for name in r.criterion.sources if name in sources)
    return [
        _annex(spec, t),
        edition,
        *(
            {
                "documentURI": where[name],
                "documentCode": name,
                "documentNaam": _source_name(spec, name, t),
                "documentVersie": fitted(sources[name].version or "", LINE),
                "documentAuteur": fitted(sources[name].owner, LINE),
                "documentType": sources[name].kind,
            }
            for name in sorted(cited)
        ),
    ]


def _annex(spec: Specification, t: Texts) -> Row:
    tender = spec.tender
    row = {
        "documentURI": address(spec, "bijlage"),
        # Twelve hexadecimal digits alone could be read as a number.
        "documentCode": tender.id if tender and tender.id else f"spec-{short(spec.digest)}",
        "documentNaam": t(f"package.document.{'annex' if tender else 'specification'}"),
        "documentType": "Contractbijlage" if tender else "Eisenset",
    }
    if tender:
        row["documentVersie"] = harmless(tender.version)
        row["documentVersieDatum"] = tender.date.isoformat() if tender.date else ""
        row["documentAuteur"] = fitted(harmless(tender.client.name or ""), LINE)
    return row
