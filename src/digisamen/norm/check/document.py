"""The findings of `criteria check` as a document and as data."""

from digisamen.model.problem import Problem
from digisamen.norm.check.checked import Checked
from digisamen.paper.document import Block, Paragraph, Sheet, Table
from digisamen.text.problems import problem_texts
from digisamen.text.texts import Texts


def check_sheet(checked: Checked, t: Texts) -> Sheet:
    """Return the findings as one table per file, and how many there are."""
    columns = (t("criteria.check.place"), t("word.code"), t("criteria.check.class"), t("criteria.check.finding"))
    blocks: list[Block] = []
    for file in dict.fromkeys(p.place.file if p.place else "" for p in checked.problems):
        rows = tuple(_row(p, t) for p in checked.problems if (p.place.file if p.place else "") == file)
        blocks.append(Table(file or t("criteria.check.kind"), columns, rows, header=1))
    return Sheet(
        kind=t("criteria.check.kind"),
        title=t("criteria.kind", edition=checked.number),
        status="",
        status_text="",
        blocks=(*blocks, Paragraph("", strong=check_summary(checked, t))),
    )


def _row(problem: Problem, t: Texts) -> tuple[str, str, str, str]:
    spot = problem.place
    where = ":".join(str(x) for x in (spot.line, spot.column) if x is not None) if spot else ""
    return where, problem.code, t(f"problems.{problem.severity.value}"), " ".join(problem_texts(problem, t)).strip()


def check_summary(checked: Checked, t: Texts) -> str:
    """Return how many findings there are, or that the edition is in order."""
    pieces = [t.count("problems.errors", checked.errors)] if checked.errors else []
    pieces += [t.count("problems.warnings", checked.warnings)] if checked.warnings else []
    counts = t.list(pieces)
    form = "_several" if checked.several else ""
    if not checked.clean:
        return t(f"criteria.check.found{form}", edition=checked.number, what=counts)
    clean = t(f"criteria.check.clean{form}", edition=checked.number, n=t.number(checked.criteria))
    return f"{clean} {t('criteria.check.look', what=counts)}" if counts else clean


def check_data(checked: Checked, t: Texts) -> dict[str, object]:
    """Return the findings as plain data."""
    return {
        "schema": "digisamen/check/v1",
        "edition": checked.number,
        "criteria": checked.criteria,
        "clean": checked.clean,
        "errors": checked.errors,
        "warnings": checked.warnings,
        "problems": [problem_data(p, t) for p in checked.problems],
    }


def problem_data(problem: Problem, t: Texts) -> dict[str, object]:
    """Return one finding as plain data."""
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
