from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from pptx import Presentation
from pptx.presentation import Presentation as Deck
from reportlab.pdfgen.canvas import Canvas

SLIDE = (720, 405)


@pytest.fixture
def save_pptx(tmp_path: Path) -> Callable[[Deck], Path]:
    def save(presentation: Deck) -> Path:
        path = tmp_path / "deck.pptx"
        presentation.save(path)
        return path

    return save


@pytest.fixture
def presentation() -> Deck:
    return Presentation()


@pytest.fixture
def make_pdf(tmp_path: Path) -> Callable[..., Path]:
    """Draw one page per function given, each on a slide of 720 by 405 points."""

    def make(*pages: Callable[[Canvas], None], **document: str) -> Path:
        path = tmp_path / "deck.pdf"
        canvas = Canvas(str(path), pagesize=SLIDE, invariant=1)
        for name, value in document.items():
            getattr(canvas, f"set{name.capitalize()}")(value)
        for draw in pages:
            draw(canvas)
            canvas.showPage()
        canvas.save()
        return path

    return make


@pytest.fixture
def draw() -> Callable[..., Callable[[Canvas], None]]:
    """Return what draws lines given as (text, size, left, top), in points from the top left."""

    def lines(*texts: tuple[str, float, float, float]) -> Callable[[Canvas], None]:
        def on(canvas: Canvas) -> None:
            for text, size, left, top in texts:
                canvas.setFont("Helvetica", size)
                canvas.drawString(left, SLIDE[1] - top, text)

        return on

    return lines


@pytest.fixture
def rewrite(tmp_path: Path) -> Callable[[Path, Callable[[str, bytes], bytes]], Path]:
    """Copy a zip with the content of its members changed."""

    def copy(path: Path, change: Callable[[str, bytes], bytes]) -> Path:
        target = tmp_path / f"changed-{path.name}"
        with zipfile.ZipFile(path) as source, zipfile.ZipFile(target, "w") as changed:
            for name in source.namelist():
                changed.writestr(name, change(name, source.read(name)))
        return target

    return copy
