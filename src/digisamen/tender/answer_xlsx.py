"""A filled-in `antwoord.xlsx` as the plain data of `antwoord.json`, and the cell in which each value stands.

Columns are found by their name, so that a program that saves the file anew may move them. Nothing is computed: a cell
with a formula is a problem.
"""

import io
import re
import warnings
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from digisamen.model.problem import DigisamenError, Outcome, Path, Place, Problem, missing_extra
from digisamen.source.archive import open_archive
from digisamen.tender.answer_json import MAX_ANSWER
from digisamen.tender.tables import ANSWER_WORDS

MAX_PARTS = 20_000_000
"""Most bytes of XML in the workbook, unpacked: reading it takes several times as much memory."""
MAX_ROWS, MAX_COLUMNS, MAX_HEAD = 5000, 60, 10
"""How far a sheet is read, and in which first rows its header may stand."""
SHEETS: Mapping[str, tuple[str, ...]] = {
    "Antwoord": ("code", "antwoord"),
    "Versie": ("sleutel", "waarde"),
    "Bewijs": ("code", "bewijs soort"),
    "Combinatie": ("naam",),
}
"""The sheets that are read, with the columns that each must have. The last two may be missing."""
_NEEDED = ("Antwoord", "Versie")
PROOF = {
    "kind": "bewijs soort",
    "title": "titel",
    "where": "waar",
    "date": "datum",
    "valid_until": "geldig tot",
    "reviewed_by": "beoordeeld door",
}
"""The columns of a piece of evidence; `where` is a file or a web address."""
FIRM = {"name": "naam", "role": "rol", "part": "onderdeel", "size": "grootte"}
_VERSION = {
    ("schema",): "schema",
    ("specification", "id"): "specification.id",
    ("specification", "version"): "specification.version",
    ("specification", "sha256"): "specification.sha256",
    ("edition",): "edition",
}
_DAYS = frozenset({"datum", "geldig tot"})
_LEADS = frozenset({"sole-tenderer", "group-lead"})
_SAID = {re.sub(r"[\W_]+", "", word): key for key, said in ANSWER_WORDS.items() for word in (key, said)}
_GUARDED = re.compile(r"^'(?=\s*[=+\-@\uff1d\uff0b\uff0d\uff20\u2212])")
"""The apostrophe that keeps text from being a formula; it is no part of the text."""


@dataclass(slots=True)
class Cells:
    """Plain data from a workbook, and the cell of each path in it."""

    name: str
    data: dict[str, Any] = field(default_factory=dict)
    spots: dict[Path, str] = field(default_factory=dict)

    def place(self, path: Path, *, key: bool = False) -> Place:  # noqa: ARG002  # a cell has no place of its own for its name
        """Return the cell of the value at `path`; of the nearest parent where there is none."""
        while path and path not in self.spots:
            path = path[:-1]
        spot = self.spots.get(path)
        return Place(f"{self.name}:{spot}" if spot else self.name)


@dataclass(frozen=True, slots=True)
class _Row:
    """One row of a sheet below its header: the text and the cell by the name of the column."""

    texts: Mapping[str, str]
    cells: Mapping[str, str]

    @property
    def start(self) -> str:
        return next(iter(self.cells.values()), "")


def parse_xlsx(raw: bytes, name: str) -> Outcome[Cells]:
    """Return what is filled in in the workbook `raw`. `name` is the file as people know it.

    Raises:
        DigisamenError: U023 when the extra for workbooks is not installed.
    """
    if len(raw) > MAX_ANSWER:
        return Outcome(None, (Problem("T020", Place(name), {"limit": str(MAX_ANSWER // 1_000_000)}),))
    try:
        parts = open_archive(raw, name=name)
    except DigisamenError as error:
        return Outcome(None, (error.problem,))
    if sum(len(part) for part in parts.values()) > MAX_PARTS:
        values = {"wanted": "unpacked", "limit": str(MAX_PARTS // 1_000_000)}
        return Outcome(None, (Problem("T020", Place(name), values),))
    problems: list[Problem] = []
    sheets = _sheets(raw, name, problems)
    if sheets is None:
        return Outcome(None, tuple(problems))
    made = Cells(name)
    _version(made, sheets["Versie"])
    _firms(made, sheets.get("Combinatie", ()))
    _answers(made, sheets["Antwoord"], problems)
    _proofs(made, sheets.get("Bewijs", ()), problems)
    return Outcome(made, tuple(problems))


def _sheets(raw: bytes, name: str, problems: list[Problem]) -> dict[str, Sequence[_Row]] | None:
    """Return the rows by sheet; none when this is no workbook with an answer."""
    try:
        from openpyxl import load_workbook  # noqa: PLC0415  # an extra, and start-up
    except ModuleNotFoundError as missing:
        if missing.name != "openpyxl":
            raise
        raise missing_extra("xlsx") from None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it warns about what other programs add, such as styles
            book = load_workbook(io.BytesIO(raw), read_only=True, data_only=False, keep_links=False)
            names = {title.casefold().strip(): title for title in book.sheetnames}
            found = {
                sheet: _table(book[names[sheet.casefold()]], sheet, name, problems)
                for sheet in SHEETS
                if sheet.casefold() in names
            }
    except Exception:  # noqa: BLE001  # a damaged workbook makes the library raise nearly anything
        problems.append(Problem("T021", Place(name), {"wanted": "workbook"}))
        return None
    lacking = [sheet for sheet in _NEEDED if sheet not in found]
    problems += [Problem("T021", Place(name), {"wanted": "sheet", "value": sheet}) for sheet in lacking]
    broken = [sheet for sheet, rows in found.items() if rows is None]
    return None if lacking or broken else {sheet: rows for sheet, rows in found.items() if rows is not None}


def _table(sheet: Any, title: str, name: str, problems: list[Problem]) -> Sequence[_Row] | None:
    """Return the rows below the header; none when a column is missing."""
    columns: dict[int, str] = {}
    rows: list[_Row] = []
    lines = sheet.iter_rows(max_row=MAX_ROWS, max_col=MAX_COLUMNS)
    for number, line in enumerate(lines, start=1):
        if not columns:
            names = {place: str(c.value).casefold().strip() for place, c in enumerate(line) if c.value is not None}
            if set(SHEETS[title]) <= set(names.values()):
                columns = names
            elif number >= MAX_HEAD:
                break
            continue
        filled = [(columns[p], c) for p, c in enumerate(line) if p in columns and c.value is not None]
        row = _row(filled, title, name, problems)
        if row.texts:
            rows.append(row)
    if not columns:
        values = {"wanted": "column", "value": title, "known": ", ".join(SHEETS[title])}
        problems.append(Problem("T021", Place(name), values))
        return None
    return rows


def _row(filled: Sequence[tuple[str, Any]], title: str, name: str, problems: list[Problem]) -> _Row:
    texts: dict[str, str] = {}
    cells: dict[str, str] = {}
    for column, cell in filled:
        spot = f"{title}!{cell.coordinate}"
        if column == "eis":  # our own text, which nobody answers with
            continue
        if cell.data_type in {"f", "e"}:
            problems.append(Problem("T030", Place(f"{name}:{spot}")))
            continue
        text = _text(cell.value, column)
        if text:
            texts.setdefault(column, text)
            cells.setdefault(column, spot)
    return _Row(texts, cells)


def _text(value: Any, column: str) -> str:
    """Return a value as text: a day as `2026-11-22`, a whole number without a point."""
    if column in _DAYS and isinstance(value, int | float) and not isinstance(value, bool):
        value = _day(value)
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return _GUARDED.sub("", str(value).strip()).strip()


def _day(value: float) -> Any:
    """Return the day that a number stands for where a cell lost its form; the number itself where there is none."""
    from openpyxl.utils.datetime import from_excel  # noqa: PLC0415  # an extra, and start-up

    try:
        return from_excel(value)
    except (ValueError, OverflowError):
        return value


def _version(made: Cells, rows: Sequence[_Row]) -> None:
    known = {row.texts.get("sleutel", ""): row for row in reversed(rows)}
    made.data["specification"] = {}
    for path, key in _VERSION.items():
        row = known.get(key)
        made.spots[path] = (row.cells.get("waarde") or row.start) if row else "Versie"
        if row and "waarde" in row.texts:
            inside = made.data["specification"] if len(path) > 1 else made.data
            inside[path[-1]] = row.texts["waarde"]


def _firms(made: Cells, rows: Sequence[_Row]) -> None:
    """Take the first firm that leads as the tenderer, else the first one."""
    lead = next((row for row in rows if row.texts.get("rol", "").lower() in _LEADS), rows[0] if rows else None)
    others = [row for row in rows if row is not lead]
    made.data["members"] = [_firm(made, row, ("members", place)) for place, row in enumerate(others)]
    if lead:
        made.data["tenderer"] = _firm(made, lead, ("tenderer",))


def _firm(made: Cells, row: _Row, path: Path) -> dict[str, str]:
    made.spots[path] = row.start
    made.spots.update({(*path, key): row.cells[column] for key, column in FIRM.items() if column in row.cells})
    firm = {key: row.texts[column] for key, column in FIRM.items() if column in row.texts}
    return {key: text.lower() if key in {"role", "size"} else text for key, text in firm.items()}


def _answers(made: Cells, rows: Sequence[_Row], problems: list[Problem]) -> None:
    answers: dict[str, dict[str, Any]] = {}
    made.data["answers"] = answers
    for row, code in _coded(made, rows, problems):
        if code in answers:
            values = {"wanted": "row", "key": code}
            problems.append(Problem("T024", Place(f"{made.name}:{row.cells['code']}"), values))
            continue
        path: Path = ("answers", code)
        made.spots[path] = row.start
        answers[code] = {"evidence": []}
        for key, column in (("answer", "antwoord"), ("explanation", "toelichting")):
            if column in row.texts:
                made.spots[(*path, key)] = row.cells[column]
                answers[code][key] = row.texts[column]
        said = answers[code].get("answer", "")
        # An unknown word stays as it is, so that the problem can show it.
        answers[code].update({"answer": _SAID.get(re.sub(r"[\W_]+", "", said.lower()), said)} if said else {})
        _proof(made, row, code)


def _proofs(made: Cells, rows: Sequence[_Row], problems: list[Problem]) -> None:
    for row, code in _coded(made, rows, problems):
        made.spots.setdefault(("answers", code), row.start)
        made.data["answers"].setdefault(code, {"evidence": []})
        _proof(made, row, code)


def _coded(made: Cells, rows: Sequence[_Row], problems: list[Problem]) -> Iterator[tuple[_Row, str]]:
    """Yield the rows in which something is filled in, with their code."""
    for row in rows:
        if set(row.texts) <= {"code", "wie"}:
            continue
        if "code" in row.texts:
            yield row, row.texts["code"].upper()
        else:
            problems.append(Problem("T025", Place(f"{made.name}:{row.start}"), {"field": "code"}))


def _proof(made: Cells, row: _Row, code: str) -> None:
    """Add the evidence of a row, when it has any."""
    said = {key: row.texts[column] for key, column in PROOF.items() if column in row.texts}
    if not said:
        return
    there = made.data["answers"][code]["evidence"]
    path: Path = ("answers", code, "evidence", len(there))
    made.spots[path] = row.start
    made.spots.update({(*path, key): row.cells[PROOF[key]] for key in said})
    where = said.pop("where", None)
    if where:
        key = "url" if re.match(r"https?://", where, re.IGNORECASE) else "file"
        said[key], made.spots[(*path, key)] = where, row.cells["waar"]
    if "kind" in said:
        said["kind"] = said["kind"].lower()
    there.append(said)
