"""Grounds: what a criterion rests on. Sources that were seen and still hold, and the principles of the DSGO."""

from collections.abc import Iterator

from digisamen.model.criteria import Source
from digisamen.model.problem import Problem
from digisamen.norm.check.norm import Norm, warning


def sources(norm: Norm) -> Iterator[Problem]:
    """A `must` leans on at least one source that was verified and is not withdrawn."""
    known = norm.edition.content.sources
    for c in norm.edition.criteria.values():
        cited = [known[name] for name in c.sources if name in known]
        if c.obligation == "must" and c.state != "vervallen" and not any(_holds(s) for s in cited):
            yield Problem("C027", norm.of(c.id, "sources"), {"id": c.id, "sources": ", ".join(c.sources)})


def _holds(source: Source) -> bool:
    return source.verified is not None and source.withdrawn == "nee"


def only_withdrawn(norm: Norm) -> Iterator[Problem]:
    """A source that is withdrawn never stands alone, not even under advice: it only helps with old contracts."""
    known = norm.edition.content.sources
    for c in norm.edition.criteria.values():
        cited = [known[name] for name in c.sources if name in known]
        if c.obligation == "should" and cited and all(s.withdrawn == "ja" for s in cited):
            yield warning("C040", norm.of(c.id, "sources"), id=c.id, sources=", ".join(c.sources))


def unused(norm: Norm) -> Iterator[Problem]:
    """Every source is cited by a criterion; what is withdrawn is listed so that nobody cites it."""
    cited = {name for c in norm.edition.criteria.values() if c.state != "vervallen" for name in c.sources}
    for name, source in norm.edition.content.sources.items():
        if name not in cited and source.withdrawn == "nee":
            yield warning("C037", norm.at(("sources", name), key=True), id=name)


def principles(norm: Norm) -> Iterator[Problem]:
    """Where the theme asks for it, a criterion names the principle that it serves."""
    themes = norm.edition.text.themes
    for c in norm.edition.criteria.values():
        if c.theme in themes and themes[c.theme].needs_principle and not c.principles:
            yield Problem("C028", norm.of(c.id, "principles"), {"id": c.id})
