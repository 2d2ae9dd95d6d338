"""Pages that are shown turned, and sheets of paper that show several slides each."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

from pipeline.extract.pdf import read_pdf
from pipeline.records.decks import BlockKind

SLIDE = (720, 405)
Place = tuple[float, float, float]
#: Where slides stand on a sheet: left and bottom in points, and how much smaller they are.
TWO_UP: list[Place] = [(78, 440, 0.6), (78, 120, 0.6)]
FOUR_UP: list[Place] = [(30, 310, 0.5), (430, 310, 0.5), (30, 60, 0.5), (430, 60, 0.5)]


def draw(canvas: Canvas, number: int) -> None:
    canvas.setFont("Helvetica-Bold", 36)
    canvas.drawString(60, 330, f"Title {number}")
    canvas.setFont("Helvetica", 20)
    canvas.drawString(60, 200, f"What slide {number} says")


def framed(canvas: Canvas, number: int, place: Place) -> None:
    """Draw a slide in a frame, as office programs print hand-outs."""
    left, low, scale = place
    canvas.saveState()
    canvas.translate(left, low)
    canvas.scale(scale, scale)
    canvas.rect(0, 0, *SLIDE)
    draw(canvas, number)
    canvas.restoreState()


def as_drawing(canvas: Canvas, number: int, place: Place) -> None:
    """Draw a slide as a drawing of its own, as pdfpages does."""
    left, low, scale = place
    canvas.beginForm(f"slide{number}", 0, 0, *SLIDE)
    draw(canvas, number)
    canvas.endForm()
    canvas.saveState()
    canvas.translate(left, low)
    canvas.scale(scale, scale)
    canvas.doForm(f"slide{number}")
    canvas.restoreState()


@pytest.fixture
def sheets(tmp_path: Path) -> Callable[..., Path]:
    def make(
        slides: int, places: list[Place], paper: tuple[float, float], put=framed, footer: str = ""
    ) -> Path:
        path = tmp_path / "sheets.pdf"
        canvas = Canvas(str(path), pagesize=paper, invariant=1)
        for number in range(1, slides + 1):
            put(canvas, number, places[(number - 1) % len(places)])
            if number % len(places) == 0 or number == slides:
                canvas.setFont("Helvetica", 9)
                canvas.drawString(40, 20, footer)
                canvas.showPage()
        canvas.save()
        return path

    return make


@pytest.mark.parametrize("put", [framed, as_drawing])
@pytest.mark.parametrize(
    ("places", "paper"), [(TWO_UP, A4), (FOUR_UP, landscape(A4))], ids=["two-up", "four-up"]
)
def test_a_handout_becomes_the_slides_that_it_shows(sheets, places, paper, put):
    pages = read_pdf(sheets(11, places, paper, put)).pages

    assert [page.number for page in pages] == list(range(1, 12))
    assert [page.title for page in pages] == [f"Title {number}" for number in range(1, 12)]
    assert pages[4].text == "Title 5\nWhat slide 5 says"


def test_what_stands_at_the_edge_of_all_sheets_is_furniture(sheets):
    pages = read_pdf(sheets(12, TWO_UP, A4, footer="ITCILO, Turin")).pages

    assert [page.layer(BlockKind.FURNITURE) for page in pages] == ["", "ITCILO, Turin"] * 6
    assert all("ITCILO" not in page.text for page in pages)


def test_a_slide_with_boxes_of_one_size_is_one_page(sheets):
    cards = [(40, 230, 0.4), (400, 230, 0.4), (40, 20, 0.4), (400, 20, 0.4)]

    assert len(read_pdf(sheets(8, cards, SLIDE)).pages) == 2


def test_a_paper_with_figures_is_no_sheet_of_slides(tmp_path):
    path = tmp_path / "paper.pdf"
    canvas = Canvas(str(path), pagesize=A4, invariant=1)
    for page in range(3):
        for line in range(25):
            canvas.drawString(60, 400 - 14 * line, f"Line {line} of the text on page {page}.")
        for number, low in enumerate((640, 430)):
            framed(canvas, number, (150, low, 0.4))
        canvas.showPage()
    canvas.save()

    assert len(read_pdf(path).pages) == 3


@pytest.mark.parametrize("turned", [90, 180, 270])
def test_a_page_that_is_shown_turned_is_read_as_it_is_shown(tmp_path, turned):
    path = tmp_path / "turned.pdf"
    width, height = SLIDE if turned == 180 else SLIDE[::-1]
    # ReportLab swaps the sides of a page that is turned.
    canvas = Canvas(str(path), pagesize=SLIDE, invariant=1)
    for number in range(1, 6):
        canvas.setPageRotation(turned)
        canvas.translate(*{90: (width, 0), 180: (width, height), 270: (0, height)}[turned])
        canvas.rotate(turned)
        draw(canvas, number)
        canvas.setFont("Helvetica", 10)
        canvas.drawString(60, 12, "ITCILO, Turin")
        canvas.showPage()
    canvas.save()

    pages = read_pdf(path).pages

    assert [page.title for page in pages] == [f"Title {number}" for number in range(1, 6)]
    assert {page.layer(BlockKind.FURNITURE) for page in pages} == {"ITCILO, Turin"}
    assert pages[0].text == "Title 1\nWhat slide 1 says"
