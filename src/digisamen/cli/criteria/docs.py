"""`digisamen criteria docs`: the pages for people who read the norm, in a folder."""

from pathlib import Path
from typing import Annotated

import typer

from digisamen.cli import exits
from digisamen.cli.left import tell_left
from digisamen.cli.options import criteria_option, format_option, in_language, lang_option, one_of, option
from digisamen.cli.show import show_problems
from digisamen.cli.terminal import file_screen, write_error
from digisamen.cli.write import make_folder, refuse_input, write_files
from digisamen.model.problem import DigisamenError
from digisamen.paper.formats import suffixes
from digisamen.text.texts import Texts

NOT_A_PAGE = ("terminal", "json")


def register(group: typer.Typer, t: Texts, cls: type) -> None:
    """Add the command to `group`."""
    known = [name for name in suffixes() if name not in NOT_A_PAGE]

    @group.command("docs", cls=cls, help=t("help.criteria_docs.about"), short_help=t("help.criteria_docs.short"))
    def docs(
        folder: Annotated[str, typer.Argument(help=t("help.argument.folder"), metavar=t("help.meta.folder"))],
        edition: Annotated[str | None, option(t, "edition", metavar=t("help.meta.word"))] = None,
        form: Annotated[str, format_option(t, known)] = "html",
        lang: Annotated[str | None, lang_option(t)] = None,
        criteria: Annotated[str | None, criteria_option(t)] = None,
    ) -> int:
        from digisamen import api  # noqa: PLC0415  # start-up: `--help` needs none of this
        from digisamen.norm.pages.book import render_book  # noqa: PLC0415

        one_of(form, known, "--format")
        if not folder.strip():
            raise DigisamenError("F020", file=folder, reason="ENOENT")
        texts = in_language(lang, t)
        loaded = api.load_edition(edition, criteria)
        if loaded.value is None:
            show_problems(loaded.problems, texts)
            return exits.BAD_INPUT
        pages = render_book(loaded.value, api.coverage(loaded.value), form, texts, file_screen())
        files = [(str(Path(folder) / name), text) for name, text in pages.items()]
        for name, _ in files:
            refuse_input(name, ())
        tell_left([name for name, _ in files], texts)
        make_folder(folder)
        write_files(files)
        write_error(texts("book.made", n=len(files), folder=folder) + "\n")
        return exits.DONE
