"""Reading the answer of a tenderer: JSON and workbooks, as made, as saved anew, and hostile."""

import io
import json
import shutil
import subprocess
import sys
import zipfile
from datetime import date, datetime

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from digisamen import api
from digisamen.model.problem import DigisamenError
from digisamen.tender import answer_xlsx
from digisamen.tender.answer_json import MAX_ANSWER, parse_json
from digisamen.tender.package.answer_xlsx import answer_workbook
from digisamen.tender.read_answer import read_answer
from digisamen.tender.tables import ANSWERS, MEMBERS, PROOFS, VERSION
from digisamen.text.texts import texts
from tests.conftest import NORM
from tests.tender.test_requests import HERE

VOL = HERE / "requests" / "vol.yaml"


@pytest.fixture(scope="module")
def spec():
    return api.load_tender(str(VOL), str(NORM)).value.spec


@pytest.fixture(scope="module")
def form(spec):
    """The answer form of the package, empty."""
    return answer_workbook(spec, texts("nl"), version="0.0.0")


def changed(form, change):
    """Return the form after `change`, as another program would save it."""
    book = openpyxl.load_workbook(io.BytesIO(form))
    change(book)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def put(book, sheet, row, **values):
    columns = {c.value: c.column for c in book[sheet][1]}
    for name, value in values.items():
        book[sheet].cell(row, columns[name.replace("_", " ")], value)


def fill(book):
    put(
        book,
        "Antwoord",
        2,
        antwoord="ja",
        bewijs_soort="toets",
        titel="Toets",
        waar="https://example.org/toets",
        wie="Ik",
    )
    put(book, "Antwoord", 2, datum=date(2026, 5, 12), beoordeeld_door="Keuringsbureau")
    put(book, "Antwoord", 3, antwoord="gelijkwaardig", toelichting="'=Op een andere manier")
    put(book, "Antwoord", 4, antwoord="nee, want", toelichting="Omdat.")
    put(book, "Antwoord", 5, antwoord="N.v.t.", toelichting="Geen plan nodig.", wie="Ik")
    put(book, "Bewijs", 2, code="STD-G-01", bewijs_soort="document", titel=2026, waar="map/a.pdf", datum="2026-03-01")
    put(
        book,
        "Bewijs",
        3,
        code="STD-G-02",
        bewijs_soort="foto",
        waar="b.jpg",
        datum=datetime(2026, 3, 2),  # noqa: DTZ001  # a workbook has no zones
        geldig_tot=46500,
    )
    book["Bewijs"].cell(3, 6).number_format = "General"
    put(book, "Combinatie", 2, naam="Bouw Twee", rol="group-mem", onderdeel="Dak")
    put(book, "Combinatie", 3, naam="Bouwbedrijf De Proef", rol="group-lead")


def read(raw, spec, name="antwoord.xlsx"):
    return read_answer(raw, name, spec.edition)


def codes(outcome):
    return [(p.code, p.place.file) for p in outcome.problems]


def test_a_filled_form_reads_as_its_json(form, spec):
    outcome = read(changed(form, fill), spec)

    assert outcome.problems == ()
    answer = outcome.value
    assert (answer.tenderer.name, answer.tenderer.role) == ("Bouwbedrijf De Proef", "group-lead")
    assert [(m.name, m.role, m.part) for m in answer.members] == [("Bouw Twee", "group-mem", "Dak")]
    assert (answer.specification.id, answer.specification.sha256) == ("PROEF-7", spec.digest)
    said = answer.answers
    assert {name: (a.answer, a.explanation) for name, a in said.items()} == {
        "STD-G-01": ("ja", None),
        "STD-W-01": ("gelijkwaardig", "=Op een andere manier"),
        "VEI-G-01": ("nee-want", "Omdat."),
        "VEI-G-02": ("nvt", "Geen plan nodig."),
        "STD-G-02": (None, None),
    }
    first, second = said["STD-G-01"].evidence
    assert (first.kind, first.url, first.date, first.reviewed_by) == (
        "toets",
        "https://example.org/toets",
        date(2026, 5, 12),
        "Keuringsbureau",
    )
    assert (second.title, second.file, second.date) == ("2026", "map/a.pdf", date(2026, 3, 1))
    (third,) = said["STD-G-02"].evidence
    assert (third.date, third.valid_until) == (date(2026, 3, 2), date(2027, 4, 23))
    data = json.dumps(answer.model_dump(mode="json", by_alias=True)).encode()
    assert read(data, spec, "antwoord.json").value == answer


OFFICE = shutil.which("soffice")


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
def test_a_form_that_libreoffice_saved_reads_the_same(form, spec, tmp_path):
    file = tmp_path / "antwoord.xlsx"
    file.write_bytes(changed(form, fill))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run(
        [OFFICE, profile, "--headless", "--convert-to", "xlsx", "--outdir", tmp_path / "anew", file],
        check=True,
        capture_output=True,
        timeout=180,
    )

    again = (tmp_path / "anew" / "antwoord.xlsx").read_bytes()
    assert again != file.read_bytes()
    assert read(again, spec) == read(file.read_bytes(), spec)


def test_an_empty_form_is_no_problem(form, spec):
    outcome = read(form, spec)

    assert (outcome.problems, outcome.value.answers, outcome.value.tenderer) == ((), {}, None)


def test_columns_may_move_and_may_be_added(form, spec):
    def move(book):
        fill(book)
        book["Antwoord"].insert_cols(1, 2)
        book["Antwoord"].insert_rows(1, 3)
        book["Combinatie"]["D1"] = "Grootte"
        book["Combinatie"]["D3"] = "ZZP"

    outcome = read(changed(form, move), spec)

    assert outcome.problems == ()
    assert outcome.value.answers == read(changed(form, fill), spec).value.answers
    assert outcome.value.tenderer.size == "zzp"


@pytest.mark.parametrize("formula", ["=1+1", '=HYPERLINK("https://example.org","ja")', "=#REF!", "=[1]Blad!A1"])
@pytest.mark.parametrize(
    ("sheet", "cell"), [("Antwoord", "C2"), ("Bewijs", "D2"), ("Combinatie", "A2"), ("Versie", "C5")]
)
def test_a_formula_is_a_problem_and_never_computed(sheet, cell, formula, form, spec):
    def change(book):
        book[sheet][cell] = formula
        book[sheet][cell].data_type = "f"

    outcome = read(changed(form, change), spec)

    assert outcome.value is None
    assert ("T030", f"antwoord.xlsx:{sheet}!{cell}") in codes(outcome)


def test_every_problem_names_its_cell(form, spec):
    def change(book):
        put(book, "Antwoord", 2, antwoord="deels")
        put(book, "Antwoord", 3, antwoord="ja", bewijs_soort="documnt", waar="../a", datum="22-11-2026")
        put(book, "Antwoord", 4, code="STD-G-01", antwoord="ja")
        put(book, "Antwoord", 5, code="", antwoord="ja")
        put(book, "Bewijs", 2, code="STD-G-01", bewijs_soort="document", titel="Zonder plaats", datum="2026-01-01")
        put(book, "Combinatie", 2, naam="Een", rol="baas")
        put(book, "Versie", 6, waarde=None)

    outcome = read(changed(form, change), spec)

    assert sorted(codes(outcome)) == [
        ("T024", "antwoord.xlsx:Antwoord!A4"),
        ("T025", "antwoord.xlsx:Antwoord!C5"),
        ("T028", "antwoord.xlsx:Antwoord!C2"),
        ("T028", "antwoord.xlsx:Combinatie!B2"),
        ("T031", "antwoord.xlsx:Antwoord!E3"),
        ("T032", "antwoord.xlsx:Antwoord!H3"),
        ("T033", "antwoord.xlsx:Antwoord!G3"),
        ("T033", "antwoord.xlsx:Bewijs!A2"),
    ]


@pytest.mark.parametrize("sheet", ["Antwoord", "Versie"])
def test_a_sheet_that_is_missing(sheet, form, spec):
    outcome = read(changed(form, lambda book: book.remove(book[sheet])), spec)

    assert [(p.code, p.values["wanted"], p.values["value"]) for p in outcome.problems] == [("T021", "sheet", sheet)]


def test_a_column_that_is_missing(form, spec):
    def change(book):
        book["Antwoord"]["C1"] = "reactie"

    assert [(p.code, p.values["wanted"]) for p in read(changed(form, change), spec).problems] == [("T021", "column")]


def zipped(form, **parts):
    """Return the form with parts added or replaced."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(form)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, parts.pop(name, old.read(name)))
        for name, content in parts.items():
            new.writestr(name, content)
    return made.getvalue()


BOMB = b"<worksheet><sheetData>" + b"<row/>" * 4_000_000 + b"</sheetData></worksheet>"


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        ({"xl/vbaProject.bin": b"macro"}, "U022"),
        ({"xl/styles.xml": b'<!DOCTYPE x [<!ENTITY y "z">]><x>&y;</x>'}, "U022"),
        ({"../weg.xml": b"<x/>"}, "U022"),
        ({"xl/worksheets/sheet3.xml": BOMB}, "U021"),
        ({"xl/workbook.xml": b"<kapot"}, "T021"),
        ({"xl/worksheets/sheet3.xml": b"\0\1\2"}, "U022"),
        ({"xl/worksheets/sheet3.xml": b"<kapot"}, "T021"),
    ],
)
def test_a_hostile_workbook(parts, code, form, spec):
    outcome = read(zipped(form, **parts), spec)

    assert (outcome.value, [p.code for p in outcome.problems][:1]) == (None, [code])


def test_more_than_fits_in_memory_is_refused_before_it_is_read(form, spec, monkeypatch):
    monkeypatch.setattr(answer_xlsx, "MAX_PARTS", 1000)

    assert [(p.code, p.values["wanted"]) for p in read(form, spec).problems] == [("T020", "unpacked")]


def test_links_to_elsewhere_are_not_followed(form, spec):
    link = b'<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>'
    raw = zipped(changed(form, fill), **{"xl/externalLinks/externalLink1.xml": link})

    assert read(raw, spec) == read(changed(form, fill), spec)


def test_a_far_cell_costs_nothing(form, spec):
    def change(book):
        fill(book)
        book["Bewijs"].cell(1_048_576, 16_384, "ver weg")

    assert read(changed(form, change), spec) == read(changed(form, fill), spec)


def test_what_is_no_workbook(spec, form):
    empty = io.BytesIO()
    with zipfile.ZipFile(empty, "w") as archive:
        archive.writestr("a.txt", "a")

    assert [p.code for p in read(empty.getvalue(), spec).problems] == ["T021"]
    assert [p.code for p in read(form[: len(form) // 2], spec).problems] == ["U020"]
    assert [p.code for p in read(b"PK\x03\x04" + b"x" * MAX_ANSWER, spec).problems] == ["T020"]


def test_without_the_extra(form, spec, monkeypatch):
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(DigisamenError) as raised:
        answer_xlsx.parse_xlsx(form, "antwoord.xlsx")

    assert raised.value.problem.code == "U023"


def test_the_columns_are_those_of_the_form():
    known = {*ANSWERS, *PROOFS, *MEMBERS, *VERSION}
    needed = {column for columns in answer_xlsx.SHEETS.values() for column in columns}
    assert {*answer_xlsx.PROOF.values(), *answer_xlsx.FIRM.values(), *needed} <= known


def test_too_much_json():
    assert [p.code for p in parse_json(b" " * (MAX_ANSWER + 1), "a.json").problems] == ["T020"]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=3).filter(str.isascii), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(JSON)
def test_reads_what_the_standard_library_reads(data):
    outcome = parse_json(json.dumps(data, indent=1, ensure_ascii=False).encode(), "a.json")

    if outcome.value is None:
        assert outcome.problems[0].code == "T023"
    else:
        assert outcome.value.data == data


@given(st.text(alphabet='{}[]:," \n\\uatrue0-1N', max_size=30))
def test_never_reads_what_the_standard_library_refuses(text):
    outcome = parse_json(text.encode(), "a.json")
    try:
        json.loads(text)
    except ValueError:
        assert outcome.value is None
    assert outcome.value is not None or outcome.problems
