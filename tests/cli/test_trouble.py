"""Trouble outside the content: one line, the right exit code, nothing half-written, nothing of the user's lost."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

from digisamen.cli.write import write_files
from digisamen.model.problem import DigisamenError
from tests.conftest import NORM, ROOT, with_norm

ORG = (NORM.parent / "golden" / "gewoon" / "org.yaml").read_bytes()


@pytest.fixture
def org(tmp_path):
    (tmp_path / "org.yaml").write_bytes(ORG)
    return tmp_path / "org.yaml"


def first(ran):
    return ran.err.splitlines()[0]


def test_a_file_that_is_not_there(cli):
    ran = cli(*with_norm("assess", "org.yaml"))

    assert (ran.code, first(ran)) == (4, "org.yaml: fout F001")


def test_a_folder(cli, tmp_path):
    ran = cli(*with_norm("assess", tmp_path))

    assert (ran.code, first(ran)) == (4, f"{tmp_path}: fout F002")


def test_a_pipe_without_a_writer_does_not_hang(cli, tmp_path):
    os.mkfifo(tmp_path / "pijp")

    assert cli(*with_norm("assess", "pijp")).code in {3, 4}


@pytest.mark.parametrize("name", ["a\0b", "x" * 5000])
def test_a_name_that_cannot_be(name, cli):
    assert cli(*with_norm("assess", name)).code == 4


@contextmanager
def without_rights(folder):
    """Be somebody without rights for a while, who may look into `folder`: root may read and write everything."""
    me = os.geteuid()
    for place in (folder, *folder.parents):
        if me == 0 and place != Path(place.anchor) and str(place) != tempfile.gettempdir():
            place.chmod(place.stat().st_mode | 0o055)
    if me == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(me)


def test_a_file_without_permission(cli, org):
    cli(*with_norm("assess", "org.yaml"))  # first import all that only root may import here
    org.chmod(0)
    with without_rights(org.parent):
        ran = cli(*with_norm("assess", "org.yaml"))

    assert (ran.code, first(ran)) == (4, "org.yaml: fout F003")


def test_a_folder_without_permission(cli, org):
    cli(*with_norm("assess", "org.yaml", "--format", "json"))
    org.chmod(0o644)
    org.parent.chmod(0o555)
    with without_rights(org.parent), pytest.raises(DigisamenError) as caught:
        write_files([(str(org.parent / "uit.json"), "{}")])
    org.parent.chmod(0o755)

    assert caught.value.problem.code == "F020"
    assert os.listdir(org.parent) == ["org.yaml"]


def test_a_full_disk(org):
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(
            [sys.executable, "-m", "digisamen", *with_norm("assess", "org.yaml")],
            cwd=org.parent,
            env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )

    assert ran.returncode == 4
    assert b"F005" in ran.stderr
    assert b"Traceback" not in ran.stderr
    assert b"Exception ignored" not in ran.stderr


def test_a_full_disk_for_a_file(cli, org):
    ran = cli(*with_norm("assess", "org.yaml", "--format", "json", "--output", "/dev/full"))

    assert (ran.code, first(ran)[-4:]) == (4, "F020")
    assert sorted(os.listdir(org.parent)) == ["org.yaml"]


@pytest.mark.parametrize("arguments", [with_norm("assess", "org.yaml", "--format", "json"), ("assess", "--help")])
def test_a_closed_pipe_is_silent(arguments, org):
    read, write = os.pipe()
    os.close(read)
    ran = subprocess.run(
        [sys.executable, "-m", "digisamen", *arguments],
        cwd=org.parent,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        stdout=write,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(write)

    assert (ran.returncode, ran.stderr) == (141, b"")


def test_control_c(tmp_path):
    os.mkfifo(tmp_path / "in")
    with subprocess.Popen(
        [sys.executable, "-m", "digisamen", "assess", "-"],
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509  # who runs the tests may ignore it
    ) as process:
        time.sleep(1.5)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=20)

    assert process.returncode == 130
    assert (out, b"Traceback" in err) == (b"", False)


@pytest.mark.parametrize("output", ["org.yaml", "./org.yaml", "bewijs/model.txt", "link.yaml"])
def test_output_is_never_an_input(output, cli, org):
    (org.parent / "bewijs").mkdir()
    (org.parent / "bewijs" / "model.txt").write_text("bewijs")
    (org.parent / "link.yaml").symlink_to("org.yaml")
    ran = cli(*with_norm("assess", "org.yaml", "--format", "json", "--output", output))

    assert (ran.code, first(ran)[-4:]) == (4, "F021")
    assert org.read_bytes() == ORG
    assert (org.parent / "bewijs" / "model.txt").read_text() == "bewijs"


def test_output_is_never_a_folder(cli, org):
    (org.parent / "map").mkdir()

    assert first(cli(*with_norm("assess", "org.yaml", "--output", "map")))[-4:] == "F023"


def test_output_in_a_folder_that_is_not_there(cli, org):
    ran = cli(*with_norm("assess", "org.yaml", "--output", "nergens/uit.html"))

    assert (ran.code, first(ran)[-4:]) == (4, "F020")


def test_of_several_outputs_all_or_none_are_written(cli, org):
    (org.parent / "een.json").write_text("oud")
    ran = cli(*with_norm("assess", "org.yaml", "--output", "een.json", "--output", "nergens/twee.html"))

    assert ran.code == 4
    assert (org.parent / "een.json").read_text() == "oud"
    assert sorted(os.listdir(org.parent)) == ["een.json", "org.yaml"]


def test_the_mode_of_a_file_is_kept(cli, org):
    report = org.parent / "uit.json"
    report.write_text("oud")
    report.chmod(0o640)
    ran = cli(*with_norm("assess", "org.yaml", "--output", "uit.json"))

    assert ran.code == 0
    assert report.stat().st_mode & 0o777 == 0o640
    assert report.read_text().startswith("{")


def test_a_link_is_written_through(cli, org):
    (org.parent / "echt.json").write_text("oud")
    (org.parent / "link.json").symlink_to("echt.json")
    cli(*with_norm("assess", "org.yaml", "--output", "link.json"))

    assert (org.parent / "link.json").is_symlink()
    assert (org.parent / "echt.json").read_text().startswith("{")


def test_nothing_is_written_when_the_input_has_problems(cli, org):
    org.write_text("x: y")
    ran = cli(*with_norm("assess", "org.yaml", "--output", "uit.json"))

    assert ran.code == 3
    assert sorted(os.listdir(org.parent)) == ["org.yaml"]


def test_no_criteria_in_that_folder(cli, org):
    ran = cli("assess", "org.yaml", "--criteria", str(org.parent))

    assert (ran.code, first(ran)[-4:]) == (4, "F010")


def test_no_such_edition(cli):
    assert first(cli(*with_norm("criteria", "list", "--edition", "1999.1")))[-4:] == "F011"


def test_a_bug_is_an_apology(cli, org, monkeypatch):
    from digisamen import api

    monkeypatch.setattr(api, "load", lambda *_: 1 / 0)
    ran = cli(*with_norm("assess", "org.yaml"))

    assert ran.code == 70
    assert "Dit is een fout in digisamen" in ran.err
    assert "Traceback" not in ran.err


def outside(shell, cwd):
    """Run a shell line with the tool in `$D`, as a person at a prompt would."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "D": f"{sys.executable} -m digisamen"}
    return subprocess.run(["bash", "-c", shell], cwd=cwd, env=environment, capture_output=True, text=True, check=False)  # noqa: S607


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("$D --version >/dev/full", 4),
        ("$D --version >&-", 4),
        ("$D --version | true; exit ${PIPESTATUS[0]}", None),
        ("$D --help >/dev/full", 4),
        ("$D assess org.yaml --criteria $N >&-", 4),
        ("$D assess - --criteria $N <&-", 4),
        ("$D assess org.yaml --criteria $N <&- >&- 2>&- -o uit.html", 0),
        ("$D assess org.yaml --criteria $N 2>&-", 0),
        ("ln -s b a; ln -s a b; $D assess org.yaml --criteria $N -o a", 4),
        ("$D assess org.yaml --criteria $N -o x/", 4),
        ("$D assess org.yaml --criteria $N -o a.html -o ./a.html", 2),
        (
            "$D new --subsector woningbouw --role hoofdaannemer --size zzp --criteria $N --name $'\\xff' -o nieuw.yaml",
            0,
        ),
        ("ln -s . lus; $D assess lus/lus/org.yaml --criteria $N", 0),
    ],
)
def test_at_the_prompt(line, code, org):
    ran = outside(line.replace("$N", str(NORM)), org.parent)

    assert "Traceback" not in ran.stderr
    assert "Exception ignored" not in ran.stderr
    assert ran.returncode in ({0, 141} if code is None else {code}), ran.stderr


def test_verify_never_writes_over_evidence(cli, org):
    (org.parent / "bewijs").mkdir()
    (org.parent / "bewijs" / "model.txt").write_text("bewijs")
    cli(*with_norm("assess", "org.yaml", "-o", "r.json"))
    ran = cli(*with_norm("verify", "r.json", "org.yaml", "-o", "bewijs/model.txt"))

    assert (ran.code, first(ran)[-4:]) == (4, "F021")
    assert (org.parent / "bewijs" / "model.txt").read_text() == "bewijs"


def test_output_is_never_a_file_of_the_norm(cli, org):
    shutil.copytree(NORM, org.parent / "norm")
    target = org.parent / "norm" / "2020.1" / "edition.yaml"
    before = target.read_bytes()
    ran = cli("assess", "org.yaml", "--criteria", "norm", "--format", "html", "-o", str(target))

    assert (ran.code, first(ran)[-4:]) == (4, "F021")
    assert target.read_bytes() == before


def test_stopped_while_writing_leaves_nothing_behind(tmp_path, monkeypatch):
    def stop(_):
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", stop)
    with pytest.raises(KeyboardInterrupt):
        write_files([(str(tmp_path / "a.json"), "{}")])

    assert os.listdir(tmp_path) == []
