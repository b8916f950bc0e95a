"""Does a report belong to an assessment? A side road of the library, on the same floor as `api`."""

from dataclasses import replace
from typing import Any

from digisamen.main_road import Loaded, coming, evidence_files, load, report
from digisamen.model.checked import Verified
from digisamen.model.criteria import Edition
from digisamen.model.problem import Outcome
from digisamen.read.report import MAX_REPORT, ReadReport, read_report
from digisamen.render.json_v1 import differences, level_data
from digisamen.source.files import read_bytes
from digisamen.text.texts import texts


def verify(report_path: str, path: str, *, criteria: str | None = None, files: bool = False) -> Outcome[Verified]:
    """Return whether the report at `report_path` is what the assessment at `path` gives."""
    read = read_report(read_bytes(report_path, MAX_REPORT), report_path)
    if read.value is None:
        return Outcome(None, read.problems)
    loaded = load(path, criteria)
    if loaded.value is None:
        return Outcome(None, loaded.problems)
    reason, different = _reason(read.value, loaded.value, _ahead(read.value, loaded.value, criteria), files=files)
    evidence = sorted(set(evidence_files(loaded.value, path)))
    return Outcome(Verified(reason, different, tuple(evidence), files))


def _ahead(said: ReadReport, loaded: Loaded, criteria: str | None) -> Edition | None:
    """Return the coming edition of which the report tells, when it still is as it was then."""
    edition = coming(loaded.edition.number, criteria).value if said.ahead_digest else None
    return edition if edition and edition.digest == said.ahead_digest else None


def _reason(
    said: ReadReport, loaded: Loaded, ahead: Edition | None, *, files: bool
) -> tuple[str | None, tuple[str, ...]]:
    if (said.edition, said.edition_digest) != (loaded.edition.number, loaded.edition.digest):
        return "editie", ()
    if said.assessment_digest != loaded.digest:
        return "antwoorden", ()
    changed = [f"{key[0]} {key[1] + 1}" for key, found in said.findings.items() if loaded.findings.get(key) != found]
    if files and changed:
        return "bestanden", tuple(changed)
    made = report(replace(loaded, findings=said.findings), day=said.day, asked=said.asked, ahead=ahead)
    again, told = _compared(level_data(made, texts("nl"))), _compared(said.data)
    if ahead is None:  # a draft that has changed since, or that is no more, says nothing about this report
        told.pop("outlook", None)
        again.pop("outlook", None)
    different = tuple(differences(told, again))
    return ("uitkomst" if different else None), different


def _compared(data: dict[str, Any]) -> dict[str, Any]:
    """Leave out what may differ while the outcome is the same: the version of the tool, the language of the notice."""
    edition = {key: value for key, value in data["edition"].items() if key != "notice"}
    return {**data, "tool": None, "edition": edition}
