"""The three tables of the Contractspecificaties, read back from CSV as kindly as the published examples need."""

import csv
import io
from collections.abc import Sequence

from digisamen.model.problem import DigisamenError

_DELIMITERS = ";,"
_TYPING_ERRORS = {"ooderwerpnaam": "onderwerpnaam"}
"""Names in published files that were mistyped, in small letters."""


def read_table(raw: bytes, columns: Sequence[str], name: str) -> list[dict[str, str]]:
    """Return the rows of a table, each with all `columns` and no others; what is not there is empty.

    Names of columns may be in any case and order. The delimiter may be `;` or `,`, and in the header another one than
    in the rows. A byte order mark is no part of the text.

    Raises:
        DigisamenError: U024 when it is no table, or one without any of `columns`. `name` is that of the file.
    """
    text = _decoded(raw)
    try:
        header = max((_header(text, sign) for sign in _DELIMITERS), key=lambda names: _known(names, columns))
        rows = max((_rows(text, sign) for sign in _DELIMITERS), key=lambda rows: _whole(rows, len(header)))
    except csv.Error:
        raise DigisamenError("U024", file=name) from None
    if not _known(header, columns):
        raise DigisamenError("U024", file=name)
    place = {column: header.index(column.lower()) for column in columns if column.lower() in header}
    return [
        {column: row[place[column]] if place.get(column, len(row)) < len(row) else "" for column in columns}
        for row in rows
        if any(row)
    ]


def _decoded(raw: bytes) -> str:
    """Return the text; a spreadsheet that saves CSV may have used the code page of Western Windows."""
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")


def _header(text: str, delimiter: str) -> list[str]:
    """Return the names in small letters. A template with the other delimiter leaves empty cells at the end."""
    cells = next(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), [])
    names = [cell.strip(f"{_DELIMITERS} \t\ufeff").lower() for cell in cells]
    return [_TYPING_ERRORS.get(name, name) for name in names]


def _known(names: Sequence[str], columns: Sequence[str]) -> int:
    return len({column.lower() for column in columns} & set(names))


def _rows(text: str, delimiter: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))[1:]


def _whole(rows: Sequence[Sequence[str]], width: int) -> int:
    return sum(len(row) == width for row in rows)
