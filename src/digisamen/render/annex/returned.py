"""Compares the requirements in a document that came back with those that were rendered."""

import unicodedata
from collections import Counter
from collections.abc import Sequence

from digisamen.model.returned import Returned
from digisamen.model.specification import Specification
from digisamen.render.annex.requirements import row_text, usual_age
from digisamen.text.texts import Texts


def returned(spec: Specification, found: Sequence[tuple[str, str]], languages: Sequence[Texts]) -> Returned:
    """Return what is the same and what differs, in the language in which the document has the most in common."""
    return max((_compare(spec, found, t) for t in languages), key=lambda outcome: outcome.same)


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
