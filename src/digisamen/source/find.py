"""The YAML files in folders, in order, without following links out of them."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from digisamen.model.problem import DigisamenError
from digisamen.source.files import reason

ENDINGS = (".yaml", ".yml")


class Found(NamedTuple):
    """A file, and whether it was named by itself; one from a folder may turn out to be about something else."""

    path: str
    named: bool


def yaml_files(places: Sequence[str]) -> list[Found]:
    """Return the files that `places` name, and the YAML files in their folders and below, each of them once.

    Hidden folders are passed over, and links are not followed to another folder.

    Raises:
        DigisamenError: F001 a place that does not exist, F003 or F004 a folder that cannot be read.
    """
    seen: set[str] = set()
    found: list[Found] = []
    for place in places:
        for file in _in_folder(place) if _is_folder(place) else [Found(place, named=True)]:
            real = os.path.realpath(file.path)
            if real not in seen:
                seen.add(real)
                found.append(file)
    return found


def _is_folder(place: str) -> bool:
    try:
        path = Path(place)
        if not path.exists():
            raise DigisamenError("F001", file=place)
        return path.is_dir()
    except (OSError, ValueError, RuntimeError) as error:
        raise DigisamenError("F004", file=place, reason=reason(error)) from None


def _in_folder(place: str) -> Iterator[Found]:
    def stop(error: OSError) -> None:
        code = "F003" if isinstance(error, PermissionError) else "F004"
        raise DigisamenError(code, file=str(error.filename or place), reason=reason(error))

    base = Path(place).resolve()
    for folder, below, names in os.walk(place, onerror=stop, followlinks=False):
        below[:] = sorted(name for name in below if not name.startswith("."))
        for name in sorted(names):
            path = Path(folder) / name
            if name.lower().endswith(ENDINGS) and not name.startswith(".") and _is_inside(path, base):
                yield Found(str(path), named=False)


def _is_inside(path: Path, base: Path) -> bool:
    """Tell whether a file really stands in the folder, and not elsewhere by a link."""
    try:
        return path.is_file() and path.resolve().is_relative_to(base)
    except (OSError, RuntimeError):
        return False
