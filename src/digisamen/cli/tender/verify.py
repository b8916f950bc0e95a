"""`digisamen tender verify`: are the requirements in this document still those of the request?"""

from pathlib import Path
from typing import Annotated

import typer

from digisamen.cli import exits
from digisamen.cli.loaded import tender_or_show
from digisamen.cli.options import criteria_option, format_option, lang_option, option, output_option, outputs
from digisamen.text.texts import Texts, texts


def register(group: typer.Typer, t: Texts, cls: type) -> None:
    """Add the command to `group`."""

    @group.command("verify", cls=cls, help=t("help.tender_verify.about"), short_help=t("help.tender_verify.short"))
    def verify(
        document: Annotated[str, typer.Argument(help=t("help.argument.document"), metavar=t("help.meta.document"))],
        against: Annotated[str, option(t, "against_tender", "--against", metavar=t("help.meta.tender"))],
        form: Annotated[list[str] | None, format_option(t)] = None,
        output: Annotated[list[str] | None, output_option(t)] = None,
        lang: Annotated[str | None, lang_option(t)] = None,
        criteria: Annotated[str | None, criteria_option(t)] = None,
    ) -> int:
        from digisamen.source.files import MAX_DOCUMENT, read_bytes  # noqa: PLC0415
        from digisamen.tender.read_document import read_document  # noqa: PLC0415  # start-up: `--help` needs none of this
        from digisamen.tender.returned import (  # noqa: PLC0415
            returned,
            returned_data,
            returned_sheet,
        )

        out = outputs(form, output, lang, t)
        loaded = tender_or_show(against, criteria, out.t)
        if loaded is None:
            return exits.BAD_INPUT
        read = read_document(read_bytes(document, MAX_DOCUMENT), document)
        outcome = returned(loaded.spec, read, [texts("nl"), texts("en")])
        inputs = [Path(document), Path(against)]
        out.write_sheet(lambda x: returned_sheet(outcome, document, x), lambda: returned_data(outcome), inputs)
        return exits.DONE if outcome.right else exits.NOT_MET
