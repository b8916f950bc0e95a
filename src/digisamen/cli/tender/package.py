"""`digisamen tender package`: everything a program needs beside the annex, in one zip."""

from pathlib import Path
from typing import Annotated

import typer

from digisamen import __version__
from digisamen.cli import exits
from digisamen.cli.left import tell_left
from digisamen.cli.loaded import tender_or_show
from digisamen.cli.options import criteria_option, in_language, lang_option, option
from digisamen.cli.tender.render import refused
from digisamen.cli.terminal import write_bytes, write_error
from digisamen.cli.write import refuse_input, write_files
from digisamen.text.texts import Texts


def register(group: typer.Typer, t: Texts, cls: type) -> None:
    """Add the command to `group`."""

    @group.command("package", cls=cls, help=t("help.tender_package.about"), short_help=t("help.tender_package.short"))
    def package(
        file: Annotated[str, typer.Argument(help=t("help.argument.tender"), metavar=t("help.meta.tender"))],
        output: Annotated[str, option(t, "zip", "--output", "-o", metavar=t("help.meta.file"))],
        strict: Annotated[bool, option(t, "strict", "--strict")] = False,
        lang: Annotated[str | None, lang_option(t)] = None,
        criteria: Annotated[str | None, criteria_option(t)] = None,
    ) -> int:
        from digisamen.tender.package.package import package as make  # noqa: PLC0415  # start-up

        texts = in_language(lang, t)
        loaded = tender_or_show(file, criteria, texts)
        if loaded is None or (strict and refused(loaded, texts)):
            return exits.BAD_INPUT
        if output != "-":
            refuse_input(output, [Path(file)])
        content = make(loaded.spec, texts, __version__)
        if output == "-":
            write_bytes(content)
            return exits.DONE
        tell_left([output], texts)
        write_files([(output, content)])
        write_error(texts("tender.packed", file=output, digest=loaded.spec.digest) + "\n")
        return exits.DONE
