"""A document that came back, held against the request: what is still as it was asked."""

import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from digisamen.paper.document import Block, Facts, Heading, Items, Paragraph, Sheet
from digisamen.tender.annex.requirements import row_text, usual_age
from digisamen.tender.read_document import Read
from digisamen.tender.specification import Specification
from digisamen.text.texts import Texts

MOST = 12
"""How many things of another form are named."""


@dataclass(frozen=True, slots=True)
class Returned:
    """The requirements of a document against their specification. Texts are as a reader sees them.

    `changed` holds (code, text as specified, text as found); `added` (code, text) that the specification does not have;
    `removed` the codes that are not there any more; `double` the codes that stand there more than once. `unclear` names
    what of the form of the document we do not know: whether a reader sees every word is then unsure.
    """

    same: int
    changed: tuple[tuple[str, str, str], ...]
    added: tuple[tuple[str, str], ...]
    removed: tuple[str, ...]
    double: tuple[str, ...]
    unclear: tuple[str, ...] = ()

    @property
    def right(self) -> bool:
        """True when every requirement is there once, word for word, and nothing else, for who reads it."""
        return not (self.differs or self.unclear)

    @property
    def differs(self) -> bool:
        """True when a text is not as it was."""
        return bool(self.changed or self.added or self.removed or self.double)


def returned(spec: Specification, read: Read, languages: Sequence[Texts]) -> Returned:
    """Return what is the same and what differs, in the language in which the document has the most in common."""
    best = max((_compare(spec, read.requirements, t) for t in languages), key=lambda outcome: outcome.same)
    return replace(best, unclear=read.unclear)


def _compare(spec: Specification, found: Sequence[tuple[str, str]], t: Texts) -> Returned:
    usual = usual_age(spec.requirements)
    wanted = {r.criterion.id: _squeezed(row_text(spec.edition, r, t, usual)) for r in spec.requirements}
    seen = Counter(code for code, _ in found)
    texts = {code: _squeezed(text) for code, text in reversed(found)}
    changed = tuple((code, text, texts[code]) for code, text in wanted.items() if code in texts and texts[code] != text)
    return Returned(
        same=sum(texts.get(code) == text for code, text in wanted.items()),
        changed=changed,
        added=tuple((code, text) for code, text in texts.items() if code not in wanted),
        removed=tuple(code for code in wanted if code not in texts),
        double=tuple(code for code, times in seen.items() if times > 1),
    )


def _squeezed(text: str) -> str:
    """Return a text as it is compared: how it breaks, or which of two equal forms a letter has, counts for nothing."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def returned_sheet(outcome: Returned, document: str, t: Texts) -> Sheet:
    """Return the answer first, then every text that is not as it was."""
    answer = "differs" if outcome.differs else "unclear" if outcome.unclear else "same"
    blocks: list[Block] = [Paragraph("", strong=t(f"tender.verify.{answer}"))]
    if outcome.unclear:
        shown = ", ".join(outcome.unclear[:MOST]) + (", ..." if len(outcome.unclear) > MOST else "")
        blocks.append(Paragraph(t("tender.verify.other_form", what=shown)))
    blocks.append(Paragraph(t.count(f"tender.verify.{'same_text' if outcome.unclear else 'unchanged'}", outcome.same)))
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
        "unchanged": 0 if outcome.unclear else outcome.same,
        "changed": [{"id": code, "was": was, "now": now} for code, was, now in outcome.changed],
        "added": [{"id": code, "text": text} for code, text in outcome.added],
        "removed": list(outcome.removed),
        "double": list(outcome.double),
        "unclear": list(outcome.unclear),
    }
