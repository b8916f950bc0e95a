"""`digisamen verify`: does this report belong to this file?"""

from pathlib import Path
from typing import Annotated

import typer

from digisamen.cli import exits
from digisamen.cli.options import (
    criteria_option,
    file_argument,
    format_option,
    lang_option,
    option,
    output_option,
    outputs,
)
from digisamen.cli.show import show_problems
from digisamen.text.texts import Texts


def register(app: typer.Typer, t: Texts, cls: type) -> None:
    """Add the command to `app`."""

    @app.command("verify", cls=cls, help=t("help.verify.about"), short_help=t("help.verify.short"))
    def verify(
        report: Annotated[str, typer.Argument(help=t("help.argument.report"), metavar=t("help.meta.report"))],
        file: Annotated[str, file_argument(t)],
        files: Annotated[bool, option(t, "files", "--files")] = False,
        form: Annotated[list[str] | None, format_option(t)] = None,
        output: Annotated[list[str] | None, output_option(t)] = None,
        lang: Annotated[str | None, lang_option(t)] = None,
        criteria: Annotated[str | None, criteria_option(t)] = None,
    ) -> int:
        from digisamen import api  # noqa: PLC0415  # start-up: `--help` needs none of this
        from digisamen.level.verify_document import verify_data, verify_sheet  # noqa: PLC0415

        out = outputs(form, output, lang, t)
        outcome = api.verify(report, file, criteria=criteria, files=files)
        if outcome.value is None:
            show_problems(outcome.problems, t)
            return exits.BAD_INPUT
        found = outcome.value
        inputs = [Path(report), Path(file), *found.evidence]
        out.write_sheet(lambda x: verify_sheet(found, report, file, x), lambda: verify_data(found), inputs)
        return exits.DONE if found.right else exits.NOT_MET
