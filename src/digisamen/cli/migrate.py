"""`digisamen migrate`: the plan of a move to a later edition, and the move itself."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from digisamen.cli import exits
from digisamen.cli.left import tell_left
from digisamen.cli.options import criteria_option, file_argument, format_option, lang_option, option, outputs
from digisamen.cli.show import value_or_show
from digisamen.cli.terminal import write_bytes, write_error, write_output
from digisamen.cli.write import refuse_input, replace_file, write_files
from digisamen.model.problem import DigisamenError, Problem, Severity
from digisamen.text.texts import Texts

if TYPE_CHECKING:  # start-up: help pages need no pydantic
    from digisamen.migrate.migration import Migration


def register(app: typer.Typer, t: Texts, cls: type) -> None:
    """Add the command to `app`."""
    word, place = t("help.meta.word"), t("help.meta.file")

    @app.command("migrate", cls=cls, help=t("help.migrate.about"), short_help=t("help.migrate.short"))
    def migrate(
        file: Annotated[str, file_argument(t)],
        to: Annotated[str | None, option(t, "to", metavar=word)] = None,
        write: Annotated[bool, option(t, "write", "--write")] = False,
        output: Annotated[str | None, option(t, "migrate_output", "--output", "-o", metavar=place)] = None,
        form: Annotated[list[str] | None, format_option(t, name="migrate_format")] = None,
        report: Annotated[list[str] | None, option(t, "report", metavar=place)] = None,
        lang: Annotated[str | None, lang_option(t)] = None,
        criteria: Annotated[str | None, criteria_option(t)] = None,
    ) -> int:
        from digisamen import api  # noqa: PLC0415  # start-up: `--help` needs none of this
        from digisamen.migrate.document import migration_data, migration_sheet  # noqa: PLC0415

        out = outputs(form, report, lang, t, field="--report")
        if write and (output or file == "-"):
            raise DigisamenError("U033", value="--output" if output else "-")
        tell_left([file, *([output] if output else [])], out.t)
        outcome = api.migrate(file, to, criteria=criteria, language=out.t.language)
        made = value_or_show(outcome, file, out.t("migrate.nothing"), out.t)
        if made is None:
            return _code(outcome.problems)
        inputs = _inputs(made)
        for _, name in out.pairs:
            if name != "-":
                refuse_input(name, [*inputs, *([Path(output)] if output else [])])
        said = _carry_out(made, output, inputs, out.t, write=write)
        if made.steps and not write and not output:
            said = _how(made, criteria, out.t)
        if not made.steps and out.pairs == (("terminal", "-"),):
            write_output(out.t("migrate.there", file=file, edition=made.editions[1].number) + "\n", "terminal")
        elif output != "-":
            out.write_sheet(lambda x: migration_sheet(made, x), lambda: migration_data(made), inputs)
        write_error(said)
        return exits.DONE


def _code(problems: Sequence[Problem]) -> int:
    first = next(p for p in problems if p.severity is Severity.ERROR)
    return exits.BUG if exits.of_code(first.code) == exits.BUG else exits.BAD_INPUT


def _inputs(made: "Migration") -> list[Path]:
    return [Path(made.file), *(Path(made.file).parent / name for name in made.files)]


def _carry_out(made: "Migration", output: str | None, inputs: list[Path], t: Texts, *, write: bool) -> str:
    """Write what was asked, and return what to say about it."""
    number = made.editions[1].number
    if not made.steps:
        return ""
    if write:
        backup = replace_file(made.file, made.before, made.after, made.editions[0].number)
        return t("migrate.written", file=made.file, edition=number, backup=backup) + "\n"
    if output == "-":
        write_bytes(made.after)
        return ""
    if output:
        refuse_input(output, inputs)
        _refuse_elsewhere(output, made)
        write_files([(output, made.after)], fresh=True)
        return t("migrate.made", file=output, edition=number) + "\n"
    return ""


def _how(made: "Migration", criteria: str | None, t: Texts) -> str:
    """Return that nothing changed, and the command that carries out the plan."""
    if made.file == "-":
        return f"\n{t('migrate.nothing')}\n"
    more = f" --criteria {criteria}" if criteria else ""
    number = made.editions[1].number
    return "\n" + t("migrate.dry", file=made.file, edition=f"{number}{more}") + "\n"


def _refuse_elsewhere(output: str, made: "Migration") -> None:
    """Refuse a place from which the evidence files would not be found.

    Raises:
        DigisamenError: U032.
    """
    here = Path() if made.file == "-" else Path(made.file).parent
    if made.files and Path(output).parent.resolve() != here.resolve():
        raise DigisamenError("U032", file=output, evidence=made.files[0])
