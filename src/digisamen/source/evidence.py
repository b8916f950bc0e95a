"""Looks at the evidence files that an assessment names. What is found is input for scoring."""

import hashlib
import stat
from pathlib import Path

from digisamen.model.answered import Finding, Findings
from digisamen.model.assessment import Assessment

MAX_EVIDENCE = 100_000_000
"""Largest evidence file that is looked at, in bytes."""


def look(assessment: Assessment, folder: Path) -> Findings:
    """Return what there is on disk for each evidence file, by criterion id and position in its list."""
    base = folder.resolve()
    return {
        (criterion, position): _find(base, evidence.file, evidence.sha256)
        for criterion, answer in assessment.answers.items()
        for position, evidence in enumerate(answer.evidence)
        if evidence.file
    }


def _find(base: Path, name: str, sha256: str | None) -> Finding:
    try:
        path = (base / name.replace("\\", "/")).resolve()
        if not path.is_relative_to(base):
            return Finding.OUTSIDE
        state = path.stat()
        if not stat.S_ISREG(state.st_mode):
            return Finding.NOT_A_FILE
        if state.st_size > MAX_EVIDENCE:
            return Finding.TOO_LARGE
        with path.open("rb") as stream:
            if sha256 and hashlib.file_digest(stream, "sha256").hexdigest() != sha256:
                return Finding.CHANGED
    except FileNotFoundError:
        return Finding.MISSING
    except (OSError, ValueError, RuntimeError):  # RuntimeError: a loop of links
        return Finding.UNREADABLE
    return Finding.FOUND
