"""Text of users is shown harmlessly in every format."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digisamen.paper.markdown import escape
from digisamen.text.visible import visible
from tests.conftest import with_norm

HOSTILE = [
    "[red]x[/]",
    "\\e[31mrood\\e[0m",
    "<script>alert(1)</script>",
    "a|b|c",
    "=1+1",
    "{{7*7}}{% raw %}${x}",
    "\\u202Eom\\u200B\\u2066x",
    "x" * 10_000,
    "'\\\"><img src=x onerror=alert(1)>",
    "a\\nb\\r\\n\\tc",
    "*b* _c_ `d` # e",
    "\\a\\b\\x7f",
    "界面" * 100,
]
ORG = """schema: digisamen/assessment/v1
edition: "2020.1"
date: 2026-11-22
organisation: {{name: "{text}", size: klein, roles: [hoofdaannemer], subsectors: [woningbouw]}}
answers:
  STD-G-02: {{answer: nvt, reason: "{text}", evidence: [{{kind: foto, title: "{text}", url: "https://example.org/", date: 2020-01-01, reviewed_by: "door {text}"}}]}}
  VEI-G-01: {{answer: nee, explanation: {{reason: te-duur, text: "{text}"}}}}
"""
UNSEEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]")


@pytest.mark.parametrize("form", ["terminal", "markdown", "html", "json"])
@pytest.mark.parametrize("command", ["assess", "next", "explain"])
@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text(text, command, form, cli, tmp_path):
    (tmp_path / "org.yaml").write_text(ORG.format(text=text), encoding="utf-8")
    ran = cli(*with_norm(command, "org.yaml", "--format", form))

    assert ran.code == 0, ran.err
    assert not UNSEEN.search(ran.out)
    if form == "html":
        assert not re.search(r"<script|<img|onerror=alert\(1\)>|<b>", ran.out.replace("&lt;", ""), re.IGNORECASE)
    if form == "markdown":
        assert "<" not in re.sub(r"\\<", "", ran.out)
    if form == "json":
        json.loads(ran.out)
    if form == "terminal":
        assert max(map(len, ran.out.splitlines())) <= 79


@given(st.text(st.characters(blacklist_categories=["Cs"])))
def test_visible_text_steers_nothing(text):
    assert not UNSEEN.search(visible(text))
    assert "\n" not in visible(text)


@given(st.text(st.characters(blacklist_categories=["Cs"])))
def test_escaped_text_stays_on_its_line_and_opens_nothing(text):
    escaped = escape(text)

    assert "\n" not in escaped
    assert not re.search(r"(?<!\\)(?:\\\\)*[<>`|*\[\]]", escaped)
