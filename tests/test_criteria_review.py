"""The one command behind the comment on a pull request: `./scripts/criteria-review`, in a repository made for it."""

import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
STUB = """
import json, os, pathlib, subprocess, sys
words = sys.argv[1:]
with open(os.environ["STUB_LOG"], "a") as log:
    log.write(json.dumps(words) + "\\n")
says = pathlib.Path(__file__).with_name("says.json")
said = json.loads(says.read_text() if says.exists() else "{}").get(words[1], [0, "# Title\\n\\nFine."])
if said == "really":
    sys.exit(subprocess.call([sys.executable, "-m", "digisamen", *words]))
pathlib.Path(words[words.index("--output") + 1]).write_text(said[1], encoding="utf-8")
print(*said[2:], file=sys.stderr)
sys.exit(said[0])
"""


@pytest.fixture
def tool(tmp_path, monkeypatch):
    spec = importlib.util.spec_from_file_location("criteria_review", ROOT / "tools" / "criteria_review.py")
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, spec.name, module)
    spec.loader.exec_module(module)
    (tmp_path / "stub.py").write_text(STUB)
    monkeypatch.setenv("STUB_LOG", str(tmp_path / "log"))
    monkeypatch.setattr(module, "COMMAND", (sys.executable, str(tmp_path / "stub.py")))
    return module


def git(*arguments):
    known = ("-c", "user.name=a", "-c", "user.email=a@example.org")
    ran = subprocess.run(["git", *known, *arguments], check=True, capture_output=True, text=True)  # noqa: S607  # of the machine
    return ran.stdout.strip()


@pytest.fixture
def repository(tmp_path, monkeypatch):
    """A repository with two small editions on main, and a branch to work on."""
    folder = tmp_path / "repository"
    for number in ("2026.1", "2026.2"):
        (folder / "criteria" / number / "gedeeld").mkdir(parents=True)
        (folder / "criteria" / number / "edition.yaml").write_text("a: 1\n")
        (folder / "criteria" / number / "changes.yaml").write_text("previous: null\n")
        (folder / "criteria" / number / "gedeeld" / "dsgo.yaml").write_text("a: 1\n")
    (folder / "criteria" / "editions.yaml").write_text("a: 1\n")
    monkeypatch.chdir(folder)
    for name in [n for n in os.environ if n.startswith("GIT_")]:
        monkeypatch.delenv(name)
    git("init", "-q", "-b", "main")
    git("add", "-A")
    git("commit", "-q", "-m", "one")
    git("switch", "-q", "-c", "work")
    return folder


@pytest.fixture
def asked(tmp_path):
    def commands():
        log = tmp_path / "log"
        lines = log.read_text().splitlines() if log.exists() else []
        return [" ".join(json.loads(line)).split(" --format")[0] for line in lines]

    return commands


@pytest.fixture
def says(tmp_path):
    def commands(what):
        (tmp_path / "says.json").write_text(json.dumps(what))

    return commands


def comment(folder):
    return (folder / "criteria-review.md").read_text(encoding="utf-8")


def head():
    return git("rev-parse", "main")


def test_nothing_changed(tool, repository, asked):
    assert tool.main([]) == 0
    assert comment(repository).splitlines()[0] == tool.MARKER
    assert "Er is niets veranderd in de map `criteria`." in comment(repository)
    assert asked() == []


def test_an_edition_that_changed(tool, repository, asked):
    (repository / "criteria/2026.2/gedeeld/dsgo.yaml").write_text("a: 2\n")

    assert tool.main(["main"]) == 0
    assert asked() == [
        "criteria check --edition 2026.2 --criteria criteria",
        f"criteria diff {head()}:criteria/2026.2 criteria/2026.2 --strict",
        f"criteria impact {head()}:criteria/2026.2 criteria/2026.2 --synthetic 2000 --seed 2026",
    ]
    assert "| 2026.2 | in orde | in orde | in orde |" in comment(repository)
    assert "\n### Title\n" in comment(repository)


@pytest.mark.parametrize("committed", [True, False])
def test_a_new_edition_is_compared_with_the_one_that_it_names(tool, repository, asked, committed):
    shutil.copytree(repository / "criteria/2026.1", repository / "criteria/2027.1")
    (repository / "criteria/2027.1/changes.yaml").write_text('previous: "2026.1"\nchanges: {}\n')
    if committed:
        git("add", "-A")
        git("commit", "-q", "-m", "two")

    assert tool.main([]) == 0
    assert asked()[1:] == [
        "criteria diff criteria/2026.1 criteria/2027.1 --strict",
        "criteria impact criteria/2026.1 criteria/2027.1 --synthetic 2000 --seed 2026",
    ]


@pytest.mark.parametrize(
    "log", ["previous: null\n", "previous: ../..\n", "previous: --help\n", "a: [\n", "- a\n", None]
)
def test_a_new_edition_without_one_before_it_is_only_checked(tool, repository, asked, log):
    shutil.copytree(repository / "criteria/2026.1", repository / "criteria/2027.1")
    place = repository / "criteria/2027.1/changes.yaml"
    place.unlink() if log is None else place.write_text(log)

    assert tool.main([]) == 0
    assert asked() == ["criteria check --edition 2027.1 --criteria criteria"]
    assert "| 2027.1 | in orde | - | - |" in comment(repository)


def test_the_editions_come_in_order_of_time(tool, repository, asked):
    for number in ("2026.10", "2026.9", "2025.3"):
        shutil.copytree(repository / "criteria/2026.1", repository / "criteria" / number)

    tool.main([])
    assert re.findall(r"^\| ([0-9.]+) \|", comment(repository), re.MULTILINE) == ["2025.3", "2026.9", "2026.10"]


def test_what_changed_on_main_since_then_is_not_ours(tool, repository, asked):
    fork = head()
    (repository / "criteria/2026.2/edition.yaml").write_text("a: 2\n")
    git("commit", "-q", "-a", "-m", "ours")
    git("switch", "-q", "main")
    (repository / "criteria/2026.1/edition.yaml").write_text("a: 2\n")
    git("commit", "-q", "-a", "-m", "theirs")
    git("switch", "-q", "work")

    assert tool.main([]) == 0
    assert f"{fork}:criteria/2026.2" in asked()[1]
    assert not [command for command in asked() if "2026.1" in command]


def test_another_register_has_all_editions_checked(tool, repository, asked):
    (repository / "criteria/editions.yaml").write_text("a: 2\n")

    assert tool.main([]) == 0
    assert asked() == [f"criteria check --edition {n} --criteria criteria" for n in ("2026.1", "2026.2")]
    assert "Ook veranderd: `criteria/editions.yaml`." in comment(repository)


@pytest.mark.parametrize("fails", ["check", "diff", "impact"])
@pytest.mark.parametrize("code", [1, 3])
def test_what_is_not_right_is_in_the_comment_too(tool, repository, says, fails, code):
    (repository / "criteria/2026.2/gedeeld/dsgo.yaml").write_text("a: 2\n")
    says({fails: [code, "", "fout C001\n```\n# Kop"]})

    assert tool.main([]) == 1
    assert comment(repository).count("<details open>") == 1
    assert comment(repository).count("<details>") == 2
    assert "\n    fout C001\n    ```\n    # Kop\n" in comment(repository)
    assert {1: "niet in orde", 3: "niet gelukt"}[code] in comment(repository)


def test_an_edition_that_is_gone_is_not_right(tool, repository, asked):
    shutil.rmtree(repository / "criteria/2026.1")

    assert tool.main([]) == 1
    assert asked() == []
    assert "| 2026.1 | verwijderd: niet in orde | - | - |" in comment(repository)


ODD = ["a b`; rm -rf x `.yaml", "$(touch x).yaml", "--help.yaml", "x\n| y.yaml", "\u202eyaml.yaml", "|<b>@all.yaml"]


def test_names_with_odd_characters(tool, repository, asked):
    for name in ODD:
        (repository / "criteria" / name).write_text("a: 1\n")
        (repository / "criteria/2026.2/gedeeld" / name).write_text("a: 1\n")
    (repository / "criteria/2027.1; rm").mkdir()
    (repository / "criteria/2027.1; rm/edition.yaml").write_text("a: 1\n")
    os.mkfifo(repository / "criteria/2026.2/pipe")

    assert tool.main([]) == 0
    assert [c.split()[1] for c in asked()] == ["check", "diff", "impact"]
    line = next(x for x in comment(repository).splitlines() if x.startswith("Ook veranderd"))
    assert line.count("`") == 2 * (len(ODD) + 1)
    assert "\u202e" not in line
    assert not (repository / "x").exists()


def test_many_names_are_cut(tool, repository):
    for n in range(30):
        (repository / "criteria" / f"{n:02}.txt").write_text("a")

    tool.main([])
    assert "`criteria/19.txt` en nog 10." in comment(repository)


def test_the_folder_may_be_gone(tool, repository):
    shutil.rmtree(repository / "criteria")
    (repository / "criteria").write_text("a file")

    assert tool.main([]) == 1
    assert "Ook veranderd: `criteria`, `criteria/editions.yaml`." in comment(repository)


@pytest.mark.parametrize(
    "base", ["nowhere", "--help-me", "-x", "--output=/tmp/x", "main; ls", "", "main:criteria", "HEAD~9"]
)
def test_a_base_that_is_no_revision(tool, repository, capsys, base):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            tool.argparse.ArgumentParser, "parse_args", lambda *_: tool.argparse.Namespace(base=base, output="-")
        )
        assert tool.main() == 2
    assert "No such branch, tag or commit" in capsys.readouterr().err


def test_without_a_main_there_is_no_base(tool, repository, capsys):
    git("branch", "-D", "main")

    assert tool.main([]) == 2
    assert "origin/main, main" in capsys.readouterr().err


def test_the_longest_parts_are_shortened(tool, repository, says):
    (repository / "criteria/2026.2/gedeeld/dsgo.yaml").write_text("a: 2\n")
    long = "# T\n\n" + "Een regel van een lang verhaal.\n" * 5000
    says({"check": [0, "Kort."], "diff": [0, long], "impact": [0, long]})

    assert tool.main([]) == 0
    text = comment(repository)
    assert 50_000 < len(text) <= tool.LIMIT
    assert text.count("*Ingekort.") == 2
    assert "\nKort.\n" in text
    assert text.count("<details>") == text.count("</details>") == 3


@pytest.mark.parametrize(
    ("sizes", "room", "most"),
    [([1, 2, 3], 100, 3), ([10, 10], 10, 5), ([1, 100], 21, 20), ([], 5, 0), ([5], -3, 0), ([3, 3, 30], 16, 10)],
)
def test_how_long_each_part_may_be(tool, sizes, room, most):
    assert tool.longest(sizes, room) == most


def test_on_the_screen(tool, repository, capfdbinary):
    assert tool.main(["--output", "-"]) == 0
    sys.stdout.flush()
    assert capfdbinary.readouterr().out.startswith(tool.MARKER.encode())
    assert not (repository / "criteria-review.md").exists()


def test_with_the_real_commands(tool, repository, says):
    shutil.rmtree(repository / "criteria")
    shutil.copytree(ROOT / "criteria", repository / "criteria")
    git("add", "-A")
    git("commit", "-q", "-m", "real")
    git("branch", "-f", "main")
    file = repository / "criteria/2027.1/gedeeld/dsgo.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("  level: 1\n", "  level: 2\n", 1), encoding="utf-8")
    says({"check": "really", "diff": "really"})

    code = tool.main([])
    assert code == (1 if "niet in orde" in comment(repository) else 0)
    assert "### Controle van de criteria" not in comment(repository)
    assert "#### Naar een hoger niveau" in comment(repository)
    assert "niet gelukt" not in comment(repository)


def test_the_command_is_one_line_around_the_tool():
    script = (ROOT / "scripts" / "criteria-review").read_text(encoding="utf-8")

    assert 'exec .venv/bin/python tools/criteria_review.py "$@"' in script
    assert os.access(ROOT / "scripts" / "criteria-review", os.X_OK)
