"""Help pages in the language of the user. Typer builds them in English; only its fixed words are exchanged."""

import re
from typing import Any

from typer.core import TyperCommand, TyperGroup

from digisamen.text.texts import Texts

_FIXED = {
    "Usage:": "usage",
    "Options:": "options",
    "Arguments:": "arguments",
    "Commands:": "commands",
    "[OPTIONS]": "opts",
    "COMMAND [ARGS]...": "commandargs",
    "[required]": "required",
    "[default: ": "default",
}


def _translated(text: str, t: Any) -> str:
    if not isinstance(t, Texts):
        return text
    for word, key in _FIXED.items():
        text = text.replace(word, t(f"help.fixed.{key}"))
    # Typer marks an argument with braces and with its Python type: neither says anything to a user.
    text = re.sub(r"\{([A-Z.]+)\}", r"\1", text)
    # What stands behind it stays in its column.
    text = re.sub(r"(\b[A-Z.|a-z]+) <(?:str|list\[str\])>", lambda found: found[1].ljust(len(found[0])), text)
    text = re.sub(r"Show this message\s+and exit\.", t("help.fixed.help"), text)
    return re.sub(r"[ \t]+$", "", text, flags=re.MULTILINE)


class Command(TyperCommand):
    """A command whose help page speaks the language of the user."""

    def get_help(self, ctx: Any) -> str:
        """Return the help page."""
        return _translated(super().get_help(ctx), ctx.obj)


class Group(TyperGroup):
    """A group of commands, in the order in which they were registered."""

    def get_help(self, ctx: Any) -> str:
        """Return the help page."""
        return _translated(super().get_help(ctx), ctx.obj)

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002  # the signature is typer's
        """Return the names of the commands in the order of the work, not of the alphabet."""
        return list(self.commands)
