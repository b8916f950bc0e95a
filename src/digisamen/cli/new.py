"""`digisamen new`: write a new assessment with only the questions in scope."""

from typing import Annotated, Literal

import typer

from digisamen.cli import exits
from digisamen.cli.editor import with_schema
from digisamen.cli.facts import parse_facts
from digisamen.cli.left import tell_left
from digisamen.cli.options import criteria_option, day, in_language, lang_option, one_of, option
from digisamen.cli.show import show_problems
from digisamen.cli.terminal import today, write_error, write_output
from digisamen.cli.write import write_files
from digisamen.model.problem import DigisamenError
from digisamen.text.texts import Texts


def register(app: typer.Typer, t: Texts, cls: type) -> None:
    """Add the command to `app`."""
    word = t("help.meta.word")

    @app.command("new", cls=cls, help=t("help.new.about"), short_help=t("help.new.short"))
    def new(
        subsector: Annotated[list[str], option(t, "subsector", metavar=word)],
        role: Annotated[list[str], option(t, "role", metavar=word)],
        size: Annotated[str, option(t, "size", metavar=word)],
        fact: Annotated[list[str] | None, option(t, "fact", metavar=t("help.meta.fact"))] = None,
        level: Annotated[int | None, option(t, "level", metavar=t("help.meta.level"))] = None,
        name: Annotated[str | None, option(t, "name", metavar=word)] = None,
        edition: Annotated[str | None, option(t, "edition", metavar=word)] = None,
        date: Annotated[str | None, option(t, "new_date", "--date", metavar=t("help.meta.date"))] = None,
        output: Annotated[str, option(t, "new_output", "--output", "-o", metavar=t("help.meta.file"))] = "org.yaml",
        schema: Annotated[bool, option(t, "new_schema", "--schema")] = False,
        lang: Annotated[str | None, lang_option(t)] = None,
        criteria: Annotated[str | None, criteria_option(t)] = None,
    ) -> int:
        from digisamen import api  # noqa: PLC0415  # start-up: `--help` needs none of this
        from digisamen.form.org_yaml import blank_yaml  # noqa: PLC0415

        texts, when = in_language(lang, t), day(date) or today()
        loaded = api.load_edition(edition, criteria)
        if loaded.value is None:
            show_problems(loaded.problems, t)
            return exits.BAD_INPUT
        norm = loaded.value
        for one in subsector:
            api.check_subsector(one_of(one, norm.text.subsectors, "--subsector"), norm)
        if level is not None and not 1 <= level <= norm.top_level:
            raise DigisamenError("U004", value=str(level), field="--level", known=f"1-{norm.top_level}")
        organisation = api.Organisation(
            name=(name or "").encode(errors="replace").decode().strip() or texts("blank.name"),
            size=one_of(size, norm.text.sizes, "--size"),
            roles=tuple(dict.fromkeys(one_of(x, norm.text.roles, "--role") for x in role)),
            subsectors=tuple(dict.fromkeys(subsector)),
            facts=_facts(parse_facts(fact or (), norm.text.facts)),
        )
        form = api.blank_assessment(norm, organisation, when, level=level, target=level)
        text = blank_yaml(form, texts)
        files = with_schema(output, text, "assessment", norm) if schema else [(output, text)]
        if output == "-":
            write_output(text, "yaml")
            return exits.DONE
        tell_left([name for name, _ in files], texts)
        write_files(files, fresh=True)
        count = sum(len(questions) for _, questions in form.levels)
        write_error(texts("blank.written", file=output, n=texts.number(count)) + "\n")
        write_error("".join(texts("blank.schema", file=file) + "\n" for file, _ in files[1:]))
        return exits.DONE


def _facts(said: dict[str, str]) -> dict[str, Literal["ja", "nee"] | None]:
    return {name: "ja" if value == "ja" else "nee" for name, value in said.items()}
