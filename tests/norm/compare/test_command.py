"""`digisamen criteria diff`: every format, every way to name an edition, and what it refuses."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from digisamen import api
from digisamen.cli import exits
from digisamen.source import revision
from tests.norm.check.test_rules import BASE
from tests.norm.compare.story import CHANGES, STD, change, tell

GOLDEN = Path(__file__).parent / "golden"
ENDINGS = {"terminal": "txt", "markdown": "md", "html": "html", "json": "json"}

git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


@pytest.fixture
def norm(tmp_path):
    return tell(tmp_path / "norm")


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("form", ["terminal", "markdown", "json"])
def test_the_whole_story(form, language, norm, cli, golden):
    ran = cli("criteria", "diff", "2020.1", "--criteria", norm, "--format", form, "--lang", language)

    assert (ran.code, ran.err) == (0, "")
    golden(GOLDEN / f"diff.{language}.{ENDINGS[form]}", ran.out)


def test_the_whole_story_as_a_page(norm, cli, golden):
    ran = cli("criteria", "diff", "2020.1", "2021.1", "--criteria", norm, "--format", "html")

    golden(GOLDEN / "diff.nl.html", ran.out)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_is_wrong_with_the_lines(language, norm, cli, golden):
    lines = CHANGES.replace("kinds: [gesplitst]", "kinds: [vervallen]").replace("    text: redactie\n", "")
    lines = lines.replace("from: [STD-G-03, STD-G-04]", "from: [STD-G-03]").replace("  DSG-G-04:", "  DSG-G-09:")
    (norm / "2021.1" / "changes.yaml").write_text(lines, encoding="utf-8")
    ran = cli("criteria", "diff", "2020.1", "2021.1", "--criteria", "norm", "--lang", language)

    assert ran.code == exits.DONE
    golden(GOLDEN / f"untrue.{language}.txt", ran.out)


def test_strict_is_for_a_pipeline(norm, cli):
    assert cli("criteria", "diff", "2020.1", "--criteria", norm, "--strict").code == exits.DONE
    change(norm / "2021.1" / "changes.yaml", "kinds: [verplichting]", "kinds: [bewijs]")
    ran = cli("criteria", "diff", "2020.1", "--criteria", norm, "--strict", "--format", "json")
    data = json.loads(ran.out)

    assert ran.code == exits.NOT_MET
    assert [p["code"] for p in data["declared"]["problems"]] == ["C047", "C048"]
    assert (data["declared"]["checked"], data["declared"]["right"]) == (True, False)


def test_an_edition_and_itself(norm, cli):
    ran = cli("criteria", "diff", "2021.1", "2021.1", "--criteria", norm, "--strict", "--format", "markdown")

    assert ran.code == exits.DONE
    assert "**Er is niets veranderd.**" in ran.out


def test_another_order_is_no_change(norm, cli):
    shutil.copytree(norm / "2021.1", norm.parent / "oud")
    ran = cli("criteria", "diff", "2021.1", "norm/2021.1", "--criteria", norm)
    other = cli("criteria", "diff", BASE / "2020.1", "2020.1", "--criteria", norm)

    assert "Er is niets veranderd." in ran.out
    assert "Aan de inhoud is niets veranderd." in other.out
    change(norm / "2021.1" / STD, "phases: [ontwerp, beheer]", "phases: [beheer, ontwerp]")
    ran = cli("criteria", "diff", "oud", "norm/2021.1")
    assert "Alleen het nummer, changes.yaml of een volgorde is anders." in ran.out.replace("\n", " ")


LISTS = [
    ("title: {nl: Proefset,", "title: {nl: Andere proef,"),
    ("https://example.org/proef/", "https://example.org/proef/2021.1/"),
    ("beheer: {label: {nl: Beheer, en: Management}}", "beheer: {label: {nl: Beheren, en: Managing}}"),
    ("Een open formaat.", "Een vrij formaat."),
    ("when_false: {nl: u graaft niet", "when_false: {nl: u graaft nooit"),
    ("licence: {id: CC-BY-4.0", "licence: {id: CC0-1.0"),
    ("methods: [Documentbeoordelen, Auditen]", "methods: [Documentbeoordelen, Auditen, Testen]"),
    ("zzp: via-hoofdaannemer}", "zzp: zelf, recommended: {nieuwbouw: 2}, overlap_months: 18}"),
    (
        "tender:",
        (
            "ladder_exceptions:\n  - {sizes: [zzp], theme: dsgo, level: 2, roles: [beheerder], reason: {nl: Te zwaar., en: Too heavy.}}\n"
            "absences:\n  - {subsector: infra, phase: beheer, theme: dsgo, reason: {nl: Komt later., en: Comes later.}}\ntender:"
        ),
    ),
]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_changed_in_the_lists(language, norm, cli, golden):
    shutil.copytree(norm / "2021.1", norm.parent / "oud")
    for old, new in LISTS:
        change(norm / "2021.1" / "edition.yaml", old, new)
    change(norm / "2021.1" / "sources.yaml", "verified: 2020-12-01", "verified: 2021-01-15")
    ran = cli("criteria", "diff", "oud", "norm/2021.1", "--lang", language)

    golden(GOLDEN / f"lists.{language}.txt", ran.out)


@pytest.mark.parametrize("said", ["norm/2020.1", "norm/2020.1/", "./norm/2020.1", "alleen", "alleen/../norm/2020.1"])
def test_a_folder(said, norm, cli):
    """With `editions.yaml` above it, or without."""
    shutil.copytree(norm / "2020.1", norm.parent / "alleen")
    ran = cli("criteria", "diff", said, "norm/2021.1", "--format", "json")

    assert (ran.code, ran.err) == (0, "")
    assert (json.loads(ran.out)["old"]["number"], json.loads(ran.out)["old"]["status"]) == ("2020.1", "concept")


def test_the_folder_where_one_is(norm, cli):
    ran = cli("criteria", "diff", "../2020.1", ".", "--format", "json", cwd=norm / "2021.1")

    assert (ran.code, json.loads(ran.out)["new"]["number"]) == (0, "2021.1")


def test_a_frozen_edition_that_was_changed_can_be_looked_at(norm, cli):
    line = '"2021.1": {status: concept, frozen: nee}'
    change(norm / "editions.yaml", line, line.replace("nee}", f"ja, sha256: {'0' * 64}}}"))
    ran = cli("criteria", "diff", "2020.1", "--criteria", norm)

    assert ran.code == exits.DONE
    assert "C005" in ran.err


@pytest.mark.parametrize(
    ("said", "code", "exit_code"),
    [
        ("2031.1", "F011", exits.NO_FILE),
        ("norm", "F031", exits.NO_FILE),
        ("nergens", "F031", exits.NO_FILE),
        ("x" * 5000, "F031", exits.NO_FILE),
        ("nul\0teken", "F031", exits.NO_FILE),
        ("", "F031", exits.NO_FILE),
        (":pad", "U030", exits.WRONG_USE),
        ("main:", "U030", exits.WRONG_USE),
        ("main:/", "U030", exits.WRONG_USE),
        ("ma\nin:pad", "U030", exits.WRONG_USE),
    ],
)
def test_no_edition(said, code, exit_code, norm, cli):
    ran = cli("criteria", "diff", said, "--criteria", norm)

    assert (ran.code, ran.out) == (exit_code, "")
    assert code in ran.err


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        ("2021.1/changes.yaml", "kinds: [gesplitst]", "kinds: [tekst]", "C023"),
        ("2021.1/changes.yaml", "kinds: [gesplitst]", "soort: [gesplitst]", "C021"),
        ("2021.1/changes.yaml", "  STD-G-05:\n", "  STD-5:\n", "C023"),
        ("2021.1/changes.yaml", "text: redactie", "text: anders", "C023"),
        ("2021.1/changes.yaml", 'previous: "2020.1"', "previous: vorige", "C023"),
        ("2021.1/gedeeld/dsgo.yaml", "  level: 1\n", "  level: 9\n", "C023"),
        ("2021.1/gedeeld/dsgo.yaml", "criteria:", "lijst:", "C041"),
        ("editions.yaml", "status: concept", "status: iets", "C023"),
    ],
)
@pytest.mark.parametrize("arguments", [("2020.1", "2021.1", "--criteria", "norm"), ("norm/2020.1", "norm/2021.1")])
def test_files_with_faults_are_not_compared(arguments, file, old, new, code, norm, cli):
    change(norm / file, old, new)
    ran = cli("criteria", "diff", *arguments)

    assert (ran.code, ran.out) == (exits.BAD_INPUT, "")
    assert code in ran.err


def test_a_file_that_is_missing(norm, cli):
    (norm / "2021.1" / "changes.yaml").unlink()

    assert cli("criteria", "diff", "2020.1", "--criteria", norm).code == exits.NO_FILE


def test_the_library(norm):
    compared = api.diff("2020.1", None, str(norm)).value

    assert isinstance(compared, api.Compared)
    assert (compared.old.number, compared.new.number, compared.checked, compared.right) == (
        "2020.1",
        "2021.1",
        True,
        True,
    )


@pytest.fixture
def repository(norm, monkeypatch):
    """The pair in git: 2021.1 was a copy of 2020.1 in the first commit, and its story is in the second, `werk`."""
    monkeypatch.chdir(norm.parent)
    for name in [n for n in os.environ if n.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(norm.parent))
    run("init", "-q", "-b", "main")
    shutil.move(norm / "2021.1", norm.parent / "later")
    shutil.copytree(norm / "2020.1", norm / "2021.1")
    commit("begin")
    shutil.rmtree(norm / "2021.1")
    shutil.move(norm.parent / "later", norm / "2021.1")
    run("checkout", "-q", "-b", "werk")
    commit("verder")
    return norm.parent


def run(*arguments):
    who = ("-c", "user.name=Proef", "-c", "user.email=proef@example.org", "-c", "commit.gpgsign=false")
    subprocess.run([shutil.which("git"), *who, *arguments], check=True, capture_output=True)


def commit(message):
    run("add", "-A")
    run("commit", "-q", "-m", message)


@git
@pytest.mark.parametrize(
    "arguments",
    [
        ("main:norm/2021.1",),  # the same folder as it is now
        ("main:norm/2021.1/", "norm/2021.1"),
        ("main:norm/2021.1", "werk:norm/2021.1"),
        ("HEAD~1:./norm/2021.1", "HEAD:norm/2021.1"),
        ("main:norm/2020.1", "werk:norm/2021.1"),
        ("main:norm/2020.1", "2021.1", "--criteria", "norm"),
    ],
)
def test_a_revision(arguments, repository, cli):
    ran = cli("criteria", "diff", *arguments, "--format", "json")
    whole = json.loads(cli("criteria", "diff", "2020.1", "--criteria", "norm", "--format", "json").out)

    assert (ran.code, ran.err) == (0, "")
    assert [(c["id"], c["kind"]) for c in json.loads(ran.out)["changes"]] == [
        (c["id"], c["kind"]) for c in whole["changes"]
    ]


@git
def test_a_revision_from_a_folder_below(repository, cli):
    ran = cli("criteria", "diff", "main:norm/2021.1", "--format", "json", cwd=repository / "norm" / "2020.1")

    assert (ran.code, bool(json.loads(ran.out)["changes"])) == (0, True)


@git
def test_a_pull_request_within_one_number_has_no_lines_to_check(repository, cli):
    change(repository / "norm" / "2021.1" / STD, "  effort: 1", "  effort: 2")
    ran = cli("criteria", "diff", "werk:norm/2021.1", "--strict", "--lang", "en")

    assert ran.code == exits.DONE
    assert "Two versions of edition 2021.1" in ran.out
    assert "Effort: before less than an hour; now 2." in ran.out
    assert "was not checked" in ran.out.replace("\n", " ")


@git
def test_the_record_comes_from_the_same_revision(repository, cli):
    change(repository / "norm" / "editions.yaml", '"2020.1": {status: concept', '"2020.1": {status: vervallen')
    ran = cli("criteria", "diff", "main:norm/2020.1", "norm/2020.1", "--format", "json")

    assert [json.loads(ran.out)[x]["status"] for x in ("old", "new")] == ["concept", "vervallen"]


@git
def test_a_fault_in_a_revision_is_named_as_git_names_the_file(repository, cli):
    change(repository / "norm" / "2021.1" / STD, "  level: 1", "  level: 9")
    commit("kapot")
    ran = cli("criteria", "diff", "main:norm/2021.1", "werk:norm/2021.1")

    assert ran.code == exits.BAD_INPUT
    assert ran.err.startswith("werk:norm/2021.1/gedeeld/standaarden.yaml:6:10: fout C023")


@git
@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("--output=x:norm/2021.1", "U030"),
        ("-p:norm/2021.1", "U030"),
        ("nergens:norm/2021.1", "F030"),
        ("main:norm/2031.1", "F030"),
        ("main:norm", "F031"),
        ("main:norm/editions.yaml", "F030"),
        ("main:../../etc", "F030"),
        ("main --help:norm/2021.1", "F030"),
    ],
)
def test_what_git_is_not_asked(said, code, repository):
    with pytest.raises(api.DigisamenError) as caught:
        api.diff(said, "norm/2021.1")

    assert caught.value.problem.code == code


@git
def test_a_revision_with_a_dash_is_an_option_to_the_command_line(repository, cli):
    assert cli("criteria", "diff", "-p:norm/2021.1").code == exits.WRONG_USE
    assert cli("criteria", "diff", "--", "-p:norm/2021.1").code == exits.WRONG_USE


@git
@pytest.mark.parametrize("name", ["changes.yaml", "gedeeld/extra.yaml"])
def test_links_in_a_revision_are_refused(name, repository, cli):
    """Not followed, because they may lead anywhere; not left out, because criteria would seem to be gone."""
    (repository / "norm" / "2021.1" / name).unlink(missing_ok=True)
    (repository / "norm" / "2021.1" / name).symlink_to("/etc/passwd")
    commit("links")
    ran = cli("criteria", "diff", "main:norm/2021.1", "werk:norm/2021.1")

    assert (ran.code, ran.out) == (exits.NO_FILE, "")
    assert f"F030\n  {name} is een koppeling" in ran.err


@git
def test_a_file_that_is_missing_in_a_revision(repository, cli):
    (repository / "norm" / "2021.1" / "changes.yaml").unlink()
    commit("weg")
    ran = cli("criteria", "diff", "main:norm/2021.1", "werk:norm/2021.1")

    assert (ran.code, ran.out) == (exits.NO_FILE, "")
    assert "werk:norm/2021.1/changes.yaml: fout F001" in ran.err


@git
def test_content_that_git_lacks(repository, cli):
    """As in a partial clone: nothing is fetched, and nothing is compared."""
    sha = subprocess.run(
        [shutil.which("git"), "rev-parse", f"werk:norm/2021.1/{STD}"], check=True, capture_output=True, text=True
    ).stdout.strip()
    (repository / ".git" / "objects" / sha[:2] / sha[2:]).unlink()
    ran = cli("criteria", "diff", "main:norm/2021.1", "werk:norm/2021.1")

    assert (ran.code, ran.out) == (exits.NO_FILE, "")
    assert "F030" in ran.err


@git
def test_no_program_of_the_repository_runs(repository, cli):
    """Filters, attributes and hooks of a repository change nothing in what is read, and are not run."""
    run("config", "filter.vuil.smudge", "touch gelopen; cat")
    run("config", "core.fsmonitor", "touch gelopen")
    run("config", "core.pager", "touch gelopen")
    (repository / ".gitattributes").write_text("*.yaml filter=vuil export-subst\ngedeeld export-ignore\n")
    run("add", "-A")
    run("commit", "-q", "-m", "attributen")
    (repository / "gelopen").unlink(missing_ok=True)
    ran = cli("criteria", "diff", "werk:norm/2021.1", "norm/2021.1")

    assert "Er is niets veranderd." in ran.out
    assert not (repository / "gelopen").exists()


@git
def test_a_folder_that_is_too_big(repository, monkeypatch, cli):
    monkeypatch.setattr(revision, "MAX_FILES", 3)
    ran = cli("criteria", "diff", "main:norm/2021.1")

    assert ran.code == exits.NO_FILE
    assert "te groot voor een editie" in ran.err


@git
def test_outside_a_repository(norm, cli, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(norm.parent.parent))
    ran = cli("criteria", "diff", "main:norm/2021.1")

    assert ran.code == exits.NO_FILE
    assert "Hier is geen git-repository" in ran.err


def test_without_git(norm, cli, monkeypatch):
    monkeypatch.setenv("PATH", str(norm))
    ran = cli("criteria", "diff", "main:norm/2021.1")

    assert ran.code == exits.NO_FILE
    assert "Het programma git is niet gevonden." in ran.err


@pytest.mark.parametrize(
    ("trouble", "said"), [(OSError(), "niet gevonden"), (subprocess.TimeoutExpired("git", 1), "op tijd")]
)
def test_git_that_does_not_answer(trouble, said, norm, cli, monkeypatch):
    def fail(*_, **__):
        raise trouble

    monkeypatch.setattr(revision.shutil, "which", lambda _: "/usr/bin/git")
    monkeypatch.setattr(revision.subprocess, "run", fail)
    ran = cli("criteria", "diff", "main:norm/2021.1")

    assert ran.code == exits.NO_FILE
    assert said in ran.err
