"""Makes assessments for tests: by hand in a few words, or at random with hypothesis."""

import json
from datetime import date, timedelta
from pathlib import Path

from hypothesis import strategies as st

from digisamen.model.answered import Finding
from digisamen.model.assessment import Assessment
from digisamen.read.assessment import read_assessment
from digisamen.score.scorecard import score
from digisamen.source.yaml_text import parse

DAY = date(2026, 11, 22)


def document(norm_edition, answers, **who):
    """Return an assessment as plain data. `answers` are in the form of the YAML file."""
    target = who.pop("target", None)
    organisation = {
        "name": "Proef",
        "size": "klein",
        "roles": ["hoofdaannemer"],
        "subsectors": ["woningbouw"],
        **who,
    }
    data = {
        "schema": "digisamen/assessment/v1",
        "edition": norm_edition.number,
        "date": DAY.isoformat(),
        "organisation": organisation,
        "answers": answers,
    }
    return data if target is None else {**data, "target": target}


def read(norm_edition, data):
    """Return the assessment in `data`, through the same door as a file (JSON is YAML)."""
    parsed = parse(json.dumps(data).encode(), "org.yaml")
    assert parsed.value is not None, parsed.problems
    outcome = read_assessment(parsed.value, norm_edition, [norm_edition.number])
    assert isinstance(outcome.value, Assessment), outcome.problems
    assert not outcome.failed, outcome.problems
    return outcome.value


def scored(norm_edition, data, findings=None, asked=()):
    """Return the scorecard of an assessment in plain data. All evidence files are there unless `findings` says else."""
    assessment = read(norm_edition, data)
    there = {
        (name, place): Finding.FOUND for name, a in assessment.answers.items() for place, _ in enumerate(a.evidence)
    }
    return score(norm_edition, assessment, {**there, **(findings or {})}, assessment.date, asked)


def numbers(scorecard):
    """Return {(subsector, theme or None): the five numbers or None} in the form of the oracle."""
    return {
        (s.subsector, theme): _numbers(found)
        for s in scorecard.subsectors
        for theme, found in [(None, s.levels), *((t.theme, t.levels) for t in s.themes)]
    }


def _numbers(found):
    names = ("verklaard", "onderbouwd", "getoetst", "possible", "haalbaar")
    return {name: getattr(found, name) for name in names} if found else None


def proof(kind="document", day="2026-10-01", **more):
    """Return a piece of evidence in plain data."""
    return {"kind": kind, "url": "https://example.org/bewijs", "date": day, **more}


def yes(*evidence):
    """Return the answer `ja`, with evidence."""
    return {"answer": "ja", "evidence": list(evidence)}


def assessments(norm_edition):
    """Return a strategy for assessments in plain data, under one edition, with every kind of answer and evidence."""
    text = norm_edition.text
    some = [s for s in text.subsectors if norm_edition.has_own(s)]
    days = st.integers(-1500, 400).map(lambda n: (DAY + timedelta(n)).isoformat())
    evidence = st.fixed_dictionaries(
        {"kind": st.sampled_from(list(text.evidence_kinds)), "date": days},
        optional={"valid_until": days, "reviewed_by": st.just("Keurder")},
    ).flatmap(
        lambda e: st.sampled_from([{"file": "bewijs/a.txt"}, {"url": "https://example.org/a"}]).map(
            lambda p: {**e, **p}
        )
    )

    def answer(criterion):
        words = ["ja", "ja", "ja", "deels", "nee", None] + (["nvt"] if criterion.answer.nvt == "met-reden" else [])
        full = st.fixed_dictionaries(
            {"answer": st.sampled_from(words), "reason": st.just("om een reden")},
            optional={"evidence": st.lists(evidence, max_size=3)},
        )
        return st.one_of(full, full, st.sampled_from(["ja", "deels", "nee", None]))

    answers = st.fixed_dictionaries({}, optional={c.id: answer(c) for c in norm_edition.criteria.values()})
    who = st.fixed_dictionaries(
        {
            "size": st.sampled_from(list(text.sizes)),
            "roles": st.lists(st.sampled_from(list(text.roles)), min_size=1, unique=True),
            "subsectors": st.lists(st.sampled_from(some), min_size=1, unique=True),
            "facts": st.dictionaries(st.sampled_from(list(text.facts)), st.sampled_from(["ja", "nee", None])),
        }
    )
    return st.tuples(who, answers).map(lambda x: document(norm_edition, x[1], **x[0]))


ROOT = Path(__file__).parent.parent.parent
