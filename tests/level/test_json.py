"""The JSON report: it keeps its schema, and holds all that it takes to compute it again."""

import json
from pathlib import Path

import jsonschema
from hypothesis import given, settings
from hypothesis import strategies as st

from digisamen import api
from digisamen.level.compose import level_report
from digisamen.level.json_v1 import level_json
from digisamen.level.read_report import read_report
from digisamen.model.answered import Finding
from digisamen.model.asked import Asked
from digisamen.model.assessment import Assurance
from digisamen.model.canonical import canonical_json, digest
from digisamen.paper.json_text import dump
from digisamen.score.scorecard import score
from digisamen.text.texts import texts
from tests.score import make

EDITION = api.load_edition("2020.1", str(Path(__file__).parent.parent / "criteria")).value
SCHEMA = jsonschema.Draft202012Validator(api.json_schema("report"))
T = texts("nl")

asked = st.builds(Asked, st.integers(0, 4), st.sampled_from([None, *EDITION.text.themes]), st.sampled_from(Assurance))


def report(assessment, findings, asked_levels):
    card = score(EDITION, assessment, findings, assessment.date, asked_levels)
    return level_json(level_report(EDITION, assessment, card, "0" * 64, "0.0.0"), T)


@settings(max_examples=150)
@given(make.assessments(EDITION), st.lists(asked, max_size=2), st.data())
def test_round_trip(data, asked_levels, draw):
    assessment = make.read(EDITION, data)
    findings = {
        (name, place): draw.draw(st.sampled_from(Finding))
        for name, answer in assessment.answers.items()
        for place, e in enumerate(answer.evidence)
        if e.file
    }
    text = report(assessment, findings, asked_levels)
    SCHEMA.validate(json.loads(text))
    back = read_report(text.encode(), "r.json").value

    assert back is not None
    assert dump(back.data) == text
    assert report(assessment, back.findings, back.asked) == text


words = st.text(st.characters(blacklist_categories=["Cs"]), max_size=6)
plain = st.recursive(
    words | st.none() | st.booleans() | st.integers(-(2**53), 2**53),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=8,
)


@given(plain)
def test_canonical_json_is_json_and_knows_no_order(data):
    text = canonical_json(data)

    assert json.loads(text) == data
    assert canonical_json(json.loads(text)) == text


def test_canonical_json_sorts_by_utf_16():
    """The example of RFC 8785, section 3.2.3."""
    data = {"\u20ac": 1, "\r": 2, "\ufb33": 3, "1": 4, "\U0001f600": 5, "\x80": 6, "\u00f6": 7}

    assert list(json.loads(canonical_json(data)).values()) == [2, 4, 6, 7, 1, 5, 3]
    assert digest({}) == "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"
