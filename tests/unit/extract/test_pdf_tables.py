from __future__ import annotations

import pytest

from pipeline.extract.pdf import read_pdf
from pipeline.records.decks import BlockKind

TOP = 405
ROWS = (("Country", "Members"), ("Brazil", "42"), ("Senegal", "17"))


@pytest.fixture
def page(make_pdf):
    def read(draw):
        return read_pdf(make_pdf(draw)).pages[0]

    return read


def grid(canvas, rows=ROWS, left=100, top=120, width=150, height=30) -> None:
    """Draw a table with all its rules, its words in the middle of the cells."""
    across = [left + width * column for column in range(len(rows[0]) + 1)]
    down = [TOP - top - height * row for row in range(len(rows) + 1)]
    canvas.setFont("Helvetica", 14)
    for y in down:
        canvas.line(across[0], y, across[-1], y)
    for x in across:
        canvas.line(x, down[0], x, down[-1])
    for row, cells in enumerate(rows):
        for column, text in enumerate(cells):
            canvas.drawString(across[column] + 8, down[row] - 20, text)


def test_a_ruled_table_is_read_cell_by_cell(page):
    assert page(grid).layer(BlockKind.TABLE) == "Country\tMembers\nBrazil\t42\nSenegal\t17"


def test_words_of_a_table_are_not_read_twice_and_others_not_lost(page):
    def with_text(canvas):
        canvas.setFont("Helvetica", 28)
        canvas.drawString(100, TOP - 50, "Who are the members?")
        grid(canvas)
        canvas.drawString(100, TOP - 300, "Source: our survey")
        canvas.drawString(420, TOP - 140, "beside the table")

    read = page(with_text)

    assert read.title == "Who are the members?"
    words = sorted(read.text.split())
    around = ["Who", "are", "the", "members?", "Source:", "our", "survey", "beside", "the", "table"]
    assert words == sorted([*around, *(word for row in ROWS for word in row)])
    kinds = [block.kind for block in read.blocks]
    assert kinds == [BlockKind.TITLE, BlockKind.TABLE, BlockKind.BODY]


def test_a_table_of_boxes_with_shared_sides_is_read(page):
    def boxes(canvas):
        canvas.setFont("Helvetica", 14)
        for row, cells in enumerate(ROWS):
            for column, text in enumerate(cells):
                left, low = 100 + 150 * column, TOP - 150 - 30 * row
                canvas.rect(left, low, 150, 30)
                canvas.drawString(left + 8, low + 10, text)

    assert page(boxes).layer(BlockKind.TABLE) == "Country\tMembers\nBrazil\t42\nSenegal\t17"


def test_a_cell_of_several_lines_is_one_cell(page):
    def tall(canvas):
        grid(canvas, (("Practice", "Need"), ("Tontine", "")), height=60)
        canvas.drawString(258, TOP - 200, "saving and")
        canvas.drawString(258, TOP - 216, "borrowing")

    assert page(tall).layer(BlockKind.TABLE) == "Practice\tNeed\nTontine\tsaving and borrowing"


def test_decorative_boxes_are_no_table(page):
    def cards(canvas):
        canvas.setFont("Helvetica", 14)
        for index, text in enumerate(("Listen", "Learn", "Act", "Share", "Grow", "Last")):
            left, low = 60 + 200 * (index % 3), 60 + 150 * (index // 3)
            canvas.rect(left, low, 160, 100)
            canvas.drawString(left + 10, low + 50, text)

    read = page(cards)

    assert read.layer(BlockKind.TABLE) == ""
    assert sorted(read.text.split()) == ["Act", "Grow", "Last", "Learn", "Listen", "Share"]


def test_a_grid_with_little_in_it_is_no_table(page):
    def sparse(canvas):
        canvas.setFont("Helvetica", 14)
        grid(canvas, (("one two three", "", ""), ("", "", ""), ("", "e", "")))

    read = page(sparse)

    assert read.layer(BlockKind.TABLE) == ""
    assert read.text.split() == ["one", "two", "three", "e"]


def test_rules_that_frame_columns_of_text_are_no_table(page):
    def framed(canvas):
        long = "words that go on and on " * 16
        grid(canvas, (("Left", "Right"), ("", "")), width=300, height=120, left=40, top=40)
        canvas.setFont("Helvetica", 1.5)
        canvas.drawString(48, TOP - 220, long)
        canvas.drawString(348, TOP - 220, long)

    assert page(framed).layer(BlockKind.TABLE) == ""


def test_a_page_with_thousands_of_drawn_objects_is_not_searched(page):
    def busy(canvas):
        grid(canvas)
        for index in range(4200):
            canvas.line(index % 700, 5, index % 700, 6)

    read = page(busy)

    assert read.layer(BlockKind.TABLE) == ""
    assert "Brazil" in read.text
