"""`digisamen criteria check`: the gate that every change of the norm passes."""

from typing import Annotated

import typer

from digisamen.cli import exits
from digisamen.cli.options import criteria_option, format_option, lang_option, option, output_option, outputs
from digisamen.model.problem import DigisamenError
from digisamen.norm.check.render import OWN
from digisamen.paper.formats import suffixes
from digisamen.text.texts import Texts


def register(group: typer.Typer, t: Texts, cls: type) -> None:
    """Add the command to `group`."""
    known = suffixes(OWN)

    @group.command("check", cls=cls, help=t("help.criteria_check.about"), short_help=t("help.criteria_check.short"))
    def check(
        edition: Annotated[str | None, option(t, "edition", metavar=t("help.meta.word"))] = None,
        form: Annotated[list[str] | None, format_option(t, known)] = None,
        output: Annotated[list[str] | None, output_option(t)] = None,
        lang: Annotated[str | None, lang_option(t)] = None,
        criteria: Annotated[str | None, criteria_option(t)] = None,
        draft: Annotated[bool, option(t, "draft", "--draft")] = False,
        every: Annotated[bool, option(t, "every", "--all")] = False,
    ) -> int:
        from digisamen import api  # noqa: PLC0415  # start-up
        from digisamen.norm.check.checked import together  # noqa: PLC0415
        from digisamen.norm.check.render import check_rendering  # noqa: PLC0415

        out = outputs(form, output, lang, t, known)
        if every and edition is not None:
            raise DigisamenError("U008", command="digisamen criteria check")
        numbers = api.editions(criteria).value if every else None
        checked = together([api.check_criteria(n, criteria, draft=draft) for n in numbers or [edition]])
        out.write(check_rendering(checked, out.t))
        return exits.DONE if checked.clean else exits.NOT_MET
