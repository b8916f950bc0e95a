"""A format is a row in one table: whoever adds one has it in every command that tells something."""

import io
import zipfile

import docx
import pytest

from digisamen.paper import formats
from digisamen.paper.formats import Format, Report
from tests.conftest import NORM, ROOT, with_norm

EXAMPLE = ROOT / "examples" / "kleine-hoofdaannemer" / "org.yaml"

ORG = """schema: digisamen/assessment/v1
edition: "2020.1"
date: 2026-11-22
organisation: {name: Bouwbedrijf De Vries, size: klein, roles: [hoofdaannemer], subsectors: [woningbouw]}
answers:
  STD-G-02: {answer: ja}
"""
REPORTS = {
    "level": ("assess", "org.yaml"),
    "next": ("next", "org.yaml"),
    "explain": ("explain", "org.yaml"),
    "problem": ("explain", "A001"),
    "list": ("criteria", "list"),
    "show": ("criteria", "show", "STD-G-01"),
    "check": ("criteria", "check"),
    "migrate": ("migrate", str(EXAMPLE), "--to", "2027.1"),
    "diff": ("criteria", "diff", "2020.1", "2020.1"),
    "impact": ("criteria", "impact", "2020.1", "2020.1", "--synthetic", "5"),
    "release": ("criteria", "release", "2020.1"),
    "spec": ("spec", "--subsector", "woningbouw", "--role", "hoofdaannemer", "--level", "1"),
}
"""A command for every report that has a document, on the small edition."""


@pytest.fixture
def told(cli, tmp_path):
    """Returns a function that writes one report in one format, and gives the file."""
    (tmp_path / "org.yaml").write_text(ORG, encoding="utf-8")

    def tell(name, form, suffix):
        place = "--report" if name == "migrate" else "--output"
        asked = (*REPORTS[name], "--format", form, place, f"uit{suffix}")
        ran = cli(*(asked if name == "migrate" else with_norm(*asked)))
        assert ran.code in {0, 1}, ran.err
        return tmp_path / f"uit{suffix}"

    return tell


@pytest.mark.parametrize("name", REPORTS)
def test_a_new_format_is_there_for_every_report(name, told, monkeypatch):
    def toy(report: Report, _):
        sheet = report.document()
        return f"SPEELGOED {sheet.title}: {len(sheet.blocks)} blokken\n"

    monkeypatch.setitem(formats.FORMATS, "toy", Format(".toy", toy))

    assert told(name, "toy", ".toy").read_text(encoding="utf-8").startswith("SPEELGOED ")


@pytest.mark.parametrize("name", REPORTS)
def test_every_report_is_a_word_document(name, told):
    content = told(name, "docx", ".docx").read_bytes()
    document = docx.Document(io.BytesIO(content))

    assert zipfile.ZipFile(io.BytesIO(content)).testzip() is None
    assert document.paragraphs[0].style.name == "Title"
    assert document.paragraphs[0].text
    assert len(document.paragraphs) + len(document.tables) > 2
    assert told(name, "docx", ".docx").read_bytes() == content


def test_the_pages_of_the_norm_as_word_documents(cli, tmp_path):
    ran = cli("criteria", "docs", "boek", "--criteria", NORM, "--edition", "2020.1", "--format", "docx")
    pages = sorted(page.name for page in (tmp_path / "boek").iterdir())

    assert ran.code == 0, ran.err
    assert "index.docx" in pages
    assert {page.rpartition(".")[2] for page in pages} == {"docx"}


def test_the_ending_of_a_file_gives_the_format(cli, tmp_path):
    (tmp_path / "org.yaml").write_text(ORG, encoding="utf-8")
    ran = cli(*with_norm("assess", "org.yaml", "-o", "rapport.docx"))

    assert ran.code == 0, ran.err
    assert (tmp_path / "rapport.docx").read_bytes()[:2] == b"PK"
