import csv
import io
from pathlib import Path

import pytest

from digisamen.model.problem import DigisamenError
from digisamen.tender.package.guard import fitted, harmless
from digisamen.tender.package.tables import csv_table, document_rows, requirement_rows, subject_rows
from digisamen.tender.specify import specify
from digisamen.tender.tables import DOCUMENTS, LINE, LONG, NOTE, REQUIREMENTS, SUBJECTS, TITLE
from digisamen.text.texts import texts
from tests.tender.read_tables import read_table

PUBLISHED = Path(__file__).parent / "contractspecificaties"
TABLES = {
    "Eisentabel": (REQUIREMENTS, requirement_rows),
    "Onderwerpentabel": (SUBJECTS, subject_rows),
    "Documententabel": (DOCUMENTS, document_rows),
}
each = pytest.mark.parametrize("table", TABLES)


def whole(rows, columns):
    return [{column: row.get(column, "") for column in columns} for row in rows]


@each
def test_the_columns_are_those_of_the_template(table, asked):
    columns, rows = TABLES[table]
    template = (PUBLISHED / "templates" / f"{table}.csv").read_text(encoding="utf-8-sig").strip().split(",")

    assert list(columns) == template
    assert csv_table(columns, rows(asked(), texts("nl"))).splitlines()[0].decode() == ";".join(template)


@each
@pytest.mark.parametrize("language", ["nl", "en"])
def test_written_and_read_back_it_is_the_same(table, language, asked):
    columns, make = TABLES[table]
    rows = make(asked(), texts(language))

    raw = csv_table(columns, rows)

    assert read_table(raw, columns, "x.csv") == whole(rows, columns)
    assert len(list(csv.reader(io.StringIO(raw.decode(), newline=""), delimiter=";"))) == len(rows) + 1
    assert rows


@each
def test_hostile_text_comes_back_as_it_was_written(table, hostile):
    columns, make = TABLES[table]
    rows = make(hostile, texts("nl"))

    assert read_table(csv_table(columns, rows), columns, "x.csv") == whole(rows, columns)
    for row in rows:
        for value in row.values():
            assert not value.lstrip().startswith(("=", "+", "-", "@"))
            assert not set("\t\n\r\u202e") & set(value)


def test_it_is_utf_8_without_a_mark_and_its_lines_end_as_rfc_4180_says(asked):
    raw = csv_table(REQUIREMENTS, requirement_rows(asked(), texts("nl")))

    assert not raw.startswith(b"\xef\xbb\xbf")
    assert raw.count(b"\n") == raw.count(b"\r\n")
    assert csv_table(("a", "b"), [{"a": 'zeg "ja"; of nee', "b": "x"}]) == b'a;b\r\n"zeg ""ja""; of nee";x\r\n'


@each
def test_every_cell_fits(table, asked):
    columns, make = TABLES[table]
    long_name = "lang " * 39 + "naam"
    contract = {"name": long_name, "work": "nieuwbouw", "subsector": "woningbouw", "roles": ["hoofdaannemer"]}

    for row in make(asked(client={"name": long_name}, contract=contract), texts("nl")):
        for column in columns:
            assert len(row.get(column, "")) <= (TITLE if column == "eisTitel" else NOTE if column in LONG else LINE)


def test_a_requirement_has_an_address_of_its_own(asked):
    spec = asked()
    rows = requirement_rows(spec, texts("nl"))
    bare = asked(uri_base=None)
    first = rows[0]

    assert first["eisURI"] == f"https://example.org/eisen/WB-7/{first['eisCode']}"
    assert first["eisBron"] == f"{spec.edition.text.uri_base}{first['eisCode']}"
    assert requirement_rows(bare, texts("nl"))[0]["eisURI"] == f"urn:digisamen:{bare.digest[:12]}:{first['eisCode']}"
    addresses = [r["eisURI"] for r in rows] + [r["verificatievoorschriftURI"] for r in rows]
    assert len(set(addresses)) == 2 * len(rows)


def test_what_a_row_points_to_stands_in_the_other_tables(asked):
    spec, t = asked(uri_base=None), texts("nl")
    rows = requirement_rows(spec, t)
    subjects = [r["onderwerpURI"] for r in subject_rows(spec, t)]
    documents = [r["documentURI"] for r in document_rows(spec, t)]

    assert len(set(subjects)) == len(subjects)
    assert len(set(documents)) == len(documents)
    assert {r["verificatieHeeftOnderwerp"] for r in rows} <= set(subjects)
    assert {r["eisReferentiedocument"] for r in rows} <= set(documents)
    assert {r.get("onderwerpIsDeelVan", "") for r in subject_rows(spec, t)} <= {*subjects, ""}


def test_the_words_of_the_lists(asked):
    row = requirement_rows(asked(), texts("en"))[0]

    assert row["eisStatus"] == "Concept"
    assert row["eisStatusOnderbouwing"]
    assert row["eisType"] == "Proceseis"
    assert row["verificatieMethode"].startswith("csw:")
    assert row["verificatieFase"].startswith("csw:")


def test_an_award_requirement_says_so(asked):
    levels = {"standaarden": {"level": 1, "award": 2}}
    spec, t = asked(levels=levels, use=["uitvoering", "gunning"]), texts("nl")
    marked = [r["eisCode"] for r in requirement_rows(spec, t) if t("package.award") in r["eisToelichting"]]

    assert marked == [r.criterion.id for r in spec.award]
    assert marked


def test_a_plain_specification_has_tables_too(request_edition, asked):
    spec = specify(request_edition, asked().wanted)
    t = texts("nl")

    assert requirement_rows(spec, t)[0]["eisURI"].startswith("urn:digisamen:")
    assert document_rows(spec, t)[0]["documentType"] == "Eisenset"
    assert subject_rows(spec, t)


def test_an_information_product_is_another_subject(asked):
    from dataclasses import replace

    spec = asked()
    first = replace(spec.requirements[0], subject="InformatieProduct")
    spec = replace(spec, requirements=(first, *spec.requirements[1:]))
    t = texts("nl")
    subject = next(r for r in subject_rows(spec, t) if r["onderwerpCode"] == "INFO-STD")

    assert requirement_rows(spec, t)[0]["eisType"] == "Informatieproduct"
    assert requirement_rows(spec, t)[0]["verificatieHeeftOnderwerp"] == subject["onderwerpURI"]
    assert subject["onderwerpTypeURI"].endswith("/InformationProduct")


@pytest.mark.parametrize("table", TABLES)
def test_the_published_examples_can_be_read(table):
    columns, _ = TABLES[table]
    rows = read_table((PUBLISHED / f"{table}_example.csv").read_bytes(), columns, table)

    assert [len(r) for r in rows] == [len(columns)] * {"Eisentabel": 5, "Onderwerpentabel": 4, "Documententabel": 4}[
        table
    ]
    assert all(r[columns[0]].startswith("https://www.example.org/id/") for r in rows)


def test_mistyped_columns_of_the_examples_have_their_content():
    subjects = read_table((PUBLISHED / "Onderwerpentabel_example.csv").read_bytes(), SUBJECTS, "x")
    demands = read_table((PUBLISHED / "Eisentabel_example.csv").read_bytes(), REQUIREMENTS, "x")
    documents = read_table((PUBLISHED / "Documententabel_example.csv").read_bytes(), DOCUMENTS, "x")

    assert subjects[3]["onderwerpNaam"] == "PV-systeem"
    assert demands[4]["verificatievoorschriftToelichting"].startswith("Uitvoeren van een test")
    assert demands[3]["verificatieFase"] == "csw:Fabricageenbouwfase"
    assert documents[3]["documentSectieTekst"] == "Blabla"


@pytest.mark.parametrize(
    ("raw", "rows"),
    [
        (b"a;b\n1;2\n", [("1", "2")]),
        (b"\xef\xbb\xbfA,B\r\n1,2\r\n", [("1", "2")]),
        (b"b;a;c\n1;2;3\n", [("2", "1")]),
        (b"a,b;\n1;2\n", [("1", "2")]),
        (b"a;b\n1\n;\n\n", [("1", "")]),
        (b'a;b\n"1;\n2";"zeg ""ja"""\n', [("1;\n2", 'zeg "ja"')]),
        ("a;b\ncafé;2\n".encode("cp1252"), [("café", "2")]),
        (b"b\n2\n", [("", "2")]),
        (b"a;b\n", []),
    ],
)
def test_kindly_read(raw, rows):
    assert [(r["a"], r["b"]) for r in read_table(raw, ("a", "b"), "x.csv")] == rows


@pytest.mark.parametrize("raw", [b"", b"\n", b"x;y\n1;2\n", b"\x00\x01\x02", b"a;b\n1;" + b"z" * 200_000])
def test_what_is_no_table(raw):
    with pytest.raises(DigisamenError) as error:
        read_table(raw, ("a", "b"), "x.csv")

    assert error.value.problem.code == "U024"


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t=", " =", "\uff1d", "\n@", "\u200b="])
def test_no_formula(sign):
    text = harmless(f"{sign}1+1")

    assert text.startswith(("'", "<U+200B>"))


def test_text_that_is_no_formula_stays_as_it_is():
    assert harmless("Café 't Hoekje = goed") == "Café 't Hoekje = goed"
    assert harmless("\ud800a\uffff") == "\ufffda\ufffd"


def test_cut_at_a_space():
    assert fitted("een twee drie", 10) == "een twee…"
    assert fitted("onafgebroken", 5) == "onaf…"
    assert fitted("past", 4) == "past"
