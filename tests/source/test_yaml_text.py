"""The strict reader of YAML: all text, with places, and nothing that surprises."""

import json

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from digisamen.source import yaml_text
from digisamen.source.yaml_text import MAX_DEPTH, parse

pytestmark = pytest.mark.usefixtures("both_parsers")


def data(text):
    outcome = parse(text.encode(), "a.yaml")
    assert not outcome.problems
    return outcome.value.data


@pytest.mark.parametrize(
    "scalar", ["No", "on", "yes", "1.10", "2026.10", "2026-01-01", "010", "1:30", "0x1F", "1e3", ".inf"]
)
def test_every_scalar_stays_text(scalar):
    assert data(f"a: {scalar}") == {"a": scalar}


@pytest.mark.parametrize("scalar", ["", "~", "null", "Null", "NULL"])
def test_null_is_the_only_thing_that_is_not_text(scalar):
    assert data(f"a: {scalar}") == {"a": None}


@pytest.mark.parametrize("scalar", ["'~'", '"null"', "''"])
def test_quoted_is_always_text(scalar):
    assert isinstance(data(f"a: {scalar}")["a"], str)


@pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_files_of_windows_simply_work(start, end):
    outcome = parse(start + end.join([b"a:", b"  b: ja", b"  c: [x, y]", b""]), "a.yaml")

    assert outcome.value.data == {"a": {"b": "ja", "c": ["x", "y"]}}
    assert outcome.value.place(("a", "b")).line == 2
    assert outcome.value.place(("a", "b")).column == 6


def test_places_of_values_keys_and_what_is_not_there():
    document = parse(b"a:\n  - b: ja\n    c: [1, 22]\n", "a.yaml").value

    def spot(path, **key):
        place = document.place(path, **key)
        return place.line, place.column, place.width

    assert spot(("a", 0, "b")) == (2, 8, 2)
    assert spot(("a", 0, "c"), key=True) == (3, 5, 1)
    assert spot(("a", 0, "c", 1)) == (3, 12, 2)
    assert spot(("a", 0, "missing")) == (2, 5, 5)
    assert spot(("nothing", "here"))[:2] == (1, 1)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a: &x 1", "Y009"),
        ("a: 1\nb: *x", "Y009"),
        ("a: !!str 1", "Y010"),
        ("a: ! x", "Y010"),
        ("a: 1\na: 2", "Y008"),
        ("a: 1\n---\nb: 2", "Y007"),
        ("? [a]\n: b", "Y011"),
        ("~: b", "Y011"),
        ("[" * (MAX_DEPTH + 1), "Y002"),
        ("{a: " * (MAX_DEPTH + 1), "Y002"),
        ("a: 'x", "Y006"),
        ("\ta: x", "Y012"),
        ("a: \x01", "Y013"),
    ],
)
def test_what_surprises_is_a_problem(text, code):
    assert [p.code for p in parse(text.encode(), "a.yaml").problems] == [code]


def test_all_problems_of_the_form_come_at_once():
    codes = [p.code for p in parse(b"a: &x 1\na: 2\nb: *x\nc: !t 3\n", "a.yaml").problems]

    assert codes == ["Y009", "Y008", "Y009", "Y010"]


def test_a_file_that_is_too_large_is_not_read():
    outcome = parse(b"a: " + b"x" * 5_000_000, "a.yaml")

    assert outcome.value is None
    assert [p.code for p in outcome.problems] == ["Y001"]


def test_thirty_thousand_brackets():
    assert [p.code for p in parse(b"[" * 30_000, "a.yaml").problems] == ["Y002"]


def test_many_problems_stay_quick():
    outcome = parse(b"a: 1\n" * 20_000, "a.yaml")

    assert len(outcome.problems) == 19_999


@given(st.binary(max_size=300))
@example(b"\xff\xfea\x00")
@example(b"a: \xe9")
@example(b"%YAML 9.9\n---\n")
@example(b"- - - -\n -")
@example(b"\x00")
@example("a: \ud7ff\ue000\U0001f600".encode())
def test_any_bytes_give_an_outcome(raw):
    outcome = parse(raw, "a.yaml")

    assert outcome.value is not None or outcome.problems


texts = st.text(
    st.characters(blacklist_categories=["Cs", "Cc"], blacklist_characters="\x85\u2028\u2029\ufeff"), max_size=20
)


@given(
    st.recursive(
        texts, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4), max_leaves=20
    )
)
def test_what_json_writes_is_read_as_it_was(value):
    outcome = parse(json.dumps(value, ensure_ascii=False).encode(), "a.json")

    assert outcome.problems == ()
    assert outcome.value.data == value


def test_half_a_character_is_refused():
    outcome = parse(b'a: "\\ud800"', "a.yaml")

    assert {p.code for p in outcome.problems} <= {"Y006", "Y013"}
    assert outcome.problems


@given(st.text("ab: -\n[]{},'\"#&*!|>", max_size=40))
def test_where_it_reads_it_reads_what_a_plain_loader_reads(text):
    outcome = parse(text.encode(), "a.yaml")
    if outcome.value is None or outcome.problems:
        return
    plain = yaml.load(text, Loader=yaml.BaseLoader)  # BaseLoader builds text only

    assert _empty_for_none(outcome.value.data) == _empty_for_none(plain)


def _empty_for_none(value):
    if isinstance(value, dict):
        return {k: _empty_for_none(v) for k, v in value.items()}
    if isinstance(value, list):
        return [_empty_for_none(v) for v in value]
    return value or ""


MOST = 1000


@pytest.mark.parametrize(
    "text", ["[" + "1," * 2 * MOST + "1]", "{" + ",".join(f"k{n}: 1" for n in range(MOST)) + "}", "- 1\n" * 2 * MOST]
)
def test_more_than_fits_is_refused_where_it_becomes_too_much(text, monkeypatch):
    """Within the limit of bytes: it is the number of pieces that costs time and memory."""
    monkeypatch.setattr(yaml_text, "MAX_NODES", MOST)
    outcome = parse(text.encode(), "a.yaml")

    assert outcome.value is None
    assert [p.code for p in outcome.problems] == ["Y014"]
    assert (outcome.problems[0].place.line, outcome.problems[0].place.column) < (MOST + 1, len(text) / 1.5)


def test_what_just_fits_is_read(monkeypatch):
    monkeypatch.setattr(yaml_text, "MAX_NODES", MOST)
    outcome = parse(("[" + ",".join(["1"] * (MOST - 1)) + "]").encode(), "a.yaml")

    assert len(outcome.value.data) == MOST - 1
