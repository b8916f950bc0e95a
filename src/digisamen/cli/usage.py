"""Wrong use of a command, from typer's exceptions to a problem of ours, in the language of the user."""

import re
from difflib import get_close_matches
from typing import Any

from digisamen.model.problem import Problem

USAGE = 2
"""The exit code by which typer's own exceptions say that the command was used in a wrong way."""


def usage_problem(error: Any) -> Problem | None:
    """Return the problem that `error` stands for; none when it is not about wrong use."""
    if getattr(error, "exit_code", None) != USAGE:
        return None
    context = getattr(error, "ctx", None)
    command = str(context.command_path) if context is not None else "digisamen"
    code, values = _meaning(error, context)
    return Problem(code, values={"command": command, **values})


def _meaning(error: Any, context: Any) -> tuple[str, dict[str, str]]:
    """Return code and values. Typer's message is only read where the exception itself does not say what is meant."""
    name, message = type(error).__name__, str(error.format_message())
    quoted = re.search(r"'([^']*)'", message) or re.search(r"\(([^()]*)\)$", message)
    word = quoted[1] if quoted else ""
    if name == "NoSuchOption":
        return "U001", {"value": error.option_name}
    if name == "MissingParameter":
        return "U002", {"value": _name(error.param)}
    if message.startswith("No such command"):
        return "U003", {"value": word, "near": _near(word, context)}
    if message.startswith("Missing command"):
        return "U002", {"value": ", ".join(getattr(context.command, "commands", {}))}
    if name == "BadOptionUsage":
        return "U013", {"field": error.option_name}
    if name == "BadParameter" and error.param is not None:
        return "U014", {"field": _name(error.param)}
    if "unexpected extra argument" in message:
        return "U015", {"value": word}
    return "U008", {}


def _name(parameter: Any) -> str:
    if parameter.param_type_name == "option":
        return str(parameter.opts[0])
    return str(parameter.metavar or parameter.name)


def _near(word: str, context: Any) -> str:
    return next(iter(get_close_matches(word, list(getattr(context.command, "commands", {})))), "")
