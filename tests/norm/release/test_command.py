"""`digisamen criteria release`: the notes in every format, the freezing, and what it leaves alone."""

import json
import os
import shutil
from pathlib import Path

import pytest

from digisamen import api
from digisamen.cli import exits
from digisamen.cli import write as writing
from digisamen.norm.release import release as releasing
from digisamen.source import library
from tests.cli.steps import before_step, by_moving, in_place
from tests.norm.check.test_rules import BASE
from tests.norm.compare.story import STD, change, tell
from tests.norm.release.make import REGISTER, erratum, files, freeze, mended

GOLDEN = Path(__file__).parent / "golden"
ENDINGS = {"terminal": "txt", "markdown": "md", "html": "html", "json": "json"}
DAY = ("--date", "2021-06-01")


@pytest.fixture
def norm(tmp_path):
    """The pair of editions, of which the first is released already."""
    return freeze(mended(tell(tmp_path / "norm")), "2020.1", "2020-06-01")


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("form", ["terminal", "markdown", "json"])
def test_the_notes(form, language, norm, cli, golden):
    ran = cli("criteria", "release", "2021.1", "--criteria", norm, *DAY, "--format", form, "--lang", language)

    assert ran.code == exits.DONE
    golden(GOLDEN / f"next.{language}.{ENDINGS[form]}", ran.out)


def test_the_notes_as_a_page(norm, cli, golden):
    golden(
        GOLDEN / "next.nl.html",
        cli("criteria", "release", "2021.1", "--criteria", norm, *DAY, "--format", "html").out,
    )


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_notes_of_the_first_edition(language, tmp_path, cli, golden):
    tell(tmp_path / "norm")
    ran = cli("criteria", "release", "2020.1", "--criteria", "norm", *DAY, "--format", "markdown", "--lang", language)

    assert ran.code == exits.DONE
    golden(GOLDEN / f"first.{language}.md", ran.out)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_notes_of_an_erratum(language, norm, cli, golden):
    erratum(norm)
    ran = cli("criteria", "release", "2020.2", "--criteria", norm, *DAY, "--format", "markdown", "--lang", language)

    assert (ran.code, ran.err.count("\n")) == (exits.DONE, 1)
    golden(GOLDEN / f"erratum.{language}.md", ran.out)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_notes_of_an_adopted_edition(language, norm, cli, golden):
    decided = "status: vastgesteld, decided_by: De digiPartners, decided_on: 2021-05-20, decision: https://example.org/besluit"
    change(
        norm / REGISTER,
        '"2021.1": {status: concept',
        f'"2021.1": {{{decided}, consultation: https://example.org/reacties',
    )
    ran = cli("criteria", "release", "2021.1", "--criteria", norm, *DAY, "--format", "markdown", "--lang", language)

    assert "CONCEPT" not in ran.out
    golden(GOLDEN / f"adopted.{language}.md", ran.out[: ran.out.index("\n## ")] + ran.out[ran.out.index("\n## 10") :])


def test_adopted_without_a_decision_is_refused(norm, cli):
    change(norm / REGISTER, '"2021.1": {status: concept', '"2021.1": {status: vastgesteld, decided_by: De digiPartners')
    ran = cli("criteria", "release", "2021.1", "--criteria", norm, "--write")

    assert (ran.code, ran.out) == (exits.BAD_INPUT, "")
    assert "C025" in ran.err
    assert "decided_by, decided_on, decision en consultation" in ran.err.replace("\n  ", " ")


def test_a_rehearsal_writes_nothing(norm, cli):
    before = files(norm)
    ran = cli("criteria", "release", "2021.1", "--criteria", norm, *DAY)

    assert (ran.code, files(norm)) == (exits.DONE, before)
    assert "Geef --write mee" in ran.err


def test_the_notes_in_a_file(norm, cli, tmp_path):
    ran = cli(
        "criteria",
        "release",
        "2021.1",
        "--criteria",
        norm,
        *DAY,
        "--output",
        "notities.html",
        "--output",
        "n.json",
        "--format",
        "html",
        "--format",
        "json",
    )

    assert (ran.code, ran.out) == (exits.DONE, "")
    assert "<table" in (tmp_path / "notities.html").read_text(encoding="utf-8")
    assert json.loads((tmp_path / "n.json").read_text(encoding="utf-8"))["schema"] == "digisamen/release/v1"


def test_freezing(norm, cli):
    before = files(norm)
    wanted = {
        x: cli("criteria", "release", "2021.1", "--criteria", norm, *DAY, "--format", "markdown", "--lang", x).out
        for x in ("nl", "en")
    }
    ran = cli("criteria", "release", "2021.1", "--criteria", norm, *DAY, "--write")
    after = files(norm)
    sha = api.diff("2021.1", "2021.1", str(norm)).value.new.digest

    assert (ran.code, ran.out) == (exits.DONE, "")
    assert ran.err.startswith("Editie 2021.1 is vrijgegeven en bevroren.\n")
    assert {name for name in after if after[name] != before.get(name)} == {
        REGISTER,
        "releases/2021.1.nl.md",
        "releases/2021.1.en.md",
    }
    assert {x: after[f"releases/2021.1.{x}.md"].decode() for x in wanted} == wanted
    assert sha in wanted["nl"]
    assert (
        f'"2021.1": {{status: concept, frozen: ja, sha256: "{sha}", frozen_on: 2021-06-01}}' in after[REGISTER].decode()
    )
    assert api.load_edition("2021.1", str(norm)).value.record.frozen == "ja"


def test_freezing_twice_changes_nothing(norm, cli):
    before = files(norm)
    ran = cli("criteria", "release", "2020.1", "--criteria", norm, *DAY, "--write")

    assert (ran.code, ran.out, files(norm)) == (exits.DONE, "", before)
    assert "is al vrijgegeven" in ran.err


def test_the_notes_of_a_frozen_edition_can_be_made_again(norm, cli):
    ran = cli("criteria", "release", "2020.1", "--criteria", norm, *DAY, "--format", "markdown")

    assert ran.out == (norm / "releases" / "2020.1.nl.md").read_text(encoding="utf-8")


def test_a_frozen_edition_that_was_changed_is_refused(norm, cli):
    change(norm / "2020.1" / "edition.yaml", "Een open formaat.", "Een vrij formaat.")
    before = files(norm)
    ran = cli("criteria", "release", "2020.1", "--criteria", norm, *DAY, "--write")

    assert (ran.code, files(norm)) == (exits.NOT_MET, before)
    assert "C005" in ran.err


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_stands_in_the_way_is_told_at_once(language, norm, cli, golden):
    change(norm / REGISTER, "frozen: ja", "frozen: nee")
    change(norm / REGISTER, '"2021.1": {status: concept', '"2021.1": {status: consultatie')
    change(norm / "2021.1" / STD, "light: [document]", "light: []")
    change(norm / "2021.1" / STD, "sources: [bron]", "sources: [bron, bronn]")
    before = files(norm)
    ran = cli("criteria", "release", "2021.1", "--criteria", "norm", *DAY, "--write", "--lang", language)

    assert (ran.code, ran.out, files(norm)) == (exits.NOT_MET, "", before)
    golden(GOLDEN / f"refused.{language}.txt", ran.err)


def test_the_reasons_as_data(norm, cli):
    change(norm / REGISTER, "frozen: ja", "frozen: nee")
    data = json.loads(cli("criteria", "release", "2021.1", "--criteria", norm, *DAY, "--format", "json").out)

    assert (data["refused"], [p["code"] for p in data["refusals"]]) == (True, ["C057"])


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("2031.1",), exits.NO_FILE, "F011"),
        (("2021.1", "--date", "morgen"), exits.WRONG_USE, "U007"),
        ((), exits.WRONG_USE, "U0"),
        (("2021.1", "--format", "pdf"), exits.WRONG_USE, "U004"),
        (("2021.1", "--output", "norm/editions.yaml"), exits.NO_FILE, "F021"),
        (("2021.1", "--output", "norm/releases/2020.1.nl.md", "--write"), exits.NO_FILE, "F021"),
    ],
)
def test_wrong_use(arguments, code, said, norm, cli):
    before = files(norm)
    ran = cli("criteria", "release", *arguments, "--criteria", "norm")

    assert (ran.code, files(norm)) == (code, before)
    assert said in ran.err


def test_files_with_faults_are_not_released(norm, cli):
    change(norm / "2021.1" / "gedeeld" / "dsgo.yaml", "  level: 1\n", "  level: 9\n")
    ran = cli("criteria", "release", "2021.1", "--criteria", norm)

    assert (ran.code, ran.out) == (exits.BAD_INPUT, "")
    assert "C023" in ran.err


def test_an_installed_program_freezes_nothing(norm, cli, monkeypatch):
    monkeypatch.setattr(library, "files", lambda _: norm)
    (norm / "_bundle").mkdir()
    (norm / "_bundle" / "editions.json").write_text("{}", encoding="utf-8")
    ran = cli("criteria", "release", "2021.1", "--write")

    assert (ran.code, ran.out) == (exits.WRONG_USE, "")
    assert "U040" in ran.err


def test_what_cannot_be_edited_is_left_alone(norm, cli, monkeypatch):
    """Whatever the edit makes of the file is read back first; when that is not what it should be, nothing is written."""
    monkeypatch.setattr(releasing, "with_values", lambda document, *_: document.text + "# anders")
    before = files(norm)
    ran = cli("criteria", "release", "2021.1", "--criteria", norm, *DAY, "--write")

    assert (ran.code, ran.out, files(norm)) == (exits.NO_FILE, "", before)
    assert "F032" in ran.err
    assert "frozen_on: 2021-06-01" in ran.err


def test_all_or_nothing(norm, cli, monkeypatch):
    before = files(norm)
    real = writing.write_spare

    def fail(path, content):
        if path.name == REGISTER:
            raise OSError(28, os.strerror(28))
        return real(path, content)

    monkeypatch.setattr(writing, "write_spare", fail)
    ran = cli("criteria", "release", "2021.1", "--criteria", norm, *DAY, "--write")

    assert (ran.code, files(norm)) == (exits.NO_FILE, before)
    assert "F020" in ran.err


@pytest.mark.parametrize("save", [in_place, by_moving])
def test_a_register_that_is_saved_meanwhile_is_not_written_over(save, norm, cli):
    """Whenever it is saved: before the notes are there, and after. Of the notes none stays then."""
    saved, before = (norm / REGISTER).read_bytes() + b"# van een ander\n", files(norm)
    ends = set()
    for number in range(1, 40):
        (norm / REGISTER).write_bytes(before[REGISTER])
        for path in set(files(norm)) - set(before):
            (norm / path).unlink()
        with pytest.MonkeyPatch.context() as patch:
            seen = before_step(patch, {number: lambda: save(norm / REGISTER, saved)})
            ran = cli("criteria", "release", "2021.1", "--criteria", norm, *DAY, "--write")
        if len(seen) < number:
            break
        assert (norm / REGISTER).read_bytes() == saved, seen
        if ran.code == exits.BAD_INPUT:
            assert "F024" in ran.err
            assert files(norm) == {**before, REGISTER: saved}, seen
        ends.add(ran.code)
    assert ends == {exits.BAD_INPUT, exits.DONE}


def test_a_first_edition_beside_one_that_lapsed_unfrozen(tmp_path, cli):
    """The edition before must be frozen, whatever its status."""
    shutil.copytree(BASE, tmp_path / "norm")
    ran = cli("criteria", "release", "2020.1", "--criteria", "norm", "--format", "json")

    assert [p["code"] for p in json.loads(ran.out)["refusals"]] == ["C057"]
