"""The first blocks of the annex: colophon, what is asked and why, the place in the contract, and where it holds."""

from digisamen.model.criteria import Edition
from digisamen.paper.document import Block, Facts, Items, Paragraph, Table
from digisamen.paper.labels import status_name
from digisamen.tender.annex.frame import Annex
from digisamen.text.texts import Texts

FORMS = ("uav-gc", "uav", "dnr", "raw", "onderhoud", "privaat")
"""Forms of contract with a sentence of their own, by how their name begins."""


def colophon(a: Annex) -> list[Block]:
    """Return who, what, which edition and the fingerprint."""
    t, tender, record = a.t, a.tender, a.edition.record
    when = t.day(tender.date) if tender.date else a.or_open(None, "date")
    status = t.count("annex.draft", a.opened) if a.opened else t("annex.final")
    decided = f"{record.decided_by}, {t.day(record.decided_on)}" if record.decided_by and record.decided_on else ""
    pairs = (
        ("document", t("annex.kind")),
        ("spec", a.or_open(tender.id, "id")),
        ("version", f"{tender.version}, {when}"),
        ("status", f"{status} {concept(a)}".strip()),
        ("client", a.or_open(tender.client.name, "client.name")),
        ("contract", a.or_open(tender.contract.name, "contract.name")),
        ("edition", edition_said(a.edition, t)),
        ("decision", decided or t("annex.colofon.no_decision")),
        ("consultation", record.consultation or t("annex.colofon.no_consultation")),
        ("language", t("annex.colofon.language_text")),
        ("licence", t.of(a.edition.text.licence.name)),
        ("uri", a.or_open(tender.uri_base, "uri_base")),
        ("fingerprint", a.spec.digest),
        ("made", f"digisamen {a.made}"),
        ("use", t("annex.colofon.use_text")),
    )
    return [Facts(tuple((t(f"annex.colofon.labels.{name}"), said) for name, said in pairs))]


def edition_said(edition: Edition, t: Texts) -> str:
    """Return which edition it is, how far it is, and its own fingerprint."""
    status = status_name(edition.record.status, t)
    return t("annex.colofon.edition", number=edition.number, status=status, digest=edition.digest)


def concept(a: Annex) -> str:
    """Return that the criteria are a concept, as long as they are."""
    return "" if a.edition.record.status == "vastgesteld" else a.t("annex.concept")


def question(a: Annex) -> list[Block]:
    """Return the level per theme in one table, each with its reason."""
    t = a.t
    least, none = a.spec.recommended, t("annex.nvt")
    columns = tuple(t(f"annex.vraag.columns.{name}") for name in ("theme", "asked", "recommended", "why"))
    rows = []
    for theme in (x for x in a.edition.text.themes if x in a.tender.levels):
        asked = a.tender.levels[theme]
        level = a.or_open(None, "levels.level") if asked.level is None else str(asked.level)
        why = [asked.reason or t("annex.vraag.open_reason")] if asked.level != 0 else []
        if asked.explanation:
            label = t.of(a.edition.text.explanation_reasons[asked.explanation.reason].label)
            why.append(t("annex.vraag.explain", reason=label, text=asked.explanation.text))
        elif f"levels.{theme}.explanation" in a.spec.open_fields:
            why.append(a.or_open(None, "levels.explanation"))
        rows.append((a.theme(theme), level, none if least is None else str(least), " ".join(why) or none))
    blocks: list[Block] = [
        Paragraph(t("annex.vraag.intro")),
        Paragraph(t("annex.vraag.equal")),
        Table(t("annex.vraag.caption"), columns, tuple(rows), widths=(28, 20, 24, 98)),
    ]
    blocks += [Paragraph(t("annex.vraag.no_own", level=n, theme=a.theme(x))) for x, n in a.spec.empty]
    return [*blocks, Paragraph(t("annex.vraag.award_note"))] if a.spec.award else blocks


def place(a: Annex) -> list[Block]:
    """Return the role of the level in this tender, and the border with other documents."""
    t, form = a.t, a.tender.contract.form
    key = next((x for x in FORMS if (form or "").lower().startswith(x)), "anders")
    blocks: list[Block] = [Paragraph(a.say(f"plaats.role.{use}")) for use in a.tender.use]
    if a.tender.admits:
        blocks.append(Paragraph(a.or_open(a.tender.use_reason, "use_reason")))
    where = a.say(f"plaats.where.{key}")
    blocks.append(Paragraph(t("annex.plaats.process", form=a.or_open(form, "contract.form"), where=where)))
    names = ("informatieprotocol", "ils", "bup", "bijlage")
    rows = tuple((t(f"annex.plaats.borders_names.{x}"), t(f"annex.plaats.borders_rows.{x}")) for x in names)
    columns = (t("annex.plaats.borders_columns.document"), t("annex.plaats.borders_columns.holds"))
    blocks += [
        Paragraph(t("annex.plaats.borders_intro")),
        Table(t("annex.plaats.borders_caption"), columns, rows, widths=(50, 120)),
        Paragraph(a.say("plaats.rank")),
    ]
    return blocks


def application(a: Annex) -> list[Block]:
    """Return for which work, roles, phases and lots the annex holds, and from which size on."""
    t, contract, text = a.t, a.tender.contract, a.edition.text
    work = t.of(text.works[contract.work].label) if contract.work else None
    regime = t(f"annex.toepassing.regime.{contract.regime}") if contract.regime else None
    value = t(f"annex.toepassing.value.{contract.value}") if contract.value else None
    phases = "; ".join(t.of(text.phases[x].label) for x in contract.phases)
    pairs = (
        ("work", a.or_open(work, "contract.work")),
        ("subsector", t.of(text.subsectors[contract.subsector].label)),
        ("roles", "; ".join(t.of(text.roles[x].label) for x in contract.roles)),
        ("phases", phases or t("annex.toepassing.all_phases")),
        ("form", a.or_open(contract.form, "contract.form")),
        ("regime", a.or_open(regime, "contract.regime")),
        ("value", a.or_open(value, "contract.value")),
        ("lots", "; ".join(contract.lots) or t("annex.toepassing.all_lots")),
        ("threshold", _threshold(a)),
    )
    blocks: list[Block] = [Facts(tuple((t(f"annex.toepassing.labels.{name}"), said) for name, said in pairs))]
    return [*blocks, Items((a.tender.notes,))] if a.tender.notes else blocks


def _threshold(a: Annex) -> str:
    t, limit = a.t, a.tender.thresholds
    if limit.apply == "nee":
        reason = limit.reason or t("annex.toepassing.open_threshold_reason")
        return t("annex.toepassing.no_threshold", reason=reason)
    return t("annex.toepassing.threshold_equal", value=t.number(limit.value), staff=limit.staff)
