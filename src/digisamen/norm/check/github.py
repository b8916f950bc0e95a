"""Findings as workflow commands of GitHub Actions: each is shown beside its line in a pull request.

The form is that of https://docs.github.com/actions/reference/workflow-commands-for-github-actions.
"""

from collections.abc import Mapping

from digisamen.model.problem import Problem
from digisamen.norm.check.checked import Checked
from digisamen.norm.check.document import check_summary
from digisamen.text.problems import problem_texts
from digisamen.text.texts import Texts
from digisamen.text.visible import visible


def github_lines(checked: Checked, t: Texts) -> str:
    """Return one `::error` or `::warning` line per finding, and a `::notice` with the count."""
    lines = [_line(problem, t) for problem in checked.problems]
    title = t("criteria.kind", edition=checked.number)
    return "\n".join([*lines, _command("notice", {"title": title}, check_summary(checked, t))]) + "\n"


def _line(problem: Problem, t: Texts) -> str:
    say, tip = problem_texts(problem, t)
    spot = problem.place
    where = {"file": spot.file, "line": spot.line, "col": spot.column} if spot else {}
    title = f"{problem.code} {t(f'problem.{problem.code}.title')}"
    return _command(problem.severity.value, {**where, "title": title}, f"{say} {tip}".strip())


def _command(name: str, properties: Mapping[str, object], message: str) -> str:
    pairs = ",".join(f"{k}={_property(str(v))}" for k, v in properties.items() if v is not None)
    return f"::{name} {pairs}::{_data(message)}"


def _data(text: str) -> str:
    return visible(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
