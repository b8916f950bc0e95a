"""The terminal, the environment and the clock: the only file that asks the computer about them."""

import os
import sys
from datetime import date
from typing import TextIO

from digisamen.cli.log import no_command
from digisamen.model.problem import DigisamenError
from digisamen.paper.screen import Screen


def output_screen() -> Screen:
    """Return what standard output can show."""
    return _screen(sys.stdout)


def error_screen() -> Screen:
    """Return what standard error can show."""
    return _screen(sys.stderr)


def file_screen() -> Screen:
    """Return how a terminal report is written to a file: 80 columns, no colour."""
    return Screen()


def error_is_terminal() -> bool:
    """Tell whether somebody is looking at standard error, on a terminal that can take back what it shows."""
    return sys.stderr is not None and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"


def _screen(stream: TextIO | None) -> Screen:
    if stream is None:
        return Screen()
    terminal = stream.isatty()
    dumb = os.environ.get("TERM") == "dumb"
    return Screen(
        width=_width(stream, terminal=terminal),
        colour=terminal and not dumb and not os.environ.get("NO_COLOR"),
        unicode=not dumb and _shows(stream.encoding),
    )


def _width(stream: TextIO, *, terminal: bool) -> int:
    said = os.environ.get("COLUMNS", "")
    if said.isdigit() and int(said):
        return int(said)
    if not terminal:
        return 80
    try:
        return os.get_terminal_size(stream.fileno()).columns or 80
    except (OSError, ValueError):
        return 80


def _shows(encoding: str | None) -> bool:
    try:
        "✓■▒·─".encode(encoding or "ascii")
    except (LookupError, UnicodeEncodeError):
        return False
    return True


class ClosedPipeError(Exception):
    """Whoever read standard output stopped reading. No `OSError`: typer would make an exit of its own of that."""


def write_output(text: str, form: str) -> None:
    """Write the product of a command, in a format, to standard output: there a log may be listening.

    Text of the format `terminal` keeps to what the terminal can show.
    """
    if sys.stdout is None:
        raise DigisamenError("F005", reason="EBADF")
    encoding = (sys.stdout.encoding or "utf-8") if form == "terminal" else "utf-8"
    write_bytes(no_command(text, form).encode(encoding, errors="replace"))


def write_bytes(content: bytes) -> None:
    """Write bytes to standard output; a terminal that would show them as noise is refused.

    Raises:
        DigisamenError: U017 for a document on a terminal, F005 without standard output.
    """
    if sys.stdout is None:
        raise DigisamenError("F005", reason="EBADF")
    if b"\0" in content and sys.stdout.isatty():
        raise DigisamenError("U017")
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise ClosedPipeError from None


def write_error(text: str) -> None:
    """Write talk and problems to standard error. Trouble with that stream itself is nothing to report on."""
    try:
        sys.stderr.buffer.write(no_command(text).encode(sys.stderr.encoding or "utf-8", errors="replace"))
        sys.stderr.buffer.flush()
    except (OSError, ValueError, AttributeError):
        return


def today() -> date:
    """Return the day of today, for files that are made now. Scores never depend on it."""
    return date.today()  # noqa: DTZ011  # the day where the user is
