from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from pipeline.extract import Recogniser, extract
from pipeline.extract.needs_ocr import named_pages
from pipeline.extract.ocr import _NAMES
from pipeline.records import media
from pipeline.records.decks import BlockKind, Deck
from pipeline.tools import find_tesseract

TESSERACT = find_tesseract()
with_tesseract = pytest.mark.skipif(TESSERACT is None, reason="Tesseract is not installed")
SLIDE = (1600, 900)


def picture(*lines: tuple[str, int, int]) -> Image.Image:
    """Draw (text, size, top) on a slide."""
    image = Image.new("L", SLIDE, 255)
    draw = ImageDraw.Draw(image)
    for text, size, top in lines:
        draw.text((120, top), text, fill=0, font=ImageFont.load_default(size))
    return image


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    """A slide with text, a photographed one, a blank one and a turned one."""
    title = picture(("Finance solidaire", 90, 80), ("Les associations et la mairie", 50, 400))
    path = tmp_path / "scan.pdf"
    canvas = Canvas(str(path), pagesize=SLIDE, invariant=1)
    canvas.setFont("Helvetica", 40)
    canvas.drawString(100, 700, "Une diapositive dont le texte est dans le fichier")
    canvas.showPage()
    canvas.drawImage(ImageReader(title), 0, 0, *SLIDE)
    canvas.showPage()
    canvas.drawImage(ImageReader(Image.new("L", SLIDE, 255)), 0, 0, *SLIDE)
    canvas.showPage()
    canvas.save()
    return path


def read(path: Path, language: str | None = "en") -> Deck:
    assert TESSERACT is not None
    deck = extract(path, media.PDF)
    assert isinstance(deck, Deck)
    return Recogniser(TESSERACT, ("en", "fr"), lambda _: language).recognise(deck, path)


@with_tesseract
def test_a_picture_of_text_is_read_with_its_heading_and_how_sure_that_is(scan: Path) -> None:
    page = read(scan).pages[1]
    assert page.usable
    assert page.title == "Finance solidaire"
    assert page.layer(BlockKind.BODY) == "Les associations et la mairie"
    assert page.recognised is not None
    assert page.recognised > 0.7


@with_tesseract
def test_pages_with_text_and_pages_without_any_stay_as_they_are(scan: Path) -> None:
    deck = read(scan)
    before = extract(scan, media.PDF)
    assert isinstance(before, Deck)
    assert (deck.pages[0], deck.pages[2]) == (before.pages[0], before.pages[2])
    assert deck.pages[0].recognised is None


@with_tesseract
def test_a_warning_says_what_was_recognised_in_place_of_what_needs_to_be(scan: Path) -> None:
    before = extract(scan, media.PDF)
    assert isinstance(before, Deck)
    assert before.needs_ocr
    deck = read(scan)
    assert not deck.needs_ocr
    assert len(deck.warnings) == 1
    assert deck.warnings[0].startswith("The text of page 2 was recognised from a picture")


@with_tesseract
def test_the_language_is_asked_for_until_it_is_known(scan: Path) -> None:
    assert TESSERACT is not None
    deck = extract(scan, media.PDF)
    assert isinstance(deck, Deck)
    asked: list[int] = []

    def language_of(seen: Deck) -> str | None:
        asked.append(sum(page.usable for page in seen.pages))
        return "fr" if asked[-1] > 1 else None

    Recogniser(TESSERACT, ("en",), language_of).recognise(deck, scan)
    assert asked == [1, 2]


@with_tesseract
def test_a_language_that_tesseract_lacks_is_read_as_one_that_it_has(scan: Path) -> None:
    assert read(scan, language="xx").pages[1].title == "Finance solidaire"


@with_tesseract
def test_pages_that_are_too_many_are_named(scan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.extract.ocr._MOST_PAGES", 1)
    assert read(scan).warnings[1].startswith("needs-ocr: text recognition left out page 3")


def test_languages_are_named_as_tesseract_names_them() -> None:
    assert all(len(tag) == 2 and len(name) == 3 for tag, name in _NAMES.items())


@pytest.mark.parametrize(
    ("numbers", "named"),
    [
        ([2], "page 2"),
        ([1, 2, 3], "pages 1–3"),
        ([1, 2, 7], "pages 1–2 and 7"),
        ([1, 3, 5, 6], "pages 1, 3 and 5–6"),
    ],
)
def test_pages_are_named_in_runs(numbers: list[int], named: str) -> None:
    assert named_pages(numbers) == named
