"""Invented organisations with invented answers, the same for the same seed on every machine and Python.

Only `random()` of Python's generator is used, which is the same everywhere; choices are made from it here, with
nothing but comparing and adding. Sizes and roles follow the margins exactly, for any number of organisations.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from random import Random
from typing import Any

from digisamen.market.margins import Margins, Said
from digisamen.model.assessment import SCHEMA
from digisamen.model.criteria import Criterion, Edition
from digisamen.model.days import add_months
from digisamen.score.scope import Profile, select

ALL = 100.0


def organisations(edition: Edition, margins: Margins, count: int, seed: int) -> Iterator[dict[str, Any]]:
    """Yield `count` assessments under `edition` as plain data, as a file holds them."""
    made = _Maker(edition, margins, seed)
    cells = _cells(edition, margins)
    given = dict.fromkeys(cells, 0)
    for number in range(1, count + 1):
        # The one that is furthest behind its share comes next: so every first part of the list keeps to the margins.
        cell = max(cells, key=lambda c: cells[c] * number - given[c])
        given[cell] += 1
        yield made.organisation(number, *cell)


def _cells(edition: Edition, margins: Margins) -> dict[tuple[str, str], float]:
    """Return the part of all organisations that has a role and a size."""
    roles = _parts({role: margins.roles.of(role) for role in edition.text.roles})
    cells: dict[tuple[str, str], float] = {}
    for role, share in roles.items():
        sizes = _parts({size: margins.sizes.of(role, size) for size in edition.text.sizes})
        cells |= {(role, size): share * part for size, part in sizes.items()}
    return cells


def _parts(shares: Mapping[str, float]) -> dict[str, float]:
    whole = sum(shares.values())
    return {word: share / whole if whole else 1 / len(shares) for word, share in shares.items()}


class _Maker:
    """Makes one organisation after the other from one stream of chance."""

    def __init__(self, edition: Edition, margins: Margins, seed: int) -> None:
        self.edition, self.margins = edition, margins
        self.chance = Random(seed)  # noqa: S311  # no secret: the same seed has to give the same organisations

    def happens(self, share: float) -> bool:
        return self.chance.random() * ALL < share

    def choose(self, shares: Mapping[str, float]) -> str:
        left = self.chance.random() * sum(shares.values())
        for word, share in shares.items():
            left -= share
            if left < 0:
                return word
        return list(shares)[-1]

    def step(self, shares: Sequence[float]) -> int:
        return int(self.choose({str(n): share for n, share in enumerate(shares)}))

    def organisation(self, number: int, role: str, size: str) -> dict[str, Any]:
        who = {
            "name": f"{self.margins.words.name} {number:05}",
            "size": size,
            "roles": self.roles(role),
            "subsectors": self.subsectors(size),
            "facts": {fact: "ja" if self.happens(self.fact(fact, role)) else "nee" for fact in self.edition.text.facts},
        }
        return {
            "schema": SCHEMA,
            "edition": self.edition.number,
            "date": self.margins.date.isoformat(),
            "organisation": who,
            "answers": self.answers(number, who),
        }

    def roles(self, first: str) -> list[str]:
        second = self.margins.second_roles.shares.get(first, {})
        known = {role: share for role, share in second.items() if role in self.edition.text.roles}
        chosen = self.choose({**known, first: ALL - sum(known.values())})
        return list(dict.fromkeys((first, chosen)))

    def subsectors(self, size: str) -> list[str]:
        ready = {s: self.margins.subsectors.of(s) for s in self.edition.text.subsectors if self.edition.has_own(s)}
        ready = ready or {s: self.margins.subsectors.of(s) for s in self.edition.text.subsectors}
        chosen = {self.choose(ready)}
        while len(chosen) < len(ready) and self.happens(self.margins.more_subsectors.of(size)):
            chosen.add(self.choose({s: share for s, share in ready.items() if s not in chosen}))
        return [s for s in ready if s in chosen]

    def fact(self, fact: str, role: str) -> float:
        return self.margins.facts.shares.get(fact, {}).get(role, self.margins.facts.other)

    def answers(self, number: int, who: Mapping[str, Any]) -> dict[str, Any]:
        false = frozenset(fact for fact, said in who["facts"].items() if said == "nee")
        profile = Profile(tuple(who["subsectors"]), tuple(who["roles"]), who["size"], false)
        maturity = self.margins.maturity
        far = self.step(maturity.shares.get(who["size"], maturity.other))
        said: dict[str, Any] = {}
        states: dict[str, tuple[int, int, bool]] = {}
        for criterion in select(self.edition, profile):
            if criterion.theme not in states:
                states[criterion.theme] = self.theme(far)
            level, proven, tidy = states[criterion.theme]
            if criterion.level <= level + self.margins.answers.asked_above:
                said[criterion.id] = self.answer(number, criterion, level, proven, tidy=tidy)
        return said

    def theme(self, far: int) -> tuple[int, int, bool]:
        """Return up to which level a theme is done, up to which it is evidenced, and whether all below is right."""
        around, proving = self.margins.themes, self.margins.evidence
        shift = self.step((around.lower, ALL - around.lower - around.higher, around.higher)) - 1
        level = min(max(far + shift, 0), self.edition.top_level)
        return level, max(level - self.step(proving.level), 0), self.happens(self.margins.answers.tidy)

    def answer(self, number: int, criterion: Criterion, level: int, proven: int, *, tidy: bool) -> Any:
        answers, words = self.margins.answers, self.margins.words
        within = criterion.level <= level
        if criterion.answer.nvt != "nooit" and self.happens(answers.nvt):
            made: dict[str, Any] = {"answer": "nvt", "reason": words.reason}
        elif within and tidy and criterion.obligation == "must":
            made = {"answer": "ja"}
        else:
            near = answers.next if criterion.level == level + 1 else answers.above
            word = self.word(answers.below if within else near)
            if word is None:
                return None
            made = {"answer": word}
        reasons = list(self.edition.text.explanation_reasons)
        if made["answer"] in {"nee", "deels"}:
            if criterion.answer.explain and reasons and self.happens(answers.explained):
                made["explanation"] = {"reason": reasons[0], "text": words.explanation}
            return made
        evidence = self.evidence(number, criterion, proven)
        return {**made, "evidence": evidence} if evidence else made

    def word(self, said: Said) -> str | None:
        shares = {"ja": said.ja, "deels": said.deels, "nee": said.nee}
        return self.choose({**shares, "": ALL - sum(shares.values())}) or None

    def evidence(self, number: int, criterion: Criterion, proven: int) -> list[dict[str, Any]]:
        proving, rule, words = self.margins.evidence, criterion.evidence, self.margins.words
        within = criterion.level <= proven
        if not self.happens(proving.below if within else proving.above):
            return []
        kinds = rule.light if rule.light and (not rule.strong or self.happens(proving.light)) else rule.strong
        if not kinds:
            return []
        kind = self.choose(dict.fromkeys(kinds, 1.0))
        day = self.margins.date
        stale = not within and self.happens(proving.stale)
        age = rule.max_age_months + 1 if stale else int(self.chance.random() * rule.max_age_months)
        made = {
            "kind": kind,
            "url": f"{words.address}{number:05}/{criterion.id}",
            "date": (add_months(day, -age) - timedelta(days=int(self.chance.random() * 20))).isoformat(),
        }
        if self.edition.text.evidence_kinds[kind].own_expiry:
            made["valid_until"] = add_months(day, -1 if stale else 1 + int(self.chance.random() * 24)).isoformat()
        elif self.happens(proving.reviewed):
            made["reviewed_by"] = words.reviewer
        return [made]
