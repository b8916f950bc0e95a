"""Puts a new text in the place of a file, unless somebody saved it meanwhile: no save is lost."""

from contextlib import suppress
from pathlib import Path

from digisamen.cli.exchange import at_once, exchange, second_name, still
from digisamen.cli.spare import ASIDE, drop, keep_new, sync_folder


def swap(spare: Path, path: Path, old: bytes, new: bytes) -> Path | None:
    """Return where the file is that `spare` took the place of; none when it was not `old`.

    All is as it was then. The files change places first, and what came out is looked at after
    that: no save can come between look and act.

    Raises:
        OSError: it could not be done.
    """
    at_once()  # loads what it needs now, so that nothing waits between the next lines
    aside = spare.with_suffix(ASIDE)
    spare.rename(aside)
    ours = _identity(aside)
    try:
        exchange(aside, path)
    except FileNotFoundError:  # an editor that moves a file away before it writes a new one
        drop(aside)
        return None
    except OSError:
        drop(aside)
        raise
    if still(aside, old):
        sync_folder(path.parent)
        return aside
    _put_back(aside, path, ours, new)
    sync_folder(path.parent)
    return None


def is_stuck(spare: Path) -> bool:
    """Tell whether a swap broke off half-way: what is aside may be all there is then."""
    aside = spare.with_suffix(ASIDE)
    return aside.exists() or second_name(aside).exists()


def _put_back(aside: Path, path: Path, ours: tuple[int, int], new: bytes) -> None:
    """Put what was saved back in its place; what was saved even later stays there."""
    put = ours
    while True:
        theirs = _identity(aside)
        try:
            exchange(aside, path)
        except FileNotFoundError:  # moved away by an editor, which will write there, or did already
            _keep_unless_newer(aside, path)
            return
        if _identity(aside) == put and (put != ours or still(aside, new)):
            drop(aside)
            return
        put = theirs  # what came out is not what we put in: it is a later save


def _keep_unless_newer(aside: Path, path: Path) -> None:
    try:
        keep_new(aside, path)
    except FileExistsError:
        drop(aside)


def settle(aside: Path, backup: Path) -> None:
    """Make what was taken out the copy of itself: who has it open yet writes in that copy."""
    with suppress(OSError):
        if aside.stat().st_nlink == 1 and aside.stat().st_dev == backup.stat().st_dev:
            aside.replace(backup)
            sync_folder(backup.parent)
    drop(aside)


def _identity(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_dev, found.st_ino
