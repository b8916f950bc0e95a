"""Writes files whole or not at all, and never over what was read."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from digisamen.cli.exchange import still
from digisamen.cli.inplace import is_stuck, settle, swap
from digisamen.cli.signals import holding_signals
from digisamen.cli.spare import drop, keep_new, sync_folder, write_spare
from digisamen.model.problem import DigisamenError
from digisamen.source.files import reason


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


def write_files(
    files: Sequence[tuple[str, str | bytes]],
    *,
    fresh: bool = False,
    was: Mapping[str, bytes] | None = None,
) -> None:
    """Write each (path, content), text in UTF-8. Either all are written or none.

    `fresh`: they must not exist yet. `was`: what was read of a file that is written in place.

    Raises:
        DigisamenError: F020 writing failed, F022 a file exists already, F023 the output is a folder,
            F024 a file was changed since it was read.
    """
    known = was or {}
    with _as_problem(files[0][0] if files else ""):
        wanted = []
        for name, text in files:
            path = _place(name, fresh=fresh)
            if path.exists() and not path.is_file():
                # A device, such as /dev/null, cannot be replaced; and one that waits may be stopped.
                path.write_bytes(_bytes(text))
            else:
                wanted.append(_Wanted(name, path, _bytes(text), fresh=fresh, was=known.get(name)))
        with holding_signals() as stop:
            _write(wanted, stop)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A file to write. `was` is what it must hold yet; `fresh`: it must not be there yet."""

    name: str
    path: Path
    content: bytes
    fresh: bool = False
    was: bytes | None = None


def _write(wanted: Sequence[_Wanted], stop: Callable[[], None]) -> None:
    spares: list[Path] = []
    made: list[Path] = []
    try:
        for one in wanted:
            stop()
            spares.append(write_spare(one.path, one.content))
        for one in wanted:
            _refuse_changed(one.name, one.path, one.was)
        stop()
        for spare, one in zip(spares, wanted, strict=True):
            there = os.path.lexists(one.path)
            _settle(spare, one)
            made += [] if there else [one.path]
    except BaseException:
        for path in made:
            drop(path)
        raise
    finally:
        for spare in spares:
            drop(spare)


def _settle(spare: Path, one: _Wanted) -> None:
    """Give a spare file its name."""
    if one.was is not None:
        aside = swap(spare, one.path, one.was, one.content)
        if aside is None:
            raise DigisamenError("F024", file=one.name)
        drop(aside)
    elif one.fresh:
        try:
            keep_new(spare, one.path)
        except FileExistsError:
            raise DigisamenError("F022", file=one.name) from None
    else:
        spare.replace(one.path)


def _refuse_changed(name: str, path: Path, was: bytes | None) -> None:
    if was is not None and not still(path, was):
        raise DigisamenError("F024", file=name)


def replace_file(name: str, old: bytes, new: bytes, mark: str) -> str:
    """Return the name of the copy of `old`, what was read from `name`, when `new` is in its place.

    The copy stands there, whole and safely on disk, before anything happens to the file itself.

    Raises:
        DigisamenError: F020 writing failed, F024 the file was changed since it was read.
    """
    with _as_problem(name):
        path = _place(name, fresh=False)
        with holding_signals() as stop:
            _refuse_changed(name, path, old)
            spare = write_spare(path, new)
            try:
                stop()
                backup = _keep_copy(name, path, old, mark)
                _exchange(spare, _Wanted(name, path, new), old, backup, stop)
            finally:
                drop(spare)
    return str(backup)


def _exchange(spare: Path, one: _Wanted, old: bytes, backup: Path, stop: Callable[[], None]) -> None:
    """Put the spare file in its place; where that cannot be, the copy has no sense and goes."""
    aside = None
    try:
        stop()
        aside = swap(spare, one.path, old, one.content)
    finally:
        if aside is None and not is_stuck(spare):
            drop(backup)
    if aside is None:
        raise DigisamenError("F024", file=one.name)
    settle(aside, backup)


def _keep_copy(name: str, path: Path, old: bytes, mark: str) -> Path:
    """Return a copy of what was read, under the first name that nothing has yet.

    That is `org.yaml.2026.1.bak`, then `org.yaml.2026.1.2.bak`.
    """
    spare = write_spare(Path(name), old, path)
    try:
        for number in count(1):
            backup = Path(f"{name}.{mark}.bak" if number == 1 else f"{name}.{mark}.{number}.bak")
            with suppress(FileExistsError):
                keep_new(spare, backup)
                sync_folder(backup.parent)
                return backup
    finally:
        drop(spare)
    raise AssertionError  # count has no end


@contextmanager
def _as_problem(name: str) -> Iterator[None]:
    """Turn what the system says into a problem."""
    try:
        yield
    except (OSError, ValueError, RuntimeError) as error:  # RuntimeError: a loop of links
        raise DigisamenError("F020", file=name, reason=reason(error)) from None


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
