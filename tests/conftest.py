"""What every test may use: the small frozen edition, the command line within this process, and golden files."""

import io
import os
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from digisamen import api
from digisamen.cli.app import run
from digisamen.level import assess
from digisamen.source import yaml_text

TESTS = Path(__file__).parent
ROOT = TESTS.parent
NORM = TESTS / "criteria"

settings.register_profile(
    "digisamen", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
settings.load_profile("digisamen")


def pytest_addoption(parser):
    parser.addoption("--renew", action="store_true", help="write the golden files anew; review the difference as text")


@pytest.fixture(scope="session")
def edition():
    """The small frozen edition under tests/criteria, so that a word in the real norm breaks no test."""
    outcome = api.load_edition("2020.1", str(NORM))
    assert outcome.value is not None, outcome.problems
    return outcome.value


@pytest.fixture(params=["c", "python"])
def both_parsers(request, monkeypatch):
    """Runs a test with the C part of PyYAML, and without it."""
    if request.param == "python":
        import yaml

        monkeypatch.setattr(yaml_text, "_Parser", yaml.Loader)
    return request.param


@dataclass(frozen=True)
class Ran:
    """The outcome of one command."""

    code: int
    out: str
    err: str


class _Stream(io.TextIOWrapper):
    def __init__(self, encoding="utf-8"):
        super().__init__(io.BytesIO(), encoding=encoding, newline="\n")

    def read_back(self) -> str:
        self.flush()
        return self.buffer.getvalue().decode(self.encoding, errors="replace")


@pytest.fixture
def cli(monkeypatch, tmp_path):
    """Returns a function that runs a command in a folder of its own and gives exit code, output and problems."""
    for name in ("DIGISAMEN_LANG", "COLUMNS", "NO_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(assess, "__version__", "0.0.0")

    def command(*arguments, cwd=None, stdin=b"", encoding="utf-8", **environment):
        out, err = _Stream(encoding), _Stream(encoding)
        source = io.TextIOWrapper(io.BytesIO(stdin))
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(sys, "stdout", out)
            patch.setattr(sys, "stderr", err)
            patch.setattr(sys, "stdin", source)
            for name, value in environment.items():
                patch.setenv(name, value)
            patch.chdir(cwd or tmp_path)
            code = run([str(a) for a in arguments])
        return Ran(code, out.read_back(), err.read_back())

    return command


@pytest.fixture
def golden(request):
    """Returns a function that compares text with a golden file, or writes it with --renew."""

    def compare(path: Path, text: str) -> None:
        if request.config.getoption("--renew"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
        assert path.is_file(), f"{path.name} is missing; run pytest --renew and review the file"
        assert path.read_bytes().decode() == text

    return compare


def with_norm(*arguments):
    """Returns arguments with the test edition."""
    return (*arguments, "--criteria", os.fspath(NORM))
