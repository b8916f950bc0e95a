"""What an edition does to organisations as plain data. A suppressed number is null."""

from dataclasses import asdict

from digisamen.market.counts import MEASURES, Amount, Impact, ImpactTable, Own, Shift
from digisamen.model.criteria import Edition


def impact_data(impact: Impact) -> dict[str, object]:
    """Return the impact as plain data: the same numbers as in the tables, and all of the lists."""
    origin = impact.origin
    return {
        "schema": "digisamen/impact/v1",
        "synthetic": origin.synthetic,
        "seed": origin.seed,
        "old": _edition(impact.compared.old),
        "new": _edition(impact.compared.new),
        "published": asdict(impact.rules) if impact.rules else None,
        "organisations": impact.whole("onderbouwd").total,
        "skipped": {
            "other_editions": dict(origin.elsewhere or {}),
            "invalid": origin.invalid,
            "other_files": origin.others,
        },
        "tables": [_table(table) for table in impact.tables],
        "levels": [
            {"measure": x.measure, "level": x.level, "before": x.before, "after": x.after} for x in impact.levels
        ],
        "causes": [
            {
                "measure": x.measure,
                "direction": "stijgt" if x.rises else "daalt",
                "id": x.id,
                "whole": x.whole,
                "alone": x.alone,
                "theme": x.theme,
            }
            for x in impact.causes
        ],
        "asked": impact.asked,
        "questions": [{"id": q.id, "again": q.again, "new": q.new} for q in impact.questions],
        "answers": {kind: _amount(made) for kind, made in impact.answers.items()},
        "reasons": {reason: _amount(made) for reason, made in impact.reasons.items()},
        "files": [_own(own) for own in impact.own],
    }


def _edition(edition: Edition) -> dict[str, object]:
    return {"number": edition.number, "status": edition.record.status, "digest": edition.digest}


def _table(table: ImpactTable) -> dict[str, object]:
    return {
        "measure": table.measure,
        "dimension": table.dimension,
        "rows": [
            {"word": row.word, "organisations": row.total, "daalt": row.falls, **row.counts} for row in table.rows
        ],
    }


def _amount(made: Amount) -> dict[str, object]:
    return {"answers": made.total, "organisations": made.organisations}


def _own(own: Own) -> dict[str, object]:
    return {
        "file": own.name,
        "verdict": own.verdict,
        "subsectors": [
            {
                "subsector": part.subsector,
                **_shift(part.whole),
                "themes": {theme: _shift(shift) for theme, shift in part.themes.items()},
            }
            for part in own.subsectors
        ],
        "causes": list(own.causes),
        "asked": own.asked,
    }


def _shift(shift: Shift) -> dict[str, object]:
    """Return the levels under both editions, and what happens to each."""
    return {
        "before": asdict(shift.before) if shift.before else None,
        "after": asdict(shift.after) if shift.after else None,
        "verdicts": {measure: shift.verdict(measure) for measure in MEASURES},
    }
