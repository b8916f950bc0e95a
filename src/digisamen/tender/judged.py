"""An answer beside a request, as a sheet and as data: a list with counts, and a reason at every requirement."""

from collections.abc import Iterator

from digisamen.model.answered import EvidenceScore
from digisamen.model.canonical import short
from digisamen.paper.document import Block, Facts, Heading, Items, Paragraph, Sheet, Table
from digisamen.paper.labels import status_word
from digisamen.tender.answer import Judged, JudgedRequirement, Verdict
from digisamen.tender.request import Tender
from digisamen.text.texts import Texts

MOST = 20
"""How many answers to what was not asked are named."""


def judged_sheet(judged: Judged, tender: Tender, t: Texts, *, own: bool = False) -> Sheet:
    """Return what an answer comes to; with `own` in the words for who compares itself with a request."""
    status = judged.spec.edition.record.status
    mark = status_word(status, t)
    return Sheet(
        kind=t("answer.own_kind" if own else "answer.kind"),
        title=tender.contract.name or tender.id or t("answer.untitled"),
        status=mark,
        status_text=t(f"criteria.status.{status}") if mark else "",
        blocks=(
            *_summary(judged, tender, t, own=own),
            *_counts(judged, t),
            *_rows(judged, t, own=own),
            *_rest(judged, tender, t),
        ),
        footer=t("answer.footer", edition=judged.spec.edition.number, short=short(judged.spec.digest)),
    )


def _summary(judged: Judged, tender: Tender, t: Texts, *, own: bool) -> Iterator[Block]:
    key = f"answer.{'own_' if own else ''}{'' if judged.in_order else 'not_'}in_order"
    yield Paragraph(" " + t(f"{key}_text"), strong=t(key))
    who = judged.tenderer.name if judged.tenderer else t("answer.nobody")
    pairs = (
        ("request", t("answer.request", id=tender.id or t("answer.no_id"), version=tender.version)),
        ("organisation" if own else "tenderer", who),
        ("moment", t(f"answer.moment.{judged.moment}")),
        ("date", t.day(judged.day)),
        ("strength", t(f"answer.strength.{judged.strength}")),
    )
    yield Facts(tuple((t(f"answer.fact.{name}"), said) for name, said in pairs))
    if judged.differs:
        yield Paragraph("", strong=t("answer.other"))
        yield Items(tuple(t(f"answer.differs.{name}") for name in judged.differs))
    if judged.tenderer is None:
        yield Paragraph("", strong=t("answer.no_tenderer"))


def _counts(judged: Judged, t: Texts) -> Iterator[Block]:
    columns = tuple(t(f"answer.count.{name}") for name in ("verdict", "number", "meaning"))
    rows = tuple(
        (t(f"answer.verdict.{verdict}"), t.number(n), t(f"answer.meaning.{verdict}"))
        for verdict, n in judged.counts.items()
    )
    if rows:
        yield Table(t("answer.count.caption"), columns, rows, widths=(50, 20, 100))


def _rows(judged: Judged, t: Texts, *, own: bool) -> Iterator[Block]:
    names = ("code", "requirement", "answer", "verdict", "missing" if own else "why")
    columns = tuple(t(f"answer.column.{name}") for name in names)
    if judged.rows:
        yield Heading(t("answer.rows"))
    for theme, about in judged.spec.edition.text.themes.items():
        rows = [row for row in judged.rows if row.requirement.criterion.theme == theme]
        if rows:
            yield Table(
                t("answer.caption", theme=t.of(about.name)),
                columns,
                tuple(_cells(judged, row, t) for row in rows),
                header=1,
                codes=True,
                widths=(20, 45, 25, 30, 50),
            )


def _cells(judged: Judged, row: JudgedRequirement, t: Texts) -> tuple[str, ...]:
    c = row.requirement.criterion
    return (
        c.id,
        t.of(c.title),
        t(f"answer.said.{row.answer or 'none'}"),
        t(f"answer.verdict.{row.verdict}"),
        " ".join(_why(judged, row, t)),
    )


def _why(judged: Judged, row: JudgedRequirement, t: Texts) -> Iterator[str]:
    """Yield what there is to say about an answer: why it comes out like this, and what the tenderer explains."""
    later = row.verdict is Verdict.PROOF_FOLLOWS
    for code in row.reasons:
        # Proof that is to follow is no reason by itself: the outcome says it.
        if not (later and code == "geen-bewijs"):
            yield _reason(judged, row, code, t)
    if row.explanation and row.answer != "ja":
        yield t("answer.says", text=row.explanation)


def _reason(judged: Judged, row: JudgedRequirement, code: str, t: Texts) -> str:
    kinds, rule = judged.spec.edition.text.evidence_kinds, row.requirement.criterion.evidence
    about: EvidenceScore | None = next((e for e in row.evidence if e.reason == code), None)
    values = {"kind": "", "file": "", "date": "", "last": ""}
    if about:
        known = kinds.get(about.evidence.kind)
        values["kind"] = t.of(known.label) if known else about.evidence.kind
        values["file"] = about.evidence.file or ""
        values["date"] = t.day(about.evidence.date)
        values["last"] = t.day(about.last_day) if about.last_day else ""
    fitting = dict.fromkeys((*rule.light, *rule.strong))
    return t(f"answer.reason.{code}", kinds="; ".join(t.of(kinds[kind].label) for kind in fitting), **values)


def _rest(judged: Judged, tender: Tender, t: Texts) -> Iterator[Block]:
    if any(promise.promised is not None for promise in judged.promises):
        themes = judged.spec.edition.text.themes
        yield Heading(t("answer.promise.title"))
        columns = tuple(t(f"answer.promise.{name}") for name in ("theme", "asked", "promised", "enough"))
        rows = tuple(
            (
                t.of(themes[p.theme].name),
                str(p.asked),
                t("answer.promise.none") if p.promised is None else str(p.promised),
                t("word.yes" if p.enough else "word.no"),
            )
            for p in judged.promises
            if p.asked or p.promised
        )
        yield Table(t("answer.promise.title"), columns, rows, silent=True)
    if judged.unknown:
        yield Heading(t("answer.unknown.title"))
        yield Paragraph(t("answer.unknown.text"))
        more = len(judged.unknown) - MOST
        yield Items((*judged.unknown[:MOST], *((t.count("answer.unknown.more", more),) if more > 0 else ())))
    if tender.thresholds.apply == "ja":
        yield Paragraph(t("answer.threshold"), note=True)


def judged_data(judged: Judged, tender: Tender) -> dict[str, object]:
    """Return the outcome as plain data; the words are those of the files, whatever the language."""
    who = judged.tenderer
    return {
        "schema": "digisamen/judged/v1",
        "specification": {"id": tender.id, "version": tender.version, "sha256": judged.spec.digest},
        "edition": judged.spec.edition.number,
        "tenderer": {"name": who.name, "role": who.role} if who else None,
        "moment": judged.moment,
        "date": judged.day.isoformat(),
        "strength": judged.strength,
        "in_order": judged.in_order,
        "complete": judged.complete,
        "differs": list(judged.differs),
        "counts": {verdict.value: n for verdict, n in judged.counts.items()},
        "unknown": list(judged.unknown),
        "levels": [
            {"theme": p.theme, "asked": p.asked, "promised": p.promised, "enough": p.enough} for p in judged.promises
        ],
        "requirements": [_data(row) for row in judged.rows],
    }


def _data(row: JudgedRequirement) -> dict[str, object]:
    return {
        "id": row.requirement.criterion.id,
        "award": row.requirement.award,
        "answer": row.answer,
        "verdict": row.verdict.value,
        "reasons": list(row.reasons),
        "explanation": row.explanation,
        "evidence": [
            {
                "kind": e.evidence.kind,
                "title": e.evidence.title,
                "file": e.evidence.file,
                "url": e.evidence.url,
                "date": e.evidence.date.isoformat(),
                "counts": e.counts,
                "reason": e.reason,
                "last_day": e.last_day.isoformat() if e.last_day else None,
                "independent": e.independent,
            }
            for e in row.evidence
        ],
    }
