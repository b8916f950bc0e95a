"""Tells what a killed run left beside a file, so that nobody takes it for something else."""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from digisamen.cli.show import show_problems
from digisamen.cli.spare import ASIDE, left_behind
from digisamen.model.problem import Place, Problem, Severity
from digisamen.text.texts import Texts


def tell_left(names: Iterable[str], t: Texts) -> None:
    """Write a warning for every file that a killed run left beside one of `names`."""
    found = [_problem(name, left) for name in names if name != "-" for left in _left(name)]
    if found:
        show_problems(found, t)


def _left(name: str) -> list[Path]:
    """Return what was left under the name that was given, and under the one that it points to."""
    path, found = Path(name), left_behind(Path(name))
    with suppress(OSError, ValueError, RuntimeError):
        if path.is_symlink():
            found += left_behind(path.resolve())
    return found


def _problem(name: str, left: Path) -> Problem:
    cause = {"cause": "look"} if left.suffix == ASIDE else {}
    return Problem("F033", Place(name), {"left": str(left), **cause}, Severity.WARNING)
