"""Requirements read back from a document: Word with changes by hand, and HTML."""

import io
import zipfile

import pytest

from digisamen.model.problem import DigisamenError
from digisamen.tender.read_document import read_document

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r"'
    ' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="{}"/></Relationships>'
)


def found_in(raw, name):
    """Returns code and text of each requirement, as a list."""
    return [*read_document(raw, name).requirements]


def word(body, name="word/document.xml", target="word/document.xml", root="document"):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("_rels/.rels", RELS.format(target))
        archive.writestr(name, f'<w:{root} xmlns:w="{W}"><w:body>{body}</w:body></w:{root}>')
    return out.getvalue()


def p(text):
    return f"<w:p>{text}</w:p>" if "<w:" in text else f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def row(*cells, about=""):
    inside = (c if c.startswith("<w:p>") else p(c) for c in cells)
    return f"<w:tr>{about}{''.join(f'<w:tc>{c}</w:tc>' for c in inside)}</w:tr>"


def table(*rows, head=("Code", "Eis")):
    return f"<w:tbl>{row(*head)}{''.join(rows)}</w:tbl>"


def read(body, **more):
    return found_in(word(body, **more), "x.docx")


def test_code_and_text_in_order_and_twice():
    rows = row("STD-G-02", "Twee."), row("STD-G-01", "Een."), row("STD-G-02", "Nog eens.")

    assert read(table(*rows)) == [("STD-G-02", "Twee."), ("STD-G-01", "Een."), ("STD-G-02", "Nog eens.")]


def test_everything_in_the_row_is_part_of_the_text():
    rows = (
        row("STD-G-01", p("Levert een model.") + p("Niveau: 1")),
        row(p("STD-G-02") + p("Vervallen."), "Levert meer."),
        row("STD-G-03 (vervallen)", "Levert niets."),
    )

    assert read(table(*rows)) == [
        ("STD-G-01", "Levert een model. Niveau: 1"),
        ("STD-G-02", "Vervallen. Levert meer."),
        ("STD-G-03", "(vervallen) Levert niets."),
    ]


@pytest.mark.parametrize("head", [("Rol", "Eis"), ("Code", "Rol"), ("Code",), ("", "")])
def test_other_tables_are_not_read(head):
    assert read(table(row("STD-G-01", "Een."), head=head)) == []


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        (
            "<w:r><w:t>Levert </w:t></w:r><w:ins><w:r><w:t>soms </w:t></w:r></w:ins><w:r><w:t>een model.</w:t></w:r>",
            "Levert soms een model.",
        ),
        (
            "<w:r><w:t>Levert</w:t></w:r><w:del><w:r><w:delText> een model</w:delText></w:r></w:del><w:r><w:t>.</w:t></w:r>",
            "Levert.",
        ),
        ("<w:moveFrom><w:r><w:t>weg</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>hier</w:t></w:r></w:moveTo>", "hier"),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>weg</w:t></w:r><w:r><w:t>hier</w:t></w:r>", "hier"),
        ("<w:r><w:rPr><w:strike/></w:rPr><w:t>weg</w:t></w:r><w:r><w:t>hier</w:t></w:r>", "hier"),
        ('<w:r><w:rPr><w:strike w:val="0"/></w:rPr><w:t>hier</w:t></w:r>', "hier"),
        (
            "<w:r><w:t>open&#160;stan&#173;daard</w:t><w:br/><w:t>en\u202fBIM</w:t><w:tab/><w:t>basis</w:t></w:r>",
            "open standaard en BIM basis",
        ),
        ("<w:r><w:t>NL</w:t><w:noBreakHyphen/><w:t>SfB en NL\u2011SfB</w:t></w:r>", "NL-SfB en NL-SfB"),
        ("<w:sdt><w:sdtContent><w:r><w:t>veld</w:t></w:r></w:sdtContent></w:sdt>", "veld"),
        ("<w:hyperlink><w:r><w:t>adres</w:t></w:r></w:hyperlink>", "adres"),
        ("<w:r><w:instrText>REF x</w:instrText></w:r><w:r><w:t>Cafe\u0301</w:t></w:r>", "Caf\u00e9"),
    ],
)
def test_text_as_a_reader_sees_it(inside, text):
    assert read(table(row("STD-G-01", f"<w:p>{inside}</w:p>"))) == [("STD-G-01", text)]


def test_deleted_rows_and_fields_around_rows():
    gone = row("STD-G-01", "Weg.", about="<w:trPr><w:del/></w:trPr>")
    around = f"<w:sdt><w:sdtContent>{row('STD-G-02', 'Blijft.')}</w:sdtContent></w:sdt>"

    assert read(table(gone, around)) == [("STD-G-02", "Blijft.")]


def test_a_main_document_with_another_name():
    body = table(row("STD-G-01", "Een."))

    assert read(body, name="word/document2.xml", target="/word/document2.xml") == [("STD-G-01", "Een.")]


@pytest.mark.parametrize(
    "raw",
    [
        b"\xd0\xcf\x11\xe0",
        b"\xff\xff",
        b"PK\x03\x04",
        word("", root="workbook"),
        word("", target="word/weg.xml"),
        word("<w:p>"),
        word(table(row("a", "<w:p>" + "<w:x>" * 5000 + "</w:x>" * 5000 + "</w:p>"))),
    ],
    ids=range(7),
)
def test_no_document(raw):
    with pytest.raises(DigisamenError) as caught:
        found_in(raw, "x")
    assert caught.value.problem.code == "U020"


def test_xxe_is_refused():
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as archive:
        archive.writestr("_rels/.rels", RELS.format("word/document.xml"))
        archive.writestr("word/document.xml", "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>")
    with pytest.raises(DigisamenError) as caught:
        found_in(raw.getvalue(), "x")
    assert caught.value.problem.code == "U022"


HEAD = "<table><caption>Code</caption><tr><th>Co&shy;de</th><th>Requirement</th></tr>"


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("<td>A&amp;B <b>vet</b>", "A&B vet"),
        ("<td><b>Level 1</b><br>Do it.", "Level 1 Do it."),
        ("<td><p>Een</p>\n<p>twee</p></td>", "Een twee"),
        ("<td><del>oud</del><ins>nieuw</ins></td>", "nieuw"),
        ("<td>a<script>b</script>c</td>", "ac"),
        ("<td>regel\n  twee&nbsp;drie</td>", "regel twee drie"),
        ("<td>buiten <table><tr><td>binnen</td></tr></table> na</td>", "buiten na"),
    ],
)
def test_html(cell, text):
    raw = f"{HEAD}<tr><th><a href='x'><span>STD-G-01</span></a></th>{cell}</tr></table>"

    assert found_in(raw.encode(), "x.html") == [("STD-G-01", text)]


@pytest.mark.parametrize(
    "raw", ["", "geen tabel", "</table></tr></td></del>", "<table>", "<td>x", "<table><td>Code<td>Eis"]
)
def test_html_without_requirements(raw):
    assert found_in(raw.encode(), "x") == []


def test_html_too_big():
    with pytest.raises(DigisamenError) as caught:
        found_in(b"<" * 5_000_001, "x")
    assert caught.value.problem.code == "U021"
