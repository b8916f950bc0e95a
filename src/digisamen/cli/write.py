"""Writes files whole or not at all, and never over what was read."""

import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from digisamen.model.problem import DigisamenError
from digisamen.source.files import reason


def refuse_input(output: str, inputs: Iterable[Path]) -> None:
    """Refuse to write over a file that was read.

    Raises:
        DigisamenError: F021.
    """
    for path in inputs:
        if _same(Path(output), path):
            raise DigisamenError("F021", file=output)


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except (OSError, ValueError):
        return one.absolute() == other.absolute()


def write_files(files: Sequence[tuple[str, str]], *, fresh: bool = False) -> None:
    """Write each (path, text), in UTF-8. Either all are written or none. `fresh`: they must not exist yet.

    Raises:
        DigisamenError: F020 writing failed, F022 a file exists already, F023 the output is a folder.
    """
    ready: list[tuple[Path, Path]] = []
    try:
        for name, text in files:
            path = Path(name)
            if path.is_dir():
                raise DigisamenError("F023", file=name)
            if fresh and os.path.lexists(path):
                raise DigisamenError("F022", file=name)
            if path.exists() and not path.is_file():
                path.write_bytes(text.encode())  # a device, such as /dev/null, cannot be replaced
            else:
                ready.append(_prepare(path.resolve(), text.encode()))
        for temporary, path in ready:
            temporary.replace(path)
    except (OSError, ValueError) as error:
        raise DigisamenError("F020", file=files[0][0], reason=reason(error)) from None
    finally:
        for temporary, _ in ready:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)


def _prepare(path: Path, content: bytes) -> tuple[Path, Path]:
    """Write `content` beside `path`, with the mode that the file has or a new file would get."""
    import tempfile  # noqa: PLC0415  # start-up: most commands write no file

    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.", suffix=".tmp")
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.chmod(_mode(path))
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary, path


def _mode(path: Path) -> int:
    with suppress(OSError):
        return path.stat().st_mode & 0o7777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
