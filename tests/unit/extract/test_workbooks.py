"""Workbooks as slides, hand-outs and charts embed them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.util import Inches
from xlsxwriter import Workbook

from pipeline.extract import workbooks
from pipeline.extract.docx import read_docx
from pipeline.extract.pptx import read_pptx
from pipeline.extract.workbooks import Workbooks
from pipeline.extract.zipped import Budget, Parts
from pipeline.records.decks import BlockKind, Deck

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
UNREAD = "The documents embedded on slide {} were not read, only the slides themselves."


def workbook(*sheets: list[list[object]]) -> bytes:
    stream = io.BytesIO()
    with Workbook(stream) as book:
        for rows in sheets:
            sheet = book.add_worksheet()
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    return stream.getvalue()


def changed(data: bytes, **parts: str) -> bytes:
    """Return a workbook with parts of its sheets' folder replaced."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", 8) as new:
        for name in old.namelist():
            key = name.removeprefix("xl/").removesuffix(".xml").replace("/", "_")
            new.writestr(name, parts.get(key) or old.read(name))
    return stream.getvalue()


def text_of(data: bytes) -> str | None:
    """Read a workbook as the only part of a package."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("embedded.xlsx", data)
    with zipfile.ZipFile(stream) as package:
        return Workbooks().text(Parts(package, Budget(len(data))), "embedded.xlsx")


@pytest.fixture
def deck(tmp_path: Path) -> Callable[..., Deck]:
    """Read a deck with a slide for each list of objects to embed, as bytes."""

    def read(*slides: list[bytes]) -> Deck:
        presentation = Presentation()
        for objects in slides:
            slide = presentation.slides.add_slide(presentation.slide_layouts[6])
            for data in objects:
                slide.shapes.add_ole_object(io.BytesIO(data), "Excel.Sheet.12", 0, 0)
        path = tmp_path / "deck.pptx"
        presentation.save(path)
        return read_pptx(path)

    return read


def test_the_texts_in_cells_are_read_sheet_by_sheet_and_row_by_row():
    data = workbook([["Country", "Members"], ["Brazil", 42], [1, 2]], [["second sheet"]])

    assert text_of(data) == "Country\tMembers\nBrazil\nsecond sheet"


def test_a_text_that_is_partly_bold_or_written_in_the_cell_or_computed_is_read():
    stream = io.BytesIO()
    with Workbook(stream) as book:
        bold = book.add_format({"bold": True})
        book.add_worksheet().write_rich_string(0, 0, "social ", bold, "economy")
    data = stream.getvalue()
    sheet = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        '<row><c t="inlineStr"><is><t>in the </t></is></c><c t="str"><f>A1</f><v>computed</v></c>'
        '<c t="s"><v>99</v></c><c t="s"><v>0</v></c><c t="e"><v>#REF!</v></c></row>'
        "</sheetData></worksheet>"
    )

    assert text_of(data) == "social economy"
    strings = (
        '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>東京</t>'
        "<rPh><t>トウキョウ</t></rPh></si></sst>"
    )
    both = changed(data, worksheets_sheet1=sheet, sharedStrings=strings)
    assert text_of(both) == "in the\tcomputed\t東京"


def test_a_part_that_is_no_workbook_or_damaged_has_no_text_to_give():
    data = workbook([["Budget"]])
    document = io.BytesIO()
    Document().save(document)

    assert text_of(b"PK") is None
    assert text_of(data[:-40]) is None
    assert text_of(document.getvalue()) is None
    assert text_of(changed(data, worksheets_sheet1="<worksheet><row>")) is None


def test_a_workbook_that_declares_entities_is_not_read():
    dtd = '<!DOCTYPE a [<!ENTITY b "c">]><sst><si><t>&b;</t></si></sst>'

    assert text_of(changed(workbook([["Budget"]]), sharedStrings=dtd)) is None


def test_a_workbook_whose_parts_overlap_is_not_read():
    data = bytearray(workbook([["Budget"]]))
    first = data.index(b"PK\x01\x02")
    second = data.index(b"PK\x01\x02", first + 4)
    data[second + 42 : second + 46] = data[first + 42 : first + 46]

    assert text_of(bytes(data)) is None


def test_a_workbook_that_unpacks_to_far_more_than_its_size_is_not_read():
    cells = "<row/>" + " " * (12 * 1024 * 1024)
    sheet = f"<worksheet>{cells}</worksheet>"

    assert text_of(changed(workbook([["Budget"]]), worksheets_sheet1=sheet)) is None


def test_one_text_in_any_number_of_cells_does_not_swell_the_run(monkeypatch):
    monkeypatch.setattr(workbooks, "_MAX_CHARACTERS", 1_000)

    assert text_of(workbook([["a" * 100]] * 9)) == "\n".join(["a" * 100] * 9)
    assert text_of(workbook([["a" * 100]] * 11)) is None


def test_the_workbooks_of_a_slide_are_a_layer_marked_as_embedded(deck):
    read = deck([workbook([["Budget"]]), workbook([["Members"]])], [])

    first, second = read.pages
    assert [(block.kind, block.text) for block in first.blocks] == [
        (BlockKind.EMBEDDED, "Budget"),
        (BlockKind.EMBEDDED, "Members"),
    ]
    assert (first.text, second.blocks, read.warnings) == ("", (), ())


def test_only_the_slides_whose_documents_were_not_read_are_named(deck):
    read = deck([workbook([["Budget"]])], [b"PK", workbook([["Members"]])])

    assert read.warnings == (UNREAD.format(2),)
    assert [page.layer(BlockKind.EMBEDDED) for page in read.pages] == ["Budget", "Members"]


def test_a_workbook_too_large_to_read_costs_the_deck_nothing_else(deck, monkeypatch):
    monkeypatch.setattr(workbooks, "_MAX_BYTES", 20_000)
    large = workbook([[f"text number {number}"] for number in range(2_000)])

    read = deck([large], [workbook([["Budget"]])])

    assert read.warnings == (UNREAD.format(1),)
    assert [page.layer(BlockKind.EMBEDDED) for page in read.pages] == ["", "Budget"]


def test_the_workbook_behind_a_chart_is_read_too(tmp_path):
    presentation = Presentation()
    slide = presentation.slides.add_slide(presentation.slide_layouts[6])
    data = CategoryChartData()
    data.categories = ["Brazil"]
    data.add_series("Cooperatives", (4,))
    frame = slide.shapes.add_chart(XL_CHART_TYPE.PIE, 0, 0, Inches(4), Inches(3), data)
    hidden = workbook([["Brazil", "source: a survey"]])
    frame.chart.part.chart_workbook.xlsx_part._blob = hidden
    path = tmp_path / "deck.pptx"
    presentation.save(path)

    (page,) = read_pptx(path).pages

    assert page.layer(BlockKind.EMBEDDED) == "Brazil\tsource: a survey"


def test_the_workbooks_of_a_handout_are_read_and_other_documents_named(tmp_path):
    word = Document()
    word.add_paragraph("Hand-out")
    path = tmp_path / "handout.docx"

    def embed(name: str, data: bytes) -> None:
        part = Part(PackURI(f"/word/embeddings/{name}"), XLSX, data, word.part.package)
        word.part.relate_to(part, RT.PACKAGE)
        word.save(str(path))

    embed("a.xlsx", workbook([["Budget"]]))
    deck = read_docx(path)
    assert (deck.pages[0].layer(BlockKind.EMBEDDED), deck.warnings) == ("Budget", ())

    embed("b.docx", b"PK")
    assert read_docx(path).warnings == (
        "The documents embedded in it were not read, only the text itself.",
    )
