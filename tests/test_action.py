"""The action for repositories with an `org.yaml`: its script, run as GitHub runs it."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.conftest import NORM

ROOT = Path(__file__).parent.parent
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
BASH = shutil.which("bash")
ORG = NORM.parent / "golden" / "gewoon" / "org.yaml"

pytestmark = pytest.mark.skipif(not BASH, reason="needs bash")


@pytest.fixture
def action(tmp_path):
    """Returns a function that runs the last step with inputs; gives exit code, output, summary and what was said."""
    work, tools = tmp_path / "work", tmp_path / "bin"
    tools.mkdir()
    shutil.copytree(ORG.parent, work)
    # The action has the criteria of its own version; here the small ones stand in for them.
    (tools / "digisamen").write_text(
        f'#!{BASH}\nexec "{sys.executable}" -m digisamen "$1" --criteria "{NORM}" "${{@:2}}"\n'
    )
    (tools / "python").write_text(f'#!{BASH}\nexec "{sys.executable}" "$@"\n')
    for tool in tools.iterdir():
        tool.chmod(0o755)
    step = next(s for s in ACTION["runs"]["steps"] if s.get("id") == "assess")

    def run(**inputs):
        values = {name.replace("-", "_"): given["default"] for name, given in ACTION["inputs"].items()} | inputs
        env = {name: value.replace("${{ inputs.", "").replace(" }}", "") for name, value in step["env"].items()}
        env = {name: values.get(value, value) for name, value in env.items()}
        files = {"GITHUB_OUTPUT": str(tmp_path / "output"), "GITHUB_STEP_SUMMARY": str(tmp_path / "summary")}
        ran = subprocess.run(
            [BASH, "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
            env={**env, **files, "PATH": f"{tools}:{os.environ['PATH']}", "HOME": str(tmp_path)},
            cwd=work,
            capture_output=True,
            text=True,
            check=False,
        )
        output, summary = (Path(p).read_text(encoding="utf-8") if Path(p).exists() else "" for p in files.values())
        return ran.returncode, output, summary, ran.stdout + ran.stderr

    run.work = work
    return run


def test_the_report_is_the_summary_and_the_levels_are_the_output(action):
    code, output, summary, _ = action()

    assert code == 0
    name, _, levels = output.strip().partition("=")
    assert name == "levels"
    assert set(json.loads(levels)["woningbouw"]) == {"verklaard", "onderbouwd", "getoetst", "possible", "haalbaar"}
    assert summary.startswith("# ")
    assert output.count("\n") == 1


@pytest.mark.parametrize(
    ("require", "code"),
    [
        ("1", 0),
        ("1\n2@verklaard\n", 0),
        ("1\n\n  2  \n", 1),
        ("hoog", 2),
        ("--help", 2),
        ("$(touch x)", 2),
        ("1; exit 0", 2),
    ],
)
def test_the_code_is_that_of_assess(action, require, code):
    assert action(require=require)[0] == code
    assert not (action.work / "x").exists()


def test_a_level_that_is_not_met_is_in_the_summary(action):
    _, output, summary, said = action(require="2")

    assert output.startswith("levels=")
    assert "    Niet gehaald: gevraagd is niveau 2" in summary
    assert "Niet gehaald: gevraagd is niveau 2" in said


def test_a_file_with_problems_has_these_as_summary(action):
    file = action.work / "org.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("size:", "sise:"), encoding="utf-8")
    code, output, summary, said = action()

    assert (code, output) == (3, "")
    assert "    org.yaml:" in summary
    assert "A002" in said


@pytest.mark.parametrize("file", ["--version", "gone.yaml", "$(touch x).yaml", "a b.yaml"])
def test_any_name_is_only_a_name(action, file):
    code, output, _, said = action(file=file)

    assert (code, output) == (4, "")
    assert "F001" in said
    assert not (action.work / "x").exists()


def test_a_name_with_spaces_and_a_report_elsewhere(action):
    shutil.copy(action.work / "org.yaml", action.work / "-- onze org.yaml")
    (action.work / "uit").mkdir()
    code, _, summary, _ = action(file="-- onze org.yaml", report="uit/ons rapport.html", lang="en")

    assert code == 0
    assert (action.work / "uit/ons rapport.html").read_text(encoding="utf-8").lower().startswith("<!doctype html>")
    assert "Demonstrable" in summary or "demonstrable" in summary


def test_no_file_of_the_user_takes_the_place_of_a_module(action):
    (action.work / "json.py").write_text("raise SystemExit('taken over')")
    (action.work / "pip").mkdir()
    (action.work / "pip" / "__main__.py").write_text("raise SystemExit('taken over')")
    step = next(s for s in ACTION["runs"]["steps"] if s.get("id") == "assess")

    for script in (ACTION["runs"]["steps"][1]["run"], step["run"]):
        assert script.count("python ") == script.count("python -I ") > 0
    ran = subprocess.run(
        [sys.executable, "-I", "-m", "pip", "--version"], cwd=action.work, capture_output=True, check=False
    )
    assert b"taken over" not in ran.stderr


def test_the_inputs_are_described_and_reach_the_script_by_the_environment():
    assert set(ACTION["inputs"]) == {"file", "require", "lang", "report", "python-version"}
    for about in (*ACTION["inputs"].values(), *ACTION["outputs"].values()):
        assert about["description"].endswith(".")
    for step in ACTION["runs"]["steps"]:
        if "run" in step:
            assert step["shell"] == "bash"


def test_the_page_about_pipelines_uses_what_there_is():
    page = (ROOT / "docs" / "pipeline.md").read_text(encoding="utf-8")
    blocks = [block.split("```")[0] for block in page.split("```yaml\n")[1:]]
    flows = [yaml.safe_load(block) for block in blocks]
    used = [
        step
        for flow in flows
        if isinstance(flow, dict) and "jobs" in flow
        for job in flow["jobs"].values()
        for step in job["steps"]
    ]
    ours = [step for step in used if "digisamen" in step.get("uses", "")]

    assert ours
    for step in ours:
        assert set(step.get("with", {})) <= set(ACTION["inputs"])
    hooks = {h["id"] for h in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))}
    named = {h["id"] for flow in flows if isinstance(flow, dict) for r in flow.get("repos", ()) for h in r["hooks"]}
    assert named == hooks


def test_what_stands_in_a_file_is_no_command_to_the_log(action):
    """Between the two lines GitHub reads no commands; the word that ends the pause cannot be guessed."""
    org = action.work / "org.yaml"
    text = org.read_text(encoding="utf-8")
    name = next(line for line in text.splitlines() if line.strip().startswith("name:"))
    org.write_text(text.replace(name, '  name: "::error file=x::gehackt"', 1), encoding="utf-8")
    logs = [action()[3].splitlines() for _ in range(2)] + [action(file="weg.yaml")[3].splitlines()]

    for log in logs:
        assert log[0].startswith("::stop-commands::")
        assert log[-1] == f"::{log[0].rpartition('::')[2]}::"
        assert [line for line in log[1:-1] if line.lstrip().startswith("::")] == []
    assert len({log[0] for log in logs}) == len(logs)
    assert all(len(log[0]) > 64 for log in logs)
