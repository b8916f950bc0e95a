"""The invented organisations: the same for the same seed, spread as their data says, and valid under any edition."""

import hashlib
import re
from collections import Counter
from pathlib import Path

import pytest

from digisamen import api
from digisamen.market.impact import MOST, margins, population
from digisamen.model.problem import DigisamenError
from digisamen.read.assessment import read_assessment
from digisamen.source.yaml_dump import dump_yaml
from digisamen.source.yaml_text import parse
from tests.norm.compare.make import OLD

DATA = Path(__file__).parent.parent.parent / "src" / "digisamen" / "market" / "population.yaml"
NORM = api.load_edition("2026.1").value


def text(edition, count, seed):
    return "\n".join(dump_yaml(data) for data in population(edition, count, seed))


def test_the_same_bytes_for_the_same_seed_on_every_machine():
    """When this differs on another machine or Python, the numbers in a pull request differ too."""
    made = hashlib.sha256(text(OLD, 200, 2026).encode()).hexdigest()

    assert made == "5dd945cf92aaebb181dfecf4a98d39fb8938e43316fa3ad5db296ef9357963db"
    assert made != hashlib.sha256(text(OLD, 200, 2027).encode()).hexdigest()


def test_the_first_ones_are_the_same_however_many_there_are():
    assert list(population(NORM, 20)) == list(population(NORM, 40))[:20]


@pytest.mark.parametrize(
    "edition", [NORM, OLD, api.load_edition("2020.1", str(Path(__file__).parent.parent / "criteria")).value]
)
def test_each_of_them_is_a_valid_file(edition):
    for data in population(edition, 60, 5):
        document = parse(dump_yaml(data).encode(), "org.yaml").value
        problems = read_assessment(document, edition, [edition.number]).problems
        # The smallest edition has no criteria of a subsector itself, and no file of it can be valid.
        assert [p for p in problems if p.code != "A030"] == []


def test_sizes_and_roles_keep_to_the_margins_exactly():
    made = list(population(NORM, 2000))
    spread = margins()
    first = Counter(data["organisation"]["roles"][0] for data in made)
    for role, share in spread.roles.shares.items():
        assert abs(first[role] - 20 * share) <= 5, role
    contractors = [d["organisation"] for d in made if "aannemer" in d["organisation"]["roles"][0]]
    alone = sum(who["size"] == "zzp" for who in contractors) / len(contractors)
    assert abs(alone - 0.82) < 0.005  # what was measured in construction
    assert all(Counter(d["organisation"]["size"] for d in made)[size] >= 20 for size in NORM.text.sizes)


def test_levels_are_spread_as_one_would_expect():
    made = api.impact("2026.1", "2026.1").value
    declared = [x.before for x in made.levels if x.measure == "verklaard"][:5]
    shown = [x.before for x in made.levels if x.measure == "onderbouwd"][:5]

    assert declared == sorted(declared, reverse=True)
    assert 0.5 < declared[0] / 2000 < 0.75
    assert 0.02 < sum(declared[3:]) / 2000 < 0.06
    assert shown[0] > declared[0]
    assert made.whole("onderbouwd").counts["blijft"] == 2000


def test_every_kind_of_answer_is_there():
    answers = [a for data in population(NORM, 300) for a in data["answers"].values()]
    words = Counter(a["answer"] if a else None for a in answers)

    assert set(words) == {"ja", "deels", "nee", "nvt", None}
    assert words["ja"] > words["nee"]
    assert any("explanation" in a for a in answers if a)
    proof = [e for a in answers if a for e in a.get("evidence", ())]
    assert all(e["url"].startswith("https://example.org/") for e in proof)
    assert any("valid_until" in e for e in proof)
    assert any("reviewed_by" in e for e in proof)


def test_the_data_says_of_each_margin_what_it_is_based_on():
    data = parse(DATA.read_bytes(), "population.yaml").value.data
    for name, part in data.items():
        if name not in {"schema", "date", "words"}:
            assert "aanname" in part["basis"] or "source" in part, name
    assert all(re.match(r"https?://|CBS", part["source"]) for part in data.values() if "source" in part)


@pytest.mark.parametrize("count", [0, -3, MOST + 1])
def test_how_many_at_once(count):
    with pytest.raises(DigisamenError) as raised:
        population(NORM, count)

    assert raised.value.problem.code == "U051"
