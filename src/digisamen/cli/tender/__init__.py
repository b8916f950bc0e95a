"""`digisamen tender`: ask a level in a tender, and check what comes back."""

import typer

from digisamen.cli.help import Group
from digisamen.cli.tender import check, new, package, render, verify
from digisamen.text.texts import Texts


def register(app: typer.Typer, t: Texts, cls: type) -> None:
    """Add the group of commands to `app`."""
    group = typer.Typer(
        cls=Group, help=t("help.tender.about"), short_help=t("help.tender.short"), rich_markup_mode=None
    )
    app.add_typer(group, name="tender")
    for command in (new, render, package, check, verify):
        command.register(group, t, cls)
