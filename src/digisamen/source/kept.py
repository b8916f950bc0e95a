"""Files kept in memory, in the form in which a store looks at a folder."""

import io
from collections.abc import Iterator, Mapping
from importlib.resources.abc import Traversable
from typing import Any


class Kept(Traversable):
    """A file, or a folder of files, that is kept in memory."""

    def __init__(self, files: Mapping[str, bytes], label: str, path: str = "") -> None:
        """Look at `path` within `files`, which hold content by path; `label` is how people know the whole."""
        self._files = files
        self._label = label
        self._path = path

    def __str__(self) -> str:
        """Return how people know this place."""
        return f"{self._label}/{self._path}" if self._path else self._label

    @property
    def name(self) -> str:
        """The last part of the path."""
        return self._path.rpartition("/")[2]

    def is_file(self) -> bool:
        """Tell whether this is a file."""
        return self._path in self._files

    def is_dir(self) -> bool:
        """Tell whether this is a folder with something in it."""
        return any(path.startswith(self._start) for path in self._files)

    def iterdir(self) -> Iterator["Kept"]:
        """Return what is in this folder, in order of name.

        Raises:
            FileNotFoundError: when there is no such folder.
        """
        if not self.is_dir():
            raise FileNotFoundError(2, "", str(self))
        inside = [path[len(self._start) :] for path in self._files if path.startswith(self._start)]
        for name in sorted({path.split("/")[0] for path in inside}):
            yield self.joinpath(name)

    def joinpath(self, *descendants: Any) -> "Kept":
        """Return a place below this one."""
        return Kept(self._files, self._label, "/".join((*filter(None, (self._path,)), *map(str, descendants))))

    def open(self, mode: str = "r", *_args: Any, **_more: Any) -> Any:
        """Return the content as a stream of bytes.

        Raises:
            FileNotFoundError: when there is no such file.
        """
        if mode != "rb":
            raise ValueError(mode)
        if not self.is_file():
            raise FileNotFoundError(2, "", str(self))
        return io.BytesIO(self._files[self._path])

    def read_bytes(self) -> bytes:
        """Return the content."""
        return bytes(self.open("rb").read())

    def read_text(self, encoding: str | None = None) -> str:
        """Return the content as text."""
        return self.read_bytes().decode(encoding or "utf-8")

    @property
    def _start(self) -> str:
        return f"{self._path}/" if self._path else ""
