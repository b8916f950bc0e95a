"""What runs on GitHub: who may write what, and that text from strangers stays data."""

import json
import os
import re
import shutil
import stat
import subprocess
import tomllib
from pathlib import Path

import pytest
import yaml

from tools.lowest import lowest

ROOT = Path(__file__).parent.parent
FLOWS = {p.name: p for p in sorted((ROOT / ".github" / "workflows").glob("*.yml"))}
BASH = shutil.which("bash")


def read(path):
    return yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)


def steps(flow):
    if "runs" in flow:
        return flow["runs"]["steps"]
    return [step for job in flow["jobs"].values() for step in job["steps"]]


EVERY = [*FLOWS.values(), ROOT / "action.yml"]
each_file = pytest.mark.parametrize("path", EVERY, ids=lambda p: p.name)
each_flow = pytest.mark.parametrize("path", FLOWS.values(), ids=lambda p: p.name)


@each_file
def test_nothing_runs_with_rights_on_foreign_code(path):
    assert "pull_request_target" not in path.read_text(encoding="utf-8")


@each_file
def test_no_expression_stands_in_a_script(path):
    for step in steps(read(path)):
        assert "${{" not in step.get("run", ""), step.get("name")
        assert "script" not in step.get("with", {}), "a script in JavaScript is a script too"


@each_file
def test_every_action_is_pinned_to_a_commit_with_its_version(path):
    for line in path.read_text(encoding="utf-8").splitlines():
        if re.match(r"\s*(- )?uses:", line):
            assert re.search(r"uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", line), line


def test_one_version_of_each_action():
    pins = {}
    for path in EVERY:
        for name, pin in re.findall(r"uses: ([\w./-]+)@(.+)$", path.read_text(encoding="utf-8"), re.MULTILINE):
            pins.setdefault(name, set()).add(pin)

    assert {name: len(found) for name, found in pins.items()} == dict.fromkeys(pins, 1)


@each_flow
def test_rights_are_given_per_job_and_only_these(path):
    allowed = {
        "ci.yml": {"contents": "read"},
        "criteria.yml": {"contents": "read"},
        "criteria-comment.yml": {"actions": "read", "pull-requests": "write"},
    }
    flow = read(path)

    assert flow["permissions"] == {}
    for job in flow["jobs"].values():
        assert job["permissions"] == allowed[path.name]
        assert int(job["timeout-minutes"]) <= 30


@each_flow
def test_a_checkout_keeps_no_token_and_no_secret_is_used(path):
    for step in steps(read(path)):
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] == "false"
    assert not re.search(r"secrets(\.\w|\[)", path.read_text(encoding="utf-8"))


def test_who_may_write_never_runs_the_proposal():
    flow = read(FLOWS["criteria-comment.yml"])

    assert list(flow["on"]) == ["workflow_run"]
    assert flow["on"]["workflow_run"]["workflows"] == [read(FLOWS["criteria.yml"])["name"]]
    assert [s["uses"].split("@")[0] for s in steps(flow) if "uses" in s] == ["actions/download-artifact"]
    script = steps(flow)[-1]["run"]
    assert not re.search(r"\b(git|pip|python3?|node|npm|eval|source|sh|bash|chmod)\b ", script)


def test_the_jobs_run_what_everybody_can_run_at_home():
    assert [s["run"] for s in steps(read(FLOWS["ci.yml"])) if "run" in s] == [".ci/run"]
    assert './scripts/criteria-review "$BASE"' in FLOWS["criteria.yml"].read_text(encoding="utf-8")
    assert read(FLOWS["criteria.yml"])["on"] == {"pull_request": {"paths": ["criteria/**"]}}


def test_the_versions_of_python_are_those_of_the_package():
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    matrix = read(FLOWS["ci.yml"])["jobs"]["test"]["strategy"]["matrix"]["python"]

    assert matrix == re.findall(r"Python :: (3\.\d+)", project)


# The script of the job that comments, with a stand-in for `gh`.

needs_tools = pytest.mark.skipif(not (BASH and shutil.which("jq")), reason="needs bash and jq")
MARK = "<!-- digisamen: criteria-review -->"
SHA = "a" * 40
GH = f"""#!{BASH}
printf '%s\\n' "$*" >> "$GH_LOG"
case "$*" in
  *comments?per_page*) printf '%s' "$GH_COMMENTS" ;;
  *pulls/*) echo "$GH_HEAD" ;;
esac
"""


@pytest.fixture
def comment(tmp_path):
    """Returns a function that runs the script on what was downloaded; gives exit code, calls, the body and what was said."""
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "gh").write_text(GH)
    (tmp_path / "bin" / "gh").chmod(0o755)
    folder = tmp_path / "comment"
    folder.mkdir()
    script = steps(read(FLOWS["criteria-comment.yml"]))[-1]["run"]

    def run(number="7\n", text=f"{MARK}\n## Kop\n", comments="", head=SHA):
        if isinstance(number, str):
            (folder / "number").write_text(number)
        if isinstance(text, str):
            (folder / "comment.md").write_text(text, encoding="utf-8")
        place = {"RUNNER_TEMP": str(tmp_path), "PATH": f"{tmp_path / 'bin'}:{os.environ['PATH']}"}
        given = {"REPOSITORY": "a/b", "HEAD": SHA, "RUN": "https://example.org/run", "GH_TOKEN": "x"}
        fake = {"GH_LOG": str(tmp_path / "log"), "GH_COMMENTS": comments, "GH_HEAD": head}
        ran = subprocess.run(
            [BASH, "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
            env={**place, **given, **fake},
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )
        body = tmp_path / "body.json"
        calls = (tmp_path / "log").read_text().splitlines() if (tmp_path / "log").exists() else []
        said = json.loads(body.read_text(encoding="utf-8"))["body"] if body.exists() else None
        return ran.returncode, [c for c in calls if "--method" in c], said, ran.stdout + ran.stderr

    run.folder = folder
    return run


@needs_tools
def test_the_first_comment_is_made(comment):
    code, calls, body, said = comment()

    assert code == 0, said
    assert len(calls) == 1
    assert "--method POST repos/a/b/issues/7/comments --input" in calls[0]
    assert body.splitlines()[0] == MARK
    assert body.count(MARK) == 1
    assert "(https://example.org/run)" in body
    assert "## Kop" in body


@needs_tools
def test_a_later_comment_takes_its_place(comment):
    code, calls, _, said = comment(comments="4411\n5522\n")

    assert code == 0, said
    assert len(calls) == 1
    assert "--method PATCH repos/a/b/issues/comments/4411 --input" in calls[0]


@needs_tools
@pytest.mark.parametrize("number", ["", "0", "-1", "7; id", "$(id)", "../1", "7\n8", "12345678901", "x" * 99, "\uff17"])
def test_a_number_that_is_none(comment, number):
    code, calls, body, said = comment(number=number)

    assert (code, calls, body) == (1, [], None)
    assert "::error::" in said


@needs_tools
def test_another_pull_request_gets_no_comment(comment):
    code, calls, body, said = comment(head="b" * 40)

    assert (code, calls, body) == (0, [], None)
    assert "No comment" in said


@needs_tools
def test_a_text_is_only_text(comment, tmp_path):
    code, calls, body, _ = comment(
        text='@digigo and #12, $(touch x) `touch x` "\\u0000" \' ${{ github.token }}\n' + MARK
    )

    assert code == 0
    assert len(calls) == 1
    assert "@\u200bdigigo and #\u200b12, $(touch x) `touch x`" in body
    assert body.startswith(MARK)
    assert not (tmp_path / "x").exists()


@needs_tools
def test_a_text_is_cut_and_a_huge_one_refused(comment):
    _, _, body, _ = comment(text="é" * 100_000)
    assert len(body) < 65_536

    code, calls, _, said = comment(text="e" * 250_001)
    assert code == 1
    assert len(calls) == 1  # of the first time
    assert "too big" in said


@needs_tools
@pytest.mark.parametrize("kind", ["missing", "link", "folder", "pipe"])
def test_only_plain_files_are_read(comment, kind, tmp_path):
    place = comment.folder / "comment.md"
    if kind == "link":
        (tmp_path / "secret").write_text("secret")
        place.symlink_to(tmp_path / "secret")
    elif kind == "folder":
        place.mkdir()
    elif kind == "pipe":
        os.mkfifo(place)
        assert stat.S_ISFIFO(place.stat().st_mode)
    code, calls, body, _ = comment(text=None)

    assert (code, calls, body) == (1, [], None)


def test_the_mark_is_the_one_of_the_tool():
    assert f'MARKER = "{MARK}"' in (ROOT / "tools" / "criteria_review.py").read_text(encoding="utf-8")
    assert FLOWS["criteria-comment.yml"].read_text(encoding="utf-8").count(MARK) == 2


def test_the_tests_run_on_each_python_and_with_the_lowest_versions():
    matrix = read(FLOWS["ci.yml"])["jobs"]["test"]["strategy"]["matrix"]
    about = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = [line.rpartition(" ")[2] for line in about["classifiers"] if re.search(r":: 3\.[0-9]+$", line)]

    assert matrix["python"] == named
    assert matrix["include"] == [{"python": named[0], "lowest": "1"}]
    assert about["requires-python"] == f">={named[0]}"


def test_the_lowest_versions_are_those_of_the_project():
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    found = dict(line.split("==") for line in lowest(text))

    assert {"typer", "pydantic", "PyYAML", "rich", "Jinja2", "python-docx", "openpyxl"} == found.keys()
    assert all(f'"{name}>={version}"' in text for name, version in found.items())
    with pytest.raises(ValueError, match="zonder"):
        lowest('[project]\ndependencies = ["zonder"]\noptional-dependencies = {}\n')
