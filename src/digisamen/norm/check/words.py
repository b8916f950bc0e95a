"""Words that make Dutch hard to read, each with a plain one, and signs of a second duty in a sentence.

The choice is ours, after the usual advice for level B1. Add a word here when a reader stumbles over it.
"""

FORMAL = {
    "aangaande": "over",
    "aangezien": "omdat",
    "aldus": "zo",
    "alsmede": "en",
    "alsook": "en",
    "alvorens": "voordat",
    "ten aanzien van": "over",
    "ten behoeve van": "voor",
    "betreffende": "over",
    "conform": "volgens",
    "daar waar": "waar",
    "dan wel": "of",
    "derhalve": "daarom",
    "dient te": "moet",
    "dienen te": "moeten",
    "dienaangaande": "daarover",
    "doch": "maar",
    "echter": "maar",
    "geschieden": "gebeuren",
    "geschiedt": "gebeurt",
    "gaarne": "graag",
    "hetgeen": "wat",
    "hetwelk": "wat",
    "ingeval": "als",
    "indien": "als",
    "inzake": "over",
    "jegens": "tegen",
    "mits": "als",
    "middels": "met",
    "naar aanleiding van": "na",
    "nochtans": "toch",
    "omtrent": "over",
    "met betrekking tot": "over",
    "op grond van": "door",
    "reeds": "al",
    "tenzij": "behalve als",
    "teneinde": "om",
    "terzake": "hierover",
    "tevens": "ook",
    "trachten": "proberen",
    "thans": "nu",
    "uit hoofde van": "door",
    "voornoemd": "dit",
    "voornoemde": "deze",
    "zo mogelijk": "(kies: wel of niet)",
    "zulks": "dat",
}
_VERBS = (
    "bewaart|beheert|bespreekt|controleert|deelt|geeft|gebruikt|houdt|legt|levert|maakt|meldt|neemt|oefent|registreert|"
    "stuurt|test|toetst|verwerkt|vraagt|werkt|wijst|zet"
)
SECOND_DUTY = (
    ";",
    r"\ben (?:ook|daarna|daarnaast|vervolgens|bovendien|tevens)\b",
    r"\b(?:en|of) (?:is|zijn|wordt|worden|heeft|hebben|staat|staan|kan|kunnen|ligt|liggen|gaat|gaan)\b",
    rf"\ben (?:{_VERBS})\b",
    r"\b(?:alsook|alsmede|evenals|daarnaast|bovendien)\b",
)
"""Patterns in a requirement after which a second duty often follows."""
