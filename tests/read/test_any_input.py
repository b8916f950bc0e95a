"""Any bytes and any plain data give an outcome, never a crash."""

import json
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from digisamen import api
from digisamen.model.problem import Problem
from digisamen.read.assessment import read_assessment
from digisamen.source.yaml_text import parse
from digisamen.text.problems import problem_texts
from digisamen.text.texts import texts
from tests.score import make

EDITION = api.load_edition("2020.1", str(Path(__file__).parent.parent / "criteria")).value
LANGUAGES = (texts("nl"), texts("en"))

words = st.sampled_from(
    [
        "ja",
        "nee",
        "nvt",
        "",
        "2",
        "-1",
        "99",
        "2026-01-01",
        "2026-13-01",
        "document",
        "STD-G-01",
        "woningbouw",
        "../x",
        "klein",
    ]
) | st.text(st.characters(blacklist_categories=["Cs", "Cc"]), max_size=8)
junk = st.recursive(
    words | st.none() | st.integers(-5, 5) | st.booleans(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=8,
)


def shown(problems: tuple[Problem, ...]):
    """Every problem can be said in both languages."""
    for problem in problems:
        for t in LANGUAGES:
            say, tip = problem_texts(problem, t)
            assert say
            assert tip


def read(data):
    document = parse(json.dumps(data, ensure_ascii=False).encode(), "org.yaml")
    shown(document.problems)
    if document.value is None:
        return None
    outcome = read_assessment(document.value, EDITION, ["2020.1"])
    shown(outcome.problems)
    assert outcome.value is not None or outcome.failed
    return outcome


@settings(max_examples=300)
@given(junk)
def test_any_data(data):
    read(data)


@settings(max_examples=500)
@given(make.assessments(EDITION), st.data())
def test_a_good_assessment_with_one_thing_broken(data, draw):
    where = data
    for _ in range(draw.draw(st.integers(0, 5))):
        keys = list(where) if isinstance(where, dict) else list(range(len(where)))
        if not keys:
            break
        key = draw.draw(st.sampled_from(keys))
        if not isinstance(where[key], dict | list) or draw.draw(st.booleans()):
            where[key] = draw.draw(junk)
            break
        where = where[key]
    else:
        if isinstance(where, dict):
            where[draw.draw(words)] = draw.draw(junk)
    outcome = read(data)
    if outcome is not None and not outcome.failed:
        make.scored(EDITION, data)


@settings(max_examples=200)
@given(st.binary(max_size=200))
def test_any_bytes_as_a_file(raw):
    document = parse(raw, "org.yaml")
    shown(document.problems)
    if document.value is not None:
        shown(read_assessment(document.value, EDITION, ["2020.1"]).problems)
