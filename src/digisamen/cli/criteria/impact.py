"""`digisamen criteria impact`: who rises, falls or stays by a new edition, and by which criteria."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from digisamen.cli import exits
from digisamen.cli.options import criteria_option, day, format_option, lang_option, option, output_option, outputs
from digisamen.cli.progress import progress
from digisamen.cli.show import show_problems
from digisamen.model.problem import DigisamenError
from digisamen.text.texts import Texts

if TYPE_CHECKING:  # start-up: help pages need no pydantic
    from digisamen.market.counts import Impact


def register(group: typer.Typer, t: Texts, cls: type) -> None:
    """Add the command to `group`."""

    @group.command("impact", cls=cls, help=t("help.criteria_impact.about"), short_help=t("help.criteria_impact.short"))
    def impact(
        old: Annotated[str, typer.Argument(help=t("help.argument.old"), metavar=t("help.meta.old"))],
        new: Annotated[str, typer.Argument(help=t("help.argument.new_edition"), metavar=t("help.meta.new"))],
        places: Annotated[
            list[str] | None, typer.Argument(help=t("help.argument.places"), metavar=t("help.meta.places"))
        ] = None,
        synthetic: Annotated[int | None, option(t, "synthetic", metavar=t("help.meta.count"))] = None,
        seed: Annotated[int | None, option(t, "seed", metavar=t("help.meta.count"))] = None,
        publish: Annotated[bool, option(t, "publish", "--publish")] = False,
        on: Annotated[str | None, option(t, "impact_date", "--date", metavar=t("help.meta.date"))] = None,
        form: Annotated[list[str] | None, format_option(t)] = None,
        output: Annotated[list[str] | None, output_option(t)] = None,
        lang: Annotated[str | None, lang_option(t)] = None,
        criteria: Annotated[str | None, criteria_option(t)] = None,
    ) -> int:
        from digisamen import api  # noqa: PLC0415  # start-up: `--help` needs none of this
        from digisamen.market.impact import COUNT, SEED, Whose  # noqa: PLC0415
        from digisamen.market.render import impact_rendering  # noqa: PLC0415
        from digisamen.source.find import yaml_files  # noqa: PLC0415

        out = outputs(form, output, lang, t)
        if places and (synthetic is not None or seed is not None):
            raise DigisamenError("U050", value=places[0])
        whose = Whose(tuple(places or ()), COUNT if synthetic is None else synthetic, SEED if seed is None else seed)
        with progress("impact.progress", out.t) as tell:
            outcome = api.impact(old, new, whose, folder=criteria, day=day(on), publish=publish, progress=tell)
        show_problems(outcome.problems, out.t, _left_out(outcome.value, out.t))
        if outcome.value is None:
            return exits.BAD_INPUT
        made = outcome.value
        inputs = [Path(file.path) for file in yaml_files(places or ())]
        out.write(impact_rendering(made, out.t), inputs)
        return exits.DONE


def _left_out(made: "Impact | None", t: Texts) -> str:
    """Return which files do not count; nothing when all of them do."""
    if made is None:
        return t("problems.nothing_made")
    elsewhere = sum(count or 0 for count in (made.origin.elsewhere or {}).values())
    counts = (("elsewhere", elsewhere), ("invalid", made.origin.invalid or 0))
    return " ".join(t.count(f"impact.left_out.{key}", count) for key, count in counts if count)
