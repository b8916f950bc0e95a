"""Two files change places; and does a file still hold what it held: what a safe write stands on."""

import errno
import os
import shutil
import signal
import stat
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path

_HERE, _EXCHANGE = -100, 2
"""What Linux calls AT_FDCWD and RENAME_EXCHANGE."""

_CANNOT = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP}


def exchange(one: Path, other: Path) -> None:
    """Let two files change places: at once on Linux, elsewhere with a moment in between.

    Raises:
        OSError: they did not change places; `other` is as it was.
    """
    rename = at_once()
    if rename is None:
        _in_steps(one, other)
        return
    number = rename(os.fsencode(one), os.fsencode(other))
    if number in _CANNOT:
        _in_steps(one, other)
    elif number:
        raise OSError(number, os.strerror(number), str(other))


@cache
def at_once() -> Callable[[bytes, bytes], int] | None:
    """Return how the system lets two files change places, or none. 0 means done, else an error."""
    import ctypes  # noqa: PLC0415  # start-up

    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError, TypeError):  # another system than Linux, or an old one
        return None

    def change(one: bytes, other: bytes) -> int:
        return 0 if rename(_HERE, one, _HERE, other, _EXCHANGE) == 0 else ctypes.get_errno()

    return change


def _in_steps(one: Path, other: Path) -> None:
    """Do the same where it cannot be done at once: a second name holds the file meanwhile."""
    held = second_name(one)
    try:
        try:
            os.link(other, held)
        except FileNotFoundError:
            raise
        except OSError:  # a disk without hard links
            shutil.copyfile(other, held)
        one.replace(other)
    except BaseException:
        with suppress(OSError):
            held.unlink(missing_ok=True)
        raise
    try:
        held.replace(one)
    except OSError:
        held.replace(other)
        raise


def second_name(spare: Path) -> Path:
    """Return the name under which a file is held while a spare file takes its place."""
    return spare.with_name(f"{spare.stem}_{spare.suffix}")


def still(path: Path, content: bytes) -> bool:
    """Tell whether a file holds exactly `content`, and no program has it open to write."""
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        with os.fdopen(os.open(path, flags), "rb") as stream:
            if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
                return False
            leased = _lease(stream.fileno())
            same = leased is not False and stream.read(len(content) + 1) == content
            return same and (leased is None or _undisturbed(stream.fileno()))
    except OSError:
        return False


def _lease(descriptor: int) -> bool | None:
    """Return whether nobody writes in a file; none where the system cannot tell. Closing ends it."""
    try:
        import fcntl  # noqa: PLC0415  # not on Windows

        # A program that opens the file gives us a signal: one that does nothing, in place of SIGIO.
        fcntl.fcntl(descriptor, fcntl.F_SETSIG, signal.SIGURG)
        fcntl.fcntl(descriptor, fcntl.F_SETLEASE, fcntl.F_RDLCK)
    except (ImportError, AttributeError):
        return None
    except OSError as error:
        return False if error.errno == errno.EAGAIN else None
    return True


def _undisturbed(descriptor: int) -> bool:
    """Tell whether nobody asked to write in the file since we held it."""
    import fcntl  # noqa: PLC0415  # not on Windows

    return fcntl.fcntl(descriptor, fcntl.F_GETLEASE) == fcntl.F_RDLCK
