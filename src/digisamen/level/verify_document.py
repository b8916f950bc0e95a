"""The outcome of `verify` as a document and as data."""

from digisamen.level.verify import Verified
from digisamen.paper.document import Block, Items, Paragraph, Sheet
from digisamen.text.texts import Texts


def verify_sheet(verified: Verified, report: str, file: str, t: Texts) -> Sheet:
    """Return whether the report belongs to the file, and what differs."""
    answer = t("verify.yes" if verified.right else "verify.no", report=report, file=file)
    blocks: list[Block] = [Paragraph("", strong=answer)]
    if verified.reason:
        blocks.append(Paragraph(t(f"verify.reason.{verified.reason}")))
    if verified.differences:
        blocks.append(Items(verified.differences))
    if verified.evidence and verified.right and not verified.looked:
        blocks.append(Paragraph(t.count("verify.files", len(verified.evidence)), note=True))
    return Sheet(t("verify.kind"), report, "", "", tuple(blocks))


def verify_data(verified: Verified) -> dict[str, object]:
    """Return the outcome as plain data."""
    return {
        "schema": "digisamen/verify/v1",
        "right": verified.right,
        "reason": verified.reason,
        "differences": list(verified.differences),
    }
