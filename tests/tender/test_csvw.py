import json

import pytest

from digisamen.tender.package.csvw import metadata
from digisamen.tender.package.tables import csv_table, document_rows, requirement_rows, subject_rows
from digisamen.tender.tables import DOCUMENTS, REQUIREMENTS, SUBJECTS
from digisamen.text.texts import texts

csvw = pytest.importorskip("csvw")

TABLES = {
    "eisentabel.csv": (REQUIREMENTS, requirement_rows),
    "onderwerpentabel.csv": (SUBJECTS, subject_rows),
    "documententabel.csv": (DOCUMENTS, document_rows),
}


def written(folder, spec, t):
    for name, (columns, rows) in TABLES.items():
        (folder / name).write_bytes(csv_table(columns, rows(spec, t)))
    (folder / "metadata.json").write_bytes(metadata(spec, t))
    return folder / "metadata.json"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_an_independent_validator_accepts_it(language, asked, tmp_path):
    check = csvw.CSVW(str(written(tmp_path, asked(), texts(language))), validate=True)

    assert check.is_valid, check.warnings


def test_also_with_hostile_text(hostile, tmp_path):
    check = csvw.CSVW(str(written(tmp_path, hostile, texts("nl"))), validate=True)

    assert check.is_valid, check.warnings


@pytest.mark.parametrize(
    ("old", "new"),
    [("Concept", "Onbekend"), ("/WERK-STD;", "/ELDERS;"), (";Proceseis;", ";;")],
)
def test_the_validator_does_look(old, new, asked, tmp_path):
    path = written(tmp_path, asked(), texts("nl"))
    table = tmp_path / "eisentabel.csv"
    assert old in table.read_text(encoding="utf-8")
    table.write_text(table.read_text(encoding="utf-8").replace(old, new), encoding="utf-8", newline="")

    try:
        valid = csvw.CSVW(str(path), validate=True).is_valid
    except (ValueError, UserWarning):  # what it warns of is an error in these tests
        valid = False
    assert not valid


def test_the_columns_are_those_of_the_tables(asked):
    described = json.loads(metadata(asked(), texts("nl")))

    for table in described["tables"]:
        named = [c["name"] for c in table["tableSchema"]["columns"] if not c.get("virtual")]
        assert named == list(TABLES[table["url"]][0])
    assert described["dialect"]["delimiter"] == ";"
    assert described["dc:date"] == "2026-11-22"


def test_no_date_or_publisher_where_there_is_none(asked):
    described = json.loads(metadata(asked(date=None, client=None), texts("nl")))

    assert not {"dc:date", "dc:publisher"} & described.keys()
