"""Writes sheets as an Excel workbook whose bytes depend on its content only. The one place that knows openpyxl."""

import io
import zipfile
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from xml.etree.ElementTree import canonicalize  # only for XML that was just made here

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.table import Table, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from digisamen.paper.zipped import restamp, zipped
from digisamen.tender.package.grid import Choice, Grid, Guide, Value
from digisamen.tender.package.guard import fitted, harmless

_LISTS = "Lijsten"
_LONGEST, _PROMPT = 32767, 255
_FONT, _HEAD = Font(name="Arial", size=10), Font(name="Arial", size=10, bold=True)
_TITLE = Font(name="Arial", size=14, bold=True)
_SHADE = PatternFill("solid", start_color="FFE7E6E6")
_EDGE = Side(style="thin", color="FFBFBFBF")
_LINE = Border(left=_EDGE, right=_EDGE, top=_EDGE, bottom=_EDGE)
_TOP = Alignment(vertical="top", wrap_text=True)
_FREE = Protection(locked=False)
_DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_BETWEEN = ("DATE(1990,1,1)", "DATE(2099,12,31)")
"""Between which days a date may lie."""
_A4, _PAGE = 9, 250
_GUIDE = (24, 90)
_POINTS, _HIGHEST = 13.0, 409.0
"""The height of a line, and the greatest height that a row may have."""


def workbook(guide: Guide, grids: Sequence[Grid], *, day: date, language: str) -> bytes:
    """Return a workbook of `guide`, `grids` and the lists that they choose from. `day` is when it was made."""
    book = Workbook()
    book.remove(book.worksheets[0])
    _guide(book.create_sheet(guide.name), guide)
    sheets = [(book.create_sheet(grid.name), grid) for grid in grids]
    lists = book.create_sheet(_LISTS)
    lists.sheet_state = "hidden"
    for sheet, grid in sheets:
        _grid(sheet, grid, lists)
    made = book.properties
    made.creator, made.title, made.language = "", guide.title, {"nl": "nl-NL"}.get(language, "en-GB")
    made.created = made.modified = datetime(day.year, day.month, day.day)  # noqa: DTZ001  # the format has no zone
    return _saved(book)


def _guide(sheet: Worksheet, guide: Guide) -> None:
    sheet["A1"] = guide.title
    sheet["A1"].font = _TITLE
    # The row below the title stays empty.
    for number, (word, meaning) in enumerate(guide.pairs, start=3):
        for column, text in enumerate((word, meaning), start=1):
            _fill(_cell(sheet, number, column), text)
        sheet.cell(number, 1).font = _HEAD
        sheet.row_dimensions[number].height = _height([(meaning, _GUIDE[1])])
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = _GUIDE
    sheet.sheet_view.showGridLines = False
    _page(sheet, sum(_GUIDE))


def _cell(sheet: Worksheet, row: int, column: int) -> Cell:
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)  # noqa: S101  # for the types: there are no merged cells
    return cell


def _grid(sheet: Worksheet, grid: Grid, lists: Worksheet) -> None:
    # A table needs a row to exist, also when there is nothing to fill it with.
    rows = grid.rows or (("",) * len(grid.columns),)
    for column, name in enumerate(grid.columns, start=1):
        head = sheet.cell(1, column, name)
        head.font, head.fill, head.alignment = _HEAD, _SHADE, _TOP
        sheet.column_dimensions[get_column_letter(column)].width = grid.widths[column - 1]
    for number, row in enumerate(rows, start=2):
        for column, (name, value) in enumerate(zip(grid.columns, row, strict=True), start=1):
            cell = _cell(sheet, number, column)
            _fill(cell, value)
            cell.number_format = "yyyy-mm-dd" if name in grid.days else "@"
            cell.border = _LINE
            if name in grid.free:
                cell.protection = _FREE
        sheet.row_dimensions[number].height = _height(zip(row, grid.widths, strict=True), 3 if grid.free else 1)
    table = Table(displayName=grid.name, ref=f"A1:{get_column_letter(len(grid.columns))}{len(rows) + 1}")
    table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=True)
    sheet.add_table(table)
    sheet.freeze_panes = f"{get_column_letter(grid.frozen + 1)}2"
    for choice in grid.choices:
        _choose(sheet, grid, choice, lists)
    for name in sorted(grid.days):
        _days(sheet, f"{_letter(grid, name)}2:{_letter(grid, name)}{len(rows) + 1}")
    _page(sheet, sum(grid.widths))
    sheet.print_title_rows = "1:1"
    if grid.guarded:
        _guard(sheet)


def _fill(cell: Cell, value: Value) -> None:
    """Put `value` in the cell: a day as a day, and anything else as text that is never a formula."""
    cell.font, cell.alignment = _FONT, _TOP
    if isinstance(value, date):
        cell.value = value
    elif value:
        cell.value = fitted(harmless(value), _LONGEST)
        cell.data_type = "s"


def _height(cells: Iterable[tuple[Value, int]], least: int = 1) -> float:
    """Return a height in points in which each text fits in its width; not every program works that out by itself."""
    lines = max((len(str(text)) // width + 1 for text, width in cells), default=1)
    return min(max(lines, least) * _POINTS + 3, _HIGHEST)


def _letter(grid: Grid, name: str) -> str:
    return get_column_letter(grid.columns.index(name) + 1)


def _choose(sheet: Worksheet, grid: Grid, choice: Choice, lists: Worksheet) -> None:
    """Let the cells choose from a list. It stands on a sheet of its own, because a word may hold a comma."""
    if not choice.words or not choice.rows:
        return
    letter = _list(lists, choice.words)
    rule = DataValidation(type="list", formula1=f"{_LISTS}!${letter}$1:${letter}${len(choice.words)}", allow_blank=True)
    rule.showErrorMessage, rule.errorStyle = True, "stop" if choice.strict else "warning"
    if choice.prompt:
        rule.showInputMessage, rule.prompt = True, fitted(choice.prompt, _PROMPT)
    for row in choice.rows:
        rule.add(f"{_letter(grid, choice.column)}{row + 2}")
    sheet.add_data_validation(rule)


def _list(lists: Worksheet, words: Sequence[str]) -> str:
    """Return the column in which `words` stand; equal lists share one."""
    free = 1
    while lists.cell(1, free).value:
        there = [lists.cell(row, free).value for row in range(1, len(words) + 2)]
        if there == [*words, None]:
            return get_column_letter(free)
        free += 1
    for row, word in enumerate(words, start=1):
        _fill(_cell(lists, row, free), word)
    return get_column_letter(free)


def _days(sheet: Worksheet, cells: str) -> None:
    rule = DataValidation(type="date", operator="between", formula1=_BETWEEN[0], formula2=_BETWEEN[1], allow_blank=True)
    rule.showErrorMessage = True
    rule.add(cells)
    sheet.add_data_validation(rule)


def _guard(sheet: Worksheet) -> None:
    """Keep texts as they are, without a password; columns and rows may still be made wider."""
    sheet.protection.sheet = True
    # In this format False is what allows it.
    sheet.protection.formatColumns = sheet.protection.formatRows = False


def _page(sheet: Worksheet, width: int) -> None:
    """Print on as many pages side by side as it takes to stay readable."""
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", _A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = -(-width // _PAGE), 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _saved(book: Workbook) -> bytes:
    """Return the bytes. `Workbook.save` would put the clock in it, and lxml, where it is there, writes other XML."""
    made = io.BytesIO()
    ExcelWriter(book, zipfile.ZipFile(made, "w")).save()
    with zipfile.ZipFile(made) as archive:
        parts = [(name, _DECLARATION + canonicalize(archive.read(name)).encode()) for name in archive.namelist()]
    return restamp(zipped(parts))
