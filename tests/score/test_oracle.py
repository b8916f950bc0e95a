"""The scorer against an independent computation, on random assessments."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digisamen import api
from tests.score import make, oracle

TESTS = Path(__file__).parent.parent
NORM = oracle.load_norm(TESTS / "criteria" / "2020.1")
SMALL = api.load_edition("2020.1", str(TESTS / "criteria")).value
REAL_NORM = oracle.load_norm(TESTS.parent / "criteria" / "2026.1")
REAL = api.load_edition("2026.1").value


def same(edition, norm, data):
    found = [
        (name, place)
        for name, said in data["answers"].items()
        if isinstance(said, dict)
        for place, _ in enumerate(said.get("evidence") or [])
    ]
    ours = make.numbers(make.scored(edition, data))
    for subsector in data["organisation"]["subsectors"]:
        theirs = oracle.levels(norm, data, subsector, found)
        assert {theme: ours[subsector, theme] for theme in theirs} == theirs


@settings(max_examples=600)
@given(make.assessments(SMALL))
def test_small_edition(data):
    same(SMALL, NORM, data)


@settings(max_examples=60)
@given(make.assessments(REAL))
def test_real_edition(data):
    same(REAL, REAL_NORM, data)


@pytest.mark.parametrize("missing", [True, False])
@given(data=st.data())
@settings(max_examples=50)
def test_evidence_that_is_not_there_counts_for_nothing(missing, data):
    assessment = data.draw(make.assessments(SMALL))
    places = [
        (name, place)
        for name, said in assessment["answers"].items()
        if isinstance(said, dict)
        for place, e in enumerate(said.get("evidence") or [])
        if "file" in e
    ]
    gone = set(places) if missing else set(places[::2])
    ours = make.numbers(make.scored(SMALL, assessment, dict.fromkeys(gone, make.Finding.MISSING)))
    for subsector in assessment["organisation"]["subsectors"]:
        theirs = oracle.levels(NORM, assessment, subsector, set(places) - gone)
        assert {theme: ours[subsector, theme] for theme in theirs} == theirs
