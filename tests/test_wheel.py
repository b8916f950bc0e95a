"""The wheel: built from the sdist, installed in an empty environment, used outside the checkout."""

import json
import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from digisamen.model.canonical import digest
from digisamen.source.content import collect_files
from digisamen.source.library import CriteriaStore
from digisamen.text.catalogue import catalogue

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "examples" / "kleine-hoofdaannemer" / "org.yaml"


def run(*command, cwd, check=True, **more):
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "DIGISAMEN", "COV"))}
    return subprocess.run(command, cwd=cwd, check=check, capture_output=True, text=True, env=clean, **more)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """Builds the sdist, and from the sdist the wheel."""
    out = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", str(out), str(ROOT), cwd=out)
    return next(out.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """Installs the wheel in an empty environment and returns the command."""
    home = tmp_path_factory.mktemp("leeg")
    venv.create(home, with_pip=True)
    run(str(home / "bin" / "pip"), "install", "--quiet", "--no-input", str(wheel), cwd=home)
    return home / "bin" / "digisamen"


def names(wheel):
    with zipfile.ZipFile(wheel) as archive:
        return archive.namelist()


def test_it_holds_every_file_of_the_criteria(wheel):
    inside = {n.removeprefix("digisamen/_criteria/") for n in names(wheel) if n.startswith("digisamen/_criteria/")}
    tracked = {str(f.relative_to(ROOT / "criteria")) for f in (ROOT / "criteria").rglob("*") if f.is_file()}

    assert inside == tracked


def test_it_holds_nothing_of_the_checkout(wheel):
    roots = {n.split("/")[0] for n in names(wheel)}

    assert {r for r in roots if not r.endswith(".dist-info")} == {"digisamen"}
    assert "digisamen/py.typed" in names(wheel)


def test_the_bundles_are_equal_to_the_yaml(wheel):
    store = CriteriaStore("checkout", ROOT / "criteria")
    with zipfile.ZipFile(wheel) as archive:
        for number in ("2026.1", "2027.1"):
            bundle = json.loads(archive.read(f"digisamen/_bundle/{number}.json"))
            content = collect_files(store, number).value.data
            assert bundle["content"] == content
            assert list(bundle["content"]["edition"]["themes"]) == list(content["edition"]["themes"])
            assert bundle["digest"] == digest(content)
        for language in ("nl", "en"):
            assert json.loads(archive.read(f"digisamen/_bundle/{language}.json")) == catalogue(language)


def test_it_runs_outside_the_checkout_and_gives_the_same_report(installed, tmp_path, cli):
    version = run(str(installed), "--version", cwd=tmp_path)
    report = run(str(installed), "assess", str(EXAMPLE), "--format", "json", cwd=tmp_path)
    listed = run(str(installed), "criteria", "list", "--verbose", cwd=tmp_path)
    ours = json.loads(cli("assess", EXAMPLE, "--format", "json").out)
    theirs = json.loads(report.stdout)

    assert version.stdout.startswith("digisamen ")
    assert "het geïnstalleerde programma" in listed.stdout
    assert {**theirs, "tool": None} == {**ours, "tool": None}


@pytest.mark.parametrize("form", ["terminal", "markdown", "html"])
def test_every_format_works_from_the_wheel(form, installed, tmp_path):
    assert run(str(installed), "assess", str(EXAMPLE), "--format", form, cwd=tmp_path).stdout


def test_an_impact_works_from_the_wheel(installed, tmp_path):
    command = ("criteria", "impact", "2026.1", "2026.1", "--synthetic", "5", "--format", "json")

    assert json.loads(run(str(installed), *command, cwd=tmp_path).stdout)["organisations"] == 5


def test_the_norm_can_be_checked_from_the_wheel(installed, tmp_path):
    assert "is in orde" in run(str(installed), "criteria", "check", cwd=tmp_path).stdout


def test_an_edition_can_be_rehearsed_from_the_wheel_and_not_frozen(installed, tmp_path):
    rehearsed = run(str(installed), "criteria", "release", "2026.1", cwd=tmp_path, check=False)
    refused = run(str(installed), "criteria", "release", "2026.1", "--write", cwd=tmp_path, check=False)

    assert "sha256" in rehearsed.stdout
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "U040" in refused.stderr


def test_help_needs_no_pydantic_and_version_needs_nothing(installed, tmp_path):
    python = installed.parent / "python"
    code = (
        "import os, sys; leave = os._exit; sys.argv = ['digisamen', {!r}];"
        "os._exit = lambda code: (print(sorted(sys.modules), flush=True), leave(code));"
        "from digisamen.__main__ import main; main()"
    )
    version = run(str(python), "-c", code.format("--version"), cwd=tmp_path).stdout
    usage = run(str(python), "-c", code.format("--help"), cwd=tmp_path).stdout

    assert "'typer'" not in version
    assert "'pydantic.main'" not in usage
    assert "'yaml'" not in usage
    assert "'rich.console'" not in usage
