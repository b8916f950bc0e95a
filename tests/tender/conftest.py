"""Requests and specifications for the tests of the tender package."""

import pytest

from digisamen import api
from digisamen.tender.request import Tender
from digisamen.tender.specify import specification

HOSTILE = {
    "version": "-1.0",
    "client": {"name": '=HYPERLINK("https://example.org";"klik")'},
    "contract": {
        "name": '\t@SUM(1;2)\u202e"<b>|x|</b>\n# kop',
        "work": "nieuwbouw",
        "subsector": "woningbouw",
        "roles": ["hoofdaannemer"],
    },
}
"""What a client could fill in that a spreadsheet, a page or a table might take for something else."""


def request(number, **changes):
    """Returns a request for all four themes in residential building."""
    plain = {
        "schema": "digisamen/tender/v1",
        "edition": number,
        "id": "WB-7",
        "date": "2026-11-22",
        "client": {"name": "Gemeente Voorbeeld"},
        "contract": {
            "name": "Nieuwbouw Zonnehof",
            "work": "nieuwbouw",
            "subsector": "woningbouw",
            "roles": ["hoofdaannemer"],
        },
        "levels": {"standaarden": 2, "digiveiligheid": 2, "dsgo": 1, "digital-twins": 1},
        "uri_base": "https://example.org/eisen/",
    }
    return Tender.model_validate({**plain, **changes})


@pytest.fixture(scope="session")
def real_edition():
    return api.load_edition().value


@pytest.fixture
def asked(request_edition):
    """Returns a function that makes the specification of a request, on the small and on the real edition."""
    return lambda **changes: specification(request_edition, request(request_edition.number, **changes))


@pytest.fixture(params=["proef", "echt"])
def request_edition(request, edition, real_edition):
    return edition if request.param == "proef" else real_edition


@pytest.fixture
def hostile(asked):
    return asked(**HOSTILE)
