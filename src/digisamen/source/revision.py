"""An edition as it stands in a revision of git, read without a checkout.

The files come from git's own store as they were committed (`ls-tree` and `cat-file`). `git archive` would run the
filters that the user has set up and leave out what attributes say, so that a criterion could seem to be gone.
"""

import os
import re
import shutil
import subprocess
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from digisamen.model.problem import DigisamenError
from digisamen.source.files import MAX_YAML
from digisamen.source.kept import Kept
from digisamen.source.library import CriteriaStore

MAX_FILES, MAX_TOTAL = 1_000, 50_000_000
"""Most files in an edition, and most bytes of them all."""

TIMEOUT = 30
"""Seconds for one question to git."""

_CALM = (
    "--no-pager",
    "--no-optional-locks",
    "--no-replace-objects",
    # Looking starts no program that a repository names, and never the network.
    *("-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "protocol.allow=never"),
)
_REGULAR = {"100644", "100755"}
_ENTRY = re.compile(r"(?P<mode>\d{6}) (?P<kind>\w+) (?P<sha>[0-9a-f]{40,64}) +(?P<size>\d+|-)\t(?P<path>.+)", re.DOTALL)
_ODD = re.compile(r"[\x00-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Entry:
    """What stands in a tree of git: a regular file, or a folder, a link or another repository of size 0."""

    path: str
    sha: str
    size: int
    regular: bool


def is_revision(said: str) -> bool:
    """Tell whether `said` names a folder in a revision, such as `main:criteria/2026.1`."""
    with suppress(OSError, ValueError):  # a name that no file can have is not there
        return ":" in said and not Path(said).exists()
    return True


def in_worktree(said: str) -> str | None:
    """Return the folder that `said` (`REV:path`) names in the working tree, or none when it is not there."""
    path = said.partition(":")[2]
    top = b"." if path.startswith(".") else _ask("rev-parse", "--show-toplevel", said=said).rstrip(b"\r\n")
    place = Path(os.fsdecode(top)) / path
    return str(place) if (place / "edition.yaml").is_file() else None


def revision_store(said: str) -> tuple[CriteriaStore, str]:
    """Return a store with the edition at `said` (`REV:path`), and the name of its folder.

    Raises:
        DigisamenError: U030 a revision in another form, F030 git cannot read it, F031 there is no edition.
    """
    revision, _, path = said.partition(":")
    path = path.rstrip("/")
    if not revision or revision.startswith("-") or not path or _ODD.search(said):
        raise DigisamenError("U030", value=said)
    above, _, folder = path.rpartition("/")
    # A tree that is no edition may be huge, so its top is looked at first.
    tree = (
        _ask("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}:{path}", said=said).decode().strip()
    )
    if "edition.yaml" not in {entry.path for entry in _entries(tree, said)}:
        raise DigisamenError("F031", file=said)
    entries = _entries(tree, said, "-r")
    # Left out, a link would look like criteria that are gone.
    odd = next((entry.path for entry in entries if not entry.regular), None)
    if odd is not None:
        raise DigisamenError("F030", file=said, wanted="link", part=odd)
    if len(entries) > MAX_FILES or sum(e.size for e in entries) > MAX_TOTAL or any(e.size > MAX_YAML for e in entries):
        raise DigisamenError("F030", file=said, wanted="big")
    files = {
        f"{folder}/{entry.path}": content for entry, content in zip(entries, _contents(entries, said), strict=True)
    }
    files |= _register(revision, above, said)
    return CriteriaStore("folder", Kept(files, f"{revision}:{above}".rstrip("/"))), folder


def _register(revision: str, above: str, said: str) -> dict[str, bytes]:
    """Return `editions.yaml`, where it stands beside the edition."""
    try:
        beside = _entries(f"{revision}:{above}", said)
    except DigisamenError:
        return {}
    found = [e for e in beside if e.path == "editions.yaml" and e.regular and e.size <= MAX_YAML]
    return dict(zip((e.path for e in found), _contents(found, said), strict=True))


def _entries(tree: str, said: str, *more: str) -> list[Entry]:
    """Return what stands in a tree; with `-r` in the folders below it as well."""
    raw = _ask("ls-tree", "-z", "-l", "--full-tree", *more, "--end-of-options", tree, said=said)
    return [_entry(line, said) for line in raw.decode("utf-8", "replace").split("\0") if line]


def _entry(line: str, said: str) -> Entry:
    found = _ENTRY.fullmatch(line)
    if found is None:  # the size is unknown when git lacks the content, as in a partial clone
        raise DigisamenError("F030", file=said)
    size = 0 if found["size"] == "-" else int(found["size"])
    return Entry(found["path"], found["sha"], size, found["mode"] in _REGULAR)


def _contents(entries: list[Entry], said: str) -> list[bytes]:
    asked = "".join(f"{entry.sha}\n" for entry in entries).encode()
    raw = _ask("cat-file", "--batch=%(objectname)", said=said, asked=asked)
    contents: list[bytes] = []
    start = 0
    for entry in entries:
        head = f"{entry.sha}\n".encode()
        if not raw.startswith(head, start):  # git says so when it lacks the content
            raise DigisamenError("F030", file=said)
        start += len(head)
        contents.append(raw[start : start + entry.size])
        start += entry.size + 1
    return contents


def _ask(*question: str, said: str, asked: bytes = b"") -> bytes:
    """Return what git answers.

    Raises:
        DigisamenError: F030, with the reason as far as it is known.
    """
    done = _run(question, said, asked)
    if done.returncode:
        outside = _run(("rev-parse", "--git-dir"), said).returncode
        raise DigisamenError("F030", file=said, wanted="repository" if outside else "")
    return done.stdout


def _run(question: tuple[str, ...], said: str, asked: bytes = b"") -> "subprocess.CompletedProcess[bytes]":
    program = shutil.which("git")
    if program is None or Path(program).resolve().parent == Path.cwd():  # on Windows the folder itself is searched too
        raise DigisamenError("F030", file=said, wanted="git")
    try:
        return subprocess.run(  # noqa: S603  # no shell; what the user says comes after --end-of-options
            [program, *_CALM, *question], input=asked, capture_output=True, timeout=TIMEOUT, check=False
        )
    except subprocess.TimeoutExpired:
        raise DigisamenError("F030", file=said, wanted="time") from None
    except OSError:
        raise DigisamenError("F030", file=said, wanted="git") from None
