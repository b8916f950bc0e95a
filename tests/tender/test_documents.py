"""The annex as a document: made, changed by somebody, and read back."""

import json
import sys
from pathlib import Path

import pytest

from digisamen.paper.zipped import zipped
from digisamen.source.archive import open_archive
from tests.conftest import with_norm

REQUESTS = Path(__file__).parent / "requests"


@pytest.fixture
def annex(cli, tmp_path):
    """Returns a function that renders a request as a document."""

    def render(name, form, *more):
        path = tmp_path / f"bijlage.{form}"
        ran = cli(*with_norm("tender", "render", REQUESTS / f"{name}.yaml", "--output", path, *more))
        assert ran.code == 0, ran.err
        return path

    return render


def verify(cli, path, name="vol"):
    ran = cli(*with_norm("tender", "verify", path, "--against", REQUESTS / f"{name}.yaml", "--format", "json"))
    return ran.code, json.loads(ran.out)


def changed(path, old, new):
    """Change a word in a document, as somebody with Word would."""
    if path.suffix == ".html":
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return
    files = open_archive(path.read_bytes(), name="x")
    text = files["word/document.xml"].decode()
    assert old in text
    files["word/document.xml"] = text.replace(old, new, 1).encode()
    path.write_bytes(zipped([*files.items()]))


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("form", ["docx", "html"])
@pytest.mark.parametrize("name", ["vol", "open"])
def test_what_was_made_is_right(name, form, language, annex, cli):
    code, found = verify(cli, annex(name, form, "--lang", language), name)

    assert (code, found["right"]) == (0, True)
    assert found["unchanged"] > 3


@pytest.mark.parametrize("form", ["docx", "html"])
def test_one_changed_word_is_found(form, annex, cli):
    path = annex("vol", form)
    changed(
        path,
        "Eis van VEI-G-02." if form == "docx" else 'Eis van <span class="id">VEI-G-02</span>.',
        "Wens van VEI-G-02.",
    )
    code, found = verify(cli, path)

    assert code == 1
    assert [x["id"] for x in found["changed"]] == ["VEI-G-02"]
    assert found["changed"][0]["now"].startswith("Wens van VEI-G-02.")
    assert (found["added"], found["removed"], found["double"]) == ([], [], [])


def test_a_remark_beside_the_code_is_a_change(annex, cli):
    path = annex("vol", "docx")
    changed(path, ">VEI-G-02<", ">VEI-G-02 (vervallen)<")
    code, found = verify(cli, path)

    assert (code, [x["id"] for x in found["changed"]]) == (1, ["VEI-G-02"])


def test_another_level_or_aim_is_a_change(annex, cli):
    path = annex("vol", "docx")
    changed(path, "Reden van VEI-G-02.", "Reden.")
    code, found = verify(cli, path)

    assert (code, [x["id"] for x in found["changed"]]) == (1, ["VEI-G-02"])


def test_a_changed_code_is_one_added_and_one_removed(annex, cli):
    path = annex("vol", "docx")
    changed(path, ">VEI-G-02<", ">VEI-G-09<")
    code, found = verify(cli, path)

    assert code == 1
    assert [x["id"] for x in found["added"]] == ["VEI-G-09"]
    assert found["removed"] == ["VEI-G-02"]


def test_the_differences_as_people_read_them(annex, cli, golden):
    path = annex("vol", "html")
    changed(path, 'Eis van <span class="id">VEI-G-02</span>.', "Wens.")
    ran = cli(*with_norm("tender", "verify", path.name, "--against", REQUESTS / "vol.yaml"), cwd=path.parent)

    golden(Path(__file__).parent / "golden" / "controle.txt", ran.out)


def test_word_gives_the_same_bytes_twice(annex):
    assert annex("vol", "docx").read_bytes() == annex("vol", "docx").read_bytes()


def test_the_styles_of_a_document_of_the_client(annex, cli, tmp_path):
    house = annex("open", "docx").rename(tmp_path / "huisstijl.docx")
    path = annex("vol", "docx", "--reference-doc", house)

    assert verify(cli, path)[0] == 0


@pytest.mark.parametrize("content", [b"geen zip", b"PK\x03\x04kapot", b""])
def test_a_document_that_is_none(content, cli, tmp_path):
    (tmp_path / "x.docx").write_bytes(content)
    ran = cli(
        *with_norm("tender", "render", REQUESTS / "vol.yaml", "--output", "uit.docx", "--reference-doc", "x.docx")
    )

    assert (ran.code, "U020" in ran.err) == (3, True)
    assert not (tmp_path / "uit.docx").exists()


def test_a_broken_document_is_not_verified(cli, tmp_path):
    (tmp_path / "x.docx").write_bytes(b"PK\x03\x04kapot")
    ran = cli(*with_norm("tender", "verify", "x.docx", "--against", REQUESTS / "vol.yaml"))

    assert (ran.code, "U020" in ran.err) == (3, True)


@pytest.mark.parametrize(
    ("files", "code"),
    [
        ([("word/vbaProject.bin", b"x"), ("[Content_Types].xml", b"<a/>")], "U022"),
        ([("word/document.xml", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>")], "U022"),
        ([("word/document.xml", b"0" * 30_000_000)], "U021"),
    ],
)
def test_a_document_with_something_hidden(files, code, cli, tmp_path):
    (tmp_path / "x.docx").write_bytes(zipped(files))
    ran = cli(*with_norm("tender", "verify", "x.docx", "--against", REQUESTS / "vol.yaml"))

    assert (ran.code, code in ran.err) == (3, True)


@pytest.mark.parametrize(
    ("extra", "module", "arguments"),
    [
        ("docx", "docx", ("tender", "render", REQUESTS / "vol.yaml", "--output", "x.docx")),
        ("xlsx", "openpyxl", ("tender", "package", REQUESTS / "vol.yaml", "--output", "x.zip")),
    ],
)
def test_a_missing_extra_is_a_problem_with_the_line_that_installs_it(
    extra, module, arguments, cli, monkeypatch, tmp_path
):
    for name in [
        x
        for x in sys.modules
        if x.split(".")[0] == module or "paper.docx" in x or "paper.word" in x or "package.workbook" in x
    ]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, module, None)
    ran = cli(*with_norm(*arguments))

    assert ran.code == 2
    assert "U023" in ran.err
    assert f'pip install "digisamen[{extra}]"' in ran.err
    assert not list(tmp_path.iterdir())


def test_a_document_does_not_go_to_a_terminal(monkeypatch):
    import io

    from digisamen.cli.terminal import write_bytes
    from digisamen.model.problem import DigisamenError

    class Screen(io.TextIOWrapper):
        def isatty(self):
            return True

    monkeypatch.setattr(sys, "stdout", Screen(io.BytesIO()))
    with pytest.raises(DigisamenError) as error:
        write_bytes(b"PK\0")
    assert error.value.problem.code == "U017"


@pytest.mark.parametrize(
    "arguments",
    [
        ("--id", "a b"),
        ("--client", " "),
        ("--name", "x" * 201),
        ("--lot", ""),
        ("--reason", "x" * 2001),
        ("--award", "dsgo=1"),
        ("--use", "gunning"),
    ],
)
def test_new_refuses_what_render_would_refuse(arguments, cli, tmp_path):
    ran = cli(
        *with_norm("tender", "new", "--subsector", "woningbouw", "--role", "hoofdaannemer", "--level", "2", *arguments)
    )

    assert (ran.code, "fout in digisamen" in ran.err) == (2, False)
    assert not list(tmp_path.iterdir())


def test_a_mistyped_theme_is_no_reason(cli):
    ran = cli(
        *with_norm(
            "tender", "new", "--subsector", "woningbouw", "--role", "hoofdaannemer", "--level", "2", "--reason", "dsg=x"
        )
    )

    assert (ran.code, 'Bedoelt u "dsgo"?' in ran.err) == (2, True)


def test_a_document_of_the_client_is_never_written_over(annex, cli):
    house = annex("open", "docx")
    before = house.read_bytes()
    ran = cli(
        *with_norm(
            "spec",
            "--subsector",
            "woningbouw",
            "--role",
            "hoofdaannemer",
            "--level",
            "1",
            "--reference-doc",
            house,
            "--output",
            house,
        )
    )

    assert (ran.code, house.read_bytes() == before) == (4, True)


def test_a_document_that_fetches_something_is_refused(annex, cli, tmp_path):
    house = annex("open", "docx")
    files = open_archive(house.read_bytes(), name="x")
    rel = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="https://example.org/x.png" TargetMode="External"/></Relationships>'
    house.write_bytes(zipped([*files.items(), ("word/_rels/header9.xml.rels", rel.encode())]))
    ran = cli(*with_norm("tender", "render", REQUESTS / "vol.yaml", "--output", "uit.docx", "--reference-doc", house))

    assert (ran.code, "U022" in ran.err, (tmp_path / "uit.docx").exists()) == (3, True, False)
