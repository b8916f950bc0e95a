"""The findings of `criteria check` and of `verify` as sheets and as data."""

from digisamen.model.checked import Checked, Verified
from digisamen.model.problem import Place, Problem
from digisamen.render.sheet import Block, Items, Paragraph, Sheet, Table
from digisamen.render.wording import problem_texts
from digisamen.text.texts import Texts


def check_sheet(checked: Checked, t: Texts) -> Sheet:
    """Return the findings as a table, or that there are none."""
    columns = (t("word.code"), t("criteria.check.place"), t("criteria.check.finding"), t("criteria.check.tip"))
    rows = tuple((p.code, place(p.place), *problem_texts(p, t)) for p in checked.problems)
    clean = t("criteria.check.clean", edition=checked.number, n=t.number(checked.criteria))
    blocks: list[Block] = [Table(t("criteria.check.kind"), columns, rows, header=2, codes=True)] if rows else []
    if checked.clean:
        blocks.append(Paragraph("", strong=clean))
    return Sheet(
        kind=t("criteria.check.kind"),
        title=t("criteria.kind", edition=checked.number),
        status="",
        status_text="",
        blocks=tuple(blocks),
    )


def check_data(checked: Checked, t: Texts) -> dict[str, object]:
    """Return the findings as plain data."""
    return {
        "schema": "digisamen/check/v1",
        "edition": checked.number,
        "criteria": checked.criteria,
        "clean": checked.clean,
        "problems": [_problem(p, t) for p in checked.problems],
    }


def _problem(problem: Problem, t: Texts) -> dict[str, object]:
    say, tip = problem_texts(problem, t)
    spot = problem.place
    return {
        "code": problem.code,
        "severity": problem.severity.value,
        "file": spot.file if spot else None,
        "line": spot.line if spot else None,
        "column": spot.column if spot else None,
        "message": say,
        "tip": tip,
    }


def place(spot: Place | None) -> str:
    """Return a place as `file:line:column`."""
    return ":".join(str(x) for x in (spot.file, spot.line, spot.column) if x is not None) if spot else ""


def verify_sheet(verified: Verified, report: str, file: str, t: Texts) -> Sheet:
    """Return whether the report belongs to the file, and what differs."""
    answer = t("verify.yes" if verified.right else "verify.no", report=report, file=file)
    blocks: list[Block] = [Paragraph("", strong=answer)]
    if verified.reason:
        blocks.append(Paragraph(t(f"verify.reason.{verified.reason}")))
    if verified.differences:
        blocks.append(Items(verified.differences))
    if verified.evidence and verified.right and not verified.looked:
        blocks.append(Paragraph(t.count("verify.files", len(verified.evidence)), note=True))
    return Sheet(t("verify.kind"), report, "", "", tuple(blocks))


def verify_data(verified: Verified) -> dict[str, object]:
    """Return the outcome as plain data."""
    return {
        "schema": "digisamen/verify/v1",
        "right": verified.right,
        "reason": verified.reason,
        "differences": list(verified.differences),
    }
