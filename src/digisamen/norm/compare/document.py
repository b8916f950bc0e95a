"""What changed between two editions as a sheet, which may serve as release notes, and as data."""

from digisamen.model.canonical import short
from digisamen.model.change import KINDS, Change
from digisamen.model.criteria import Edition
from digisamen.norm.check.document import problem_data
from digisamen.norm.compare.compared import Compared
from digisamen.norm.compare.words import change_line
from digisamen.paper.document import Block, Facts, Heading, Items, Paragraph, Sheet, Table
from digisamen.paper.labels import status_name, status_word
from digisamen.text.problems import problem_texts
from digisamen.text.texts import Texts


def diff_sheet(compared: Compared, t: Texts) -> Sheet:
    """Return the changes: a chapter per kind, in it a part per level, and last what is wrong with `changes.yaml`."""
    old, new = compared.old, compared.new
    nothing = t("diff.nothing" if old.digest == new.digest else "diff.nothing_counts")
    count = t.count("diff.count", len(compared.changes)) if compared.changes else nothing
    blocks: list[Block] = [
        Paragraph("", strong=count),
        Facts(((t("diff.old"), _edition(old, t)), (t("diff.new"), _edition(new, t)))),
    ]
    for kind in KINDS:
        of_kind = [c for c in compared.changes if c.kind == kind]
        if of_kind:
            blocks.append(Heading(t(f"diff.kinds.{kind}")))
        for level in sorted({c.level for c in of_kind}):
            if level:
                blocks.append(Heading(t("diff.level", n=level), 3))
            blocks.append(Items(tuple(change_line([c], compared, t) for c in of_kind if c.level == level)))
    status = new.record.status
    return Sheet(
        kind=t("diff.kind"),
        title=t("diff.title_same" if old.number == new.number else "diff.title", old=old.number, new=new.number),
        status=status_word(status, t),
        status_text=t(f"criteria.status.{status}"),
        blocks=(*blocks, *_declared(compared, t)),
        footer=t("criteria.licence", licence=new.text.licence.id),
    )


def _edition(edition: Edition, t: Texts) -> str:
    return t(
        "diff.edition",
        number=edition.number,
        status=status_name(edition.record.status, t),
        digest=short(edition.digest),
    )


def _declared(compared: Compared, t: Texts) -> list[Block]:
    if not compared.changes and not compared.findings:
        return []
    title = Heading(t("diff.declared.title"))
    if not compared.checked:
        return [title, Paragraph(t("diff.declared.skipped"), note=True)]
    if compared.right:
        return [title, Paragraph(t("diff.declared.right"))]
    columns = (t("diff.declared.place"), t("word.code"), t("diff.declared.finding"))
    rows = tuple(
        (
            f"{p.place.line}:{p.place.column}" if p.place else "",
            p.code,
            " ".join(problem_texts(p, t)).strip(),
        )
        for p in compared.findings
    )
    file = next((p.place.file for p in compared.findings if p.place), "")
    count = t.count("diff.declared.found", len(rows))
    return [title, Paragraph("", strong=count), Table(file, columns, rows, header=1)]


def diff_data(compared: Compared, t: Texts) -> dict[str, object]:
    """Return the changes as plain data. Only what is wrong with `changes.yaml` is in the language of the reader."""
    return {
        "schema": "digisamen/diff/v1",
        "old": edition_data(compared.old),
        "new": edition_data(compared.new),
        "changes": [change_data(c, compared) for c in compared.changes],
        "declared": {
            "checked": compared.checked,
            "right": compared.right if compared.checked else None,
            "problems": [problem_data(p, t) for p in compared.findings],
        },
    }


def edition_data(edition: Edition) -> dict[str, object]:
    """Return what tells one edition from another as plain data."""
    return {"number": edition.number, "status": edition.record.status, "digest": edition.digest}


def change_data(change: Change, compared: Compared) -> dict[str, object]:
    """Return one change as plain data."""
    criterion = compared.new.criteria.get(change.id) or compared.old.criteria.get(change.id)
    return {
        "id": change.id,
        "kind": change.kind,
        "direction": change.direction,
        "text_class": change.text_class,
        "theme": change.theme or None,
        "level": change.level or None,
        "title": criterion.title.model_dump() if criterion else None,
        "others": list(change.others),
        "fields": [{"path": f.path, "old": f.old, "new": f.new} for f in change.fields],
    }
