"""A report in JSON, read back: enough of it to compute it again and compare."""

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from digisamen.model.answered import Finding, Findings
from digisamen.model.asked import Asked
from digisamen.model.assessment import Assurance
from digisamen.model.problem import Outcome, Place, Problem

SCHEMA = "digisamen/report/v1"
MAX_REPORT = 50_000_000
"""Largest report that is read, in bytes."""


@dataclass(frozen=True, slots=True)
class ReadReport:
    """A report as read: its data, and what it says it was computed from."""

    data: dict[str, Any]
    edition: str
    edition_digest: str
    assessment_digest: str
    day: date
    asked: tuple[Asked, ...]
    findings: Findings
    ahead_digest: str | None = None


def read_report(raw: bytes, name: str) -> Outcome[ReadReport]:
    """Return the report in `raw`; V001 for anything that is not a report of ours."""
    try:
        data = json.loads(raw.decode("utf-8-sig"))
        return Outcome(_read(data))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return Outcome(None, (Problem("V001", Place(name)),))


def _read(data: dict[str, Any]) -> ReadReport:
    if data["schema"] != SCHEMA:
        raise ValueError(data["schema"])
    words = {a.word: a for a in Assurance}
    return ReadReport(
        data=data,
        edition=str(data["edition"]["number"]),
        edition_digest=str(data["edition"]["digest"]),
        assessment_digest=str(data["assessment"]["digest"]),
        day=date.fromisoformat(data["assessment"]["date"]),
        asked=tuple(Asked(int(a["level"]), a["theme"], words[a["assurance"]]) for a in data["require"]),
        findings={
            (criterion["id"], position): Finding(evidence["found"])
            for subsector in data["subsectors"]
            for theme in subsector["themes"]
            for criterion in theme["criteria"]
            for position, evidence in enumerate(criterion["evidence"])
            if evidence["found"] is not None
        },
        ahead_digest=str(data["outlook"]["edition"]["digest"]) if data.get("outlook") else None,
    )
