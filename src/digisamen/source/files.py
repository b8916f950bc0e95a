"""Bytes from disk or standard input, within a limit, and nothing worse than one clear problem."""

import errno
import os
import stat
import sys
from pathlib import Path
from typing import BinaryIO

from digisamen.model.problem import DigisamenError

MAX_YAML = 5_000_000
"""Largest YAML file that is read, in bytes."""

MAX_DOCUMENT = 20_000_000
"""Largest document or package that is read, in bytes."""


def read_bytes(path: str, limit: int) -> bytes:
    """Return the content of `path`; `-` is standard input. At most `limit` + 1 bytes are read.

    Raises:
        DigisamenError: F001 missing, F002 a folder, F003 no permission, F004 any other trouble.
    """
    if path == "-" and sys.stdin is None:
        raise DigisamenError("F004", file=path, reason="EBADF")
    if path == "-":
        return sys.stdin.buffer.read(limit + 1)
    try:
        with _open(path) as stream:
            return stream.read(limit + 1)
    except FileNotFoundError:
        raise DigisamenError("F001", file=path) from None
    except IsADirectoryError:
        raise DigisamenError("F002", file=path) from None
    except PermissionError:
        raise DigisamenError("F003", file=path) from None
    except (OSError, ValueError, RuntimeError) as error:
        raise DigisamenError("F004", file=path, reason=reason(error)) from None


def _open(path: str) -> BinaryIO:
    """Open a regular file; a pipe or device would block for ever."""
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    mode = os.fstat(descriptor).st_mode
    if stat.S_ISDIR(mode):
        os.close(descriptor)
        raise IsADirectoryError
    return os.fdopen(descriptor, "rb")


def reason(error: Exception) -> str:
    """Return what the operating system said, as the name of its error number; the catalogue holds the sentence."""
    number = getattr(error, "errno", None)
    return errno.errorcode.get(number, "OTHER") if isinstance(number, int) else "OTHER"


def folder_of(path: str) -> Path:
    """Return the folder that evidence files of the assessment at `path` are looked for in."""
    return Path() if path == "-" else Path(path).parent
