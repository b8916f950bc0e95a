"""`digisamen tender new`: write a new request, with a remark at every field."""

import re
from typing import Annotated

import typer

from digisamen.cli import exits
from digisamen.cli.editor import with_schema
from digisamen.cli.left import tell_left
from digisamen.cli.options import criteria_option, day, in_language, lang_option, one_of, option
from digisamen.cli.show import show_problems
from digisamen.cli.terminal import today, write_error, write_output
from digisamen.cli.write import write_files
from digisamen.model.problem import DigisamenError
from digisamen.text.texts import Texts

USES = ("uitvoering", "gunning", "specificatie", "geschiktheid", "selectie")
REGIMES = ("europees", "nationaal", "onderhands", "privaat")
SLUG = re.compile(r"[a-z][a-z-]*")
"""What looks like the name of a theme, and not like the first words of a reason."""

VALUES = ("tot-100000", "tot-1-miljoen", "tot-drempel", "boven-drempel")


def register(group: typer.Typer, t: Texts, cls: type) -> None:
    """Add the command to `group`."""
    word = t("help.meta.word")

    @group.command("new", cls=cls, help=t("help.tender_new.about"), short_help=t("help.tender_new.short"))
    def new(
        subsector: Annotated[str, option(t, "spec_subsector", "--subsector", metavar=word)],
        role: Annotated[list[str], option(t, "role", metavar=word)],
        level: Annotated[list[str], option(t, "levels", "--level", metavar=t("help.meta.levels"))],
        work: Annotated[str | None, option(t, "work", metavar=word)] = None,
        phase: Annotated[list[str] | None, option(t, "phase", metavar=word)] = None,
        reason: Annotated[list[str] | None, option(t, "reason", metavar=t("help.meta.reason"))] = None,
        award: Annotated[list[str] | None, option(t, "award", metavar=t("help.meta.levels"))] = None,
        use: Annotated[list[str] | None, option(t, "use", values=USES, metavar=word)] = None,
        contract_form: Annotated[str | None, option(t, "contract_form", "--form", metavar=word)] = None,
        regime: Annotated[str | None, option(t, "regime", values=REGIMES, metavar=word)] = None,
        value: Annotated[str | None, option(t, "value", values=VALUES, metavar=word)] = None,
        lot: Annotated[list[str] | None, option(t, "lot", metavar=word)] = None,
        client: Annotated[str | None, option(t, "client", metavar=word)] = None,
        name: Annotated[str | None, option(t, "contract_name", "--name", metavar=word)] = None,
        id_: Annotated[str | None, option(t, "spec_id", "--id", metavar=word)] = None,
        edition: Annotated[str | None, option(t, "edition", metavar=word)] = None,
        date: Annotated[str | None, option(t, "new_date", "--date", metavar=t("help.meta.date"))] = None,
        output: Annotated[
            str, option(t, "new_output", "--output", "-o", metavar=t("help.meta.file"))
        ] = "uitvraag.yaml",
        schema: Annotated[bool, option(t, "new_schema", "--schema")] = False,
        lang: Annotated[str | None, lang_option(t)] = None,
        criteria: Annotated[str | None, criteria_option(t)] = None,
    ) -> int:
        from digisamen import api  # noqa: PLC0415  # start-up: `--help` needs none of this
        from digisamen.cli.spec import levels  # noqa: PLC0415
        from digisamen.tender.blank import blank_tender  # noqa: PLC0415

        texts, when = in_language(lang, t), day(date) or today()
        loaded = api.load_edition(edition, criteria)
        if loaded.value is None:
            show_problems(loaded.problems, texts)
            return exits.BAD_INPUT
        norm = loaded.value
        themes = list(norm.text.themes)
        asked, above = levels(level, themes, norm.top_level), levels(award or [], themes, norm.top_level)
        why = reasons(reason or [], themes)
        api.check_subsector(one_of(subsector, norm.text.subsectors, "--subsector"), norm)
        uses = [one_of(x, USES, "--use") for x in use or ["uitvoering"]]
        if above and "gunning" not in uses:
            uses.append("gunning")
        wanted = {
            "schema": "digisamen/tender/v1",
            "edition": norm.number,
            "id": id_,
            "date": when.isoformat(),
            "client": {"name": client},
            "contract": {
                "name": name,
                "work": one_of(work, norm.text.works, "--work") if work else None,
                "subsector": subsector,
                "roles": [one_of(x, norm.text.roles, "--role") for x in role],
                "phases": [one_of(x, norm.text.phases, "--phase") for x in phase or ()],
                "form": contract_form,
                "regime": one_of(regime, REGIMES, "--regime") if regime else None,
                "value": one_of(value, VALUES, "--value") if value else None,
                "lots": lot or [],
            },
            "use": uses,
            "levels": {x: {"level": asked.get(x, 0), "reason": why.get(x), "award": above.get(x)} for x in themes},
        }
        checked = api.new_tender(wanted, norm, output)
        if checked.value is None:
            show_problems(checked.problems, texts)
            return exits.WRONG_USE
        tender = checked.value
        made = blank_tender(norm, tender, texts)
        files = with_schema(output, made, "tender", norm) if schema else [(output, made)]
        if output == "-":
            write_output(made, "yaml")
            return exits.DONE
        tell_left([name for name, _ in files], texts)
        write_files(files, fresh=True)
        write_error(texts("tender.written", file=output) + "\n")
        write_error("".join(texts("blank.schema", file=file) + "\n" for file, _ in files[1:]))
        return exits.DONE


def reasons(said: list[str], themes: list[str]) -> dict[str, str]:
    """Return the reason per theme: `dsgo=...`, or one text for all themes.

    Raises:
        DigisamenError: U018 an empty reason.
    """
    found: dict[str, str] = {}
    for one in said:
        theme, sign, text = one.partition("=")
        if sign and SLUG.fullmatch(theme):
            one_of(theme, themes, "--reason")
        known = bool(sign) and theme in themes
        if not (text if known else one).strip():
            raise DigisamenError("U018", value=one)
        for name in [theme] if known else themes:
            found[name] = text if known else one
    return found
