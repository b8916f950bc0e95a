"""`digisamen criteria list`: which criteria there are, for whom."""

from typing import Annotated

import typer

from digisamen.cli import exits
from digisamen.cli.facts import parse_facts
from digisamen.cli.options import criteria_option, format_option, lang_option, one_of, option, output_option, outputs
from digisamen.cli.show import show_problems
from digisamen.text.texts import Texts


def register(group: typer.Typer, t: Texts, cls: type) -> None:
    """Add the command to `group`."""
    word = t("help.meta.word")

    @group.command("list", cls=cls, help=t("help.criteria_list.about"), short_help=t("help.criteria_list.short"))
    def list_(
        edition: Annotated[str | None, option(t, "edition", metavar=word)] = None,
        subsector: Annotated[list[str] | None, option(t, "subsector", metavar=word)] = None,
        role: Annotated[list[str] | None, option(t, "role", metavar=word)] = None,
        size: Annotated[str | None, option(t, "size", metavar=word)] = None,
        fact: Annotated[list[str] | None, option(t, "fact", metavar=t("help.meta.fact"))] = None,
        level: Annotated[int | None, option(t, "level", metavar=t("help.meta.level"))] = None,
        theme: Annotated[list[str] | None, option(t, "theme", metavar=word)] = None,
        count: Annotated[bool, option(t, "count", "--count")] = False,
        form: Annotated[list[str] | None, format_option(t)] = None,
        output: Annotated[list[str] | None, output_option(t)] = None,
        lang: Annotated[str | None, lang_option(t)] = None,
        criteria: Annotated[str | None, criteria_option(t)] = None,
        verbose: Annotated[bool, option(t, "verbose", "--verbose")] = False,
    ) -> int:
        from digisamen import api  # noqa: PLC0415  # start-up: `--help` needs none of this
        from digisamen.norm import document as sheets  # noqa: PLC0415

        out = outputs(form, output, lang, t)
        loaded = api.load_edition(edition, criteria)
        if loaded.value is None:
            show_problems(loaded.problems, t)
            return exits.BAD_INPUT
        norm = loaded.value
        profile = api.Profile(
            subsectors=tuple(one_of(x, norm.text.subsectors, "--subsector") for x in subsector or ()),
            roles=tuple(one_of(x, norm.text.roles, "--role") for x in role or ()),
            size=one_of(size, norm.text.sizes, "--size") if size else None,
            false_facts=frozenset(k for k, v in parse_facts(fact or (), norm.text.facts).items() if v == "nee"),
        )
        themes = tuple(one_of(x, norm.text.themes, "--theme") for x in theme or ())
        chosen = api.criteria(norm, profile, level=level, themes=themes)
        origin = out.t(f"criteria.origins.{api.origin(criteria)}") if verbose else ""
        if count:
            out.write_sheet(lambda x: sheets.count_sheet(norm, chosen, x), lambda: sheets.count_data(norm, chosen))
        else:
            out.write_sheet(
                lambda x: sheets.list_sheet(norm, chosen, origin, x), lambda: sheets.list_data(norm, chosen)
            )
        return exits.DONE
