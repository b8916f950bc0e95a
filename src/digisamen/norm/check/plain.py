"""Plain words: hints on the Dutch of the criteria. They only warn, because a rule about language is never sure."""

import re
from collections.abc import Iterator

from digisamen.model.criteria import Criterion
from digisamen.model.fields import holding, value_at
from digisamen.model.problem import Path, Problem
from digisamen.model.wording import Localised
from digisamen.norm.check.norm import Norm, warning
from digisamen.norm.check.words import FORMAL, SECOND_DUTY

REQUIREMENT, SENTENCE = 26, 30
"""Most words in a requirement, and in any other sentence."""
_formal = re.compile(rf"\b({'|'.join(map(re.escape, FORMAL))})\b", re.IGNORECASE)
_second = re.compile("|".join(SECOND_DUTY), re.IGNORECASE)
_end = re.compile(r"(?<=[.?!])\s+(?=[A-Z])")
_short_form = re.compile(r"(?<!\w)[A-Z][A-Z0-9]+(?!\w)")


def one_duty(norm: Norm) -> Iterator[Problem]:
    """A requirement is one sentence with one duty."""
    for c in norm.edition.criteria.values():
        text = c.requirement.nl
        found = _second.search(text)
        if found or len(_end.split(text.strip())) > 1:
            yield warning("C033", norm.of(c.id, "requirement", "nl"), id=c.id, words=found[0].strip() if found else ".")


def plain_words(norm: Norm) -> Iterator[Problem]:
    """The Dutch holds no words of the office for which there is a plain one."""
    for c in norm.edition.criteria.values():
        for path, text in _dutch(c):
            for word in dict.fromkeys(m[0].lower() for m in _formal.finditer(text.nl)):
                place = norm.of(c.id, *path, "nl")
                yield warning("C034", place, id=c.id, field=".".join(map(str, path)), word=word, better=FORMAL[word])


def short_sentences(norm: Norm) -> Iterator[Problem]:
    """A sentence is short: 26 words in a requirement, 30 elsewhere."""
    for c in norm.edition.criteria.values():
        for path, text in _dutch(c):
            limit = REQUIREMENT if path == ("requirement",) else SENTENCE
            longest = max(len(sentence.split()) for sentence in _end.split(text.nl))
            if longest > limit:
                values = {"id": c.id, "field": ".".join(map(str, path)), "n": str(longest), "limit": str(limit)}
                yield warning("C035", norm.of(c.id, *path, "nl"), **values)


def short_forms(norm: Norm) -> Iterator[Problem]:
    """An abbreviation is in the glossary, in the name of a cited source, or in a name of the edition."""
    text, sources = norm.edition.text, norm.edition.content.sources
    names = [term.term for term in text.glossary.values()] + [theme.name for theme in text.themes.values()]
    names += [kind.label for kind in text.evidence_kinds.values()]
    everywhere = {word for name in names for word in _short_forms(name.nl)}
    everywhere |= {theme.prefix for theme in text.themes.values()}
    for c in norm.edition.criteria.values():
        known = everywhere | {word for s in c.sources if s in sources for word in _short_forms(sources[s].name.nl)}
        unknown = {w: path for path, said in _dutch(c) for w in _short_forms(said.nl) if w not in known}
        for word, path in unknown.items():
            yield warning("C036", norm.of(c.id, *path, "nl"), id=c.id, word=word)


def _short_forms(text: str) -> list[str]:
    """Return the abbreviations in a text: words, and parts of words, in capitals alone."""
    return _short_form.findall(text)


def _dutch(c: Criterion) -> Iterator[tuple[Path, Localised]]:
    """Return the texts of a criterion that people read, with their paths."""
    for field in holding("text"):
        text = value_at(c, field.path) if field.longest else None
        if text:
            yield tuple(field.path.split(".")), text
    for role, text in c.advice.items():
        yield ("advice", role), text
