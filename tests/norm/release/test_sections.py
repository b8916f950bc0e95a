"""Where a change is told in the notes, what an erratum may hold, and how long a transition takes."""

import pytest
from hypothesis import assume, given, settings

from digisamen.model.criteria import same_year
from digisamen.norm.compare.diff import diff
from digisamen.norm.release.plan import SECTIONS, Transition
from digisamen.norm.release.sections import not_in_erratum, section_of, sections
from digisamen.norm.release.transition import transition
from tests.norm.compare.make import OLD, both, criterion, edition, lapsed
from tests.norm.compare.plant import RICH, plain, planted


def told(*changes, log=None):
    return [(c.id, section_of(c)) for c in diff(OLD, edition(*changes, log=log))]


@pytest.mark.parametrize(
    ("change", "section"),
    [
        (criterion("STD-G-20"), "nieuw"),
        (criterion("STD-G-20", state="aankomend"), "aangekondigd"),
        (("criteria.STD-G-01.level", 2), "verplaatst"),
        (("criteria.STD-G-01.evidence.max_age_months", 6), "strenger"),
        (("criteria.STD-G-01.obligation", "should"), "soepeler"),
        (("criteria.STD-G-01.answer.nvt", "nooit"), "strenger"),
        (("criteria.STD-G-01.why", both("Anders.")), "tekst"),
        (("criteria.STD-G-01.why.en", "Other."), "tekst"),
        (("criteria.STD-G-01.effort", 3), "lijsten"),
        (("sources.bron.withdrawn", "ja"), "lijsten"),
        (("edition.title.en", "Other"), "lijsten"),
    ],
)
def test_the_part_of_a_change(change, section):
    assert {x[1] for x in told(change)} == {section}


def test_what_lapsed_split_or_merged():
    changes = (*lapsed("STD-G-01", "STD-G-02"), *lapsed("STD-G-03", "STD-G-20", "STD-G-21"))

    assert [x[1] for x in told(*changes, criterion("STD-G-20"), criterion("STD-G-21"))] == [
        "vervallen",
        "vervallen",
        "vervallen",
        "nieuw",
        "nieuw",
    ]


@settings(max_examples=200)
@given(made=planted())
def test_every_change_is_told_once(made):
    _, new = made
    assume(new is not None)
    changes = diff(RICH, new)
    parts = sections(changes)

    assert tuple(parts) == SECTIONS
    assert sorted(map(repr, changes)) == sorted(repr(c) for part in parts.values() for c in part)


INFORMATION = {"url", "owner", "verified"}


def bare(content):
    """Returns what scores: content without texts, and without what an erratum may mend in a source."""
    data = plain(content, texts=False)
    for source in data["sources"].values():
        for field in INFORMATION:
            source.pop(field, None)
    return data


@settings(max_examples=500)
@given(made=planted())
def test_an_erratum_is_what_has_the_same_data_without_its_texts(made):
    """The rule about changes, beside the same rule about the content itself."""
    path, new = made
    assume(new is not None)
    outside = not_in_erratum(diff(RICH, new))
    texts_only = bare(RICH.content) == bare(new.content)

    assert (not outside) == texts_only, path


def test_the_same_year_is_an_erratum():
    assert same_year("2026.2", "2026.1")
    assert not same_year("2027.1", "2026.1")
    assert not same_year("2027.2", "2026.9")


def test_how_long_a_transition_takes():
    levels = {"0": {"name": both("a"), "meaning": both("b")}, "1": {"name": both("a"), "meaning": both("b")}}

    assert transition(OLD, edition()) == Transition(12, 36)
    assert transition(OLD, edition(("edition.levels", levels))) == Transition(36, 36)
    said = edition(("edition.tender.overlap_months", 6), ("edition.tender.valid_months", 24))
    assert transition(OLD, said) == Transition(6, 24)
