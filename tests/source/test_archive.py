"""Archives from others: what is refused, and that nothing is unpacked before."""

import io
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digisamen.model.problem import DigisamenError
from digisamen.source import archive as room
from digisamen.source.archive import open_archive

TYPES = "[Content_Types].xml"
PLAIN = "<?xml version='1.0' encoding='UTF-8'?><a>tekst</a>"


def made(*files, method=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in files:
            archive.writestr(zipfile.ZipInfo(name), content, method)
    return out.getvalue()


def code(raw):
    with pytest.raises(DigisamenError) as caught:
        open_archive(raw, name="bestand.docx")
    assert caught.value.problem.place.file == "bestand.docx"
    return caught.value.problem.code


def test_files_in_their_own_order():
    raw = made(("b.xml", PLAIN), ("map/", b""), ("map/a.bin", b"\0\1"))

    assert open_archive(raw, name="x") == {"b.xml": PLAIN.encode(), "map/a.bin": b"\0\1"}
    assert list(open_archive(raw, name="x")) == ["b.xml", "map/a.bin"]


@pytest.mark.parametrize(
    "raw",
    [b"", b"PK\x03\x04", b"<html>", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, b"PK\x05\x06" + b"\0" * 18],
)
def test_no_archive(raw):
    assert code(raw) == "U020"


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_odd_ways_to_pack(method):
    assert code(made(("a.xml", PLAIN), method=method)) == "U020"


def test_damage():
    raw = made(("a.xml", PLAIN), method=zipfile.ZIP_STORED)

    assert code(raw.replace(b"tekst", b"tekzt", 1)) == "U020"
    assert code(raw[:-30]) == "U020"


@given(st.binary(max_size=200), st.integers(0, 400))
def test_any_damage_gives_files_or_one_problem(noise, at):
    raw = made(("a.xml", PLAIN), (TYPES, PLAIN), ("b.bin", bytes(50)))
    raw = raw[:at] + noise + raw[at + len(noise) :]
    with suppress(DigisamenError):
        assert isinstance(open_archive(raw, name="x"), dict)


def test_a_bomb_is_not_unpacked(monkeypatch):
    raw = made(("a.bin", bytes(30_000_000)))
    monkeypatch.setattr(zipfile.ZipFile, "open", lambda *_: pytest.fail("unpacked"))

    assert code(raw) == "U021"


def test_a_bomb_that_lies_about_its_size():
    size = 5_000_000
    raw = made(("a.bin", bytes(size)))
    lie = raw.replace(size.to_bytes(4, "little"), (10).to_bytes(4, "little"))

    assert code(lie) == "U020"


def test_limits(monkeypatch):
    raw = made(("a.xml", PLAIN), ("b.bin", bytes(1000)))
    for limit, value in (("MAX_FILE", len(raw) - 1), ("MAX_ENTRIES", 1), ("MAX_UNPACKED", 1000)):
        with monkeypatch.context() as patch:
            patch.setattr(room, limit, value)
            assert code(raw) == "U021"
    assert len(open_archive(raw, name="x")) == 2


@pytest.mark.parametrize(
    "name",
    [
        "../a",
        "a/../b",
        "a/..",
        "/a",
        "C:/a",
        "a\\b",
        "..\\a",
        "a\nb",
        "a//b",
        "..",
        "word/vbaProject.bin",
        "xl/macrosheets/sheet1.xml",
    ],
)
def test_names_that_do_not_belong(name):
    assert code(made((name, b"x"))) == "U022"


@pytest.mark.parametrize("names", [("a.xml", "a.xml"), ("word/a.xml", "Word/A.xml")])
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_duplicate_names(names):
    assert code(made(*((name, PLAIN) for name in names))) == "U022"


def test_encrypted():
    raw = bytearray(made(("a.xml", PLAIN)))
    for start, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        raw[raw.index(start) + flags] |= 1

    assert code(bytes(raw)) == "U022"


DOCTYPE = "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>"


@pytest.mark.parametrize(
    "content",
    [
        DOCTYPE.encode(),
        b"\xef\xbb\xbf" + DOCTYPE.encode(),
        DOCTYPE.encode("utf-16"),
        DOCTYPE.encode("utf-16-le"),
        DOCTYPE.encode("utf-32"),
        DOCTYPE.lower().encode(),
        b"<?xml version='1.0' encoding='utf-7'?><a/>",
        b"<?xml version='1.0' encoding='cp037'?><a/>",
        b"<a>\xff</a>",
        b"\n\n" + DOCTYPE.encode(),
    ],
)
@pytest.mark.parametrize("name", ["word/document.xml", "_rels/.rels", "a.VML"])
def test_xml_with_a_declaration_of_its_own(name, content):
    assert code(made((name, content))) == "U022"


def test_xml_under_another_name():
    assert code(made(("word/document.bin", DOCTYPE))) == "U022"
    assert open_archive(made(("word/media/logo.svg", DOCTYPE), ("b.bin", b"\xff\xfe")), name="x")


@pytest.mark.parametrize(
    "kind", ["application/vnd.ms-word.document.macroEnabled.main+xml", "application/vnd.ms-office.vbaProject"]
)
def test_macros_by_their_type(kind):
    assert code(made((TYPES, f'<Types><Override PartName="/x" ContentType="{kind}"/></Types>'))) == "U022"


def test_objects_of_other_programs_are_left_alone():
    assert open_archive(made(("word/embeddings/oleObject1.bin", b"\xd0\xcf\x11\xe0")), name="x")
