"""`digisamen schema`: print or write a JSON Schema."""

from typing import Annotated

import typer

from digisamen.cli import exits
from digisamen.cli.left import tell_left
from digisamen.cli.options import criteria_option, one_of, option
from digisamen.cli.show import show_problems
from digisamen.cli.terminal import write_output
from digisamen.cli.write import write_files
from digisamen.text.texts import Texts

KINDS = ("assessment", "tender", "report", "edition", "criteria", "sources", "changes", "editions")


def register(app: typer.Typer, t: Texts, cls: type) -> None:
    """Add the command to `app`."""

    @app.command("schema", cls=cls, help=t("help.schema.about"), short_help=t("help.schema.short"))
    def schema(
        kind: Annotated[str, typer.Argument(help=t("help.argument.schema"), metavar="|".join(KINDS))] = "assessment",
        edition: Annotated[str | None, option(t, "edition", metavar=t("help.meta.word"))] = None,
        output: Annotated[str, option(t, "output", "--output", "-o", metavar=t("help.meta.file"))] = "-",
        criteria: Annotated[str | None, criteria_option(t)] = None,
    ) -> int:
        from digisamen import api  # noqa: PLC0415  # start-up: `--help` needs none of this
        from digisamen.paper.json_text import dump  # noqa: PLC0415

        one_of(kind, KINDS, "SCHEMA")
        norm = None
        if edition is not None or criteria is not None:
            loaded = api.load_edition(edition, criteria)
            if loaded.value is None:
                show_problems(loaded.problems, t)
                return exits.BAD_INPUT
            norm = loaded.value
        text = dump(api.json_schema(kind, norm))
        if output == "-":
            write_output(text, "json")
        else:
            tell_left([output], t)
            write_files([(output, text)])
        return exits.DONE
