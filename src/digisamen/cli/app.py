"""Assembles the commands, and is the one boundary where trouble becomes a sentence and an exit code."""

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING, NoReturn

import typer

from digisamen import __version__
from digisamen.cli import exits
from digisamen.cli.help import Command, Group
from digisamen.cli.show import show_bug, show_problems
from digisamen.cli.terminal import ClosedPipeError
from digisamen.cli.usage import usage_problem
from digisamen.model.problem import DigisamenError
from digisamen.source.files import reason
from digisamen.text.texts import Texts, texts

if TYPE_CHECKING:
    from digisamen.model.wording import Language

ROOMS = {
    "new": "digisamen.cli.new",
    "assess": "digisamen.cli.assess",
    "next": "digisamen.cli.next_",
    "explain": "digisamen.cli.explain",
    "verify": "digisamen.cli.verify",
    "migrate": "digisamen.cli.migrate",
    "schema": "digisamen.cli.schema",
    "spec": "digisamen.cli.spec",
    "tender": "digisamen.cli.tender",
    "criteria": "digisamen.cli.criteria",
}
"""The commands, in the order of the work, and the file that registers each. One is imported when it is used."""

COMPLETION = ("--install-completion", "--show-completion")


def run(arguments: list[str]) -> int:
    """Run one command and return its exit code. Never raises, and never shows a traceback."""
    try:
        t = texts(language(os.environ.get("DIGISAMEN_LANG")))
        return _within(lambda: _command(arguments, t), t)
    except KeyboardInterrupt:
        return exits.STOPPED


def leave(code: int) -> NoReturn:
    """End the process. All is written by now, and taking the heap apart would cost more than the score did."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError, AttributeError):
            stream.flush()
    os._exit(code)


def language(said: str | None) -> "Language":
    """Return the language that `said` asks for: English when it says so, else Dutch."""
    return "en" if (said or "").lower().startswith("en") else "nl"


def _command(arguments: list[str], t: Texts) -> int:
    completion = _wants_completion(arguments)
    app = build(t, only="" if completion or not arguments else arguments[0], completion=completion)
    result = app(arguments or ["--help"], prog_name="digisamen", standalone_mode=False)
    if sys.stdout is not None:
        sys.stdout.flush()
    return result if isinstance(result, int) else exits.DONE


def _wants_completion(arguments: list[str]) -> bool:
    """Completion costs start-up time, so it is only there for who asks for it."""
    return "_DIGISAMEN_COMPLETE" in os.environ or any(a.startswith(COMPLETION) for a in arguments)


def build(t: Texts, *, only: str = "", completion: bool = False) -> typer.Typer:
    """Return the command line in one language; with the command `only` alone, where there is one of that name."""
    app = typer.Typer(
        cls=Group,
        help=t("help.digisamen"),
        epilog=t("help.epilog"),
        add_completion=completion,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"], "obj": t},
    )

    @app.callback(invoke_without_command=False)
    def _root(
        version: bool = typer.Option(False, "--version", help=t("help.version"), is_eager=True, callback=_version),  # noqa: FBT003  # the form that typer asks for
    ) -> None:
        pass

    for name in [only] if only in ROOMS else ROOMS:
        import_module(ROOMS[name]).register(app, t, Command)
    return app


def _version(asked: bool) -> None:
    if asked:
        sys.stdout.write(f"digisamen {__version__}\n")
        raise typer.Exit


def _within(work: Callable[[], int], t: Texts) -> int:
    """Do the work, and turn every kind of trouble into what a person can use."""
    try:
        return work()
    except DigisamenError as error:
        show_problems((error.problem,), t)
        return exits.of_code(error.problem.code)
    except typer.Exit as stop:
        return stop.exit_code
    except SystemExit as stop:  # typer leaves this way after a completion script, or when a help page met a closed pipe
        if type(sys.stdout).__name__ == "PacifyFlushWrapper":
            return exits.CLOSED_PIPE
        return stop.code if isinstance(stop.code, int) else exits.DONE
    except (KeyboardInterrupt, typer.Abort):
        return exits.STOPPED
    except (ClosedPipeError, BrokenPipeError):
        _mute()
        return exits.CLOSED_PIPE
    except OSError as error:
        _mute()
        show_problems((DigisamenError("F005", reason=reason(error)).problem,), t)
        return exits.NO_FILE
    except Exception as error:  # noqa: BLE001  # the last resort: an apology instead of a traceback
        problem = usage_problem(error)
        if problem is None:
            show_bug(error, t)
            return exits.BUG
        show_problems((problem,), t)
        return exits.WRONG_USE


def _mute() -> None:
    """Point standard output at nothing, so that the interpreter has nothing left to complain about at its end."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError, AttributeError):
        sys.stdout = None
