"""Spare files: what is written stands beside its place first, under a name that says whose it is."""

import os
import re
from contextlib import suppress
from pathlib import Path

NEW, ASIDE = ".tmp", ".old"
"""A spare file that holds our own text, and one that may hold what its owner saved."""


def write_spare(path: Path, content: bytes, like: Path | None = None) -> Path:
    """Return a file beside `path` that holds `content`, safely on disk.

    It has the mode and owner of `like`, else of `path`, or of a new file where there is none.
    """
    import tempfile  # noqa: PLC0415  # start-up: most commands write no file

    prefix = f"{_start(path)}{os.getpid()}-"
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=prefix, suffix=NEW)
    spare = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        _dress(spare, like or path)
    except BaseException:
        drop(spare)
        raise
    return spare


def drop(path: Path) -> None:
    """Throw a spare file away; where that cannot be, the next run tells of it."""
    with suppress(OSError):
        path.unlink(missing_ok=True)


def keep_new(spare: Path, path: Path) -> None:
    """Give a spare file its own name, whole and at once, where nothing has that name yet.

    Raises:
        FileExistsError: something has that name.
        OSError: the name cannot be given.
    """
    try:
        os.link(spare, path)
    except FileExistsError:
        raise
    except OSError:  # a disk without hard links, such as a memory stick
        if os.path.lexists(path):
            raise FileExistsError(str(path)) from None
        spare.rename(path)
    else:
        drop(spare)


def sync_folder(folder: Path) -> None:
    """Put the names in a folder safely on disk, where the system knows how."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def left_behind(path: Path) -> list[Path]:
    """Return the spare files of `path` whose program is gone: it could tidy up nothing."""
    start = _start(path)
    found = []
    with suppress(OSError, ValueError):
        for name in os.listdir(path.parent):  # noqa: PTH208  # names are all that is needed
            if not name.startswith(start):
                continue
            match = re.fullmatch(r"(\d{1,9})-\w{8,9}\.(?:tmp|old)", name.removeprefix(start))
            if match and not _runs(int(match[1])):
                found.append(path.parent / name)
    return sorted(found)


def _start(path: Path) -> str:
    return f".{path.name[:40]}.digisamen-"


def _runs(process: int) -> bool:
    """Tell whether a program runs; where asking would end it, as on Windows, none is taken to."""
    if os.name != "posix":
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:  # it runs, and is of somebody else
        return True
    return True


def _dress(spare: Path, like: Path) -> None:
    """Give a spare file the owner and mode of the file that it takes the place of."""
    try:
        there = like.stat()
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        spare.chmod(0o666 & ~mask)
        return
    mine = spare.stat()
    if (mine.st_uid, mine.st_gid) != (there.st_uid, there.st_gid):
        with suppress(OSError, AttributeError):  # only root gives files away
            os.chown(spare, there.st_uid, there.st_gid)
    spare.chmod(there.st_mode & 0o7777)
