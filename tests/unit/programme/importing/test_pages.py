from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import docx
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

from pipeline.programme import ProgrammeProblems
from pipeline.programme.importing import Draft, read_draft
from pipeline.programme.importing.blocks import Grid, Line
from pipeline.programme.importing.pages import docx_blocks, html_blocks, pdf_blocks

ROWS = [["Day", "Topic", "Speaker", "Slides"], ["1", "Fair food", "Ana Reis", "EN, FR"]]
PROSE = (
    "The first day was about food. Ms. Ana Reis, director of the Casa do Mar, presented the case "
    "of fair food in schools. The presentation of Ms. Reis is available here: en - fr"
)


def sessions(path: Path) -> list[tuple[str, str, tuple[str, ...] | None]]:
    draft = read_draft(path)
    assert isinstance(draft, Draft), str(draft)
    assert not isinstance(draft, ProgrammeProblems)
    return [(str(one.title), one.speakers[0].name, one.languages) for one in draft.sessions]


def test_a_web_page_is_read_without_its_menus_and_scripts() -> None:
    blocks = html_blocks(
        "<html><head><title>x</title></head><body><nav>Home</nav><main><h1>Elective 3</h1>"
        "<p>One<br>two <a href='x'>three</a></p><ul><li>Four</li></ul><script>no</script>"
        "</main><footer>Contact</footer></body></html>"
    )
    assert [(block.text, block.marked) for block in blocks if isinstance(block, Line)] == [
        ("Elective 3", False),
        ("One", False),
        ("two three", False),
        ("Four", True),
    ]


def test_a_title_that_stands_out_in_a_line_is_quoted_and_a_name_is_not() -> None:
    (line,) = html_blocks("<p>9:00 <em>Glossaries nobody opens</em>, <b>Lê Quang Huy</b></p>")
    assert isinstance(line, Line)
    assert line.text == "9:00 “Glossaries nobody opens”, Lê Quang Huy"


def test_cells_that_span_rows_and_columns_fill_their_place() -> None:
    (grid,) = html_blocks(
        "<table><tr><th rowspan=2>Day 1</th><td>A</td></tr><tr><td>B</td></tr>"
        "<tr><td colspan=2>C</td></tr></table>"
    )
    assert grid == Grid(rows=(("Day 1", "A"), ("Day 1", "B"), ("C", "")))


def test_a_span_beyond_all_measure_takes_no_memory() -> None:
    (grid,) = html_blocks("<table><tr><td rowspan=999999999 colspan=999999999>A</td></tr></table>")
    assert isinstance(grid, Grid)
    assert len(grid.rows[0]) < 1000


def word(fill: Any) -> bytes:
    document = docx.Document()
    fill(document)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def test_a_word_document_gives_its_lists_and_tables_in_their_place(tmp_path: Path) -> None:
    def fill(document: Any) -> None:
        document.add_heading("Elective 3: Food")
        document.add_paragraph("One", style="List Bullet")
        table = document.add_table(rows=2, cols=4)
        for row, texts in zip(table.rows, ROWS, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
        document.add_paragraph("After")

    content = word(fill)
    assert docx_blocks(content) == [
        Line(text="Elective 3: Food", gap=True, style="h"),
        Line(text="• One", marked=True),
        Grid(rows=tuple(tuple(row) for row in ROWS)),
        Line(text="After", gap=True),
    ]
    path = tmp_path / "programme.docx"
    path.write_bytes(content)
    assert sessions(path) == [("Fair food", "Ana Reis", ("en", "fr"))]


def test_prose_in_a_word_document_is_understood(tmp_path: Path) -> None:
    path = tmp_path / "announcement.docx"
    path.write_bytes(word(lambda document: document.add_paragraph(PROSE)))
    assert sessions(path) == [("The case of fair food in schools", "Ana Reis", ("en", "fr"))]


def pdf(path: Path, *parts: Any) -> Path:
    SimpleDocTemplate(str(path), pagesize=A4).build(list(parts))
    return path


def test_prose_in_a_pdf_is_understood_across_its_broken_lines(tmp_path: Path) -> None:
    style = getSampleStyleSheet()["Normal"]
    path = pdf(tmp_path / "announcement.pdf", Paragraph(PROSE, style))
    assert sessions(path) == [("The case of fair food in schools", "Ana Reis", ("en", "fr"))]


def test_a_ruled_table_in_a_pdf_is_read_as_a_table(tmp_path: Path) -> None:
    style = getSampleStyleSheet()["Normal"]
    grid = [("GRID", (0, 0), (-1, -1), 0.5, "black")]
    path = pdf(
        tmp_path / "announcement.pdf", Paragraph("Elective 3: Food", style), Table(ROWS, style=grid)
    )
    blocks = pdf_blocks(path.read_bytes())
    assert [type(block) for block in blocks] == [Line, Grid]
    assert sessions(path) == [("Fair food", "Ana Reis", ("en", "fr"))]
