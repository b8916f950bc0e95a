"""`digisamen assess`: score an assessment and report."""

from typing import Annotated

import typer

from digisamen.cli import exits
from digisamen.cli.loaded import inputs_of, load_or_show
from digisamen.cli.options import (
    criteria_option,
    day,
    file_argument,
    format_option,
    lang_option,
    option,
    output_option,
    outputs,
)
from digisamen.cli.show import show_problems
from digisamen.cli.terminal import write_error
from digisamen.model.problem import DigisamenError
from digisamen.text.texts import Texts


def register(app: typer.Typer, t: Texts, cls: type) -> None:
    """Add the command to `app`."""

    @app.command("assess", cls=cls, help=t("help.assess.about"), short_help=t("help.assess.short"))
    def assess(
        file: Annotated[str, file_argument(t)],
        form: Annotated[list[str] | None, format_option(t)] = None,
        output: Annotated[list[str] | None, output_option(t)] = None,
        lang: Annotated[str | None, lang_option(t)] = None,
        require: Annotated[list[str] | None, option(t, "require", metavar=t("help.meta.require"))] = None,
        date: Annotated[str | None, option(t, "date", metavar=t("help.meta.date"))] = None,
        criteria: Annotated[str | None, criteria_option(t)] = None,
        full: Annotated[bool, option(t, "full", "--full")] = False,
        against: Annotated[
            str | None, typer.Option("--against", help=t("answer.help.own_against"), metavar=t("help.meta.tender"))
        ] = None,
        answer: Annotated[
            str | None, typer.Option("--answer", help=t("answer.help.answer"), metavar=t("help.meta.file"))
        ] = None,
    ) -> int:
        from digisamen import api  # noqa: PLC0415  # start-up: `--help` needs none of this
        from digisamen.cli.asked import parse_asked  # noqa: PLC0415
        from digisamen.render.registry import Options, render_level  # noqa: PLC0415
        from digisamen.render.verdict import verdict  # noqa: PLC0415

        asked = [parse_asked(text) for text in require or ()]
        out, when = outputs(form, output, lang, t), day(date)
        if against:
            from digisamen.cli.tender.check import check_own  # noqa: PLC0415  # start-up: a side road

            if asked:  # one exit code cannot answer two questions
                raise DigisamenError("U008", command="digisamen assess")
            return check_own(file, against, out, when, criteria, form_file=answer)
        if answer:
            raise DigisamenError("U008", command="digisamen assess")
        loaded = load_or_show(file, criteria, t)
        if loaded is None:
            return exits.BAD_INPUT
        for one in asked:
            api.check_asked(one, loaded.edition)
        ahead = api.coming(loaded.edition.number, criteria)
        show_problems(ahead.problems, t)
        report = api.report(loaded, day=when, asked=asked, ahead=ahead.value)
        out.write(lambda f, s: render_level(report, f, out.t, Options(s, file, full)), inputs_of(loaded, file))
        lines = [x for a in report.scorecard.asked for x in verdict(a, report, out.t)]
        write_error("".join(f"{x}\n" for x in lines))
        return exits.DONE if all(a.met for a in report.scorecard.asked) else exits.NOT_MET
