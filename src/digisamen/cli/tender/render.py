"""`digisamen tender render`: the annex, or the motivation memo, as a document."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from digisamen import __version__
from digisamen.cli import exits
from digisamen.cli.loaded import tender_or_show
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
from digisamen.cli.terminal import write_error
from digisamen.paper.formats import Report
from digisamen.text.texts import Texts

if TYPE_CHECKING:
    from digisamen.tender.load import LoadedTender

WORDS_PER_PAGE = 395
"""About how many words a page of the annex holds, most of them in tables. Counted in its Word document."""

MOST_PAGES = 8


def register(group: typer.Typer, t: Texts, cls: type) -> None:
    """Add the command to `group`."""

    @group.command("render", cls=cls, help=t("help.tender_render.about"), short_help=t("help.tender_render.short"))
    def render(
        file: Annotated[str, typer.Argument(help=t("help.argument.tender"), metavar=t("help.meta.tender"))],
        memo: Annotated[bool, option(t, "memo", "--memo")] = False,
        notice: Annotated[bool, option(t, "notice", "--notice")] = False,
        only: Annotated[list[str] | None, option(t, "only", metavar=t("help.meta.word"))] = None,
        strict: Annotated[bool, option(t, "strict", "--strict")] = False,
        form: Annotated[list[str] | None, format_option(t)] = None,
        output: Annotated[list[str] | None, output_option(t)] = None,
        reference_doc: Annotated[str | None, reference_option(t)] = None,
        lang: Annotated[str | None, lang_option(t)] = None,
        criteria: Annotated[str | None, criteria_option(t)] = None,
    ) -> int:
        from digisamen.tender.annex.annex import BLOCKS, annex_sheet, count_words, memo_sheet, notice_sheet  # noqa: PLC0415
        from digisamen.tender.data import with_digest  # noqa: PLC0415  # start-up, and the two above
        from digisamen.tender.proportion import each, proportion  # noqa: PLC0415

        out = outputs(form, output, lang, t)
        blocks = [one_of(x, BLOCKS, "--only") for x in only or ()]
        loaded = tender_or_show(file, criteria, out.t)
        if loaded is None or (strict and refused(loaded, out.t)):
            return exits.BAD_INPUT
        tender, spec = loaded.tender, loaded.spec
        if memo:
            sheet = memo_sheet(spec, tender, proportion(spec, tender), each(spec), out.t, __version__)
        elif notice:
            sheet = notice_sheet(spec, tender, out.t, __version__)
        else:
            sheet = annex_sheet(spec, tender, out.t, __version__, blocks)
        day = {"day": tender.date} if tender.date else {}
        inputs = [Path(x) for x in (file, reference_doc) if x]
        told = Report(lambda: sheet, lambda: with_digest(spec))
        out.write(told, inputs, author=tender.client.name or "", reference=reference(reference_doc), **day)
        if not memo and not notice and not blocks:
            pages = -(-count_words(sheet) // WORDS_PER_PAGE)
            write_error(
                out.t("tender.pages" if pages <= MOST_PAGES else "tender.long", n=pages, most=MOST_PAGES) + "\n"
            )
        return exits.DONE


def refused(loaded: "LoadedTender", t: Texts) -> bool:
    """Show what is still open; true when there is anything."""
    from digisamen.tender.annex.annex import open_gaps  # noqa: PLC0415  # start-up

    gaps = open_gaps(loaded.spec, loaded.tender, t)
    if gaps:
        write_error(f"{t.count('tender.open', len(gaps))}\n" + "".join(f"  {gap}\n" for gap in gaps))
    return bool(gaps)
