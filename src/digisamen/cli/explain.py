"""`digisamen explain`: how a level was computed, what a criterion asks, what a problem means."""

import datetime as dt
import os
import re
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated

import typer

from digisamen.cli import exits
from digisamen.cli.loaded import inputs_of, load_or_show
from digisamen.cli.options import (
    Outputs,
    criteria_option,
    day,
    format_option,
    lang_option,
    option,
    output_option,
    outputs,
)
from digisamen.model.problem import DigisamenError
from digisamen.text.texts import Texts


def register(app: typer.Typer, t: Texts, cls: type) -> None:
    """Add the command to `app`."""

    @app.command("explain", cls=cls, help=t("help.explain.about"), short_help=t("help.explain.short"))
    def explain(
        subject: Annotated[str, typer.Argument(help=t("help.argument.subject"), metavar=t("help.meta.subject"))],
        form: Annotated[list[str] | None, format_option(t)] = None,
        output: Annotated[list[str] | None, output_option(t)] = None,
        lang: Annotated[str | None, lang_option(t)] = None,
        date: Annotated[str | None, option(t, "date", metavar=t("help.meta.date"))] = None,
        criteria: Annotated[str | None, criteria_option(t)] = None,
        edition: Annotated[str | None, option(t, "edition", metavar=t("help.meta.word"))] = None,
    ) -> int:
        out, when = outputs(form, output, lang, t), day(date)
        code = subject.upper()
        if subject != "-" and not Path(subject).exists():
            if out.t.has(f"problem.{code}.say"):
                return _problem(code, out)
            if re.fullmatch(r"[A-Z]{3}-[A-Z]-[0-9]+", code):
                return _criterion(code, edition, criteria, out)
            if not subject.endswith((".yaml", ".yml")) and os.sep not in subject:
                raise _unknown(subject, out.t)
        return _assessment(subject, when, criteria, out, t)


def _problem(code: str, out: Outputs) -> int:
    from digisamen.level.explain import problem_data, problem_sheet  # noqa: PLC0415  # start-up

    out.write_sheet(lambda x: problem_sheet(code, x), lambda: problem_data(code, out.t))
    return exits.DONE


def _criterion(code: str, number: str | None, folder: str | None, out: Outputs) -> int:
    from digisamen.cli.criteria.show import show_criteria  # noqa: PLC0415  # start-up

    return show_criteria([code], number, folder, out)


def _assessment(file: str, when: dt.date | None, criteria: str | None, out: Outputs, t: Texts) -> int:
    from digisamen import api  # noqa: PLC0415  # start-up
    from digisamen.level.explain import explain_data, explain_sheet  # noqa: PLC0415

    loaded = load_or_show(file, criteria, t)
    if loaded is None:
        return exits.BAD_INPUT
    report = api.report(loaded, day=when)
    out.write_sheet(lambda x: explain_sheet(report, x), lambda: explain_data(report), inputs_of(loaded, file))
    return exits.DONE


def _unknown(subject: str, t: Texts) -> DigisamenError:
    codes = [key.split(".")[1] for key in t.catalogue if key.startswith("problem.") and key.endswith(".say")]
    near = next(iter(get_close_matches(subject.upper(), codes)), "")
    return DigisamenError("U009", value=subject, near=near)
