"""The criteria that we ship: what is frozen never changes, and has its notes."""

from pathlib import Path

import pytest

from digisamen import api
from digisamen.model.criteria import EditionRecord

CRITERIA = Path(__file__).parents[3] / "criteria"
REGISTER = api.editions().value
FROZEN = sorted(number for number, record in REGISTER.items() if record.frozen == "ja")


def test_every_frozen_edition_is_what_it_was_when_it_was_frozen():
    """Read from the YAML: a change in any file of a frozen edition fails here, and so does a missing digest."""
    digests = {number: api.diff(number, number, str(CRITERIA)).value.new.digest for number in FROZEN}

    assert digests == {number: REGISTER[number].sha256 for number in FROZEN}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_frozen_edition_has_notes_that_name_its_digest(language):
    """Not compared word for word: a better sentence in the tool leaves old notes as they are."""
    without = [
        number
        for number in FROZEN
        if REGISTER[number].sha256
        not in (CRITERIA / "releases" / f"{number}.{language}.md").read_text(encoding="utf-8")
    ]

    assert without == []


def test_every_frozen_edition_has_a_day():
    assert [number for number in FROZEN if REGISTER[number].frozen_on is None] == []


def test_there_are_no_notes_of_what_is_not_frozen():
    notes = {f.name for f in CRITERIA.glob("releases/*")}

    assert notes == {f"{number}.{language}.md" for number in FROZEN for language in ("nl", "en")}


@pytest.mark.parametrize("number", sorted(REGISTER))
def test_every_edition_can_be_rehearsed(number):
    made = api.release(number, EditionRecord(status="concept", frozen_on="2026-12-01").frozen_on, str(CRITERIA)).value

    assert made.edition.number == number
    assert made.refused == bool(made.refusals)
