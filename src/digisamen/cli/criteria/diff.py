"""`digisamen criteria diff`: what changed from one edition to another, and does `changes.yaml` say so?"""

from typing import Annotated

import typer

from digisamen.cli import exits
from digisamen.cli.options import criteria_option, format_option, lang_option, option, output_option, outputs
from digisamen.cli.show import show_problems
from digisamen.text.texts import Texts


def register(group: typer.Typer, t: Texts, cls: type) -> None:
    """Add the command to `group`."""

    @group.command("diff", cls=cls, help=t("help.criteria_diff.about"), short_help=t("help.criteria_diff.short"))
    def diff(
        old: Annotated[str, typer.Argument(help=t("help.argument.old"), metavar=t("help.meta.old"))],
        new: Annotated[str | None, typer.Argument(help=t("help.argument.new"), metavar=t("help.meta.new"))] = None,
        strict: Annotated[bool, option(t, "diff_strict", "--strict")] = False,
        form: Annotated[list[str] | None, format_option(t)] = None,
        output: Annotated[list[str] | None, output_option(t)] = None,
        lang: Annotated[str | None, lang_option(t)] = None,
        criteria: Annotated[str | None, criteria_option(t)] = None,
    ) -> int:
        from digisamen import api  # noqa: PLC0415  # start-up: `--help` needs none of this
        from digisamen.norm.compare.document import diff_data, diff_sheet  # noqa: PLC0415

        out = outputs(form, output, lang, t)
        outcome = api.diff(old, new, criteria)
        show_problems(outcome.problems, out.t)
        if outcome.value is None:
            return exits.BAD_INPUT
        compared = outcome.value
        out.write_sheet(lambda x: diff_sheet(compared, x), lambda: diff_data(compared, out.t))
        return exits.NOT_MET if strict and not compared.right else exits.DONE
