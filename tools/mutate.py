"""Changes one room in small ways, and tells which changes its own tests do not notice. Behind `scripts/mutate`.

mutmut does the work, on a copy of the repository: what it writes stands in the way of nothing.
"""

import json
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
WORK = ROOT / ".mutants"
LEAST = 95
"""The least share of changes that the tests of a room must notice, in percent."""

ROOMS = {
    "score": (["src/digisamen/score/*"], ["tests/score"]),
    "migrate": (["src/digisamen/migrate/edit.py", "src/digisamen/migrate/expected.py"], ["tests/migrate"]),
    "market": (
        ["src/digisamen/market/suppress.py", "src/digisamen/market/disclosure.py"],
        ["tests/market/test_disclosure.py", "tests/market/test_suppress.py"],
    ),
}
"""Per room: the files that are changed, and the tests that must notice."""

COPIED = (
    "src",
    "tests",
    "criteria",
    "examples",
    "schemas",
    "docs",
    "tools",
    "pyproject.toml",
    "hatch_build.py",
    "README.md",
    "LICENSE",
)
KNOWN = ROOT / "tools" / "mutants.json"
"""The changes that no test can notice, because they change nothing, each with the reason."""


def main() -> int:
    """Change the room that is asked, print what survived, and return 1 when that is too much."""
    if len(sys.argv) != 2 or sys.argv[1] not in ROOMS:  # noqa: PLR2004  # the program and one room
        print(f"scripts/mutate ROOM, one of: {', '.join(ROOMS)}", file=sys.stderr)
        return 2
    room = sys.argv[1]
    prepare(room)
    subprocess.run([sys.executable, "-m", "mutmut", "run"], cwd=WORK, check=False)
    listed = subprocess.run(
        [sys.executable, "-m", "mutmut", "results", "--all", "true"],
        cwd=WORK,
        check=True,
        capture_output=True,
        text=True,
    )
    return report(dict(line.strip().split(": ") for line in listed.stdout.splitlines() if ": " in line))


def prepare(room: str) -> None:
    """Copy what the tests need, with the settings for one room."""
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir()
    for name in COPIED:
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, WORK / name)
    files, tests = ROOMS[room]
    others = [name for name in COPIED if name not in {"src", "tests", "pyproject.toml"}]
    settings = {
        "source_paths": ["src"],
        "only_mutate": files,
        "also_copy": others,
        "pytest_add_cli_args_test_selection": tests,
        "pytest_add_cli_args": ["-p", "no:xdist", "-p", "no:cacheprovider", "-x", "-q"],
    }
    lines = [f"{key} = {json.dumps(value)}" for key, value in settings.items()]
    with (WORK / "pyproject.toml").open("a", encoding="utf-8") as stream:
        stream.write("\n[tool.mutmut]\n" + "\n".join(lines) + "\n")


def report(results: dict[str, str]) -> int:
    """Print how many changes were noticed, and those that were not and are not known to change nothing."""
    known = json.loads(KNOWN.read_text(encoding="utf-8"))
    alive = sorted(
        name for name, state in results.items() if state in {"survived", "no tests", "timeout", "suspicious"}
    )
    open_ = [name for name in alive if name not in known]
    share = 100 * (len(results) - len(alive)) / len(results) if results else 0
    noticed, nothing = len(results) - len(alive), len(alive) - len(open_)
    print(f"{noticed} of {len(results)} noticed, {share:.1f} %; {nothing} change nothing")
    for name in open_:
        print(f"  {results[name]}: {name}")
    return int(share < LEAST)


if __name__ == "__main__":
    sys.exit(main())
