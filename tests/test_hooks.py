"""The hooks that other repositories use with pre-commit: each entry is a command that we have, and does what it says."""

import re
import shutil
from pathlib import Path

import pytest
import yaml

from tests.conftest import NORM

ROOT = Path(__file__).parent.parent
HOOKS = {h["id"]: h for h in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))}
GOLDEN = ROOT / "tests" / "golden"


def run(cli, hook, files=(), args=None, cwd=None):
    program, *entry = HOOKS[hook]["entry"].split()
    assert program == "digisamen"
    return cli(*entry, *(HOOKS[hook].get("args", []) if args is None else args), *files, cwd=cwd)


@pytest.fixture
def repository(tmp_path):
    for name in ("gewoon", "leeg"):
        shutil.copytree(GOLDEN / name, tmp_path / name)
    shutil.copytree(NORM, tmp_path / "criteria")
    return tmp_path


@pytest.fixture
def keepers(tmp_path):
    """Returns a repository that keeps criteria of its own, without a fault."""
    shutil.copytree(ROOT / "criteria", tmp_path / "criteria")
    return tmp_path


def test_the_hooks_have_what_pre_commit_asks():
    assert set(HOOKS) == {"digisamen-assess", "digisamen-criteria"}
    for hook in HOOKS.values():
        assert hook["language"] == "python"
        assert {"id", "name", "description", "entry", "files"} <= hook.keys()


@pytest.mark.parametrize(
    ("hook", "file", "runs"),
    [
        ("digisamen-assess", "org.yaml", True),
        ("digisamen-assess", "klanten/noord oost/org.yaml", True),
        ("digisamen-assess", "my-org.yaml", False),
        ("digisamen-assess", "org.yaml.bak", False),
        ("digisamen-criteria", "criteria/2026.1/gedeeld/dsgo.yaml", True),
        ("digisamen-criteria", "criteria/editions.yaml", True),
        ("digisamen-criteria", "tests/criteria/2026.1/x.yaml", False),
    ],
)
def test_when_a_hook_runs(hook, file, runs):
    assert bool(re.search(HOOKS[hook]["files"], file)) is runs


def test_good_files_give_no_word(repository, cli):
    files = ["gewoon/org.yaml", "leeg/org.yaml"]
    ran = run(cli, "digisamen-assess", files, ["--criteria", "criteria"], repository)

    assert (ran.code, ran.out, ran.err) == (0, "", "")


def test_every_bad_file_is_named(repository, cli):
    for name in ("gewoon", "leeg"):
        file = repository / name / "org.yaml"
        file.write_text(file.read_text(encoding="utf-8").replace("size:", "sise:"), encoding="utf-8")
    files = ["gewoon/org.yaml", "gone/org.yaml", "leeg/org.yaml"]
    ran = run(cli, "digisamen-assess", files, ["--criteria", "criteria"], repository)

    assert (ran.code, ran.out) == (4, "")
    assert all(f"{file}:" in ran.err for file in files)


def test_a_level_may_be_asked(repository, cli):
    files = ["gewoon/org.yaml", "leeg/org.yaml"]
    ran = run(cli, "digisamen-assess", files, ["--criteria", "criteria", "--require", "1"], repository)

    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("leeg/org.yaml: Niet gehaald: gevraagd is niveau 1")
    assert "gewoon" not in ran.err


def test_the_criteria_of_a_repository(keepers, cli):
    assert run(cli, "digisamen-criteria", cwd=keepers).code == 0
    file = keepers / "criteria/2026.1/gedeeld/dsgo.yaml"
    text = file.read_text(encoding="utf-8").replace("obligation: must", "obligation: moet", 1)
    file.write_text(text, encoding="utf-8")
    ran = run(cli, "digisamen-criteria", cwd=keepers)

    assert ran.code == 1
    assert "dsgo.yaml" in ran.out


def test_our_own_hooks_run_commands_that_exist(cli):
    config = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    entries = [hook["entry"] for r in config["repos"] if r["repo"] == "local" for hook in r["hooks"]]
    ours = [e.split()[1:] for e in entries if e.startswith(".venv-dev/bin/digisamen ")]

    assert ours
    for entry in ours:
        assert cli(*entry, cwd=ROOT).code == 0
