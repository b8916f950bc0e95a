"""The description of the three tables as CSVW (W3C): which columns there are, and what they mean.

The published template is followed in its terms. It differs where CSVW itself asks for it: other prefixes than those of
CSVW are no part of a context, so terms are written whole; virtual columns come last; and keys belong to one table.
"""

from typing import Any

from digisamen.paper.json_text import dump
from digisamen.tender.package.tables import ONTOLOGY
from digisamen.tender.specification import Specification
from digisamen.tender.tables import DOCUMENTS, LINE, LONG, NOTE, REQUIREMENTS, SUBJECTS, TITLE
from digisamen.text.texts import Texts
from digisamen.text.visible import visible

REQUIREMENTS_FILE, SUBJECTS_FILE, DOCUMENTS_FILE = "eisentabel.csv", "onderwerpentabel.csv", "documententabel.csv"
_LISTS = "https://data.crow.nl/contractspecificaties/id/"
_PART_OF = "https://w3id.org/nen2660/def#isPartOf"
_CHECK = "{+verificatievoorschriftURI}"
_SECTION = "{+documentSectie}"
_COLUMNS: dict[str, dict[str, Any]] = {
    "eisURI": {"required": True, "datatype": "anyURI", "suppressOutput": True},
    "eisCode": {"required": True, "propertyUrl": "skos:notation"},
    "eisTitel": {"required": True, "propertyUrl": "skos:prefLabel"},
    "eisTekst": {"required": True, "propertyUrl": "rdf:value"},
    "eisToelichting": {"propertyUrl": "skos:note"},
    "eisIsDeelVan": {"datatype": "anyURI", "propertyUrl": _PART_OF, "valueUrl": "{+eisIsDeelVan}"},
    "eisBron": {"datatype": "anyURI", "propertyUrl": "dc:source", "valueUrl": "{+eisBron}"},
    "eisBronNaam": {"aboutUrl": "{+eisBron}", "propertyUrl": "dc:isPartOf"},
    "eisReferentiedocument": {
        "datatype": "anyURI",
        "propertyUrl": "dc:references",
        "valueUrl": "{+eisReferentiedocument}",
    },
    "eisReferentiedocumentNaam": {"aboutUrl": "{+eisReferentiedocument}", "propertyUrl": "skos:prefLabel"},
    "eisType": {"required": True, "propertyUrl": f"{ONTOLOGY}requirementTopicType"},
    "eisStatus": {
        "required": True,
        "datatype": {"base": "string", "format": "Actueel|Concept|Vervallen"},
        "propertyUrl": f"{ONTOLOGY}status",
        "valueUrl": f"{_LISTS}{{eisStatus}}",
    },
    "eisStatusOnderbouwing": {"propertyUrl": f"{ONTOLOGY}statusJustification"},
    "verificatievoorschriftURI": {
        "required": True,
        "datatype": "anyURI",
        "aboutUrl": _CHECK,
        "propertyUrl": f"{ONTOLOGY}isVerificationOf",
        "valueUrl": "{+eisURI}",
    },
    "verificatieHeeftOnderwerp": {
        "required": True,
        "datatype": "anyURI",
        "aboutUrl": _CHECK,
        "propertyUrl": f"{ONTOLOGY}hasAsSubject",
        "valueUrl": "{+verificatieHeeftOnderwerp}",
    },
    "onderwerpNaam": {"aboutUrl": "{+verificatieHeeftOnderwerp}", "propertyUrl": "skos:prefLabel"},
    "verificatieMethode": {"aboutUrl": _CHECK, "propertyUrl": f"{ONTOLOGY}verificationMethod"},
    "verificatieFase": {"aboutUrl": _CHECK, "propertyUrl": f"{ONTOLOGY}phase"},
    "verificatieMoment": {"aboutUrl": _CHECK, "propertyUrl": f"{ONTOLOGY}verificationMoment"},
    "verificatievoorschriftToelichting": {"aboutUrl": _CHECK, "propertyUrl": "skos:note"},
    "onderwerpURI": {"required": True, "datatype": "anyURI", "suppressOutput": True},
    "onderwerpCode": {"required": True, "propertyUrl": "skos:notation"},
    "onderwerpTypeURI": {
        "required": True,
        "datatype": "anyURI",
        "propertyUrl": "rdf:type",
        "valueUrl": "{+onderwerpTypeURI}",
    },
    "onderwerpTypeNaam": {"required": True, "aboutUrl": "{+onderwerpTypeURI}", "propertyUrl": "skos:prefLabel"},
    "onderwerpDefinitie": {"propertyUrl": "skos:definition"},
    "onderwerpIsDeelVan": {"datatype": "anyURI", "propertyUrl": _PART_OF, "valueUrl": "{+onderwerpIsDeelVan}"},
    "documentURI": {"required": True, "datatype": "anyURI", "suppressOutput": True},
    "documentCode": {"required": True, "propertyUrl": "skos:notation"},
    "documentNaam": {"required": True, "propertyUrl": "skos:prefLabel"},
    "documentVersie": {"propertyUrl": f"{ONTOLOGY}version"},
    "documentVersieDatum": {"datatype": "date", "propertyUrl": f"{ONTOLOGY}versionDate"},
    "documentAuteur": {"propertyUrl": "dc:creator"},
    "documentType": {"propertyUrl": f"{ONTOLOGY}documentType"},
    "documentSectie": {
        "datatype": "anyURI",
        "aboutUrl": _SECTION,
        "propertyUrl": _PART_OF,
        "valueUrl": "{+documentURI}",
    },
    "documentSectieNaam": {"aboutUrl": _SECTION, "propertyUrl": "skos:prefLabel"},
    "documentSectieTekst": {"aboutUrl": _SECTION, "propertyUrl": "rdf:value"},
}


def metadata(spec: Specification, t: Texts) -> bytes:
    """Return `metadata.json`."""
    tender, text = spec.tender, spec.edition.text
    about = {
        "dc:title": _name(spec, t),
        "dc:description": t("package.metadata", edition=spec.edition.number, digest=spec.digest),
        "dc:publisher": visible(tender.client.name) if tender and tender.client.name else None,
        "dc:date": tender.date.isoformat() if tender and tender.date else None,
        "dc:license": {"@id": text.licence.url},
    }
    whole = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": t.language}],
        **{key: value for key, value in about.items() if value},
        "dialect": {"encoding": "utf-8", "quoteChar": '"', "doubleQuote": True, "header": True, "delimiter": ";"},
        "tables": [
            _table(
                REQUIREMENTS_FILE,
                REQUIREMENTS,
                key="verificatievoorschriftURI",
                types=[("{+eisURI}", "https://w3id.org/nen2660/def#Requirement")],
                references=_references(spec),
            ),
            _table(
                SUBJECTS_FILE,
                SUBJECTS,
                key="onderwerpURI",
            ),
            _table(DOCUMENTS_FILE, DOCUMENTS, key="documentURI", types=[("{+documentURI}", f"{ONTOLOGY}Document")]),
        ],
    }
    return dump(whole).encode()


def _references(spec: Specification) -> dict[str, tuple[str, str]]:
    """Return the columns that point to another table. Validators refuse a reference that may be empty."""
    known = spec.edition.content.sources.keys()
    always = {"verificatieHeeftOnderwerp": (SUBJECTS_FILE, "onderwerpURI")}
    if all(known & set(r.criterion.sources) for r in spec.requirements):
        always["eisReferentiedocument"] = (DOCUMENTS_FILE, "documentURI")
    return always


def _name(spec: Specification, t: Texts) -> str:
    tender = spec.tender
    parts = [t(f"package.document.{'annex' if tender else 'specification'}")]
    if tender:
        parts += [visible(part) for part in (tender.id, tender.contract.name) if part]
    return ": ".join(parts)


def _table(
    file: str,
    columns: tuple[str, ...],
    *,
    key: str,
    types: list[tuple[str, str]] | None = None,
    references: dict[str, tuple[str, str]] | None = None,
) -> dict[str, Any]:
    kinds = [
        {"name": "soort", "virtual": True, "aboutUrl": about, "propertyUrl": "rdf:type", "valueUrl": kind}
        for about, kind in types or []
    ]
    schema: dict[str, Any] = {
        "aboutUrl": f"{{+{columns[0]}}}",
        "columns": [*(_column(name) for name in columns), *kinds],
        "primaryKey": key,
    }
    if references:
        schema["foreignKeys"] = [
            {"columnReference": column, "reference": {"resource": other, "columnReference": there}}
            for column, (other, there) in references.items()
        ]
    return {"url": file, "tableSchema": schema}


def _column(name: str) -> dict[str, Any]:
    longest = TITLE if name == "eisTitel" else NOTE if name in LONG else LINE
    return {"name": name, "titles": name, "datatype": {"base": "string", "maxLength": longest}, **_COLUMNS[name]}
