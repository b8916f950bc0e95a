"""`digisamen spec`: the requirements of a level, to embed anywhere."""

from pathlib import Path
from typing import Annotated

import typer

from digisamen import __version__
from digisamen.cli import exits
from digisamen.cli.options import (
    criteria_option,
    format_option,
    lang_option,
    one_of,
    option,
    output_option,
    outputs,
    reference,
    reference_option,
)
from digisamen.cli.show import show_problems
from digisamen.model.problem import DigisamenError
from digisamen.paper.formats import Report, suffixes
from digisamen.text.texts import Texts


def register(app: typer.Typer, t: Texts, cls: type) -> None:
    """Add the command to `app`."""
    word, known = t("help.meta.word"), suffixes({"yaml": ".yaml"})

    @app.command("spec", cls=cls, help=t("help.spec.about"), short_help=t("help.spec.short"))
    def spec(
        subsector: Annotated[str, option(t, "spec_subsector", "--subsector", metavar=word)],
        role: Annotated[list[str], option(t, "role", metavar=word)],
        level: Annotated[list[str], option(t, "levels", "--level", metavar=t("help.meta.levels"))],
        work: Annotated[str | None, option(t, "work", metavar=word)] = None,
        phase: Annotated[list[str] | None, option(t, "phase", metavar=word)] = None,
        only: Annotated[list[str] | None, option(t, "only", metavar=word)] = None,
        form: Annotated[list[str] | None, format_option(t, known)] = None,
        output: Annotated[list[str] | None, output_option(t)] = None,
        reference_doc: Annotated[str | None, reference_option(t)] = None,
        lang: Annotated[str | None, lang_option(t)] = None,
        edition: Annotated[str | None, option(t, "edition", metavar=word)] = None,
        criteria: Annotated[str | None, criteria_option(t)] = None,
    ) -> int:
        from digisamen import api  # noqa: PLC0415  # start-up: `--help` needs none of this
        from digisamen.source.yaml_dump import dump_yaml  # noqa: PLC0415
        from digisamen.tender.annex.spec import BLOCKS, spec_sheet  # noqa: PLC0415
        from digisamen.tender.data import with_digest  # noqa: PLC0415

        out = outputs(form, output, lang, t, known)
        blocks = [one_of(x, BLOCKS, "--only") for x in only or ()]
        loaded = api.load_edition(edition, criteria)
        if loaded.value is None:
            show_problems(loaded.problems, out.t)
            return exits.BAD_INPUT
        text = loaded.value.text
        wanted = api.Wanted(
            subsector=one_of(subsector, text.subsectors, "--subsector"),
            roles=tuple(one_of(x, text.roles, "--role") for x in role),
            levels=levels(level, list(text.themes), loaded.value.top_level),
            work=one_of(work, text.works, "--work") if work else None,
            phases=tuple(one_of(x, text.phases, "--phase") for x in phase or ()),
        )
        made = api.specify(loaded.value, wanted)
        told = Report(
            lambda: spec_sheet(made, out.t, __version__, blocks),
            lambda: with_digest(made),
            {"yaml": lambda _: dump_yaml(with_digest(made))},
        )
        out.write(told, [Path(reference_doc)] if reference_doc else [], reference=reference(reference_doc))
        return exits.DONE


def levels(said: list[str], themes: list[str], top: int) -> dict[str, int]:
    """Return the level per theme: `2` for all themes, `dsgo=1` for one; the last word counts.

    Raises:
        DigisamenError: U004 an unknown theme, U005 no such level.
    """
    found: dict[str, int] = {}
    for one in said:
        theme, _, number = one.rpartition("=")
        if not (number.isascii() and number.isdigit() and len(number) == 1 and int(number) <= top):
            raise DigisamenError("U005", value=one)
        for name in [one_of(theme, themes, "--level")] if theme else themes:
            found[name] = int(number)
    return {theme: found[theme] for theme in themes if found.get(theme)}
