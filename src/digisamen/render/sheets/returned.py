"""What became of the requirements in a document, as a sheet and as data."""

from digisamen.model.returned import Returned
from digisamen.render.sheet import Block, Facts, Heading, Items, Paragraph, Sheet
from digisamen.text.texts import Texts


def returned_sheet(outcome: Returned, document: str, t: Texts) -> Sheet:
    """Return the answer first, then every text that is not as it was."""
    blocks: list[Block] = [Paragraph("", strong=t("tender.verify.same" if outcome.right else "tender.verify.differs"))]
    blocks.append(Paragraph(t.count("tender.verify.unchanged", outcome.same)))
    blocks.append(Paragraph(t("tender.verify.scope"), note=True))
    if outcome.changed:
        blocks.append(Heading(t("tender.verify.changed")))
    for code, was, now in outcome.changed:
        blocks.append(Heading(code, 3))
        blocks.append(Facts(((t("tender.verify.was"), was), (t("tender.verify.now"), now or t("annex.nvt")))))
    if outcome.added:
        blocks += [Heading(t("tender.verify.added")), Facts(outcome.added)]
    if outcome.removed:
        blocks += [Heading(t("tender.verify.removed")), Items(outcome.removed)]
    if outcome.double:
        blocks += [Heading(t("tender.verify.double")), Items(outcome.double)]
    return Sheet(t("tender.verify.kind"), document, "", "", tuple(blocks))


def returned_data(outcome: Returned) -> dict[str, object]:
    """Return the outcome as plain data."""
    return {
        "schema": "digisamen/tender-verify/v1",
        "right": outcome.right,
        "unchanged": outcome.same,
        "changed": [{"id": code, "was": was, "now": now} for code, was, now in outcome.changed],
        "added": [{"id": code, "text": text} for code, text in outcome.added],
        "removed": list(outcome.removed),
        "double": list(outcome.double),
    }
