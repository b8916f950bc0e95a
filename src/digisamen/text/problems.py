"""A problem in words: its sentence and its tip, from the catalogue."""

from digisamen.model.problem import Problem
from digisamen.text.texts import Texts


def problem_texts(problem: Problem, t: Texts) -> tuple[str, str]:
    """Return the sentence and the tip of `problem`. A near miss comes first in the tip."""
    key = f"problem.{problem.code}"
    values = {"file": problem.place.file if problem.place else "", **problem.values}
    if t.has(f"system.{values.get('reason')}"):
        values["reason"] = t(f"system.{values['reason']}")
    say = t(_first(t, f"{key}.say_{values.get('wanted', '')}", f"{key}.say"), **values)
    tip = t(_first(t, f"{key}.tip_{values.get('cause', '')}", f"{key}.tip"), **values)
    if values.get("near") and t.has(f"{key}.near"):
        tip = f"{t(f'{key}.near', **values)} {tip}"
    return say, tip


def _first(t: Texts, *keys: str) -> str:
    return next(key for key in keys if t.has(key))
