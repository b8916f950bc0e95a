"""Writes what a change of the criteria does, as one Markdown file: the comment that reviewers read.

Run as `./scripts/criteria-review [BASE]`. It checks every edition that differs from BASE, says what changed, and counts
who would rise or fall. Without BASE it compares with `origin/main`, or else `main`; what counts is the commit where the
two parted. Exit code 1: something is not right, and the file says what. 2: BASE is no revision.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from digisamen.source.yaml_text import parse
from digisamen.text.visible import visible

MARKER = "<!-- digisamen: criteria-review -->"
"""The first line. By it a later comment finds and replaces an earlier one."""

COMMAND = (sys.executable, "-m", "digisamen")
FOLDER = "criteria"
NUMBER = re.compile(r"[0-9]{4}\.[0-9]{1,4}")
LIMIT = 60_000
"""Most characters of the file. GitHub takes 65,536, and the job that comments adds a few of its own."""

TIMEOUT = 900
SYNTHETIC, SEED = "2000", "2026"
"""How many invented organisations are counted, always the same ones."""

MOST_NAMES = 20
NOT_RIGHT, WRONG_BASE = 1, 2


@dataclass(frozen=True)
class Part:
    """What one command said: its title in the comment, the command as people type it, its exit code and its text."""

    title: str
    command: str
    code: int
    text: str

    @property
    def word(self) -> str:
        """How it went, in a word."""
        return {0: "in orde", 1: "niet in orde"}.get(self.code, "niet gelukt")


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the file and return the exit code."""
    parser = argparse.ArgumentParser(prog="./scripts/criteria-review", description=__doc__)
    parser.add_argument("base", nargs="?", help="what to compare with: a branch, tag or commit")
    parser.add_argument("--output", "-o", default="criteria-review.md", help="the file to write; - is the screen")
    asked = parser.parse_args(arguments)
    found = base(asked.base)
    if found is None:
        print(f"No such branch, tag or commit: {visible(asked.base or 'origin/main, main')}", file=sys.stderr)
        return WRONG_BASE
    name, commit = found
    text, right = review(name, commit)
    if asked.output == "-":
        sys.stdout.buffer.write(text.encode())
    else:
        Path(asked.output).write_bytes(text.encode())
        print(f"{asked.output}: {'in orde' if right else 'niet in orde'}", file=sys.stderr)
    return 0 if right else NOT_RIGHT


def git(*arguments: str) -> bytes | None:
    """Return what git says, or none when it fails."""
    calm = ("git", "--no-pager", "--no-optional-locks", "-c", "core.fsmonitor=false", "-c", "core.quotePath=false")
    ran = subprocess.run([*calm, *arguments], capture_output=True, check=False, timeout=TIMEOUT)
    return ran.stdout if ran.returncode == 0 else None


def base(said: str | None) -> tuple[str, str] | None:
    """Return the name of the base, and the commit where this work left it."""
    for name in [said] if said is not None else ["origin/main", "main"]:
        at = git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
        if at:
            commit = at.decode().strip()
            fork = git("merge-base", commit, "HEAD")
            return name, fork.decode().strip() if fork else commit
    return None


def review(name: str, commit: str) -> tuple[str, bool]:
    """Return the comment, and whether all is right."""
    paths = changed(commit)
    numbers = editions(paths)
    gone = [n for n in numbers if not Path(FOLDER, n, "edition.yaml").is_file()]
    touched = {n for n in numbers if any(p.startswith(f"{FOLDER}/{n}/") for p in paths)}
    parts = {n: parts_of(n, commit, whole=n in touched) for n in numbers if n not in gone}
    right = not gone and all(part.code == 0 for each in parts.values() for part in each)
    head = [MARKER, "## Wat deze wijziging doet met de criteria", "", f"Vergeleken met {code(name)} ({commit[:10]})."]
    if not paths:
        return "\n".join([*head, "", f"Er is niets veranderd in de map {code(FOLDER)}.", ""]), True
    lines = [*head, "", *table(parts, gone), *others(paths, numbers)]
    room = LIMIT - len("\n".join(lines)) - sum(300 + len(p.command) * 2 for each in parts.values() for p in each)
    most = longest([len(p.text) for each in parts.values() for p in each], room)
    for number, each in parts.items():
        for part in each:
            lines += details(number, part, most)
    return "\n".join(lines) + "\n", right


def changed(commit: str) -> list[str]:
    """Return the files below `criteria` that are not as in `commit`, with those that git does not know yet."""
    known = git("diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", commit, "--", FOLDER) or b""
    fresh = git("ls-files", "-z", "--others", "--exclude-standard", "--", FOLDER) or b""
    return sorted({os.fsdecode(path) for path in (known + fresh).split(b"\0") if path})


def editions(paths: Iterable[str]) -> list[str]:
    """Return the numbers of the editions to look at, in order of time; with another register all of them."""
    found = {p.split("/")[1] for p in paths if p.count("/") > 1}
    if f"{FOLDER}/editions.yaml" in paths:
        found |= {p.parent.name for p in Path(FOLDER).glob("*/edition.yaml")}
    return sorted((n for n in found if NUMBER.fullmatch(n)), key=lambda n: [int(x) for x in n.split(".")])


def parts_of(number: str, commit: str, *, whole: bool) -> list[Part]:
    """Return what the commands say of one edition: the check, and `whole` also what changed, and the impact."""
    new = f"{FOLDER}/{number}"
    parts = [run("Controle", "check", "--edition", number, "--criteria", FOLDER)]
    old = before(number, commit) if whole else None
    if old is None:
        return parts
    return [
        *parts,
        run("Wijzigingen", "diff", old, new, "--strict"),
        run("Gevolgen", "impact", old, new, "--synthetic", SYNTHETIC, "--seed", SEED),
    ]


def before(number: str, commit: str) -> str | None:
    """Return what to compare an edition with: itself in `commit`, else the edition that it says is before it."""
    there = f"{commit}:{FOLDER}/{number}"
    if git("cat-file", "-e", f"{there}/edition.yaml") is not None:
        return there
    log = Path(FOLDER, number, "changes.yaml")
    read = parse(log.read_bytes(), str(log)).value if log.is_file() else None
    previous = read.data.get("previous") if read is not None and isinstance(read.data, dict) else None
    if not isinstance(previous, str) or not NUMBER.fullmatch(previous):
        return None
    return f"{FOLDER}/{previous}"


def run(title: str, *arguments: str) -> Part:
    """Return what a command of `digisamen criteria` says."""
    shown = " ".join(("digisamen criteria", *arguments))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "out.md")
        more = ("--format", "markdown", "--output", str(file), "--lang", "nl")
        try:
            ran = subprocess.run(
                [*COMMAND, "criteria", *arguments, *more],
                capture_output=True,
                check=False,
                timeout=TIMEOUT,
                env={**os.environ, "DIGISAMEN_LANG": "nl", "PYTHONUTF8": "1"},
            )
        except subprocess.TimeoutExpired:
            return Part(title, shown, 124, indented(f"Meer dan {TIMEOUT} seconden."))
        said = ran.stderr.decode(errors="replace").strip()
        text = file.read_text(encoding="utf-8") if file.is_file() else ""
    pieces = [lowered(text).strip(), indented(said) if said else ""]
    return Part(title, shown, ran.returncode, "\n\n".join(x for x in pieces if x))


def table(parts: dict[str, list[Part]], gone: Sequence[str]) -> list[str]:
    """Return how each command went, a row per edition."""
    if not parts and not gone:
        return []
    lines = ["| Editie | Controle | Wijzigingen | Gevolgen |", "| --- | --- | --- | --- |"]
    for number, each in parts.items():
        words = [part.word for part in each]
        lines.append(f"| {number} | " + " | ".join([*words, "-", "-"][:3]) + " |")
    lines += [f"| {number} | verwijderd: niet in orde | - | - |" for number in gone]
    return [*lines, ""]


def others(paths: Sequence[str], numbers: Sequence[str]) -> list[str]:
    """Return which files changed that belong to no edition."""
    rest = [p for p in paths if not set(p.split("/")[1:2]) & set(numbers)]
    if not rest:
        return []
    names = ", ".join(code(p) for p in rest[:MOST_NAMES])
    more = f" en nog {len(rest) - MOST_NAMES}" if len(rest) > MOST_NAMES else ""
    return [f"Ook veranderd: {names}{more}.", ""]


def details(number: str, part: Part, most: int) -> list[str]:
    """Return one part, folded unless something is wrong with it, and shortened to `most` characters."""
    text = part.text
    if len(text) > most:
        text = text[:most].rpartition("\n")[0] + "\n\n*Ingekort. De opdracht hieronder toont alles.*"
    summary = f"<details{' open' if part.code else ''}><summary>{number}: {part.title}, {part.word}</summary>"
    return [summary, "", text or "Geen uitvoer.", "", f"Zelf doen: {code(part.command)}", "", "</details>", ""]


def longest(sizes: Sequence[int], room: int) -> int:
    """Return how long each text may be so that together they fit in `room`: only the longest are shortened."""
    for place, size in enumerate(sorted(sizes)):
        share = max(0, room) // (len(sizes) - place)
        if size > share:
            return share
        room -= size
    return max(sizes, default=0)


def lowered(text: str) -> str:
    """Return Markdown with its headings two steps lower, so that it fits below ours."""
    return re.sub(r"^(#{1,4}) ", r"\1## ", text, flags=re.MULTILINE)


def indented(text: str) -> str:
    """Return text from elsewhere as a block of code."""
    return "\n".join(f"    {visible(line)}" for line in text.splitlines())


def code(text: str) -> str:
    """Return a name from elsewhere as code in a line, with nothing in it that ends the code."""
    return "`" + visible(text.encode(errors="replace").decode()).replace("`", "'") + "`"


if __name__ == "__main__":
    sys.exit(main())
