"""What `changes.yaml` says, beside what happened: each missing or untrue line is found, and true ones are left alone.

How `criteria check` gives them has its examples in `tests/norm/check/rules`.
"""

import pytest

from digisamen.model.problem import Place
from digisamen.norm.compare.declared import declared
from digisamen.norm.compare.diff import diff
from digisamen.text.problems import problem_texts
from digisamen.text.texts import texts
from tests.norm.compare.make import OLD, both, criterion, edition, lapsed

WHY = {"why": both("Daarom.")}
LEVEL = ("criteria.STD-G-01.level", 2)
TEXT = ("criteria.STD-G-01.title", both("Titel"))
SPLIT = (*lapsed("STD-G-01", "STD-G-20", "STD-G-21"), criterion("STD-G-20"), criterion("STD-G-21"))
MERGED = (*lapsed("STD-G-01", "STD-G-20"), *lapsed("STD-G-02", "STD-G-20"), criterion("STD-G-20"))


def findings(changes, log=None):
    new = edition(*changes, log={name: {**WHY, **note} for name, note in (log or {}).items()})
    return declared(diff(OLD, new), OLD, new, lambda path, key=False: Place(".".join(map(str, path))))


def found(changes, log=None):
    problems = findings(changes, log)
    for problem in problems:
        for language in ("nl", "en"):
            assert all(problem_texts(problem, texts(language)))
    return [(p.code, p.place.file.removeprefix("changes."), p.values.get("id", "")) for p in problems]


@pytest.mark.parametrize(
    ("changes", "log"),
    [
        ([], {}),
        ([LEVEL], {"STD-G-01": {"kinds": ["niveau-omhoog"]}}),
        ([TEXT], {"STD-G-01": {"text": "redactie"}}),
        ([LEVEL, TEXT], {"STD-G-01": {"kinds": ["niveau-omhoog"], "text": "strenger"}}),
        (
            SPLIT,
            {
                "STD-G-01": {"kinds": ["gesplitst"], "into": ["STD-G-21", "STD-G-20"]},
                "STD-G-20": {"kinds": ["nieuw"]},
                "STD-G-21": {"kinds": ["nieuw"], "from": ["STD-G-01"]},
            },
        ),
        (
            MERGED,
            {
                "STD-G-01": {"kinds": ["vervallen"], "into": ["STD-G-20"]},
                "STD-G-02": {"kinds": ["vervallen"]},
                "STD-G-20": {"kinds": ["samengevoegd"], "from": ["STD-G-01", "STD-G-02"]},
            },
        ),
        ([("sources.bron.withdrawn", "ja")], {}),
    ],
)
def test_true_lines(changes, log):
    assert found(changes, log) == []


def test_dutch_without_english_is_no_line_to_write():
    assert found([("criteria.STD-G-01.title.nl", "Titel")], {"STD-G-01": {"text": "redactie"}}) == []


def test_c045_another_edition_before_it():
    """Its lines are not looked at: they are about another difference."""
    assert found([LEVEL, ("changes.previous", "2018.1")]) == [("C045", "previous", "")]


def test_c045_no_edition_before_it():
    assert found([LEVEL, ("changes.previous", None)]) == [("C045", "previous", ""), ("C046", "changes", "STD-G-01")]


@pytest.mark.parametrize(("changes", "wanted"), [([LEVEL], ""), ([TEXT], "text"), ([LEVEL, TEXT], "both")])
def test_c046_a_missing_line(changes, wanted):
    assert found(changes) == [("C046", "changes", "STD-G-01")]
    assert findings(changes)[0].values["wanted"] == wanted


def test_c047_a_missing_kind():
    log = {"STD-G-01": {"kinds": ["niveau-omhoog"]}}

    assert found([LEVEL, ("criteria.STD-G-01.effort", 3)], log) == [("C047", "changes.STD-G-01.kinds", "STD-G-01")]


def test_c048_an_untrue_kind():
    log = {"STD-G-01": {"kinds": ["niveau-omlaag", "niveau-omhoog"]}}

    assert found([LEVEL], log) == [("C048", "changes.STD-G-01.kinds.0", "STD-G-01")]


def test_c048_an_untrue_kind_beside_a_text():
    log = {"STD-G-01": {"kinds": ["bewijs"], "text": "redactie"}}

    assert found([TEXT], log) == [("C048", "changes.STD-G-01.kinds.0", "STD-G-01")]


def test_c049_a_text_without_a_class():
    assert found([LEVEL, TEXT], {"STD-G-01": {"kinds": ["niveau-omhoog"]}}) == [
        ("C049", "changes.STD-G-01", "STD-G-01")
    ]


@pytest.mark.parametrize(
    ("change", "kind"), [(LEVEL, "niveau-omhoog"), (("criteria.STD-G-01.title.en", "T"), "vertaling")]
)
def test_c050_a_class_without_a_text(change, kind):
    log = {"STD-G-01": {"kinds": [kind], "text": "redactie"}}

    assert found([change], log) == [("C050", "changes.STD-G-01.text", "STD-G-01")]


@pytest.mark.parametrize(
    ("note", "wanted"),
    [({}, "missing"), ({"into": ["STD-G-20"]}, ""), ({"into": ["STD-G-20", "STD-G-99"]}, "unknown")],
)
def test_c051_into_what_it_was_split(note, wanted):
    log = {
        "STD-G-01": {"kinds": ["gesplitst"], **note},
        "STD-G-20": {"kinds": ["nieuw"]},
        "STD-G-21": {"kinds": ["nieuw"]},
    }

    assert found(SPLIT, log) == [("C051", "changes.STD-G-01.into", "STD-G-01")]
    assert findings(SPLIT, log)[0].values["wanted"] == wanted


@pytest.mark.parametrize("came", [[], ["STD-G-01"], ["STD-G-01", "STD-G-05"]])
def test_c051_from_what_it_was_merged(came):
    log = {
        "STD-G-01": {"kinds": ["vervallen"]},
        "STD-G-02": {"kinds": ["vervallen"]},
        "STD-G-20": {"kinds": ["samengevoegd"], "from": came},
    }

    assert found(MERGED, log) == [("C051", "changes.STD-G-20.from", "STD-G-20")]


def test_c051_a_successor_that_nothing_names():
    log = {"STD-G-01": {"kinds": ["niveau-omhoog"], "into": ["STD-G-02"]}}

    assert found([LEVEL], log) == [("C051", "changes.STD-G-01.into", "STD-G-01")]


@pytest.mark.parametrize(("name", "wanted"), [("STD-G-01", ""), ("STD-G-77", "unknown")])
def test_c052_a_line_about_nothing(name, wanted):
    assert found([], {name: {"kinds": ["bewijs"]}}) == [("C052", f"changes.{name}", name)]
    assert findings([], {name: {"kinds": ["bewijs"]}})[0].values["wanted"] == wanted


def test_all_at_once_in_the_order_of_the_ids():
    log = {"STD-G-02": {"kinds": ["bewijs"]}, "DSG-G-01": {"kinds": ["bewijs"], "text": "soepeler"}}

    assert [x[0] for x in found([LEVEL, ("criteria.DSG-G-01.effort", 4)], log)] == [
        "C047",
        "C048",
        "C050",
        "C046",
        "C052",
    ]
