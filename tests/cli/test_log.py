"""No text of a user becomes a command to the log of the pipeline that we run in."""

import json
import re

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from digisamen.cli.log import no_command
from tests.conftest import with_norm

NAMES = [
    "::error file=x::gehackt",
    "  ::set-output name=x::y",
    "##[error]gehackt",
    "a ##[command]b",
    "##vso[task.setvariable variable=x]y",
    "\\u00a0::warning::x",
    "::",
]
ORG = """schema: digisamen/assessment/v1
edition: "2020.1"
date: 2026-11-22
organisation: {{name: "{text}", size: klein, roles: [hoofdaannemer], subsectors: [woningbouw]}}
answers:
  STD-G-02: {{answer: nvt, reason: "{text}", evidence: [{{kind: foto, title: "{text}", url: "https://example.org/", date: 2020-01-01, reviewed_by: "door {text}"}}]}}
  VEI-G-01: {{answer: nee, explanation: {{reason: te-duur, text: "{text}"}}}}
"""


def commands(text):
    """Returns what GitHub or Azure Pipelines would read as a command, as their runners look for it."""
    lines = re.split(r"\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]", re.sub(r"\x1b\[[0-9;]*[A-Za-z]", "", text))
    return [line for line in lines if line.lstrip().startswith("::") or re.search(r"##\w*\[", line)]


@pytest.mark.parametrize("form", ["terminal", "markdown", "html", "json"])
@pytest.mark.parametrize("command", ["assess", "next", "explain"])
@pytest.mark.parametrize("text", NAMES, ids=range(len(NAMES)))
def test_a_hostile_name_in_every_report(text, command, form, cli, tmp_path):
    (tmp_path / "org.yaml").write_text(ORG.format(text=text), encoding="utf-8")
    ran = cli(*with_norm(command, "org.yaml", "--format", form))

    assert ran.code == 0, ran.err
    assert commands(ran.out) + commands(ran.err) == []


@pytest.mark.parametrize("text", NAMES, ids=range(len(NAMES)))
def test_json_says_the_same_as_in_a_file(text, cli, tmp_path):
    (tmp_path / "org.yaml").write_text(ORG.format(text=text), encoding="utf-8")
    ran = cli(*with_norm("assess", "org.yaml", "--format", "json"))
    cli(*with_norm("assess", "org.yaml", "--format", "json", "--output", "uit.json"))

    assert json.loads(ran.out) == json.loads((tmp_path / "uit.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", NAMES, ids=range(len(NAMES)))
def test_problems_with_a_hostile_file(text, cli, tmp_path):
    (tmp_path / "org.yaml").write_text(f'"{text}": 1\n"{text}": {{{text}\n', encoding="utf-8")
    names = ["org.yaml", "::error::x.yaml", "##[error]x.yaml"]
    ran = [cli(*with_norm("assess", name)) for name in names] + [cli(*with_norm("explain", text))]

    assert [commands(one.out) + commands(one.err) for one in ran] == [[]] * len(ran)
    assert [one.code for one in ran if one.code not in {2, 3, 4}] == []


def test_a_new_file_with_a_hostile_name(cli):
    asked = ("--role", "hoofdaannemer", "--subsector", "woningbouw", "--size", "klein", "--level", "1")
    ran = cli(*with_norm("new", "--name", "##[error]x", *asked, "--output", "-"))

    assert ran.code == 0, ran.err
    assert commands(ran.out) == []
    assert yaml.safe_load(ran.out)["organisation"]["name"] == "##[error]x"


@given(
    st.text(st.sampled_from("::::##[[] \t\n\r\x1b\u00a0\u2028ae\\m0;")),
    st.sampled_from(["terminal", "markdown", "html"]),
)
def test_whatever_the_text(text, form):
    assert commands(no_command(text, form)) == []


@given(
    st.recursive(st.text(st.sampled_from('::##[] \\"a\n')), lambda x: st.lists(x) | st.dictionaries(st.text("a#["), x))
)
def test_json_stays_the_same_data(data):
    for indent in (None, 2):
        text = no_command(json.dumps(data, indent=indent), "json")
        assert json.loads(text) == data
        assert commands(text) == []


def test_our_own_commands_are_left_alone():
    assert no_command("::error file=a.yaml::b\n", "github") == "::error file=a.yaml::b\n"
