"""Looks at the evidence files that an assessment names. What is found is input for scoring."""

import hashlib
import stat
from collections.abc import Callable, Mapping
from pathlib import Path

from digisamen.model.answered import Finding, Findings
from digisamen.model.assessment import Assessment

MAX_EVIDENCE = 100_000_000
"""Largest evidence file that is looked at, in bytes."""


Progress = Callable[[int, int], None]
"""Told how many files were read, and of how many."""


def look(assessment: Assessment, folder: Path, tell: Progress = lambda _done, _total: None) -> Findings:
    """Return what there is on disk for each evidence file, by criterion id and position in its list.

    However often a file is named, it is looked at once, and read once when a `sha256` of it is given.
    """
    named = [
        ((criterion, position), evidence.file, evidence.sha256)
        for criterion, answer in assessment.answers.items()
        for position, evidence in enumerate(answer.evidence)
        if evidence.file
    ]
    base = folder.resolve()
    found = {name: _find(base, name) for name in dict.fromkeys(name for _, name, _ in named)}
    wanted = dict.fromkeys(path for _, name, sha256 in named if sha256 and isinstance(path := found[name], Path))
    digests: dict[Path, str | Finding] = {}
    for path in wanted:
        tell(len(digests), len(wanted))
        digests[path] = _digest(path)
    return {place: _finding(found[name], sha256, digests) for place, name, sha256 in named}


def _finding(found: Path | Finding, sha256: str | None, digests: Mapping[Path, str | Finding]) -> Finding:
    """Return what is to be said of a file: of what was given as its digest, it may still be another."""
    if isinstance(found, Finding):
        return found
    digest = digests[found] if sha256 else sha256
    if isinstance(digest, Finding):
        return digest
    return Finding.FOUND if digest == sha256 else Finding.CHANGED


def _find(base: Path, name: str) -> Path | Finding:
    """Return the file that is meant by `name`, or why it cannot be used."""
    try:
        path = (base / name.replace("\\", "/")).resolve()
        if not path.is_relative_to(base):
            return Finding.OUTSIDE
        state = path.stat()
        if not stat.S_ISREG(state.st_mode):
            return Finding.NOT_A_FILE
        if state.st_size > MAX_EVIDENCE:
            return Finding.TOO_LARGE
        with path.open("rb"):
            return path
    except FileNotFoundError:
        return Finding.MISSING
    except (OSError, ValueError, RuntimeError):  # RuntimeError: a loop of links
        return Finding.UNREADABLE


def _digest(path: Path) -> str | Finding:
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except FileNotFoundError:
        return Finding.MISSING
    except OSError:
        return Finding.UNREADABLE
