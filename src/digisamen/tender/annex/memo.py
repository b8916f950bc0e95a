"""The motivation memo: is the request in proportion, and what must the client still give reasons for?"""

from collections.abc import Sequence

from digisamen.paper.document import Block, Facts, Paragraph, Table
from digisamen.tender.annex.frame import Annex
from digisamen.tender.motivation import Weighed, WeighedRequirement


def memo_blocks(a: Annex, weighed: Sequence[Weighed], each: Sequence[WeighedRequirement]) -> list[Block]:
    """Return the outcome per subject and per requirement, what each level rests on, and what the numbers are worth."""
    t = a.t
    columns = tuple(t(f"annex.memo.columns.{x}") for x in ("subject", "outcome", "ground"))
    rows = tuple(_row(a, found) for found in weighed)
    reasons = tuple(
        (f"{a.theme(theme)}, {t('word.level_n', n=asked.level)}", asked.reason or t("annex.vraag.open_reason"))
        for theme, asked in a.tender.levels.items()
        if asked.level
    )
    return [
        Paragraph(t("annex.memo.intro")),
        Facts(reasons),
        Table(t("annex.memo.caption"), columns, rows, widths=(40, 28, 102)),
        _each(a, each),
        Paragraph(t("annex.memo.disclaimer"), note=True),
    ]


def _each(a: Annex, each: Sequence[WeighedRequirement]) -> Table:
    t = a.t
    titles = {r.criterion.id: t.of(r.criterion.title) for r in a.spec.requirements}
    columns = tuple(t(f"annex.memo.each.{x}") for x in ("code", "title", "light", "zzp", "hours", "outcome"))
    rows = tuple(
        (
            x.id,
            titles[x.id],
            t("word.yes" if x.light else "word.no"),
            t(f"annex.zzp.{x.zzp}"),
            t.number(x.hours),
            t(f"annex.memo.outcome.{x.outcome}"),
        )
        for x in each
    )
    return Table(t("annex.memo.each.caption"), columns, rows, header=1, codes=True, widths=(20, 62, 20, 28, 16, 24))


def _row(a: Annex, found: Weighed) -> tuple[str, str, str]:
    t = a.t
    values = dict(found.values)
    if "value" in values:
        known = t.has(f"annex.toepassing.value.{values['value']}")
        values["value"] = t(f"annex.toepassing.value.{values['value']}") if known else a.or_open(None, "contract.value")
    theme = a.theme(found.theme) if found.theme else ""
    said = t(f"annex.memo.rule.{found.rule}.{found.outcome}", theme=theme, **values)
    asked = a.tender.levels.get(found.theme or "")
    if found.rule == "level" and asked and asked.explanation:
        label = t.of(a.edition.text.explanation_reasons[asked.explanation.reason].label)
        ask = f" {t('annex.vraag.explain', reason=label, text=asked.explanation.text)}"
    else:
        ask = f" {t('annex.memo.open_ground')}" if found.outcome == "motiveren" else ""
    return t(f"annex.memo.rule.{found.rule}.title"), t(f"annex.memo.outcome.{found.outcome}"), f"{said}{ask}"
