"""Coverage: who can climb which ladder, and what is served where. What is empty on purpose is listed with a reason."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import product

from digisamen.model.lists import Absence, EditionText, LadderException
from digisamen.model.problem import Problem
from digisamen.norm.check.norm import Norm, warning
from digisamen.norm.coverage import Ladder

THIN = 2
"""The fewest musts in a cell of subsector, theme and level: one alone decides a level on a single answer."""
Group = dict[str, dict[str, None]]
"""Words by kind, without doubles and in the order in which they came."""


def ladders(norm: Norm) -> Iterator[Problem]:
    """A level that is empty for some role and size is listed in `edition.yaml`, with the reason."""
    text = norm.edition.text
    found: dict[tuple[str, int, str | None], Group] = defaultdict(lambda: defaultdict(dict))
    all_true: dict[tuple[str, str, str, str], tuple[int, ...]] = {}
    for ladder in norm.coverage.ladders:
        who = (ladder.subsector, ladder.theme, ladder.role, ladder.size)
        if ladder.false_fact is None:
            all_true[who] = ladder.empty
        for level in ladder.empty:
            because_of_fact = ladder.false_fact is None or level not in all_true[who]
            if because_of_fact and not any(_listed(e, ladder, level) for e in text.ladder_exceptions):
                group = found[ladder.theme, level, ladder.false_fact]
                group["sizes"][ladder.size] = group["roles"][ladder.role] = None
                group["subsectors"][ladder.subsector] = None
    for (theme, level, fact), group in found.items():
        who_all = {kind: ", ".join(words) for kind, words in group.items()}
        values = {"theme": theme, "level": str(level), "fact": fact or "", "wanted": "fact" if fact else "", **who_all}
        yield Problem("C029", norm.at(("edition", "ladder_exceptions"), key=True), values)


def _listed(exception: LadderException, ladder: Ladder, level: int) -> bool:
    return (
        (exception.theme, exception.level) == (ladder.theme, level)
        and ladder.size in exception.sizes
        and ladder.role in exception.roles
        and (not exception.subsectors or ladder.subsector in exception.subsectors)
        and (not exception.false_facts or ladder.false_fact in exception.false_facts)
    )


def needless_exceptions(norm: Norm) -> Iterator[Problem]:
    """An exception is listed for an empty level and nothing else."""
    empty = {
        (x.theme, level, x.size, x.role, x.subsector, x.false_fact) for x in norm.coverage.ladders for level in x.empty
    }
    for position, e in enumerate(norm.edition.text.ladder_exceptions):
        subsectors = e.subsectors or tuple(norm.edition.text.subsectors)
        whole = product([e.theme], [e.level], e.sizes, e.roles, subsectors, e.false_facts or [None])
        needless = next((x for x in whole if x not in empty), None)
        if needless:
            theme, level, size, role, subsector, _ = needless
            values = {"theme": theme, "level": str(level), "size": size, "role": role, "subsector": subsector}
            yield warning("C030", norm.at(("edition", "ladder_exceptions", position)), **values)


def thin_cells(norm: Norm) -> Iterator[Problem]:
    """Each subsector has at least two musts per theme and level."""
    text, musts = norm.edition.text, norm.coverage.musts
    for subsector, theme, level in product(text.subsectors, text.themes, range(1, norm.edition.top_level + 1)):
        count = musts[subsector, theme, level]
        if count < THIN:
            values = {"subsector": subsector, "theme": theme, "level": str(level), "n": str(count)}
            yield warning("C038", norm.at(("edition", "subsectors", subsector), key=True), **values)


def absences(norm: Norm) -> Iterator[Problem]:
    """A chain phase or a principle that nothing serves in a subsector is listed in `edition.yaml`, with the reason."""
    listed = {_about(a) for a in norm.edition.text.absences}
    for subsector, what, theme in _unserved(norm):
        if (subsector, what, theme) not in listed:
            values = {"subsector": subsector, "what": what, "theme": theme, "wanted": "theme" if theme else ""}
            yield Problem("C031", norm.at(("edition", "subsectors", subsector), key=True), values)


def needless_absences(norm: Norm) -> Iterator[Problem]:
    """An absence is listed for what is absent and nothing else."""
    unserved = set(_unserved(norm))
    for position, absence in enumerate(norm.edition.text.absences):
        if _about(absence) not in unserved:
            subsector, what, theme = _about(absence)
            place = norm.at(("edition", "absences", position))
            yield warning("C032", place, subsector=subsector, what=what, theme=theme, wanted="theme" if theme else "")


def _about(absence: Absence) -> tuple[str, str, str]:
    return absence.subsector, absence.phase or absence.principle or "", absence.theme or ""


def _unserved(norm: Norm) -> Iterator[tuple[str, str, str]]:
    """Return (subsector, phase, theme) and (subsector, principle, "") where no criterion is."""
    text: EditionText = norm.edition.text
    counts = norm.coverage
    for subsector in text.subsectors:
        for phase, theme in product(text.phases, text.themes):
            if not counts.phases[subsector, phase, theme]:
                yield subsector, phase, theme
        for principle in text.principles:
            if not counts.principles[subsector, principle]:
                yield subsector, principle, ""
