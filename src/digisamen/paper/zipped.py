"""A zip whose bytes depend on its content only: the same files always give the same archive."""

import io
import re
import zipfile
from collections.abc import Sequence

_DAY = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip can hold."""
_UNIX, _PLAIN_FILE = 3, 0o100644 << 16
_ODD_NAME = re.compile(r"^$|^/|^[A-Za-z]:|\\|[\x00-\x1f\x7f]|(^|/)\.{0,2}(/|$)")
_FIRST = ("mimetype", "[Content_Types].xml", "_rels/.rels")
"""What readers of office files want to find first, in this order."""


def zipped(files: Sequence[tuple[str, bytes]]) -> bytes:
    """Return `files`, as name and content, as a zip in the order in which they are given.

    The files are stored and not packed: what packing gives differs per version of zlib, and so per computer.

    Raises:
        ValueError: when a name is no plain relative path, or stands twice; a bug, never an input problem.
    """
    made = io.BytesIO()
    seen: set[str] = set()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as archive:
        for name, content in files:
            if _ODD_NAME.search(name) or name.casefold() in seen:
                raise ValueError(name)
            seen.add(name.casefold())
            entry = zipfile.ZipInfo(name, _DAY)
            # Else the computer on which it is made shows in the bytes.
            entry.create_system, entry.external_attr = _UNIX, _PLAIN_FILE
            archive.writestr(entry, content)
    return made.getvalue()


def restamp(archive: bytes) -> bytes:
    """Return the files of `archive` as `zipped` makes it, in a fixed order.

    Only for an archive that was made here: nothing guards against a hostile one.
    """
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        files = [(entry.filename, opened.read(entry)) for entry in opened.infolist() if not entry.is_dir()]
    return zipped(sorted(files, key=lambda file: (_rank(file[0]), file[0])))


def _rank(name: str) -> int:
    return _FIRST.index(name) if name in _FIRST else len(_FIRST)
