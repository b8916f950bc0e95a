"""Shows problems on standard error: place, sentence, the line itself, and what to do."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

from digisamen import __version__
from digisamen.cli.terminal import error_screen, write_error
from digisamen.model.problem import Outcome, Place, Problem, Severity
from digisamen.text.problems import problem_texts
from digisamen.text.texts import Texts
from digisamen.text.visible import visible

T = TypeVar("T")

COUNTED = 1000
"""From how many problems on the number is not exact: looking stops there."""

MOST = 200
"""How many problems are written out; a file with more is broken in one way."""


def show_problems(problems: Sequence[Problem], t: Texts, summary: str = "") -> None:
    """Write every problem, then a count and what did not happen."""
    from digisamen.paper.lines import ATTENTION, BOLD, CODE, DIM, ERROR, RenderableType, indented, line, show, unbroken  # noqa: PLC0415  # rich is only needed for trouble

    screen = error_screen()
    parts: list[RenderableType] = []
    for problem in problems[:MOST]:
        say, tip = problem_texts(problem, t)
        error = problem.severity is Severity.ERROR
        word = (t("problems.error"), ERROR) if error else (t("problems.warning"), ATTENTION)
        where = f"{_where(problem.place)}: " if problem.place else ""
        parts.append(unbroken(line((where, BOLD), word, " ", (problem.code, CODE))))
        parts.append(indented(line(say)))
        parts += [line((text, style)) for text, style in _excerpt(problem.place, screen.columns)]
        if tip:
            parts.append(indented(line((f"{t('problems.tip')} ", DIM), tip)))
        parts.append(line())
    if len(problems) > MOST:
        parts.append(line(t.count("problems.more", len(problems) - MOST)))
    if summary:
        parts += [line(text) for text in summary.splitlines()]
    elif parts:
        parts.pop()
    write_error(show(parts, screen))


def _where(place: Place | None) -> str:
    if place is None:
        return ""
    return ":".join(str(x) for x in (place.file, place.line, place.column) if x is not None)


def _excerpt(place: Place | None, columns: int) -> list[tuple[str, str]]:
    """Return the line of the file with the spot underlined, cut so that the spot stays in sight."""
    if place is None or place.line is None or place.column is None or not place.excerpt:
        return []
    margin = f"    {place.line} | "
    room = max(20, columns - len(margin))
    start = max(0, place.column - 1 - room // 2) if place.column + place.width > room else 0
    before = visible(place.excerpt[start : place.column - 1]) if place.column > start else ""
    end = place.column - 1 + min(place.width, room)
    spot = visible(place.excerpt[place.column - 1 : end])
    after = visible(place.excerpt[end : end + room])
    text = (before + spot + after)[:room]
    marks = "^" * max(1, min(len(spot), room - len(before)))
    blank = " " * (len(margin) - 2) + "| "
    return [(margin + text, ""), (blank + " " * len(before) + marks, "red")]


def value_or_show(outcome: Outcome[T], file: str, nothing: str, t: Texts) -> T | None:
    """Return what was read from `file`, and write its problems. `nothing` says what is not made without a value."""
    if outcome.problems:
        result = nothing if outcome.value is None else ""
        show_problems(outcome.problems, t, counted(outcome.problems, file, result, t))
    return outcome.value


def counted(problems: Sequence[Problem], file: str, result: str, t: Texts) -> str:
    """Return how many problems there are in `file`, and what did not happen because of them."""
    errors = sum(p.severity is Severity.ERROR for p in problems)
    warnings = len(problems) - errors
    pieces = [t.count("problems.errors", errors)] if errors else []
    pieces += [t.count("problems.warnings", warnings)] if warnings else []
    first = t.count("problems.total", len(problems), file=file, what=", ".join(pieces))
    if len(problems) >= COUNTED:
        first = t("problems.countless", n=t.number(COUNTED), file=file)
    if not errors:
        return first
    code = next(p.code for p in problems if p.severity is Severity.ERROR)
    return f"{first}\n{result} {t('problems.explain', code=code)}"


def show_bug(error: BaseException, t: Texts) -> None:
    """Write an apology and what a maintainer needs to know. With DIGISAMEN_DEBUG also the traceback."""
    import platform  # noqa: PLC0415  # start-up: only a bug needs these two
    import traceback  # noqa: PLC0415

    system = f"digisamen {__version__}, Python {platform.python_version()}, {sys.platform}"
    frames = traceback.extract_tb(error.__traceback__)
    place = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "?"
    detail = visible(str(error))[:300]
    write_error(t("problems.bug", kind=type(error).__name__, place=place, detail=detail, system=system) + "\n")
    if os.environ.get("DIGISAMEN_DEBUG"):
        write_error("".join(traceback.format_exception(error)))
