"""`digisamen criteria`: read, check and publish the norm."""

import typer

from digisamen.cli.criteria import check, diff, docs, impact, list_, release, show
from digisamen.cli.help import Group
from digisamen.text.texts import Texts


def register(app: typer.Typer, t: Texts, cls: type) -> None:
    """Add the group of commands to `app`."""
    group = typer.Typer(
        cls=Group, help=t("help.criteria.about"), short_help=t("help.criteria.short"), rich_markup_mode=None
    )
    app.add_typer(group, name="criteria")
    for command in (list_, show, check, diff, impact, release, docs):
        command.register(group, t, cls)
