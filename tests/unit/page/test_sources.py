"""Where the page finds page texts, pictures and files of an inbox."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import msgspec
import pytest
from pptx import Presentation
from reportlab.pdfgen.canvas import Canvas

from pipeline.catalogue import open_sources
from pipeline.gallery import MOST_FOR_LIBREOFFICE, Gallery
from pipeline.ingest import take_stock
from pipeline.library import Library
from pipeline.page import Sources
from pipeline.records.files import InboxFile
from pipeline.settings import RunSettings
from pipeline.store import Store
from pipeline.tools import find_libreoffice


def pdf() -> bytes:
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=(960, 540), invariant=True)
    canvas.rect(0, 0, 480, 540, fill=1)
    canvas.showPage()
    canvas.save()
    return target.getvalue()


@pytest.fixture
def settings(tmp_path: Path) -> RunSettings:
    (tmp_path / "inbox").mkdir()
    (tmp_path / "out" / "deep").mkdir(parents=True)
    output = tmp_path / "out" / "deep"
    return RunSettings(inbox=tmp_path / "inbox", output=output, workers=0, libreoffice=None)


def files_of(settings: RunSettings) -> tuple[InboxFile, ...]:
    return take_stock(settings.inbox, settings=settings.ingest, say=lambda _: None).files


def sources_of(settings: RunSettings) -> Sources:
    store = Store(settings.store, "1")
    return open_sources(files_of(settings), Library(store), store, settings)


def test_a_file_is_found_from_the_page_s_folder(settings: RunSettings) -> None:
    (settings.inbox / "from Ana").mkdir()
    (settings.inbox / "from Ana" / "x.pdf").write_bytes(pdf())
    assert sources_of(settings).location_of("from Ana/x.pdf") == "../../inbox/from Ana/x.pdf"


def test_a_member_of_an_archive_is_found_by_its_archive(settings: RunSettings) -> None:
    with zipfile.ZipFile(settings.inbox / "a.zip", "w") as archive:
        archive.writestr("x.pdf", pdf())
    assert sources_of(settings).location_of("a.zip/x.pdf") == "../../inbox/a.zip"


def test_a_file_with_a_decomposed_name_is_found_under_it(settings: RunSettings) -> None:
    (settings.inbox / "e\u0301.pdf").write_bytes(pdf())
    assert sources_of(settings).location_of("\u00e9.pdf") == "../../inbox/e\u0301.pdf"


def test_a_picture_is_drawn_once(settings: RunSettings) -> None:
    (settings.inbox / "x.pdf").write_bytes(pdf())
    drawn = sources_of(settings).cover_of("x.pdf")
    assert drawn.startswith(b"RIFF")
    files = files_of(settings)
    (settings.inbox / "x.pdf").unlink()
    gallery = Gallery(Store(settings.store, "1"), settings)
    gallery.fill(files)
    assert gallery.get(files[0]) == drawn


def test_a_file_that_changed_meanwhile_has_no_picture_and_none_is_kept(
    settings: RunSettings,
) -> None:
    (settings.inbox / "x.pdf").write_bytes(pdf())
    files = files_of(settings)
    (settings.inbox / "x.pdf").write_bytes(b"%PDF-1.7 another")
    store = Store(settings.store, "1")
    gallery = Gallery(store, settings)
    gallery.fill(files)
    assert gallery.get(files[0]) == b""
    assert not store.holds(f"cover-{files[0].sha256}")


def test_a_file_that_cannot_be_drawn_ends_nothing(settings: RunSettings) -> None:
    (settings.inbox / "bad.pdf").write_bytes(b"%PDF-1.7\nno page at all\n%%EOF\n")
    (settings.inbox / "good.pdf").write_bytes(pdf())
    files = files_of(settings)
    one_worker = msgspec.structs.replace(settings, workers=1)
    gallery = Gallery(Store(settings.store, "1"), one_worker)
    gallery.fill(files)
    pictures = {file.path: gallery.get(file) for file in files}
    assert pictures["bad.pdf"] == b""
    assert pictures["good.pdf"].startswith(b"RIFF")


def presentation(path: Path, title: str = "Hello") -> None:
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[0])
    slide.shapes.title.text = title
    deck.save(str(path))


def with_libreoffice(settings: RunSettings, program: Path | None) -> RunSettings:
    return msgspec.structs.replace(settings, libreoffice=program)


@pytest.mark.skipif(not find_libreoffice(), reason="LibreOffice is not installed")
def test_libreoffice_draws_a_presentation_that_holds_no_picture(settings: RunSettings) -> None:
    presentation(settings.inbox / "x.pptx")
    settings = with_libreoffice(settings, find_libreoffice())
    assert sources_of(settings).cover_of("x.pptx").startswith(b"RIFF")


def test_without_libreoffice_such_a_presentation_has_no_picture(settings: RunSettings) -> None:
    presentation(settings.inbox / "x.pptx")
    assert sources_of(settings).cover_of("x.pptx") == b""


def test_libreoffice_is_not_asked_to_draw_very_many(settings: RunSettings, tmp_path: Path) -> None:
    for number in range(MOST_FOR_LIBREOFFICE + 1):
        presentation(settings.inbox / f"{number}.pptx", str(number))
    sources = sources_of(with_libreoffice(settings, tmp_path / "never started"))
    assert {sources.cover_of(file.path) for file in files_of(settings)} == {b""}


def test_a_libreoffice_that_does_not_start_ends_nothing(
    settings: RunSettings, tmp_path: Path
) -> None:
    presentation(settings.inbox / "x.pptx")
    sources = sources_of(with_libreoffice(settings, tmp_path / "no such program"))
    assert sources.cover_of("x.pptx") == b""
