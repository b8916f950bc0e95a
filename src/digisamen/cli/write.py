"""Writes files whole or not at all, and never over what was read."""

import os
import signal
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from digisamen.model.problem import DigisamenError
from digisamen.source.files import read_bytes, reason


def refuse_input(output: str, inputs: Iterable[Path]) -> None:
    """Refuse to write over a file that was read, or over a file of the criteria.

    Raises:
        DigisamenError: F021.
    """
    place = Path(output)
    if any(_same(place, path) for path in inputs) or _is_of_the_norm(place):
        raise DigisamenError("F021", file=output)


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except (OSError, ValueError, RuntimeError):
        return one.absolute() == other.absolute()


def _is_of_the_norm(place: Path) -> bool:
    """Tell whether a file that exists belongs to a folder of criteria."""
    with suppress(OSError, ValueError, RuntimeError):
        return place.is_file() and any((p / "editions.yaml").is_file() for p in place.resolve().parents)
    return False


def make_folder(name: str) -> None:
    """Make a folder to write in, with the folders above it, where it is not there yet.

    Raises:
        DigisamenError: F020.
    """
    try:
        Path(name).mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        raise DigisamenError("F020", file=name, reason=reason(error)) from None


def write_files(files: Sequence[tuple[str, str | bytes]], *, fresh: bool = False) -> None:
    """Write each (path, content), text in UTF-8. Either all are written or none. `fresh`: they must not exist yet.

    Raises:
        DigisamenError: F020 writing failed, F022 a file exists already, F023 the output is a folder.
    """
    ready: list[tuple[Path, Path]] = []
    with _cleaning_up_when_stopped():
        try:
            for name, text in files:
                path = _place(name, fresh=fresh)
                if path.exists() and not path.is_file():
                    path.write_bytes(_bytes(text))  # a device, such as /dev/null, cannot be replaced
                else:
                    ready.append(_prepare(path, _bytes(text)))
            for temporary, path in ready:
                temporary.replace(path)
        except (OSError, ValueError, RuntimeError) as error:  # RuntimeError: a loop of links
            raise DigisamenError("F020", file=files[0][0], reason=reason(error)) from None
        finally:
            for temporary, _ in ready:
                with suppress(OSError):
                    temporary.unlink(missing_ok=True)


def replace_file(name: str, old: bytes, new: bytes, mark: str) -> str:
    """Put `new` in the place of the file `name`, and `old`, what was read from it, beside it; return the name of that.

    Raises:
        DigisamenError: F020 writing failed, F024 the file was changed since it was read.
    """
    if read_bytes(name, len(old)) != old:
        raise DigisamenError("F024", file=name)
    backup = _free(f"{name}.{mark}")
    try:
        mode = _mode(Path(name))
        Path(backup).touch(mode & 0o600, exist_ok=False)  # never open to more people than the file itself
        Path(backup).chmod(mode)
    except (OSError, ValueError, RuntimeError) as error:
        raise DigisamenError("F020", file=backup, reason=reason(error)) from None
    try:
        write_files([(backup, old), (name, new)])
    except BaseException:
        Path(backup).unlink(missing_ok=True)
        raise
    return backup


def _free(name: str) -> str:
    """Return the first name for a copy that nothing has yet: `org.yaml.2026.1.bak`, then `org.yaml.2026.1.2.bak`."""
    number = 1
    while os.path.lexists(found := f"{name}.bak" if number == 1 else f"{name}.{number}.bak"):
        number += 1
    return found


def _bytes(content: str | bytes) -> bytes:
    return content.encode() if isinstance(content, str) else content


def _place(name: str, *, fresh: bool) -> Path:
    """Return the path that an output really is, links followed."""
    path = Path(name)
    if path.is_dir() or name.endswith(("/", os.sep)):
        raise DigisamenError("F023", file=name)
    if fresh and os.path.lexists(path):
        raise DigisamenError("F022", file=name)
    with suppress(FileNotFoundError):
        path.stat()  # a loop of links has no end to write to; not every Python says so when it resolves the path
    return path.resolve()


@contextmanager
def _cleaning_up_when_stopped() -> Iterator[None]:
    """Let Ctrl-C raise while files are being written, so that nothing half-written stays behind."""
    before = signal.getsignal(signal.SIGINT)
    if before in {signal.SIG_IGN, None}:
        yield
        return
    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


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
