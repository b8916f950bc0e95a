"""Edits by position: where things stand in a YAML text, and what is left when they are taken out or put in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digisamen.source.yaml_edit import (
    Lines,
    Splice,
    as_flow,
    broken,
    end_of,
    key_span,
    newline,
    shifted,
    spliced,
    value_span,
)
from digisamen.source.yaml_entry import Entry
from digisamen.source.yaml_parts import CannotEditError, edits, emptied, entry_source
from digisamen.source.yaml_text import parse

pytestmark = pytest.mark.usefixtures("both_parsers")


def document(text):
    outcome = parse(text.encode(), "x.yaml")
    assert not outcome.problems
    return outcome.value


def after(text, removed=None, added=None, comments=None):
    made = document(text)
    result = spliced(text, edits(made, removed or {}, added or {}, comments or {}))
    document(result)
    return result


def test_splices_at_one_spot_come_in_their_order():
    assert spliced("abc", [Splice(1, 1, "1"), Splice(1, 2, ""), Splice(1, 1, "2")]) == "a12c"


@pytest.mark.parametrize("wrong", [[Splice(0, 2, ""), Splice(1, 3, "")], [Splice(2, 1, "")], [Splice(0, 9, "")]])
def test_splices_that_overlap_or_lie_outside_are_a_bug(wrong):
    with pytest.raises(ValueError, match="Splice"):
        spliced("abc", wrong)


@given(st.text("abc", max_size=20), st.data())
def test_outside_the_splices_nothing_changes(text, data):
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=6)))
    pairs = list(zip(cuts[::2], cuts[1::2], strict=False))
    kept = "".join(c for at, c in enumerate(text) if not any(a <= at < b for a, b in pairs))

    assert spliced(text, [Splice(a, b, "-") for a, b in pairs]).replace("-", "") == kept


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x85", "\u2028"])
def test_spans_count_lines_as_yaml_does(end):
    text = f"# é 😀{end}een: ja{end}twee: 'nee'{end}"
    made = document(text)

    assert text[slice(*key_span(made, ("twee",)))] == "twee"
    assert text[slice(*value_span(made, ("twee",)))] == "'nee'"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a:\n  b: 1\n\n# ver\nc: 2\n", "b: 1"),
        ("a: |\n  twee\n  regels\n\nc: 2\n", "|\n  twee\n  regels"),
        ("a:\n- 1\n- x: 2 # hier\n# daar\nc: 2\n", "- 1\n- x: 2"),
        ("a: {b: 1, # c\n  d: 2}\nc: 2\n", "{b: 1, # c\n  d: 2}"),
        ("a:\nc: 2\n", ""),
        ("a: [x,\n  y] # z", "[x,\n  y]"),
    ],
)
def test_where_a_value_really_ends(text, value):
    made = document(text)
    start = value_span(made, ("a",))[0]

    assert text[start : end_of(made, ("a",))] == value


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("m:\n  a: 1\n  # over b\n  b: 2 # b\n  c: 3\n", "m:\n  a: 1\n  c: 3\n"),
        ("m:\n  a: 1\n\n  b: 2\n\n  c: 3\n", "m:\n  a: 1\n\n  c: 3\n"),  # no heap of empty lines
        ("m:\n  # -------- Deel --------\n  b: 2\n  c: 3\n", "m:\n  # -------- Deel --------\n  c: 3\n"),
        ("m:\n  # over het geheel\n\n  b: 2\n  c: 3\n", "m:\n  # over het geheel\n\n  c: 3\n"),
        ("m:\n# vooraan\n  b: 2\n    # van b\n  c: 3\n", "m:\n# vooraan\n  c: 3\n"),
        ("m:\n  ? b\n  : x: 1\n  c: 3\n", "m:\n  c: 3\n"),
        ("m:\n  a: 1\n  b: |\n    # tekst\n    meer\n  c: 3\n", "m:\n  a: 1\n  c: 3\n"),
        ("m: {a: 1, b: 2, c: 3}\n", "m: {a: 1, c: 3}\n"),
        ("m: {a: 1, b: 2}\n", "m: {a: 1}\n"),
        ("m: {b: 2}\n", "m: {}\n"),
        ("m: {a: 1, b: 2,}\n", "m: {a: 1,}\n"),
        ("m: {\n  a: 1, # a\n  # over b\n  b: 2 # b\n}\n", "m: {\n  a: 1 # a\n}\n"),
        ("m: {a: 1\n  ,b: [x, y]\n  ,c: 3}\n", "m: {a: 1\n  ,c: 3}\n"),
        ('{"m": {"b":2,"c":3}}', '{"m": {"c":3}}'),
    ],
)
def test_taking_an_entry_out(text, left):
    assert after(text, {("m",): {"b"}}) == left


def test_taking_an_item_out_of_a_list():
    text = "m:\n- a: 1\n  b: 2\n# over c\n- c: 3 # c\n-\n  d: 4\n"

    assert after(text, {("m",): {1}}) == "m:\n- a: 1\n  b: 2\n-\n  d: 4\n"
    assert after(text, {("m",): {2}}) == "m:\n- a: 1\n  b: 2\n# over c\n- c: 3 # c\n"
    assert after("m: [1, 2, 3]\n", {("m",): {0, 2}}) == "m: [2]\n"


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("m:\n    a: 1\n    # a: 2\n# einde\n", "m:\n    a: 1\n    # a: 2\n    n: 9\n# einde\n"),
        ("m:\n  a: 1", "m:\n  a: 1\n  n: 9"),
        ("m: # leeg\nx: 1\n", "m: # leeg\n  n: 9\nx: 1\n"),
        ("m: {}\nx: 1\n", "m:\n  n: 9\nx: 1\n"),
        ("m: null # zo\n", "m: # zo\n  n: 9\n"),
        ("m: { # nog niets\n  }\n", 'm: { # nog niets\n  "n": "9"\n  }\n'),
        ("x: 1\n...\n", "x: 1\n\nm:\n  n: 9\n...\n"),
        ("x: 1\r\n# einde\r\n", "x: 1\r\n# einde\r\n\r\nm:\r\n  n: 9\r\n"),
        ("{m: {a: 1}}\n", '{m: {a: 1, "n": "9"}}\n'),
        ("{x: 1, m: ~}\n", '{x: 1, m: {"n": "9"}}\n'),
        ("{x: 1}", '{x: 1, "m": {"n": "9"}}'),
        ("{x: 1,\n}", '{x: 1,\n  "m": {"n": "9"}\n}'),
    ],
)
def test_putting_an_entry_in(text, made):
    assert after(text, added={("m",): [Entry("n", "9")]}) == made.replace("n: 9", 'n: "9"')


def test_what_does_not_stand_on_its_own_line_is_refused():
    with pytest.raises(CannotEditError):
        after("? k\n: a: 1\n  b: 2\n", {("k",): {"a"}})
    with pytest.raises(CannotEditError):
        after("m:\n- - a\n  - b\n", {("m", 0): {0}})


def test_an_entry_as_it_stands_with_its_comments():
    text = "m:\n  # over a\n  a:\n    b: 1   # b\n    # van a\n  c: 2\n"
    (source, column), comments = entry_source(document(text), ("m", "a"))

    assert (source, column, comments) == ("  a:\n    b: 1   # b\n    # van a\n", 2, ("# over a",))
    assert Entry("a", source=(source, column)).lines(6, "\n") == "      a:\n        b: 1   # b\n        # van a\n"


def test_within_brackets_lines_never_stand_too_far_to_the_left():
    text = "m: {\n      a: [1,\n2], b: 2}\n"
    (source, column), _ = entry_source(document(text), ("m", "a"))

    assert (source, column) == ("a: [1,\n  2]", 0)


def test_emptying_keeps_a_comment_before_the_value():
    text = "m: # waarom\n  ja # x\nn: 1\n"

    assert spliced(text, emptied(document(text), ("m",))) == "m: # waarom\n   # x\nn: 1\n"
    assert spliced("m: ja # x\n", emptied(document("m: ja # x\n"), ("m",))) == "m: # x\n"


def test_lines():
    lines = Lines(document("# ==== kop ====\na: 1  # c\n\n"))

    assert (lines.header(0), lines.comment(0), lines.comment(1), lines.blank(2)) == (True, 0, None, True)
    assert (lines.number(16), lines.column(17), lines.opens(16), lines.closes(20)) == (1, 1, True, True)


@given(st.text(max_size=30))
def test_breaking_loses_nothing(text):
    assert "".join(broken(text)) == text


def test_small_things():
    assert (newline("a\r\nb\n"), newline("a")) == ("\r\n", "\n")
    assert (shifted("  a\n", 2), shifted("  a\n", -4), shifted("  \n", 2)) == ("    a\n", "a\n", "  \n")
    odd = ["a\u2028b\x85\x7f", None]
    assert document(f"x: {as_flow(odd)}\n").data == {"x": odd}
