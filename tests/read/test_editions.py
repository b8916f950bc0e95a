"""Which edition is meant when none is named."""

from digisamen.model.criteria import EditionRecord
from digisamen.read.criteria import default_edition, newest


def register(**editions):
    return {name.replace("e", "").replace("_", "."): EditionRecord(**r) for name, r in editions.items()}


ADOPTED = {
    "status": "vastgesteld",
    "decided_by": "digiGO",
    "decided_on": "2026-01-01",
    "decision": "besluit",
    "consultation": "reacties",
}


def test_the_newest_concept_in_time_not_in_letters():
    assert default_edition(register(e2026_9={"status": "concept"}, e2026_10={"status": "concept"})) == "2026.10"
    assert newest(["2026.9", "2026.10", "2025.99"]) == "2026.10"


def test_adopted_before_frozen_before_concept():
    editions = register(e2025_1=ADOPTED, e2026_1={"status": "concept", "frozen": "ja"}, e2027_1={"status": "concept"})

    assert default_edition(editions) == "2025.1"
    assert default_edition({n: r for n, r in editions.items() if n != "2025.1"}) == "2026.1"


def test_never_a_consultation():
    assert default_edition(register(e2027_1={"status": "consultatie"}, e2024_1={"status": "vervallen"})) is None
    assert newest([]) is None
