"""Whatever the file looks like: the data is as planned, no answer and no comment is lost, and nothing else changes."""

import pytest
import yaml
from hypothesis import given, note, settings

from digisamen import api
from digisamen.migrate.edit import archive_conflict, edited
from digisamen.migrate.expected import migrated, same
from digisamen.migrate.migration import GONE, MigrationStep
from digisamen.migrate.plan import carried, plan
from digisamen.migrate.remarks import remarks
from digisamen.norm.compare.compared import Compared
from digisamen.norm.compare.diff import diff
from digisamen.read.assessment import read_assessment
from digisamen.score.scope import counts
from digisamen.source.yaml_edit import end_of, key_span
from digisamen.source.yaml_text import _read, parse
from digisamen.text.texts import texts
from tests.migrate.editions import NEW, NEXT, OLD, tell
from tests.migrate.writing import files


class Pair(tuple):
    """The editions, with a name that is short enough for the report of a failure."""

    __slots__ = ()

    def __repr__(self):
        return "pair"


@pytest.fixture(scope="module")
def pair(tmp_path_factory):
    folder = str(tell(tmp_path_factory.mktemp("criteria"), OLD, NEW, NEXT))
    return Pair(api.load_edition(number, folder).value for number in (OLD, NEW, NEXT))


def step(document, old, new):
    read = read_assessment(document, old, [])
    assert not read.failed, read.problems
    who = read.value.organisation
    found = diff(old, new)
    made = plan(read.value, old, new, found, counts(who, old), counts(who, new))
    return read.value, MigrationStep(Compared(old, new, found, checked=True), made)


@settings(max_examples=200)
@given(files())
def test_a_random_file(pair, file):
    raw, comments, data = file
    document = parse(raw, "org.yaml").value
    assert same(document.data, data), "the writer of this test is wrong"
    note(document.text)
    assessment, made = step(document, *pair[:2])

    found = archive_conflict(document, made.plan)
    if found:  # an archive within brackets, which we never write
        assert found[0] == "M002"
        assert "archive" in data
        return

    text = edited(document, made.plan, remarks(made, "klein", texts("nl")))
    note(text)
    after = parse(text.encode(), "org.yaml")

    expected = migrated(document.data, made.plan)
    assert not after.problems
    assert same(after.value.data, expected)
    if "\t" not in text:  # the parser in Python takes no tab between values, so such a file was never read with it
        assert same(_read("org.yaml", text, yaml.Loader).value.data, expected)
    again = read_assessment(after.value, pair[1], [])
    assert not again.failed, again.problems
    assert again.value.answers == carried(assessment, made.plan).answers
    every_answer_is_there(document.data, after.value.data, made.plan)
    lost = [n for n in range(1, comments + 1) if f"# c{n}. " not in text]
    assert not lost, lost
    for move in made.plan.of("blijft"):
        if not move.archived:
            assert_same_entry(document, after.value, move.id)
    _, further = step(after.value, *pair[1:])
    last = parse(edited(after.value, further.plan, remarks(further, "klein", texts("nl"))).encode(), "org.yaml")
    assert same(last.value.data, migrated(after.value.data, further.plan))
    ends = {"\r\n"} if "\r\n" in document.text else set()
    assert not ends or "\n" not in text.replace("\r\n", "")


def every_answer_is_there(before, after, made):
    answers, archive = after.get("answers") or {}, ((after.get("archive") or {}).get(OLD) or {}).get("answers") or {}
    leaving = {m.id for m in made.moves if m.archived or m.fate in GONE}
    for name, said in (before.get("answers") or {}).items():
        assert same({"x": (archive if name in leaving else answers)[name]}, {"x": said}), name


def assert_same_entry(before, after, name):
    path = ("answers", name)
    one, other = (d.text[key_span(d, path)[0] : end_of(d, path)] for d in (before, after))
    assert one == other
