from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from pptx import Presentation
from reportlab.lib import pdfencrypt
from reportlab.pdfgen.canvas import Canvas

from pipeline.extract import extract
from pipeline.records import media
from pipeline.records.decks import Deck
from pipeline.records.files import Refusal, RejectionCode

OLE2 = bytes.fromhex("d0cf11e0a1b11ae1")


def noise(seed: int, length: int) -> bytes:
    return hashlib.shake_256(bytes([seed])).digest(length)


def code(path: Path, media_type: str) -> RejectionCode:
    result = extract(path, media_type)
    assert isinstance(result, Refusal)
    assert result.message.endswith(".")
    return result.code


@pytest.fixture
def pptx(tmp_path: Path) -> Path:
    presentation = Presentation()
    slide = presentation.slides.add_slide(presentation.slide_layouts[0])
    slide.shapes.title.text = "Title"
    path = tmp_path / "deck.pptx"
    presentation.save(path)
    return path


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    path = tmp_path / "deck.pdf"
    canvas = Canvas(str(path), invariant=1)
    canvas.drawString(72, 700, "Title")
    canvas.save()
    return path


@pytest.mark.parametrize("media_type", sorted(media.POWERPOINT | media.OPENDOCUMENT | {media.PDF}))
def test_every_kind_of_slides_has_a_reader(tmp_path, media_type):
    assert code(tmp_path / "not there", media_type) is RejectionCode.CORRUPT


def test_another_media_type_is_unsupported(pdf):
    assert code(pdf, "image/png") is RejectionCode.UNSUPPORTED


@pytest.mark.parametrize("media_type", [media.PPTX, media.PDF, media.ODP])
def test_an_empty_file_is_empty(tmp_path, media_type):
    path = tmp_path / "empty"
    path.touch()

    assert code(path, media_type) is RejectionCode.EMPTY


@pytest.mark.parametrize("media_type", [media.PPTX, media.PDF, media.ODP])
def test_noise_is_refused(tmp_path, media_type):
    path = tmp_path / "noise"
    path.write_bytes(noise(1, 5000))

    assert code(path, media_type) in {RejectionCode.CORRUPT, RejectionCode.TRUNCATED}


def test_half_a_presentation_is_truncated(pptx):
    pptx.write_bytes(pptx.read_bytes()[:9000])

    assert code(pptx, media.PPTX) is RejectionCode.TRUNCATED


def test_half_a_pdf_is_truncated(pdf):
    pdf.write_bytes(pdf.read_bytes()[:700])

    assert code(pdf, media.PDF) is RejectionCode.TRUNCATED


def test_a_pdf_whose_objects_are_gone_is_corrupt(pdf):
    pdf.write_bytes(b"%PDF-1.4\n%%EOF\n")

    assert code(pdf, media.PDF) is RejectionCode.CORRUPT


def test_a_pdf_behind_a_password_is_encrypted(tmp_path):
    path = tmp_path / "locked.pdf"
    canvas = Canvas(str(path), encrypt=pdfencrypt.StandardEncryption("secret"))
    canvas.drawString(72, 700, "Title")
    canvas.save()

    assert code(path, media.PDF) is RejectionCode.ENCRYPTED


def test_a_presentation_behind_a_password_is_encrypted(tmp_path):
    path = tmp_path / "locked.pptx"
    path.write_bytes(OLE2 + bytes(4000))

    assert code(path, media.PPTX) is RejectionCode.ENCRYPTED


def test_a_presentation_without_slides_is_refused(tmp_path):
    path = tmp_path / "none.pptx"
    Presentation().save(path)

    assert code(path, media.PPTX) is RejectionCode.EMPTY


def test_a_deck_of_pictures_says_that_it_has_no_text(tmp_path):
    path = tmp_path / "scan.pptx"
    presentation = Presentation()
    presentation.slides.add_slide(presentation.slide_layouts[6])
    presentation.save(path)

    deck = extract(path, media.PPTX)

    assert isinstance(deck, Deck)
    assert [page.usable for page in deck.pages] == [False]
    assert deck.warnings[0].startswith("needs-ocr: the slides are pictures without text")


def test_a_blank_document_says_that_it_is_empty(tmp_path):
    path = tmp_path / "blank.pdf"
    canvas = Canvas(str(path), invariant=1)
    canvas.rect(10, 10, 100, 100, fill=1)
    canvas.save()

    deck = extract(path, media.PDF)

    assert isinstance(deck, Deck)
    assert [page.usable for page in deck.pages] == [False]
    assert deck.warnings[0].startswith("All pages are empty.")


def test_a_deck_with_text_carries_no_warning(pdf, pptx):
    for path, media_type in ((pdf, media.PDF), (pptx, media.PPTX)):
        deck = extract(path, media_type)
        assert isinstance(deck, Deck)
        assert deck.warnings == ()


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("hits", [1, 100])
def test_no_damage_raises(pptx, pdf, seed, hits):
    for path, media_type in ((pptx, media.PPTX), (pdf, media.PDF)):
        data = bytearray(path.read_bytes())
        places = noise(seed, 4 * hits)
        for index in range(0, len(places), 4):
            data[int.from_bytes(places[index : index + 4]) % len(data)] ^= 0x5A
        damaged = path.with_name(f"damaged-{path.name}")
        damaged.write_bytes(data if seed % 2 else data[: len(data) - seed * 97 % len(data)])

        assert isinstance(extract(damaged, media_type), Deck | Refusal)
