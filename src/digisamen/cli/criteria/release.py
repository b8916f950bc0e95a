"""`digisamen criteria release`: the notes of an edition, what stands in its way, and with `--write` its freezing."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from digisamen.cli import exits
from digisamen.cli.left import tell_left
from digisamen.cli.options import criteria_option, day, format_option, lang_option, option, output_option, outputs
from digisamen.cli.show import show_problems
from digisamen.cli.terminal import today, write_error
from digisamen.cli.write import make_folder, write_files
from digisamen.model.problem import DigisamenError
from digisamen.text.texts import Texts, texts

if TYPE_CHECKING:  # start-up
    from digisamen.norm.release.plan import Release


def register(group: typer.Typer, t: Texts, cls: type) -> None:
    """Add the command to `group`."""
    about, short = t("help.criteria_release.about"), t("help.criteria_release.short")

    @group.command("release", cls=cls, help=about, short_help=short)
    def release(
        edition: Annotated[str, typer.Argument(help=t("help.argument.edition"), metavar=t("help.meta.edition"))],
        write: Annotated[bool, option(t, "release_write", "--write")] = False,
        form: Annotated[list[str] | None, format_option(t)] = None,
        output: Annotated[list[str] | None, output_option(t)] = None,
        lang: Annotated[str | None, lang_option(t)] = None,
        criteria: Annotated[str | None, criteria_option(t)] = None,
        date: Annotated[str | None, option(t, "release_date", "--date", metavar=t("help.meta.date"))] = None,
    ) -> int:
        from digisamen import api  # noqa: PLC0415  # start-up: `--help` needs none of this
        from digisamen.norm.release.document import release_data, release_sheet  # noqa: PLC0415

        out = outputs(form, output, lang, t)
        if write and api.origin(criteria) == "wheel":
            raise DigisamenError("U040")
        outcome = api.release(edition, day(date) or today(), criteria)
        if outcome.value is None:
            show_problems(outcome.problems, out.t)
            return exits.BAD_INPUT
        made = outcome.value
        freeze = write and not made.refused and not made.frozen
        files, was = _files(made, criteria) if freeze else ([], {})
        if form or output or not write:
            out.write_sheet(lambda x: release_sheet(made, x), lambda: release_data(made, out.t))
        if freeze:
            tell_left([name for name, _ in files], out.t)
            make_folder(str(Path(files[0][0]).parent))
            write_files(files, was=was)
        _say(made, [name for name, _ in files], out.t)
        return exits.NOT_MET if made.refused else exits.DONE


def _files(made: "Release", criteria: str | None) -> tuple[list[tuple[str, str]], dict[str, bytes]]:
    """Return what freezing writes, and what was read of the file that it writes in place.

    These are files of the norm, which no other command may write over.
    """
    from digisamen.norm.release.document import release_sheet  # noqa: PLC0415
    from digisamen.norm.release.release import frozen_register, notes_path  # noqa: PLC0415  # start-up
    from digisamen.paper.markdown import sheet_markdown  # noqa: PLC0415

    register, raw, text = frozen_register(made, criteria)
    notes = [
        (str(notes_path(register, made.edition.number, t.language)), sheet_markdown(release_sheet(made, t)))
        for t in (texts("nl"), texts("en"))
    ]
    # The register last: what stands in it is true then.
    return [*notes, (str(register), text)], {str(register): raw}


def _say(made: "Release", written: list[str], t: Texts) -> None:
    """Tell on standard error how it went."""
    number = made.edition.number
    if made.refused:
        show_problems(made.refusals, t, t.count("release.refused", len(made.refusals), edition=number))
        return
    key = "done" if written else "already" if made.frozen else "rehearsal"
    lines = [t(f"release.{key}", edition=number), *(t("release.wrote", file=name) for name in written)]
    write_error("".join(f"{line}\n" for line in lines))
