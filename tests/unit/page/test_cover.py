"""Covers are drawn from PDF pages and saved thumbnails, and from nothing else."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image
from pptx import Presentation
from reportlab.pdfgen.canvas import Canvas

from pipeline.page.cover import MAX_BYTES, SIDE, draw_cover
from pipeline.records.media import ODP, PDF, PPTX


def picture(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    assert image.format == "WEBP"
    return image


def striped(kind: str = "JPEG", size: tuple[int, int] = (256, 192)) -> bytes:
    image = Image.new("RGB", size, "white")
    image.paste("navy", (0, 0, size[0] // 2, size[1]))
    target = io.BytesIO()
    image.save(target, kind)
    return target.getvalue()


def package(path: Path, name: str, data: bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
    return path


def pdf(path: Path, size: tuple[int, int], *, blank: bool = False) -> Path:
    canvas = Canvas(str(path), pagesize=size)
    if not blank:
        canvas.rect(0, 0, size[0] / 2, size[1], fill=1)
    canvas.showPage()
    canvas.save()
    return path


@pytest.mark.parametrize(
    ("size", "expected"), [((960, 540), (SIDE, SIDE * 9 // 16)), ((200, 400), (SIDE // 2, SIDE))]
)
def test_the_first_page_of_a_pdf_is_drawn_small(
    tmp_path: Path, size: tuple[int, int], expected: tuple[int, int]
) -> None:
    assert picture(draw_cover(pdf(tmp_path / "a.pdf", size), PDF)).size == expected


def test_a_blank_page_shows_nothing(tmp_path: Path) -> None:
    assert draw_cover(pdf(tmp_path / "a.pdf", (960, 540), blank=True), PDF) == b""


def test_the_thumbnail_of_a_powerpoint_file_is_taken(tmp_path: Path) -> None:
    path = package(tmp_path / "a.pptx", "docProps/thumbnail.jpeg", striped())
    assert picture(draw_cover(path, PPTX)).size == (256, 192)


def test_the_thumbnail_of_an_opendocument_file_is_taken(tmp_path: Path) -> None:
    path = package(tmp_path / "a.odp", "Thumbnails/thumbnail.png", striped("PNG"))
    assert picture(draw_cover(path, ODP)).size == (256, 192)


def test_the_empty_thumbnail_of_python_pptx_counts_for_nothing(tmp_path: Path) -> None:
    Presentation().save(str(tmp_path / "a.pptx"))
    assert draw_cover(tmp_path / "a.pptx", PPTX) == b""


def test_a_deck_without_a_thumbnail_has_no_picture(tmp_path: Path) -> None:
    path = package(tmp_path / "a.pptx", "ppt/presentation.xml", b"<x/>")
    assert draw_cover(path, PPTX) == b""


def test_a_thumbnail_that_is_too_large_is_left_alone(tmp_path: Path) -> None:
    many_bytes = package(tmp_path / "a.pptx", "docProps/thumbnail.jpeg", bytes(MAX_BYTES + 1))
    assert draw_cover(many_bytes, PPTX) == b""
    many_pixels = striped("PNG", (8000, 2001))
    assert (
        draw_cover(package(tmp_path / "b.pptx", "docProps/thumbnail.png", many_pixels), PPTX) == b""
    )


def test_other_files_have_no_picture(tmp_path: Path) -> None:
    assert draw_cover(tmp_path / "a.rtf", "application/rtf") == b""


def test_the_same_file_gives_the_same_bytes(tmp_path: Path) -> None:
    path = pdf(tmp_path / "a.pdf", (960, 540))
    assert draw_cover(path, PDF) == draw_cover(path, PDF)


def test_a_damaged_pdf_raises(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7 nothing")
    with pytest.raises(pypdfium2.PdfiumError):
        draw_cover(tmp_path / "a.pdf", PDF)
