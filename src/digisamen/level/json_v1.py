"""The level report as JSON, in the frozen shape `digisamen/report/v1`.

The shape is written out here, apart from the types inside, so that those may change without hurting a reader.
"""

from collections.abc import Iterator
from typing import Any

from digisamen.level.outlook import Outlook
from digisamen.level.report import LevelReport
from digisamen.model.answered import CriterionScore, EvidenceScore
from digisamen.model.asked import AskedScore
from digisamen.model.scorecard import Levels, ThemeScore
from digisamen.paper.json_text import dump
from digisamen.text.texts import Texts

SCHEMA = "digisamen/report/v1"


def level_json(report: LevelReport, t: Texts) -> str:
    """Return the report as JSON text, with a line end. Only the notice on the status depends on the language."""
    return dump(level_data(report, t))


def differences(one: Any, other: Any, path: str = "") -> Iterator[str]:
    """Yield the place of each value that differs between two reports, such as `subsectors.0.levels.onderbouwd`."""
    if isinstance(one, dict) and isinstance(other, dict):
        for key in sorted({*one, *other}):
            yield from differences(one.get(key), other.get(key), f"{path}.{key}" if path else str(key))
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        for position, pair in enumerate(zip(one, other, strict=True)):
            yield from differences(*pair, f"{path}.{position}")
    elif one != other or type(one) is not type(other):
        yield path


def level_data(report: LevelReport, t: Texts) -> dict[str, Any]:
    """Return the report as plain data in the shape of `digisamen/report/v1`."""
    who, made = report.organisation, report.provenance
    return {
        "schema": SCHEMA,
        "tool": {"version": made.version},
        "edition": {
            "number": made.edition,
            "status": made.status,
            "frozen": made.frozen,
            "digest": made.edition_digest,
            "notice": t(f"level.status.{made.status}"),
        },
        "assessment": {"digest": made.assessment_digest, "date": report.day.isoformat()},
        "organisation": {
            "name": who.name,
            "kvk": who.kvk,
            "size": who.size,
            "roles": list(who.roles),
            "subsectors": list(who.subsectors),
            "facts": dict(who.facts),
        },
        "subsectors": [
            {
                "subsector": part.score.subsector,
                "levels": _levels(part.score.levels),
                "proof": {"have": part.proof.have, "needed": part.proof.needed} if part.proof else None,
                "themes": [_theme(t) for t in part.score.themes],
            }
            for part in report.parts
        ],
        "require": [_asked(a) for a in report.scorecard.asked],
        "outlook": _outlook(report.outlook) if report.outlook else None,
    }


def _levels(levels: Levels | None) -> dict[str, int] | None:
    if levels is None:
        return None
    return {
        "verklaard": levels.verklaard,
        "onderbouwd": levels.onderbouwd,
        "getoetst": levels.getoetst,
        "possible": levels.possible,
        "haalbaar": levels.haalbaar,
    }


def _theme(theme: ThemeScore) -> dict[str, Any]:
    return {
        "theme": theme.theme,
        "levels": _levels(theme.levels),
        "target": theme.target,
        "ladder": list(theme.ladder),
        "criteria": [_criterion(c) for c in theme.criteria],
    }


def _criterion(score: CriterionScore) -> dict[str, Any]:
    explained = score.explanation
    return {
        "id": score.id,
        "level": score.level,
        "obligation": score.obligation,
        "in_scope": score.in_scope,
        "scope_reason": score.scope_reason,
        "answer": score.answer or "onbeantwoord",
        "reason": score.reason,
        "assurance": score.assurance.word if score.assurance else None,
        "assurance_reason": score.assurance_reason,
        "settled_at": score.settled_at.word if score.settled_at else None,
        "on_ladder": score.on_ladder,
        "explanation": {
            "reason": explained.reason,
            "text": explained.text,
            "until": explained.until.isoformat() if explained.until else None,
        }
        if explained
        else None,
        "evidence": [_evidence(e) for e in score.evidence],
    }


def _evidence(score: EvidenceScore) -> dict[str, Any]:
    evidence = score.evidence
    return {
        "kind": evidence.kind,
        "title": evidence.title,
        "file": evidence.file,
        "url": evidence.url,
        "sha256": evidence.sha256,
        "date": evidence.date.isoformat(),
        "valid_until": evidence.valid_until.isoformat() if evidence.valid_until else None,
        "reviewed_by": evidence.reviewed_by,
        "found": score.finding.value if score.finding else None,
        "last_day": score.last_day.isoformat() if score.last_day else None,
        "counts": score.counts,
        "reason": score.reason,
    }


def _outlook(outlook: Outlook) -> dict[str, Any]:
    return {
        "edition": {"number": outlook.edition, "status": outlook.status, "digest": outlook.digest},
        "again": list(outlook.again),
        "new": list(outlook.new),
        "subsectors": [
            {
                "subsector": part.subsector,
                "levels": _levels(part.after),
                "falls_at": part.assurance.word if part.assurance else None,
                "unless": [{"id": u.id, "why": u.why} for u in part.unless],
            }
            for part in outlook.parts
        ],
    }


def _asked(score: AskedScore) -> dict[str, Any]:
    return {
        "theme": score.asked.theme,
        "level": score.asked.level,
        "assurance": score.asked.assurance.word,
        "met": score.met,
        "as_far_as_applicable": score.as_far_as_applicable,
        "subsectors": [
            {
                "subsector": s.subsector,
                "met": s.met,
                "themes": [
                    {
                        "theme": t.theme,
                        "needed": t.needed,
                        "reached": t.reached,
                        "met": t.met,
                        "blocking": list(t.blocking),
                    }
                    for t in s.themes
                ],
            }
            for s in score.subsectors
        ],
    }
