"""`digisamen next`: what is missing for the next level."""

from typing import Annotated

import typer

from digisamen.cli import exits
from digisamen.cli.loaded import inputs_of, load_or_show
from digisamen.cli.options import (
    criteria_option,
    day,
    file_argument,
    format_option,
    lang_option,
    option,
    output_option,
    outputs,
)
from digisamen.text.texts import Texts


def register(app: typer.Typer, t: Texts, cls: type) -> None:
    """Add the command to `app`."""

    @app.command("next", cls=cls, help=t("help.next.about"), short_help=t("help.next.short"))
    def next_(
        file: Annotated[str, file_argument(t)],
        form: Annotated[list[str] | None, format_option(t)] = None,
        output: Annotated[list[str] | None, output_option(t)] = None,
        lang: Annotated[str | None, lang_option(t)] = None,
        date: Annotated[str | None, option(t, "date", metavar=t("help.meta.date"))] = None,
        criteria: Annotated[str | None, criteria_option(t)] = None,
    ) -> int:
        from digisamen import api  # noqa: PLC0415  # start-up: `--help` needs none of this
        from digisamen.level.next import next_data, next_sheet  # noqa: PLC0415

        out, when = outputs(form, output, lang, t), day(date)
        loaded = load_or_show(file, criteria, t)
        if loaded is None:
            return exits.BAD_INPUT
        report = api.report(loaded, day=when)
        out.write_sheet(lambda x: next_sheet(report, x), lambda: next_data(report), inputs_of(loaded, file))
        return exits.DONE
