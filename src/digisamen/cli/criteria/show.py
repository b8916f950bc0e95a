"""`digisamen criteria show`: criteria whole."""

from typing import Annotated

import typer

from digisamen.cli import exits
from digisamen.cli.options import Outputs, criteria_option, format_option, lang_option, option, output_option, outputs
from digisamen.cli.show import show_problems
from digisamen.model.problem import DigisamenError
from digisamen.text.texts import Texts


def register(group: typer.Typer, t: Texts, cls: type) -> None:
    """Add the command to `group`."""

    @group.command("show", cls=cls, help=t("help.criteria_show.about"), short_help=t("help.criteria_show.short"))
    def show(
        ids: Annotated[list[str], typer.Argument(help=t("help.argument.ids"), metavar=t("help.meta.ids"))],
        edition: Annotated[str | None, option(t, "edition", metavar=t("help.meta.word"))] = None,
        form: Annotated[list[str] | None, format_option(t)] = None,
        output: Annotated[list[str] | None, output_option(t)] = None,
        lang: Annotated[str | None, lang_option(t)] = None,
        criteria: Annotated[str | None, criteria_option(t)] = None,
    ) -> int:
        return show_criteria(ids, edition, criteria, outputs(form, output, lang, t))


def show_criteria(ids: list[str], number: str | None, folder: str | None, out: Outputs) -> int:
    """Show criteria whole; for `criteria show` and for `explain`."""
    from digisamen import api  # noqa: PLC0415  # start-up
    from digisamen.norm import document as sheets  # noqa: PLC0415
    from digisamen.read.errors import near  # noqa: PLC0415

    loaded = api.load_edition(number, folder)
    if loaded.value is None:
        show_problems(loaded.problems, out.t)
        return exits.BAD_INPUT
    norm = loaded.value
    names = [name.upper() for name in ids]
    for name in names:
        if name not in norm.criteria:
            raise DigisamenError("U011", value=name, edition=norm.number, near=near(name, norm.criteria))
    chosen = [norm.criteria[name] for name in names]
    out.write_sheet(lambda x: sheets.show_sheet(norm, chosen, x), lambda: sheets.list_data(norm, chosen))
    return exits.DONE
