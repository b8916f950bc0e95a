"""The labels in the row of a requirement, frozen per version of the specification.

A contract is verified years later, with a newer version of the tool. So what stands in a row is the text of the norm,
under the fingerprint, with labels that never change: another wording is another version of the specification.
"""

import json
from functools import cache
from importlib.resources import files

from digisamen.tender.data import SCHEMA
from digisamen.text.texts import Texts

LABELS = "labels.json"
"""Per version of the specification and language: the sentences of a row by key. What stands there is never edited."""


def frozen_labels(t: Texts) -> Texts:
    """Return the sentences in the language of `t`, with the labels of a row as the specification froze them."""
    return Texts(t.language, {**t.catalogue, **_labels()[SCHEMA][t.language]})


@cache
def _labels() -> dict[str, dict[str, dict[str, str]]]:
    found: dict[str, dict[str, dict[str, str]]] = json.loads(
        files("digisamen.tender.annex").joinpath(LABELS).read_text(encoding="utf-8")
    )
    return found
