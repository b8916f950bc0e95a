"""Whether a report belongs to an assessment."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from digisamen.level.assess import report
from digisamen.level.json_v1 import differences, level_data
from digisamen.level.read_report import MAX_REPORT, ReadReport, read_report
from digisamen.model.criteria import Edition
from digisamen.model.problem import Outcome
from digisamen.read.editions import coming
from digisamen.read.load import Loaded, evidence_files, load
from digisamen.source.files import read_bytes
from digisamen.text.texts import texts


@dataclass(frozen=True, slots=True)
class Verified:
    """Whether a report belongs to an assessment. `differences` names the parts of the report that are not as computed.

    `evidence` are the evidence files of the assessment; `looked` says whether they were looked at again.
    `reason` is the code of the first thing that is wrong: `editie`, `antwoorden`, `bestanden` or `uitkomst`.
    """

    reason: str | None
    differences: tuple[str, ...]
    evidence: tuple[Path, ...] = ()
    looked: bool = False

    @property
    def right(self) -> bool:
        """True when the report is what the assessment gives."""
        return self.reason is None


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
