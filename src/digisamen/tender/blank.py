"""A new `uitvraag.yaml`: what the client said already, and every other field as an example or a remark."""

from collections.abc import Iterable, Iterator

from digisamen.model.criteria import Edition
from digisamen.tender.request import FILL_INS, Tender
from digisamen.text.texts import Texts
from digisamen.text.visible import visible
from digisamen.text.yaml_comment import comment, quoted


def blank_tender(edition: Edition, tender: Tender, t: Texts) -> str:
    """Return the request as commented YAML. An open field is a key without a value."""
    return "".join(f"{line}\n" for line in (*_head(edition, tender, t), *_levels(edition, tender, t), *_rest(t)))


def _head(edition: Edition, tender: Tender, t: Texts) -> Iterator[str]:
    text, contract = edition.text, tender.contract
    yield from comment(t("blank_tender.title"))
    yield from comment(t(f"level.status.{edition.record.status}"))
    yield from comment(t("blank_tender.how"))
    yield ""
    yield "schema: digisamen/tender/v1"
    yield f'edition: "{edition.number}"'
    yield from _field("id", tender.id, t("blank_tender.id"))
    yield f'version: "{tender.version}"'
    yield f"date: {tender.date.isoformat()}" if tender.date else "date:"
    yield "client:"
    yield from _field("  name", tender.client.name, "")
    yield ""
    yield "contract:"
    yield from _field("  name", contract.name, t("blank_tender.name"))
    yield from _field("  work", contract.work, _choices(text.works))
    yield f"  subsector: {contract.subsector}"
    yield f"  roles: [{', '.join(contract.roles)}]   # {t('blank_tender.roles')}"
    yield f"  phases: [{', '.join(contract.phases)}]   # {t('blank_tender.phases')}"
    yield from _field("  form", contract.form, t("blank_tender.form"))
    yield from _field("  regime", contract.regime, "europees, nationaal, onderhands, privaat")
    yield from _field("  value", contract.value, t("blank_tender.value"))
    yield f"  lots: [{', '.join(quoted(x) for x in contract.lots)}]"
    yield ""
    yield from comment(t("blank_tender.use"))
    yield f"use: [{', '.join(tender.use)}]"


def _levels(edition: Edition, tender: Tender, t: Texts) -> Iterator[str]:
    least = edition.text.tender.recommended.get(tender.contract.work or "")
    yield ""
    yield from comment(t("blank_tender.levels"))
    if least is not None:
        yield from comment(t("blank_tender.recommended", n=least))
    yield "levels:"
    for theme, asked in tender.levels.items():
        yield f"  {theme}:   # {t.of(edition.text.themes[theme].title)}"
        yield f"    level: {asked.level}"
        yield from _field("    reason", asked.reason, t("blank_tender.reason"))
        if asked.award is not None:
            yield f"    award: {asked.award}   # {t('blank_tender.award')}"
            yield "    benefit:"
        if least is not None and asked.level is not None and asked.level < least:
            yield f'    explanation: {{reason: {next(iter(edition.text.explanation_reasons))}, text: "..."}}'
            yield f"    # {t('blank_tender.explanation')} {_choices(edition.text.explanation_reasons)}"


def _rest(t: Texts) -> Iterator[str]:
    yield ""
    yield from comment(t("blank_tender.proof"))
    yield "proof:"
    yield "  strength: S1"
    yield "  checked_by:"
    yield "  repair_days: 20"
    yield ""
    yield from comment(t("blank_tender.thresholds"))
    yield "thresholds: {apply: ja, value: 100000, staff: 5}"
    yield ""
    yield from comment(t("blank_tender.deviate"))
    yield "may_deviate: []"
    yield ""
    yield from comment(t("blank_tender.uri"))
    yield "uri_base:"
    yield ""
    yield from comment(t("blank_tender.fill"))
    yield "fill:"
    for name in FILL_INS:
        yield f"  # {name}: ...   # {t(f'annex.fill.{name}')}"


def _field(name: str, value: str | None, note: str) -> Iterator[str]:
    said = f"{name}: {quoted(value)}" if value else f"{name}:"
    yield f"{said}   # {visible(note)}" if note else said


def _choices(names: Iterable[str]) -> str:
    return ", ".join(names)
