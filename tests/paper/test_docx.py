"""Sheets as Word documents: built-in styles, whole rows, the look of a client, and always the same bytes."""

import io
import re
import zipfile
from datetime import date
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digisamen.model.problem import DigisamenError
from digisamen.paper.document import Code, Facts, Heading, Items, Lines, Links, Paragraph, Sheet, Table
from digisamen.paper.html import sheet_html
from digisamen.paper.zipped import restamp, zipped
from digisamen.source.archive import open_archive
from digisamen.tender.read_document import read_document
from digisamen.text.texts import texts

docx = pytest.importorskip("docx")

from digisamen.paper.docx import sheet_docx  # noqa: E402  # needs the library

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NL, EN, DAY = texts("nl"), texts("en"), date(2026, 11, 22)
REQUIREMENTS = Table(
    "Eisen Standaarden",
    ("Code", "Eis", "Waarom", "Bewijs", "Moment"),
    (
        (Lines((("", "STD-G-01"), ("Niveau", "1"))), "Levert een model.", "Dan past het.", Lines((("Licht:", "Een bestand."), ("Sterk:", "Een rapport."))), ""),
        (Lines((("", "STD-G-02"), ("Niveau", "2"))), Lines((("Niveau 2", ""), ("", "Levert [aantal] modellen."))), "[reden]", Lines((("", ""),)), "\u00a0"),
    ),
    codes=True,
    widths=(20, 42, 32, 33, 43),
)  # fmt: skip
SHEET = Sheet(
    "Bijlage",
    "Nieuwbouw van 48 woningen",
    "CONCEPT",
    "De criteria zijn een concept.",
    (
        Heading("Vraag"),
        Facts((("Opdrachtgever:", "Woonstichting"), ("Besluit", ""))),
        Facts((("Los", "deel"),)),
        Paragraph("binnen [20 werkdagen] klaar.", strong="Let op:"),
        Heading("Eisen", 3),
        Paragraph("Niet wijzigen.", border=True),
        REQUIREMENTS,
        Heading("Rest", 4),
        Items(("een", "twee"), numbered=True),
        Items(("los",)),
        Items(("weer een", "weer twee"), numbered=True),
        Links((("https://example.org/", "Voorbeeld", "wat er staat"), ("#eisen", "Eisen", ""))),
        Code("a:\n  b: 1"),
        Table("Stil", ("A", "B"), (("1", "2"),), silent=True),
    ),
)


def made(sheet=SHEET, t=NL, **more):
    return sheet_docx(sheet, t, **{"day": DAY, "author": "Woonstichting", "footer": "DSW-1, versie 1.0", **more})


def part(raw, name="word/document.xml"):
    return ET.fromstring(open_archive(raw, name="x")[name])  # noqa: S314  # our own document


def opened(raw):
    return docx.Document(io.BytesIO(raw))


def styled(raw):
    return [(p.style.name, p.text) for p in opened(raw).paragraphs]


def test_paragraphs_have_built_in_styles():
    assert styled(made()) == [
        ("Title", "Nieuwbouw van 48 woningen"),
        ("Subtitle", "Bijlage"),
        ("Normal", "CONCEPT De criteria zijn een concept."),
        ("Heading 1", "Vraag"),
        ("Normal", ""),
        ("Normal", "Let op: binnen [20 werkdagen] klaar."),
        ("Heading 2", "Eisen"),
        ("Intense Quote", "Niet wijzigen."),
        ("Caption", "Eisen Standaarden"),
        ("Heading 3", "Rest"),
        ("List Number", "een"),
        ("List Number", "twee"),
        ("List Bullet", "los"),
        ("List Number", "weer een"),
        ("List Number", "weer twee"),
        ("List Bullet", "Voorbeeld (https://example.org/): wat er staat"),
        ("List Bullet", "Eisen"),
        ("HTML Preformatted", "a:"),
        ("HTML Preformatted", "  b: 1"),
        ("Normal", ""),
    ]


def test_what_stands_out_is_strong():
    document = opened(made())
    cells = (p for table in document.tables for row in table.rows for cell in row.cells for p in cell.paragraphs)
    strong = [r.text for p in [*document.paragraphs, *cells] for r in p.runs if r.style.name == "Strong"]

    assert strong == [
        "CONCEPT", "Let op:", "[20 werkdagen]", "Opdrachtgever", "Besluit", "Los",
        "Code", "Eis", "Waarom", "Bewijs", "Moment", "Niveau", "Licht:", "Sterk:", "Niveau", "Niveau 2", "[aantal]", "[reden]", "A", "B",
    ]  # fmt: skip


def test_no_formatting_of_its_own():
    body = part(made())
    inside = {
        child.tag.removeprefix(W)
        for about in body.iter()
        if about.tag in {f"{W}{name}" for name in ("pPr", "rPr", "tcPr", "trPr", "tblPr")}
        for child in about
    }

    assert inside == {"pStyle", "keepNext", "numPr", "rStyle", "tcW", "cantSplit", "tblHeader", "tblStyle", "tblW", "tblLayout", "tblLook", "tblCaption"}  # fmt: skip
    used = {node.tag.removeprefix(W) for node in body.iter()}
    assert not used & {"gridSpan", "vMerge", "hMerge", "drawing", "pict", "txbxContent", "hyperlink", "proofErr"}


def test_tables():
    body = part(made())
    tables = list(body.iter(f"{W}tbl"))
    assert len(tables) == 4

    for table in tables:
        widths = [int(c.get(f"{W}w")) for c in table.find(f"{W}tblGrid")]
        assert sum(widths) == 9638
        for row in table.findall(f"{W}tr"):
            assert row.find(f"{W}trPr/{W}cantSplit") is not None
            assert [int(c.find(f"{W}tcPr/{W}tcW").get(f"{W}w")) for c in row.findall(f"{W}tc")] == widths
            assert all("".join(cell.itertext()).strip() for cell in row.findall(f"{W}tc"))
    heads = [[row.find(f"{W}trPr/{W}tblHeader") is not None for row in t.findall(f"{W}tr")] for t in tables]
    assert heads == [[False, False], [False], [True, False, False], [True, False]]
    assert [round(int(c.get(f"{W}w")) / 9638 * 170) for c in tables[2].find(f"{W}tblGrid")] == [20, 42, 32, 33, 43]
    assert [t.find(f"{W}tblPr/{W}tblCaption") is None for t in tables] == [True, True, False, False]


def test_empty_cells_say_so():
    dutch, english = opened(made()), opened(made(t=EN))

    assert [c.text for c in dutch.tables[2].rows[2].cells][3:] == ["n.v.t.", "n.v.t."]
    assert dutch.tables[0].rows[1].cells[1].text == "n.v.t."
    assert english.tables[0].rows[1].cells[1].text == "n/a"


def test_a_row_and_a_table_shorter_than_its_columns():
    sheet = Sheet("k", "t", "", "", (Table("c", ("A", "", "C"), (("1",),), widths=(1, 2)),))

    assert [c.text for row in opened(made(sheet)).tables[0].rows for c in row.cells] == ["A", "n.v.t.", "C", "1", "n.v.t.", "n.v.t."]  # fmt: skip


def test_numbers_come_from_styles_and_lists_begin_again():
    raw = made()
    body, numbering, styles = part(raw), part(raw, "word/numbering.xml"), part(raw, "word/styles.xml")
    numbers = {s.get(f"{W}styleId"): s.find(f".//{W}numId") for s in styles.iter(f"{W}style")}

    assert numbers["Heading1"].get(f"{W}val") == numbers["Heading2"].get(f"{W}val")
    assert numbers["Heading3"] is None
    typed = [(p.find(f".//{W}pStyle").get(f"{W}val"), "".join(p.itertext())) for p in body.iter(f"{W}p") if p.find(f".//{W}numPr") is not None]  # fmt: skip
    assert typed == [("ListNumber", "weer een"), ("ListNumber", "weer twee")]
    assert [n.find(f"{W}lvlOverride") is None for n in numbering.iter(f"{W}num")] == [True, True, True, False]


@pytest.mark.parametrize(("t", "language"), [(NL, "nl-NL"), (EN, "en-GB")])
def test_language_and_properties(t, language):
    raw = made(t=t)
    about = opened(raw).core_properties

    assert part(raw, "word/styles.xml").find(f"{W}docDefaults//{W}lang").get(f"{W}val") == language
    assert part(raw, "word/settings.xml").find(f"{W}themeFontLang").get(f"{W}val") == language
    assert (about.title, about.author, about.subject, about.language) == ("Nieuwbouw van 48 woningen", "Woonstichting", "Bijlage", language)  # fmt: skip
    assert about.created.date() == about.modified.date() == DAY
    assert (about.last_modified_by, about.comments, about.keywords) == ("", "", "")


def test_header_and_footer():
    raw = made()
    section = opened(raw).sections[0]
    footer = part(raw, "word/footer1.xml")

    assert (section.page_width.mm, section.page_height.mm) == pytest.approx((210, 297), abs=0.1)
    assert section.header.paragraphs[0].text == "Bijlage\tCONCEPT"
    assert section.header.paragraphs[0].style.name == "Header"
    assert section.footer.paragraphs[0].style.name == "Footer"
    assert "".join(footer.itertext()) == "DSW-1, versie 1.0Pagina 1 van 1"
    assert [f.get(f"{W}instr") for f in footer.iter(f"{W}fldSimple")] == ["PAGE", "NUMPAGES"]
    assert opened(made(mark="ONTWERP")).sections[0].header.paragraphs[0].text == "Bijlage\tONTWERP"


def test_nothing_of_the_library_shows():
    files = open_archive(made(), name="x")

    assert sorted(files) == [
        "[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "word/_rels/document.xml.rels", "word/document.xml",
        "word/footer1.xml", "word/header1.xml", "word/numbering.xml", "word/settings.xml", "word/styles.xml",
    ]  # fmt: skip
    assert not [name for name, content in files.items() if b"python" in content.lower() or b"2013-" in content]
    assert b"asciiTheme" not in files["word/styles.xml"]


def test_the_same_bytes():
    raw = made()

    assert raw == made()
    assert raw == restamp(raw)
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        assert {(i.date_time, i.compress_type, i.create_system) for i in archive.infolist()} == {((1980, 1, 1, 0, 0, 0), 0, 3)}  # fmt: skip
        assert archive.namelist()[:2] == ["[Content_Types].xml", "_rels/.rels"]


HOSTILE = "a\x00\x07\x1b[31m\u202e ]]> <w:t>x</w:t> &amp; \ud800\ufffe {0} [vul\nin] \U0001f600"


def test_hostile_text():
    sheet = Sheet(
        HOSTILE, HOSTILE * 20, HOSTILE, HOSTILE,
        (
            Heading(HOSTILE), Paragraph(HOSTILE, HOSTILE), Items((HOSTILE,)), Code(HOSTILE),
            Facts(((HOSTILE, HOSTILE),)), Links(((HOSTILE, HOSTILE, HOSTILE),)),
            Table(HOSTILE, (HOSTILE, "b"), ((Lines(((HOSTILE, HOSTILE),)), HOSTILE),)),
        ),
        HOSTILE,
    )  # fmt: skip
    raw = made(sheet, author=HOSTILE, mark=HOSTILE, footer=HOSTILE)

    said = "".join(part(raw).itertext())
    assert "]]> <w:t>x</w:t> &amp; \ufffd\ufffd" in said
    assert not re.search("[\x00-\x1f\u202e]", said)
    assert len(opened(raw).core_properties.title) <= 255


@given(st.text(st.characters()))
@settings(max_examples=30)
def test_any_text(text):
    part(
        made(Sheet(text, text, text, text, (Paragraph(text), Facts(((text, text),)), Table(text, (text,), ((text,),)))))
    )


def test_read_back_the_same_as_html():
    word = read_document(made(), "x.docx").requirements
    html = read_document(sheet_html(SHEET, NL).encode(), "x.html").requirements

    assert [code for code, _ in word] == ["STD-G-01", "STD-G-02"]
    assert "Levert [aantal] modellen." in word[1][1]
    assert word[0][1].removesuffix(" n.v.t.") == html[0][1]  # Word has no empty cells


def reference(*, edges=True, text="Oude tekst", change=lambda document: None):
    document = docx.Document()
    document.add_paragraph(text)
    section = document.sections[0]
    section.left_margin = docx.shared.Mm(30)
    if edges:
        section.header.paragraphs[0].text = "Kop van de klant"
        document.add_section()
        section.footer.paragraphs[0].text = "Voet van de klant"
    change(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_a_client_gives_the_look():
    raw = made(reference=reference())
    document = opened(raw)
    section = document.sections[-1]

    assert [name for name, _ in styled(raw)] == [*[name for name, _ in styled(made())], "Normal"][:-1]
    assert styled(raw)[-1] == ("Normal", "DSW-1, versie 1.0")
    assert len(document.sections) == 1
    assert section.header.paragraphs[0].text == "Kop van de klant"
    assert section.footer.paragraphs[0].text == "Voet van de klant"
    assert section.left_margin.mm == pytest.approx(30, abs=0.1)
    assert document.styles["Heading 1"].font.color.rgb is not None
    assert document.core_properties.author == "Woonstichting"
    files = open_archive(raw, name="x")
    assert not [n for n, c in files.items() if b"Oude tekst" in c or b"python-docx" in c or "thumbnail" in n]
    assert {lang.get(f"{W}val") for lang in part(raw, "word/styles.xml").iter(f"{W}lang")} == {"nl-NL"}
    assert read_document(raw, "x").requirements == read_document(made(), "x").requirements
    assert raw == made(reference=reference())
    assert sum(int(c.get(f"{W}w")) for c in next(part(raw).iter(f"{W}tblGrid"))) == round((section.page_width - section.left_margin - section.right_margin) / 635)  # fmt: skip


def test_a_client_without_header_and_styles_gets_ours():
    def bare(document):
        styles = document.styles.element
        for style in list(styles.iter(f"{W}style")):
            if style.get(f"{W}default") != "1":
                styles.remove(style)
        made = document.styles.add_style("Eigen", docx.enum.style.WD_STYLE_TYPE.PARAGRAPH)
        made.element.set(f"{W}styleId", "Caption")
        made.name = "Eigen"

    raw = made(reference=reference(edges=False, change=bare))
    section = opened(raw).sections[0]

    assert styled(raw) == styled(made())
    assert section.header.paragraphs[0].text == "Bijlage\tCONCEPT"
    assert "Caption1" in {s.get(f"{W}styleId") for s in part(raw, "word/styles.xml").iter(f"{W}style")}
    schemes = {n.get(f"{W}abstractNumId") for n in part(raw, "word/numbering.xml").iter(f"{W}abstractNum")}
    used = {n.find(f"{W}abstractNumId").get(f"{W}val") for n in part(raw, "word/numbering.xml").iter(f"{W}num")}
    assert used <= schemes


def test_codes_do_not_break_in_the_type_of_a_client():
    grids = [[int(c.get(f"{W}w")) for c in grid] for grid in part(made(reference=reference())).iter(f"{W}tblGrid")]

    assert grids[2][0] >= 1355
    assert len({sum(grid) for grid in grids}) == 1


def without(raw, *names):
    """Return a document without some parts, and without the relations to them."""
    files = open_archive(raw, name="x")
    for name in names:
        del files[f"word/{name}.xml"]
        for rels in ("word/_rels/document.xml.rels", "[Content_Types].xml"):
            files[rels] = re.sub(rb"<(Relationship|Override) [^>]*%b\.xml[^>]*/>" % name.encode(), b"", files[rels])
    return zipped(list(files.items()))


def test_a_client_without_parts_gets_ours():
    raw = made(reference=without(reference(edges=False), "styles", "numbering", "settings"))

    assert styled(raw) == styled(made())
    assert part(raw, "word/settings.xml").find(f"{W}themeFontLang").get(f"{W}val") == "nl-NL"


def test_what_points_to_the_computer_of_a_client_goes():
    def attached(document):
        settings = document.settings
        relation = document.part.part_related_by(docx.opc.constants.RELATIONSHIP_TYPE.SETTINGS).relate_to("file:///C:/geheim/sjabloon.dotm", "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate", is_external=True)  # fmt: skip
        made = docx.oxml.OxmlElement("w:attachedTemplate")
        made.set(docx.oxml.ns.qn("r:id"), relation)
        settings.element.insert(0, made)
        document.add_comment(document.paragraphs[0].runs, "opmerking", author="Jan")

    raw = made(reference=reference(change=attached))

    assert not [n for n, c in open_archive(raw, name="x").items() if b"geheim" in c or b"opmerking" in c]


def changed(name, old, new):
    files = open_archive(made(), name="x")
    return zipped(list({**files, name: files[name].replace(old, new)}.items()))


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"PK\x03\x04",
        zipped([("a.txt", b"x")]),
        zipped([("[Content_Types].xml", b"<a/>")]),
        changed("[Content_Types].xml", b"document.main", b"template.main"),
        changed("word/document.xml", b"w:body", b"w:odd"),
        changed("word/styles.xml", b"<w:style ", b"<"),
    ],
    ids=range(7),
)
def test_a_reference_that_is_no_word_document(raw):
    with pytest.raises(DigisamenError) as caught:
        made(reference=raw)
    assert caught.value.problem.code == "U020"


@pytest.mark.parametrize("name", ["", "/a", "../a", "a/../b", "a//b", "a/", "./a", "a\\b", "C:a", "a\nb"])
def test_odd_names_do_not_get_into_an_archive(name):
    with pytest.raises(ValueError, match=r".*"):
        zipped([(name, b"")])


def test_archives():
    files = [("b.txt", b"1"), ("a/b.txt", b"2"), ("é.txt", b"3")]

    assert list(open_archive(zipped(files), name="x").items()) == files
    assert restamp(zipped(files)) == restamp(zipped(files[::-1]))
    with pytest.raises(ValueError, match="B"):
        zipped([("b.txt", b""), ("B.txt", b"")])
