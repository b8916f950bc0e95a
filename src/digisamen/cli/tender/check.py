"""`digisamen tender check`: put an answer beside the request that it answers."""

import datetime as dt
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from digisamen.cli import exits
from digisamen.cli.left import tell_left
from digisamen.cli.loaded import inputs_of, load_or_show, tender_or_show
from digisamen.cli.options import (
    Outputs,
    criteria_option,
    day,
    format_option,
    lang_option,
    one_of,
    output_option,
    outputs,
)
from digisamen.cli.show import counted, show_problems, value_or_show
from digisamen.cli.terminal import today, write_error
from digisamen.cli.write import refuse_input, write_files
from digisamen.text.texts import Texts

if TYPE_CHECKING:  # start-up: help pages need no pydantic
    from digisamen.model.answered import Findings
    from digisamen.model.criteria import Edition
    from digisamen.tender.answer import Judged, Moment, TenderAnswer
    from digisamen.tender.load import LoadedTender
    from digisamen.tender.request import Tender

MOMENTS = ("inschrijving", "bewijs")
ASSESSMENTS = (".yaml", ".yml")
FORMS = (".xlsx", ".json")


def register(group: typer.Typer, t: Texts, cls: type) -> None:
    """Add the command to `group`."""

    @group.command("check", cls=cls, help=t("answer.help.about"), short_help=t("answer.help.short"))
    def check(
        file: Annotated[str, typer.Argument(help=t("answer.help.argument"), metavar=t("answer.help.metavar"))],
        against: Annotated[
            str, typer.Option("--against", help=t("answer.help.against"), metavar=t("help.meta.tender"))
        ],
        moment: Annotated[
            str, typer.Option("--moment", help=t("answer.help.moment"), metavar="|".join(MOMENTS))
        ] = "inschrijving",
        date: Annotated[
            str | None, typer.Option("--date", help=t("answer.help.date"), metavar=t("help.meta.date"))
        ] = None,
        form: Annotated[list[str] | None, format_option(t)] = None,
        output: Annotated[list[str] | None, output_option(t)] = None,
        lang: Annotated[str | None, lang_option(t)] = None,
        criteria: Annotated[str | None, criteria_option(t)] = None,
    ) -> int:
        out, when = outputs(form, output, lang, t), day(date)
        chosen: Moment = "bewijs" if one_of(moment, MOMENTS, "--moment") == "bewijs" else "inschrijving"
        if file == "-" or file.lower().endswith(ASSESSMENTS):
            return check_own(file, against, out, when, criteria, moment=chosen)
        return _check(file, against, out, when or today(), criteria, chosen)


def _check(file: str, against: str, out: Outputs, when: dt.date, criteria: str | None, moment: "Moment") -> int:
    from digisamen.tender.judge import judge  # noqa: PLC0415  # start-up

    loaded = tender_or_show(against, criteria, out.t)
    answer = _answer_or_show(file, loaded.spec.edition, out.t) if loaded else None
    if loaded is None or answer is None:
        return exits.BAD_INPUT
    known = {r.criterion.id for r in loaded.spec.requirements}
    findings, proof = _look(answer, file, known)
    judged = judge(loaded.spec, loaded.tender, answer, when, moment=moment, findings=findings)
    return _show(judged, loaded.tender, out, [Path(file), Path(against), *proof], own=False)


def _answer_or_show(file: str, edition: "Edition", t: Texts) -> "TenderAnswer | None":
    """Return the answer in `file`; none when it has problems, which are then shown."""
    from digisamen.source.files import read_bytes  # noqa: PLC0415
    from digisamen.tender.answer_json import MAX_ANSWER  # noqa: PLC0415
    from digisamen.tender.read_answer import read_answer  # noqa: PLC0415  # start-up

    return value_or_show(read_answer(read_bytes(file, MAX_ANSWER), file, edition), file, t("answer.none_made"), t)


def _look(answer: "TenderAnswer", file: str, known: Collection[str]) -> "tuple[Findings, list[Path]]":
    """Return what there is on disk of the evidence beside the answer, and where each file is looked for."""
    from digisamen.model.assessment import Answer, Assessment  # noqa: PLC0415  # start-up
    from digisamen.source.evidence import look  # noqa: PLC0415
    from digisamen.source.files import folder_of  # noqa: PLC0415

    # Files are looked for as those of a self-assessment are: only what was asked, within the folder of the answer.
    asked = {name: Answer(evidence=said.evidence) for name, said in answer.answers.items() if name in known}
    folder = folder_of(file)
    proof = [folder / e.file for said in asked.values() for e in said.evidence if e.file]
    only = Assessment.model_construct(answers=asked)  # type: ignore[call-arg]  # looking asks nothing but the answers
    return look(only, folder), proof


def check_own(
    file: str,
    against: str,
    out: Outputs,
    when: dt.date | None,
    criteria: str | None,
    *,
    moment: "Moment" = "bewijs",
    form_file: str | None = None,
) -> int:
    """Put the self-assessment in `file` beside the request `against`; with `form_file` the answer form is written."""
    from digisamen.tender.against import against as compare  # noqa: PLC0415  # start-up
    from digisamen.tender.against import answer_of, other_edition  # noqa: PLC0415

    if form_file:
        one_of(Path(form_file).suffix.lower(), FORMS, "--answer")
    loaded = tender_or_show(against, criteria, out.t)
    mine = load_or_show(file, criteria, out.t) if loaded else None
    if loaded is None or mine is None:
        return exits.BAD_INPUT
    spec, tender = loaded.spec, loaded.tender
    problem = other_edition(spec, mine.assessment, file)
    if problem:
        show_problems((problem,), out.t, counted((problem,), file, out.t("answer.none_made"), out.t))
        return exits.BAD_INPUT
    judged = compare(
        spec,
        tender,
        mine.assessment,
        mine.findings,
        when or mine.assessment.date,
        moment=moment,
        language=out.t.language,
    )
    inputs = [*inputs_of(mine, file), Path(against)]
    if form_file:
        refuse_input(form_file, inputs)
        _write_form(answer_of(spec, tender, mine.assessment, judged), loaded, form_file, out.t)
        inputs.append(Path(form_file))
    return _show(judged, tender, out, inputs, own=True)


def _write_form(answer: "TenderAnswer", loaded: "LoadedTender", place: str, t: Texts) -> None:
    """Write the form. It never replaces a file: somebody may have worked on it."""
    from digisamen import __version__  # noqa: PLC0415  # start-up, and the three below
    from digisamen.paper.json_text import dump  # noqa: PLC0415
    from digisamen.tender.against import answer_data, filled  # noqa: PLC0415
    from digisamen.tender.package.answer_xlsx import answer_workbook  # noqa: PLC0415

    if place.lower().endswith(".json"):
        made: str | bytes = dump(answer_data(answer))
    else:
        made = answer_workbook(loaded.spec, t, filled(answer), version=__version__)
    tell_left([place], t)
    write_files([(place, made)], fresh=True)
    write_error(t("answer.written", file=place) + "\n")


def _show(judged: "Judged", tender: "Tender", out: Outputs, inputs: Collection[Path], *, own: bool) -> int:
    from digisamen.tender.judged import judged_data, judged_sheet  # noqa: PLC0415  # start-up

    out.write_sheet(lambda t: judged_sheet(judged, tender, t, own=own), lambda: judged_data(judged, tender), inputs)
    return exits.DONE if judged.in_order else exits.NOT_MET
