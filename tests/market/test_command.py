"""`digisamen criteria impact`: every format, what does not count, publishing, and what it refuses."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from digisamen import api
from digisamen.cli import exits
from digisamen.market.document import COMMENT, fitting_markdown
from digisamen.market.impact import Whose
from digisamen.text.texts import texts
from tests.market.make import STD, change, norm, organisations, said, write

GOLDEN = Path(__file__).parent / "golden"
ENDINGS = {"terminal": "txt", "markdown": "md", "html": "html", "json": "json"}
PAIR = ("criteria", "impact", "2020.1", "2021.1", "--criteria", "norm")


@pytest.fixture
def home(tmp_path):
    """A folder with both editions in `norm` and files in `leden`."""
    norm(tmp_path / "norm")
    organisations(tmp_path / "leden")
    return tmp_path


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("form", ["terminal", "markdown", "html", "json"])
def test_files_of_ones_own(form, language, home, cli, golden):
    ran = cli(*PAIR, "leden", "--format", form, "--lang", language)

    assert ran.code == exits.DONE
    golden(GOLDEN / f"files.{language}.{ENDINGS[form]}", ran.out)
    golden(GOLDEN / f"files.{language}.stderr.txt", ran.err)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("form", ["terminal", "markdown"])
@pytest.mark.parametrize("publish", [(), ("--publish",)])
def test_invented_organisations(publish, form, language, home, cli, golden):
    ran = cli(*PAIR, *publish, "--synthetic", "300", "--seed", "4", "--format", form, "--lang", language)

    assert (ran.code, ran.err) == (exits.DONE, "")
    golden(GOLDEN / f"{'published' if publish else 'synthetic'}.{language}.{ENDINGS[form]}", ran.out)


def test_published_data_is_that_of_the_tables(home, cli, golden):
    ran = cli(*PAIR, "--publish", "--synthetic", "300", "--seed", "4", "--format", "json")

    golden(GOLDEN / "published.json", ran.out)
    assert json.loads(ran.out)["published"]["minimum"] == 10
    assert json.loads(ran.out)["files"] == []


@pytest.mark.parametrize("form", ["terminal", "markdown", "html", "json"])
def test_invented_organisations_are_labelled_in_every_format(form, home, cli):
    nl = cli(*PAIR, "--synthetic", "20", "--format", form).out
    en = cli(*PAIR, "--synthetic", "20", "--format", form, "--lang", "en").out

    if form == "json":
        assert json.loads(nl)["synthetic"] is True
        return
    assert "SYNTHETISCH" in nl
    assert "geen marktcijfers" in nl.replace("\n", " ")
    assert "SYNTHETIC" in en
    assert "SYNTH" in re.search(r"<title>.*</title>", nl)[0] if form == "html" else "SYNTH" in nl[:200]


def test_without_files_two_thousand_are_invented(home, cli):
    data = json.loads(cli(*PAIR, "--format", "json").out)

    assert (data["synthetic"], data["seed"], data["organisations"]) == (True, 2026, 2000)


def test_the_same_every_time(home, cli):
    first = cli(*PAIR, "--synthetic", "40", "--format", "json").out

    assert cli(*PAIR, "--synthetic", "40", "--seed", "2026", "--format", "json").out == first
    assert cli(*PAIR, "--synthetic", "40", "--seed", "1", "--format", "json").out != first


def test_the_order_of_files_makes_no_difference(home, cli):
    folder = json.loads(cli(*PAIR, "leden", "--format", "json").out)
    files = sorted((home / "leden").rglob("org.yaml"), reverse=True)
    named = json.loads(cli(*PAIR, *files, "leden", "--format", "json").out)

    for key in ("tables", "levels", "causes", "questions", "answers"):
        assert named[key] == folder[key]


def test_a_folder_published_names_nobody(home, cli):
    for number in range(40):
        write(home / "leden" / f"{number}.yaml", **said("STD-G-01", "STD-W-01"))
    for form in ("terminal", "markdown", "html", "json"):
        ran = cli(*PAIR, "leden", "--publish", "--format", form)
        assert ran.code == exits.DONE
        assert "leden" not in ran.out
        assert ".yaml" not in ran.out.replace("changes.yaml", "")


def test_too_few_to_publish(home, cli):
    ran = cli(*PAIR, "leden", "--publish")

    assert ran.code == exits.DONE
    assert "Er zijn te weinig organisaties om iets te laten zien." in ran.out


def test_two_versions_of_one_number(home, cli):
    """A pull request: nobody declared a class, so each changed text asks again; the output says so."""
    shutil.copytree(home / "norm" / "2020.1", home / "werk" / "2020.1")
    change(home / "werk" / "2020.1" / STD, 'nl: "Eis van STD-G-01."', 'nl: "Andere eis van STD-G-01."')
    ran = cli("criteria", "impact", "norm/2020.1", "werk/2020.1", "leden")
    same = cli("criteria", "impact", "norm/2020.1", "norm/2020.1", "leden")
    said_of_it = " ".join(ran.out.split())

    assert "Twee versies van editie 2020.1" in ran.out
    assert "telt elke andere Nederlandse tekst als een nieuwe vraag: STD-G-01." in said_of_it
    assert "De tekst is anders, zonder klasse" in ran.out
    assert "Er is geen Nederlandse tekst veranderd" in " ".join(same.out.split())
    assert "dalen er 0, stijgen er 0 en blijven er 7 gelijk" in same.out


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_a_revision_of_git(home, cli, monkeypatch):
    for name in [n for n in os.environ if n.startswith("GIT_")]:
        monkeypatch.delenv(name)
    who = ("-c", "user.name=Proef", "-c", "user.email=proef@example.org", "-c", "commit.gpgsign=false")
    for arguments in (("init", "-q", "-b", "main"), ("add", "-A"), ("commit", "-q", "-m", "begin")):
        subprocess.run([shutil.which("git"), *who, *arguments], check=True, capture_output=True, cwd=home)
    change(home / "norm" / "2021.1" / STD, "  obligation: must", "  obligation: should")
    ran = cli("criteria", "impact", "main:norm/2020.1", "norm/2021.1", "leden", "--format", "json")

    assert ran.code == exits.DONE
    assert json.loads(ran.out)["organisations"] == 7


@pytest.mark.parametrize(
    ("arguments", "code", "exit_code"),
    [
        (("leden", "--synthetic", "10"), "U050", exits.WRONG_USE),
        (("leden", "--seed", "10"), "U050", exits.WRONG_USE),
        (("--synthetic", "0"), "U051", exits.WRONG_USE),
        (("--synthetic", "veel"), "U014", exits.WRONG_USE),
        (("leden", "--date", "morgen"), "U007", exits.WRONG_USE),
        (("nergens",), "F001", exits.NO_FILE),
        (("nul\0teken",), "F001", exits.NO_FILE),
        (("leden/fout",), "A040", exits.BAD_INPUT),
        (("leden/vorig-jaar",), "A040", exits.BAD_INPUT),
        (("leden/uitvraag.yaml",), "A040", exits.BAD_INPUT),
        (("norm/2020.1",), "A040", exits.BAD_INPUT),
    ],
)
def test_what_it_refuses(arguments, code, exit_code, home, cli):
    ran = cli(*PAIR, *arguments)

    assert (ran.code, ran.out) == (exit_code, "")
    assert code in ran.err


def test_an_edition_that_cannot_be_scored_with(home, cli):
    """`criteria diff` shows what changed in it all the same; a level needs all words to lead somewhere."""
    change(home / "norm" / "2021.1" / STD, "light: [document]", "light: [bestaat-niet]")
    ran = cli(*PAIR, "leden")

    assert ran.code == exits.BAD_INPUT
    assert "C007" in ran.err
    assert cli("criteria", "diff", "2020.1", "--criteria", "norm").code == exits.DONE


@pytest.mark.parametrize("broken", [b"\xff\xfe", b"a: [", b"- 1\n", b""])
def test_a_broken_file_is_counted_or_passed_over(broken, home, cli):
    (home / "leden" / "stuk.yaml").write_bytes(broken)
    ran = cli(*PAIR, "leden", "--format", "json")
    skipped = json.loads(ran.out)["skipped"]

    assert ran.code == exits.DONE
    assert skipped["invalid"] + skipped["other_files"] == 3


def test_the_output_is_never_one_of_the_files(home, cli):
    before = (home / "leden" / "een" / "org.yaml").read_bytes()
    for more in ((), ("--publish",)):
        ran = cli(*PAIR, "leden", *more, "--output", "leden/een/org.yaml", "--format", "json")
        assert (ran.code, "F021" in ran.err) == (exits.NO_FILE, True)
    assert (home / "leden" / "een" / "org.yaml").read_bytes() == before


def test_a_comment_always_fits(home):
    """Names of 200 characters, criteria with long titles: lists get shorter, and the answer stays."""
    folder = home / "leden" / ("n" * 100)
    for number in range(60):
        write(folder / f"{number}{'x' * 90}.yaml", **said("STD-G-01", "STD-G-02", "DSG-G-01", "DSG-G-02", "STD-W-01"))
    for file in ("2020.1", "2021.1"):
        path = home / "norm" / file / STD
        path.write_text(path.read_text(encoding="utf-8").replace("Titel van", "Titel " * 300), encoding="utf-8")
    made = api.impact("2020.1", "2021.1", Whose((str(home / "leden"),)), folder=str(home / "norm")).value
    text = fitting_markdown(made, texts("nl"))

    assert len(text) <= COMMENT
    assert "Van 67 organisaties" in text
    path = home / "norm" / "2021.1" / "edition.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("nl: Zzp", f"nl: {'Zzp ' * 8000}"), encoding="utf-8")
    made = api.impact("2020.1", "2021.1", Whose((str(home / "leden"),)), folder=str(home / "norm")).value
    text = fitting_markdown(made, texts("nl"))

    assert len(text) <= COMMENT
    assert "Alles staat in de vorm json" in text


def test_the_library(home):
    told = []
    outcome = api.impact(
        "2020.1",
        "2021.1",
        Whose((str(home / "leden"),)),
        folder=str(home / "norm"),
        progress=lambda done, of: told.append((done, of)),
    )

    assert isinstance(outcome.value, api.Impact)
    assert [p.code for p in outcome.problems] == ["A008", "A014"]
    assert told == [(n, 10) for n in range(1, 11)]


@pytest.mark.skipif(sys.platform == "win32", reason="signals differ there")
def test_it_can_be_stopped(home):
    """Ctrl-C in the middle of the work."""
    command = [sys.executable, "-m", "digisamen", *PAIR, "--synthetic", "50000"]
    with subprocess.Popen(
        command,
        cwd=home,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509  # who runs the tests may ignore it
    ) as process:
        time.sleep(2)
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=20) == exits.STOPPED
