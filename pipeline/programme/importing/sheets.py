"""Reads the rows of spreadsheets: CSV in any encoding and separator, and XLSX."""

from __future__ import annotations

import csv
from collections import Counter
from datetime import date, datetime
from io import BytesIO, StringIO

import msgspec
import openpyxl

from pipeline.programme.importing.draft import Draft, DraftSession
from pipeline.programme.importing.rows import day_in
from pipeline.programme.importing.tables import Rows, Table
from pipeline.records.messages import message

CSV_KIND = message("a table, CSV")
XLSX_KIND = message("a table, XLSX")

SEPARATORS = ",;\t|"
BYTE_ORDER_MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\xef\xbb\xbf": "utf-8-sig"}


def read_csv(content: bytes) -> Draft:
    """Return what a CSV file says; no sessions where it has no headings."""
    text = decode(content)
    table = Table(speakers_needed=False)
    rows = list(csv.reader(StringIO(text), delimiter=_separator(text)))
    sessions = table.sessions(rows) or []
    return Draft(kind=CSV_KIND, sessions=tuple(sessions), left_out=tuple(table.left_out))


def read_xlsx(content: bytes) -> Draft:
    """Return what all sheets of a workbook say; the name of a sheet may be its day."""
    book = openpyxl.load_workbook(BytesIO(content), data_only=True)
    table = Table(speakers_needed=False)
    sessions: list[DraftSession] = []
    for sheet in book.worksheets:
        day, when = day_in(sheet.title)
        for session in table.sessions(_unmerged(sheet)) or ():
            told = {"day": session.day or day, "date": session.date or when}
            sessions.append(msgspec.structs.replace(session, **told))
    return Draft(kind=XLSX_KIND, sessions=tuple(sessions), left_out=tuple(table.left_out))


def decode(content: bytes) -> str:
    """Return text in UTF-8 or UTF-16, else in the code page that Windows uses for our languages."""
    for mark, encoding in BYTE_ORDER_MARKS.items():
        if content.startswith(mark):
            return content.decode(encoding, errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _separator(text: str) -> str:
    """Return the separator that most lines share the most of; quoted ones do not count."""
    lines = [line for line in text.splitlines() if line.strip()]
    counts = {
        char: Counter(len(row) for row in csv.reader(lines, delimiter=char)) for char in SEPARATORS
    }
    return max(SEPARATORS, key=lambda char: _columns(counts[char]))


def _columns(widths: Counter[int]) -> int:
    width, rows = max(widths.items(), key=lambda item: (item[1], item[0]), default=(1, 0))
    return (width - 1) * rows


def _unmerged(sheet: openpyxl.worksheet.worksheet.Worksheet) -> Rows:
    """Return the cells as text, merged cells filled with what stands in their first."""
    values = {
        (row, column): _shown(sheet.cell(row, column).value)
        for row in range(1, sheet.max_row + 1)
        for column in range(1, sheet.max_column + 1)
    }
    for area in sheet.merged_cells.ranges:
        first = values[area.min_row, area.min_col]
        if area.max_row > area.min_row:
            values |= dict.fromkeys(area.cells, first)
    return [
        [values[row, column] for column in range(1, sheet.max_column + 1)]
        for row in range(1, sheet.max_row + 1)
    ]


def _shown(value: object) -> str:
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value).strip()
