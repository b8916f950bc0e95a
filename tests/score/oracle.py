"""Computes levels once more, in another way and from other input: the raw YAML and the raw assessment.

Shares no code with digisamen. Slow and plain on purpose: sets of ids, and every level tried from the top down.
"""

import calendar
import json
from datetime import date
from pathlib import Path

import yaml

RANK = {"verklaard": 1, "onderbouwd": 2, "getoetst": 3}
OPEN = (None, "onbeantwoord")


def load_norm(folder):
    """Read an edition with a plain loader: all scalars as text."""
    folder = Path(folder)
    norm = {"edition": _read(folder / "edition.yaml"), "criteria": {}}
    for file in sorted(folder.glob("*/*.yaml")):
        for entry in _read(file)["criteria"]:
            own = entry.get("subsectors") or [file.parent.name]
            norm["criteria"][entry["id"]] = {**entry, "theme": file.stem, "subsectors": own}
    return norm


def _read(file):
    return yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # BaseLoader builds text only


def levels(norm, assessment, subsector, found=()):
    """Return {theme or None: numbers or None} for one subsector. `found` holds (id, position) of files that are good."""
    result = {}
    for theme in norm["edition"]["themes"]:
        musts = [
            c
            for c in norm["criteria"].values()
            if c["theme"] == theme
            and subsector in c["subsectors"]
            and c["obligation"] == "must"
            and _holds(c, assessment)
        ]
        result[theme] = _theme(norm, musts, assessment, set(found))
    numbers = [x for x in result.values() if x]
    result[None] = {k: min(x[k] for x in numbers) for k in numbers[0]} if numbers else None
    return result


def _holds(c, assessment):
    who = assessment["organisation"]
    if c["state"] != "actief" or not set(c["applies"]["roles"]) & set(who["roles"]):
        return False
    if (c["applies"].get("sizes") or {}).get(who["size"]) == "vrijgesteld":
        return False
    facts = who.get("facts") or {}
    return all(facts.get(f) != "nee" for f in c["applies"].get("facts") or [])


def _theme(norm, musts, assessment, found):
    present = {int(c["level"]) for c in musts}
    if not present:
        return None
    top = min(present)
    while top + 1 in present:
        top += 1
    ladder = range(min(present), top + 1)
    settled = {c["id"]: _settled(norm, c, assessment, found) for c in musts}
    answers = {c["id"]: _answer(assessment, c["id"])["answer"] for c in musts}

    def highest(good, yes):
        for level in reversed(ladder):
            below = [c["id"] for c in musts if int(c["level"]) <= level]
            here = [c["id"] for c in musts if int(c["level"]) == level]
            if all(map(good, below)) and any(map(yes, here)):
                return level
        return 0

    numbers = {word: highest(lambda i, r=r: settled[i] >= r, lambda i: answers[i] == "ja") for word, r in RANK.items()}
    unanswered = {i for i, said in answers.items() if said in OPEN}
    numbers["possible"] = highest(
        lambda i: i in unanswered or settled[i] >= 1, lambda i: i in unanswered or answers[i] == "ja"
    )
    numbers["haalbaar"] = top
    return numbers


def _answer(assessment, name):
    said = (assessment.get("answers") or {}).get(name)
    return said if isinstance(said, dict) else {"answer": said}


def _settled(norm, c, assessment, found):
    said = _answer(assessment, c["id"])
    if said["answer"] not in {"ja", "nvt"}:
        return 0
    kinds = norm["edition"]["evidence_kinds"]
    any_kind = said["answer"] == "nvt"
    rank = 1
    for position, e in enumerate(said.get("evidence") or []):
        accepted = any_kind or e["kind"] in c["evidence"]["light"] + c["evidence"]["strong"]
        there = "url" in e or (c["id"], position) in found
        if accepted and there and _current(e, kinds[e["kind"]], c, assessment):
            strong = e.get("reviewed_by") or kinds[e["kind"]]["independent"] == "true"
            rank = max(rank, 3 if strong else 2)
    return rank


def _current(e, kind, c, assessment):
    day, made = _day(assessment["date"]), _day(e["date"])
    until = _day(e["valid_until"]) if e.get("valid_until") else None
    if made > day:
        return False
    if kind["own_expiry"] == "true":
        return until is not None and day <= until
    months = made.year * 12 + made.month - 1 + int(c["evidence"]["max_age_months"])
    year, month = divmod(months, 12)
    last = date(year, month + 1, min(made.day, calendar.monthrange(year, month + 1)[1]))
    return day <= last and (until is None or day <= until)


def _day(text):
    return text if isinstance(text, date) else date.fromisoformat(text)


def load_report(text):
    """Return {(subsector, theme or None): numbers or None} of a report in JSON."""
    report = json.loads(text)
    return {
        (s["subsector"], t): numbers
        for s in report["subsectors"]
        for t, numbers in [(None, s["levels"]), *((x["theme"], x["levels"]) for x in s["themes"])]
    }
