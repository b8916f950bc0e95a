"""`digisamen explain`: how a level was computed, what a criterion asks, what a problem means."""

import datetime as dt
import os
import re
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated

import typer

from digisamen.cli import exits
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
from digisamen.cli.show import counted, show_problems
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
    from digisamen.render.registry import render_sheet  # noqa: PLC0415  # start-up
    from digisamen.render.sheets.explain import problem_data, problem_sheet  # noqa: PLC0415

    out.write(
        lambda f, s: render_sheet(lambda: problem_sheet(code, out.t), lambda: problem_data(code, out.t), f, out.t, s)
    )
    return exits.DONE


def _criterion(code: str, number: str | None, folder: str | None, out: Outputs) -> int:
    from digisamen.cli.criteria import show_criteria  # noqa: PLC0415  # start-up

    return show_criteria([code], number, folder, out)


def _assessment(file: str, when: dt.date | None, criteria: str | None, out: Outputs, t: Texts) -> int:
    from digisamen import api  # noqa: PLC0415  # start-up
    from digisamen.render.registry import render_sheet  # noqa: PLC0415
    from digisamen.render.sheets.explain import explain_data, explain_sheet  # noqa: PLC0415

    loaded = api.load(file, criteria)
    if loaded.value is None:
        show_problems(loaded.problems, t, counted(loaded.problems, file, t("problems.no_level"), t))
        return exits.BAD_INPUT
    report = api.report(loaded.value, day=when)
    inputs = [Path(file), *api.evidence_files(loaded.value, file)]
    out.write(
        lambda f, s: render_sheet(lambda: explain_sheet(report, out.t), lambda: explain_data(report), f, out.t, s),
        inputs,
    )
    return exits.DONE


def _unknown(subject: str, t: Texts) -> DigisamenError:
    codes = [key.split(".")[1] for key in t.catalogue if key.startswith("problem.") and key.endswith(".say")]
    near = next(iter(get_close_matches(subject.upper(), codes)), "")
    return DigisamenError("U009", value=subject, near=near)
