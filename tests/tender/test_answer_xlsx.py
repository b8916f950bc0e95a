import io
import os
import subprocess
import sys
import zipfile
from datetime import date, datetime

import pytest

from digisamen.model.assessment import Evidence
from digisamen.model.problem import DigisamenError
from digisamen.tender.package.answer_xlsx import answer_workbook
from digisamen.tender.tables import ANSWERS, MEMBERS, PROOFS, REQUIREMENTS, ROLE_CODES, VERSION, Filled
from digisamen.text.texts import texts

openpyxl = pytest.importorskip("openpyxl")

SHEETS = {"Eisen": REQUIREMENTS, "Antwoord": ANSWERS, "Bewijs": PROOFS, "Combinatie": MEMBERS, "Versie": VERSION}


def book_of(spec, *answers, language="nl"):
    return openpyxl.load_workbook(io.BytesIO(answer_workbook(spec, texts(language), answers, version="1.2.3")))


def lists(sheet, cell):
    """Returns the words that a cell lets one choose from, and the rule."""
    for rule in sheet.data_validations.dataValidation:
        if rule.type == "list" and cell in rule.sqref:
            words = sheet.parent["Lijsten"][rule.formula1.split("!")[1].replace("$", "")]
            return [word.value for (word,) in words], rule
    return None, None


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_sheets_and_their_columns(language, asked):
    book = book_of(asked(), language=language)

    assert book.sheetnames == ["Leeswijzer", *SHEETS, "Lijsten"]
    for name, columns in SHEETS.items():
        assert [cell.value for cell in book[name][1]] == list(columns)
        assert list(book[name].tables) == [name]
        assert book[name].freeze_panes.endswith("2")
    assert book["Lijsten"].sheet_state == "hidden"


def test_a_row_for_each_requirement(asked):
    spec = asked()
    sheet = book_of(spec)["Antwoord"]

    assert [row[0].value for row in sheet.iter_rows(min_row=2)] == [r.criterion.id for r in spec.requirements]
    assert [row[1].value for row in sheet.iter_rows(min_row=2)] == [
        r.criterion.requirement.nl for r in spec.requirements
    ]


def test_deviating_is_offered_only_where_it_is_allowed(asked):
    codes = [r.criterion.id for r in asked().requirements]
    sheet = book_of(asked(may_deviate=[codes[1]]))["Antwoord"]

    assert lists(sheet, "C2")[0] == ["ja", "gelijkwaardig", "nvt"]
    assert lists(sheet, "C3")[0] == ["ja", "gelijkwaardig", "nee, want", "nvt"]


def test_the_kinds_of_evidence_are_those_of_the_requirement(asked):
    spec = asked()
    sheet = book_of(spec)["Antwoord"]

    for number, r in enumerate(spec.requirements, start=2):
        words, rule = lists(sheet, f"E{number}")
        assert set(words) == r.criterion.evidence.accepted
        assert rule.errorStyle == "warning"
    roles, _ = lists(sheet.parent["Combinatie"], "B2")
    assert roles == list(ROLE_CODES)


def test_only_texts_of_requirements_are_locked(asked):
    book = book_of(asked())

    assert {name for name in book.sheetnames if book[name].protection.sheet} == {"Eisen", "Antwoord", "Versie"}
    assert {name for name in book.sheetnames if book[name].protection.password} == set()
    row = book["Antwoord"][2]
    assert [cell.protection.locked for cell in row] == [True, True] + [False] * 9


def test_the_version_that_is_answered(asked):
    spec = asked()
    values = {row[0].value: row[2].value for row in book_of(spec)["Versie"].iter_rows(min_row=2)}

    assert values == {
        "schema": "digisamen/answer/v1",
        "specification.id": "WB-7",
        "specification.version": "1.0",
        "specification.sha256": spec.digest,
        "edition": spec.edition.number,
        "edition.sha256": spec.edition.digest,
        "tool": "digisamen 1.2.3",
    }


def plain(value):
    return value.date() if isinstance(value, datetime) else value


def test_answers_are_filled_in(asked):
    spec = asked()
    code = spec.requirements[0].criterion.id
    kind = min(spec.requirements[0].criterion.evidence.accepted)
    proof = Evidence.model_validate({"kind": kind, "title": "Plan", "file": "plan.pdf", "date": "2026-10-01"})
    more = Evidence.model_validate(
        {"kind": kind, "url": "https://example.org/x", "date": "2026-10-02", "valid_until": "2027-10-02"}
    )
    book = book_of(spec, Filled(code, "nee-want", "=1+1 is twee", (proof, more), "Ida"))
    first = [plain(cell.value) for cell in book["Antwoord"][2]][2:]
    second = [plain(cell.value) for cell in book["Bewijs"][2]]

    assert first == ["nee, want", "'=1+1 is twee", kind, "Plan", "plan.pdf", date(2026, 10, 1), None, None, "Ida"]
    assert second == [
        code,
        kind,
        None,
        "https://example.org/x",
        date(2026, 10, 2),
        date(2027, 10, 2),
        None,
        "Ida",
    ]
    assert book["Bewijs"]["A3"].value is None


def cells(book):
    return [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]


def test_no_cell_is_a_formula(hostile):
    code = hostile.requirements[0].criterion.id
    given = Filled(code, "=cmd|' /C calc'!A0", "\x00+1\ud800" + "x" * 40_000, (), "-2")
    book = book_of(hostile, given)

    for cell in cells(book):
        assert cell.data_type in {"s", "n", "d"}, cell.coordinate
        assert not str(cell.value).startswith(("=", "+", "-", "@"))
    assert book["Versie"]["C4"].value == "'-1.0"


def test_no_macros_links_or_formulas_inside(asked):
    with zipfile.ZipFile(io.BytesIO(answer_workbook(asked(), texts("nl")))) as archive:
        names = archive.namelist()
        whole = b"".join(archive.read(name) for name in names if "sheet" in name)

    assert not [n for n in names if "vba" in n or "external" in n or "activeX" in n]
    assert b"<f>" not in whole
    assert b"hyperlink" not in whole


def test_the_same_bytes_each_time(asked):
    one, two = answer_workbook(asked(), texts("nl")), answer_workbook(asked(), texts("nl"))

    assert one == two
    assert one != answer_workbook(asked(date="2026-11-23"), texts("nl"))


def test_the_same_bytes_with_and_without_lxml():
    program = """
import hashlib
from digisamen import api
from digisamen.tender.specification import Wanted
from digisamen.tender.package.answer_xlsx import answer_workbook
from digisamen.tender.specify import specify
from digisamen.text.texts import texts
spec = specify(api.load_edition().value, Wanted("woningbouw", ("hoofdaannemer",), {"dsgo": 1}))
print(hashlib.sha256(answer_workbook(spec, texts("nl"))).hexdigest())
"""
    made = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "OPENPYXL_LXML": lxml},
            check=True,
            capture_output=True,
        ).stdout
        for lxml in ("True", "False")
    }

    assert len(made) == 1


@pytest.mark.parametrize(("day", "made"), [("2026-11-22", date(2026, 11, 22)), (None, date(2000, 1, 1))])
def test_the_day_is_that_of_the_request(day, made, asked):
    properties = book_of(asked(date=day)).properties

    assert (properties.created.date(), properties.modified.date()) == (made, made)
    assert properties.language == "nl-NL"
    assert properties.creator != "openpyxl"


def test_without_requirements_the_tables_are_still_sound(asked):
    book = book_of(asked(levels={"dsgo": 0}))

    assert book["Antwoord"].tables["Antwoord"].ref == "A1:K2"


def test_days_are_days(asked):
    sheet = book_of(asked())["Antwoord"]
    assert sheet["H2"].number_format == "yyyy-mm-dd"
    rules = [r for r in sheet.data_validations.dataValidation if r.type == "date"]

    assert [any(column + "2" in rule.sqref for rule in rules) for column in "GHIJ"] == [False, True, True, False]


def test_without_the_extra_it_says_how_to_get_it(asked, monkeypatch):
    spec = asked()
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    monkeypatch.delitem(sys.modules, "digisamen.tender.package.workbook", raising=False)

    with pytest.raises(DigisamenError) as error:
        answer_workbook(spec, texts("nl"))

    assert error.value.problem.code == "U023"
    assert error.value.problem.values["extra"] == "xlsx"
