"""The columns of every table that goes out to tenderers and comes back: the names are part of the format.

The first three are those of the Contractspecificaties, letter for letter. The rest are the sheets of `antwoord.xlsx`,
with the same words whatever the language, so that a filled-in form can be read by its names.
"""

from dataclasses import dataclass

from digisamen.model.assessment import Evidence

REQUIREMENTS = (
    "eisURI",
    "eisCode",
    "eisTitel",
    "eisTekst",
    "eisToelichting",
    "eisIsDeelVan",
    "eisBron",
    "eisBronNaam",
    "eisReferentiedocument",
    "eisReferentiedocumentNaam",
    "eisType",
    "eisStatus",
    "eisStatusOnderbouwing",
    "verificatievoorschriftURI",
    "verificatieHeeftOnderwerp",
    "onderwerpNaam",
    "verificatieMethode",
    "verificatieFase",
    "verificatieMoment",
    "verificatievoorschriftToelichting",
)
SUBJECTS = (
    "onderwerpURI",
    "onderwerpCode",
    "onderwerpNaam",
    "onderwerpTypeURI",
    "onderwerpTypeNaam",
    "onderwerpDefinitie",
    "onderwerpIsDeelVan",
)
DOCUMENTS = (
    "documentURI",
    "documentCode",
    "documentNaam",
    "documentVersie",
    "documentVersieDatum",
    "documentAuteur",
    "documentType",
    "documentSectie",
    "documentSectieNaam",
    "documentSectieTekst",
)
TITLE, NOTE, LINE = 56, 2000, 255
"""The longest title, text or note, and any other cell, in characters."""
LONG = frozenset({"eisTekst", "eisToelichting", "verificatievoorschriftToelichting", "documentSectieTekst"})
"""The columns that may hold a text of the length of a note."""
_PROOF = ("bewijs soort", "titel", "waar", "datum", "geldig tot", "beoordeeld door", "wie")
ANSWERS = ("code", "eis", "antwoord", "toelichting", *_PROOF)
PROOFS = ("code", *_PROOF)
MEMBERS = ("naam", "rol", "onderdeel", "grootte")
VERSION = ("sleutel", "betekenis", "waarde")
ANSWER_WORDS = {"ja": "ja", "gelijkwaardig": "gelijkwaardig", "nee-want": "nee, want", "nvt": "nvt"}
"""Per answer in `antwoord.json`: the word that stands for it in `antwoord.xlsx`."""
ROLE_CODES = ("sole-tenderer", "group-lead", "group-mem", "oeron", "subcont")
"""What a firm may be within a tender."""


@dataclass(frozen=True, slots=True)
class Filled:
    """The answer of a tenderer to one requirement. `answer` is a key of `ANSWER_WORDS`; `who` filled it in."""

    id: str
    answer: str
    explanation: str = ""
    evidence: tuple[Evidence, ...] = ()
    who: str = ""
