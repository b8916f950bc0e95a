"""From the answers under one edition to those under the next: which stay, which are asked again, which are archived.

An answer stays only where an honest organisation would give it again. Nothing is decided for anybody: what may be
different now is asked, with the evidence that was there.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence

from digisamen.migrate.migration import Fate, MigrationPlan, Move, Reason, in_order
from digisamen.model.answered import Findings
from digisamen.model.assessment import Answer, Assessment, Evidence
from digisamen.model.change import Change, Kind, TextClass
from digisamen.model.criteria import Criterion, Edition, same_year

ASKS_AGAIN: dict[TextClass | None, tuple[Reason, frozenset[str]]] = {
    "redactie": ("tekst-zonder-klasse", frozenset()),
    "strenger": ("tekst-strenger", frozenset(("ja", "deels", "nvt"))),
    "soepeler": ("tekst-soepeler", frozenset(("nee", "deels", "nvt"))),
    None: ("tekst-zonder-klasse", frozenset(("ja", "deels", "nee", "nvt"))),
}
"""Per class of a change of text: which answers may be different now. Who met more meets less, and never the reverse."""
QUIET: frozenset[Kind] = frozenset(("tekst", "engels-achter", "vertaling", "overig"))
"""Kinds of change that somebody whose answer stays need not know of."""


def plan(
    assessment: Assessment,
    old: Edition,
    new: Edition,
    changes: Sequence[Change],
    before: Collection[str],
    now: Collection[str],
) -> MigrationPlan:
    """Return what happens to each question of `assessment`, which was checked against `old`.

    `changes` are those from `old` to `new`. `before` and `now` are the criteria that count for this organisation under
    the old and under the new edition.
    """
    by_id: dict[str, list[Change]] = {}
    for change in changes:
        by_id.setdefault(change.id, []).append(change)
    moves = [_move(name, assessment, by_id, old, new) for name in assessment.answers]
    moves += _new(assessment, moves, old, new, before, now)
    facts = assessment.organisation.facts
    return MigrationPlan(
        old=old.number,
        new=new.number,
        moves=in_order(moves),
        facts_gone=tuple(f for f in facts if f not in new.text.facts),
        facts_new=tuple(f for f in _facts_asked(new, now) if f not in old.text.facts and f not in facts),
    )


def carried(assessment: Assessment, made: MigrationPlan) -> Assessment:
    """Return `assessment` as it is after the plan: kept answers as they were, asked ones open, with their evidence."""
    answers: dict[str, Answer] = {}
    for move in made.moves:
        before = assessment.answers.get(move.id, Answer())
        if move.fate == "blijft" and not move.archived:
            answers[move.id] = before
        elif move.fate == "blijft":
            answers[move.id] = before.model_copy(update={"evidence": _evidence(assessment, move)})
        elif move.asked:
            answers[move.id] = Answer(evidence=_evidence(assessment, move))
    facts = {fact: said for fact, said in assessment.organisation.facts.items() if fact not in made.facts_gone}
    organisation = assessment.organisation.model_copy(update={"facts": facts})
    return assessment.model_copy(update={"edition": made.new, "organisation": organisation, "answers": answers})


def moved(findings: Findings, made: MigrationPlan) -> Findings:
    """Return what was found of evidence files, by where the evidence stands after the plan."""
    return {
        (move.id, at): findings[source]
        for move in made.of("blijft", "opnieuw", "nieuw")
        for at, source in enumerate(move.evidence)
        if source in findings
    }


def _evidence(assessment: Assessment, move: Move) -> tuple[Evidence, ...]:
    return tuple(assessment.answers[name].evidence[position] for name, position in move.evidence)


def _move(name: str, assessment: Assessment, by_id: Mapping[str, Sequence[Change]], old: Edition, new: Edition) -> Move:
    answer, changes = assessment.answers[name], by_id.get(name, ())
    after = new.criteria.get(name)
    kinds = {c.kind for c in changes}
    if after is None or kinds & {"vervallen", "gesplitst"}:
        merged = [x for x, found in by_id.items() if any(c.kind == "samengevoegd" for c in found)]
        return _gone(name, answer, merged, new)
    pieces = tuple((name, at) for at, e in enumerate(answer.evidence) if e.kind in new.text.evidence_kinds)
    lost: tuple[Reason, ...] = () if len(pieces) == len(answer.evidence) else ("soort-bewijs-weg",)
    # Two versions of one number are no erratum: there is no release that kept to the texts alone.
    erratum = old.number != new.number and same_year(old.number, new.number)
    reasons = tuple(dict.fromkeys(_reasons(answer, after, () if erratum else changes, new)))
    if reasons and answer != Answer(evidence=answer.evidence):
        pieces += _from_merged(assessment, pieces, after, new) if "samengevoegd" in reasons else ()
        return Move(name, "opnieuw", answer.answer, (*reasons, *lost), evidence=pieces, archived=True)
    told = tuple(dict.fromkeys(c.kind for c in changes if c.kind not in QUIET))
    return Move(name, "blijft", answer.answer, lost, evidence=pieces, archived=bool(lost), changed=told)


def _from_merged(
    assessment: Assessment, pieces: Collection[tuple[str, int]], after: Criterion, new: Edition
) -> tuple[tuple[str, int], ...]:
    """Return the evidence that comes along from the criteria that were merged into `after`, and is not there yet."""
    own = [assessment.answers[name].evidence[at] for name, at in pieces]
    found = _fitting(assessment, [x for x in _ancestors(after.id, new) if x != after.id], after)
    return tuple((x, at) for x, at in found if assessment.answers[x].evidence[at] not in own)


def _gone(name: str, answer: Answer, merged: Collection[str], new: Edition) -> Move:
    others = successors(name, new)
    fate: Fate = "vervallen"
    if len(others) > 1:
        fate = "gesplitst"
    elif others:
        fate = "samengevoegd" if others[0] in merged or len(_ancestors(others[0], new)) > 1 else "vervangen"
    # Without an answer, evidence or words there is nothing to keep.
    return Move(name, fate, answer.answer, others=others, archived=answer != Answer())


def _reasons(answer: Answer, after: Criterion, changes: Sequence[Change], new: Edition) -> Iterator[Reason]:
    for change in changes:
        if change.kind == "tekst":
            reason, answers = ASKS_AGAIN[change.text_class]
            if answer.answer in answers:
                yield reason
        elif change.kind == "samengevoegd":
            yield "samengevoegd"
    if answer.answer == "nvt" and after.answer.nvt == "nooit":
        yield "nvt-niet-meer"
    if answer.explanation and not after.answer.explain:
        yield "uitleg-niet-meer"
    if answer.explanation and answer.explanation.reason not in new.text.explanation_reasons:
        yield "reden-weg"


def successors(name: str, edition: Edition) -> tuple[str, ...]:
    """Return the criteria that take the place of `name` and have not lapsed themselves."""
    found: list[str] = []
    seen: set[str] = set()
    todo = [name]
    while todo:
        here = edition.criteria.get(todo.pop(0))
        if here is None or here.id in seen:
            continue
        seen.add(here.id)
        if here.state == "vervallen":
            todo += here.replaced_by
        else:
            found.append(here.id)
    return tuple(dict.fromkeys(found))


def _ancestors(name: str, edition: Edition) -> tuple[str, ...]:
    return tuple(c.id for c in edition.criteria.values() if c.state == "vervallen" and name in c.replaced_by)


def _new(
    assessment: Assessment,
    moves: Sequence[Move],
    old: Edition,
    new: Edition,
    before: Collection[str],
    now: Collection[str],
) -> Iterator[Move]:
    """Return the questions that come in the place of others, and those that count now and did not before.

    Of the latter only up to the highest level that the file asks about: who works on level 1 is not asked about 4.
    """
    asked = {m.id for m in moves}
    sources: dict[str, list[str]] = {}
    for move in moves:
        for other in move.others:
            sources.setdefault(other, []).append(move.id)
    top = max((old.criteria[m.id].level for m in moves), default=new.top_level)
    for name, criterion in new.criteria.items():
        wanted = name in now and (name in sources or (name not in before and criterion.level <= top))
        if name in asked or not wanted:
            continue
        came = tuple(sources.get(name, ()))
        yield Move(name, "nieuw", others=came, evidence=_fitting(assessment, came, criterion))


def _fitting(assessment: Assessment, sources: Collection[str], criterion: Criterion) -> tuple[tuple[str, int], ...]:
    """Return the evidence of the answers before that is of an accepted kind, each piece once."""
    found: dict[object, tuple[str, int]] = {}
    for name in sources:
        for at, evidence in enumerate(assessment.answers.get(name, Answer()).evidence):
            if evidence.kind in criterion.evidence.accepted:
                found.setdefault(evidence, (name, at))
    return tuple(found.values())


def _facts_asked(new: Edition, now: Collection[str]) -> Iterator[str]:
    counting = [new.criteria[name] for name in now]
    return (fact for fact in new.text.facts if any(fact in c.applies.facts for c in counting))
