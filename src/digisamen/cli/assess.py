"""`digisamen assess`: score an assessment and report."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from digisamen.cli import exits
from digisamen.cli.loaded import inputs_of, load_or_show
from digisamen.cli.options import (
    Outputs,
    criteria_option,
    day,
    file_argument,
    format_option,
    in_language,
    lang_option,
    option,
    output_option,
    outputs,
)
from digisamen.cli.show import show_problems
from digisamen.cli.terminal import write_error
from digisamen.model.problem import DigisamenError
from digisamen.text.texts import Texts
from digisamen.text.visible import visible

if TYPE_CHECKING:  # start-up: help pages need no pydantic
    import datetime as dt

    from digisamen.model.asked import Asked


def register(app: typer.Typer, t: Texts, cls: type) -> None:
    """Add the command to `app`."""

    @app.command("assess", cls=cls, help=t("help.assess.about"), short_help=t("help.assess.short"))
    def assess(
        files: Annotated[list[str], file_argument(t, several=True)],
        form: Annotated[list[str] | None, format_option(t)] = None,
        output: Annotated[list[str] | None, output_option(t)] = None,
        lang: Annotated[str | None, lang_option(t)] = None,
        require: Annotated[list[str] | None, option(t, "require", metavar=t("help.meta.require"))] = None,
        date: Annotated[str | None, option(t, "date", metavar=t("help.meta.date"))] = None,
        criteria: Annotated[str | None, criteria_option(t)] = None,
        full: Annotated[bool, option(t, "full", "--full")] = False,
        quiet: Annotated[bool, option(t, "quiet", "--quiet", "-q")] = False,
        against: Annotated[
            str | None, typer.Option("--against", help=t("answer.help.own_against"), metavar=t("help.meta.tender"))
        ] = None,
        answer: Annotated[
            str | None, typer.Option("--answer", help=t("answer.help.answer"), metavar=t("help.meta.file"))
        ] = None,
    ) -> int:
        from digisamen.cli.asked import parse_asked  # noqa: PLC0415  # start-up: `--help` needs none of this

        asked = [parse_asked(text) for text in require or ()]
        written = bool(form or output)
        out = outputs(form, output, lang, t) if written or not quiet else Outputs((), in_language(lang, t))
        when, file = day(date), files[0]
        if len(files) > 1:
            if not quiet:
                raise DigisamenError("U015", value=files[1], command="digisamen assess")
            if written or against or answer:  # one output is no place for several reports
                raise DigisamenError("U008", command="digisamen assess")
            return max(_trying(partial(_score, x, criteria, when, asked, out, t, quiet=True), t) for x in files)
        if against:
            from digisamen.cli.tender.check import check_own  # noqa: PLC0415  # start-up

            if asked:  # one exit code cannot answer two questions
                raise DigisamenError("U008", command="digisamen assess")
            return check_own(file, against, out, when, criteria, form_file=answer)
        if answer:
            raise DigisamenError("U008", command="digisamen assess")
        return _score(file, criteria, when, asked, out, t, full=full, quiet=quiet)


def _score(
    file: str,
    criteria: str | None,
    when: "dt.date | None",
    asked: "list[Asked]",
    out: Outputs,
    t: Texts,
    *,
    full: bool = False,
    quiet: bool,
) -> int:
    """Score one assessment, write its report and say whether the asked levels are met; `quiet`: only those not met."""
    from digisamen import api  # noqa: PLC0415  # start-up, and the two below
    from digisamen.level.render import level_rendering  # noqa: PLC0415
    from digisamen.level.verdict import verdict  # noqa: PLC0415

    loaded = load_or_show(file, criteria, t)
    if loaded is None:
        return exits.BAD_INPUT
    for one in asked:
        api.check_asked(one, loaded.edition)
    ahead = api.coming(loaded.edition.number, criteria)
    show_problems(ahead.problems, t)
    report = api.report(loaded, day=when, asked=asked, ahead=ahead.value)
    told = level_rendering(report, out.t, file, full=full)
    out.write(told, inputs_of(loaded, file), author=report.organisation.name, day=report.day)
    answered = [a for a in report.scorecard.asked if not (quiet and a.met)]
    name = f"{visible(file)}: " if quiet else ""
    write_error("".join(f"{name}{x}\n" for a in answered for x in verdict(a, report, out.t)))
    return exits.DONE if all(a.met for a in report.scorecard.asked) else exits.NOT_MET


def _trying(work: Callable[[], int], t: Texts) -> int:
    """Do the work for one file of several: trouble with it does not hide what is wrong with the next."""
    try:
        return work()
    except DigisamenError as error:
        show_problems((error.problem,), t)
        return exits.of_code(error.problem.code)
