"""Measures start-up and speed of the installed wheel, as ratios to the bare interpreter and to check-jsonschema.

Run with `./scripts/bench`. Prints one line per figure; takes about a minute. Nothing is judged here: the budget stands
behind each line, and a person reads it. Machines are noisy, so the runs are paired and medians are shown.
"""

import statistics
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

ROOT = Path(__file__).parent.parent
LARGEST = ROOT / "examples" / "grote-aannemer" / "org.yaml"
ROUNDS = 15


def main() -> None:
    """Build and install the wheel in an empty environment, then measure."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        tool, python = install(home)
        check = home / "env" / "bin" / "check-jsonschema"
        schema = home / "assessment.json"
        subprocess.run([tool, "schema", "assessment", "--output", schema], check=True)
        bare = [python, "-c", "pass"]
        assess = [tool, "assess", LARGEST, "--output", home / "r.json"]
        show("--version", [tool, "--version"], bare, "1.5")
        show("--help", [tool, "--help"], bare, "8")
        show("assess, JSON", [tool, "assess", LARGEST, "--format", "json"], bare, "18")
        show("assess, terminal", [tool, "assess", LARGEST], bare, "22")
        show("assess, HTML", [tool, "assess", LARGEST, "--format", "html"], bare, "-")
        show("criteria check", [tool, "criteria", "check"], bare, "-")
        peer = [check, "--schemafile", schema, LARGEST]
        show("assess to a file, against check-jsonschema on the same file", assess, peer, "1")
        gate = [tool, "criteria", "check"]
        show("criteria check, against check-jsonschema on the criteria alone", gate, peer_of_the_gate(home), "0.35")


def peer_of_the_gate(home: Path) -> list[object]:
    """Return check-jsonschema on the theme files of the newest edition, without its lists and sources."""
    tool, check = (home / "env" / "bin" / name for name in ("digisamen", "check-jsonschema"))
    schema = home / "criteria.json"
    subprocess.run([tool, "schema", "criteria", "--output", schema], check=True)
    newest = max((ROOT / "criteria").glob("*/edition.yaml")).parent
    return [check, "--schemafile", schema, *sorted(newest.glob("*/*.yaml"))]


def install(home: Path) -> tuple[Path, Path]:
    """Return the command and the interpreter of an environment with the wheel, bytecode compiled."""
    build = [sys.executable, "-m", "build", "--no-isolation", "--wheel", "--outdir", home, ROOT]
    subprocess.run(build, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    venv.create(home / "env", with_pip=True)
    bin_ = home / "env" / "bin"
    wheel = next(home.glob("*.whl"))
    packages = [wheel, "check-jsonschema"]
    subprocess.run([bin_ / "pip", "install", "--quiet", *packages], check=True, stderr=subprocess.DEVNULL)
    subprocess.run([bin_ / "python", "-m", "compileall", "-q", home / "env" / "lib"], check=False)
    return bin_ / "digisamen", bin_ / "python"


def show(name: str, command: list[object], other: list[object], budget: str) -> None:
    """Print the median time of both commands, and their ratio over paired runs."""
    pairs = [(seconds(command), seconds(other)) for _ in range(ROUNDS + 1)][1:]
    ours, theirs = (statistics.median(times) * 1000 for times in zip(*pairs, strict=True))
    ratio = statistics.median(a / b for a, b in pairs)
    print(f"{ratio:6.2f} x  (budget {budget:>4})  {ours:7.1f} ms against {theirs:7.1f} ms   {name}")


def seconds(command: list[object]) -> float:
    """Return how long one run of a command takes, from outside."""
    start = time.perf_counter()
    subprocess.run([str(part) for part in command], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


if __name__ == "__main__":
    if not LARGEST.is_file():
        sys.exit(f"missing: {LARGEST}")
    main()
