from __future__ import annotations

from datetime import datetime
from io import BytesIO

import openpyxl
import pytest

from pipeline.programme.importing.complete import complete
from pipeline.programme.importing.sheets import read_csv, read_xlsx

TABLE = "Título{0}Oradora{0}Data{0}Línguas\nÁgua{0}Inês Sá{0}2024-05-02{0}PT, EN\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("separator", [";", "\t", "|"])
def test_csv_is_read_in_any_separator_and_encoding(separator: str, encoding: str) -> None:
    (session,) = read_csv(TABLE.format(separator).encode(encoding)).sessions
    assert (session.title, session.speakers[0].name) == ("Água", "Inês Sá")
    assert (session.date, session.languages) == ("2024-05-02", ("pt", "en"))


def test_commas_in_quoted_cells_do_not_separate() -> None:
    (session,) = read_csv(b'Title,Speaker\n"Food, fair and good",Ana Reis\n').sessions
    assert session.title == "Food, fair and good"


def workbook(*sheets: tuple[str, list[list[object]]]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_dates_and_whole_numbers_of_a_workbook_are_read_as_such() -> None:
    rows: list[list[object]] = [
        ["Day", "Date", "Title", "Speaker"],
        [2.0, datetime.fromisoformat("2024-05-03T09:00"), "Fair food", "Ana Reis"],
    ]
    (session,) = read_xlsx(workbook(("Programme", rows))).sessions
    assert (session.day, session.date) == (2, "2024-05-03")


def test_each_sheet_of_a_workbook_may_be_a_day() -> None:
    rows: list[list[object]] = [["Title", "Speaker"], ["Fair food", "Ana Reis"]]
    draft = read_xlsx(workbook(("Jour 1", rows), ("Jour 2", rows)))
    assert [session.day for session in draft.sessions] == [1, 2]


def test_a_cell_merged_over_rows_counts_for_each() -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (["Jour", "Titre", "Nom"], [1, "Un", "Ana Reis"], [None, "Deux", "Rui Sá"]):
        sheet.append(row)
    sheet.merge_cells("A2:A3")
    stream = BytesIO()
    book.save(stream)
    assert [session.day for session in read_xlsx(stream.getvalue()).sessions] == [1, 1]


def test_days_follow_from_dates_and_languages_from_the_sessions() -> None:
    draft = complete(
        read_csv(
            b"Title,Speaker,Date,Languages\nA,Ana Reis,2024-05-03,FR\nB,Rui Sa,2024-05-02,FR/EN\n"
        )
    )
    assert [session.day for session in draft.sessions] == [2, 1]
    assert [session.id for session in draft.sessions] == ["d2-reis", "d1-sa"]
    assert (draft.days, draft.languages) == (("2024-05-02", "2024-05-03"), ("fr", "en"))
