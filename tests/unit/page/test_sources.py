"""Where the page finds page texts, pictures and files of an inbox."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from pipeline.catalogue import open_sources
from pipeline.gallery import Gallery
from pipeline.ingest import take_stock
from pipeline.library import Library
from pipeline.page import Sources
from pipeline.records.files import InboxFile
from pipeline.settings import RunSettings
from pipeline.store import Store


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
    return RunSettings(inbox=tmp_path / "inbox", output=tmp_path / "out" / "deep", workers=0)


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
    gallery = Gallery(Store(settings.store, "1"))
    gallery.fill(files, settings.inbox, workers=0)
    assert gallery.get(files[0]) == drawn


def test_a_file_that_changed_meanwhile_has_no_picture_and_none_is_kept(
    settings: RunSettings,
) -> None:
    (settings.inbox / "x.pdf").write_bytes(pdf())
    files = files_of(settings)
    (settings.inbox / "x.pdf").write_bytes(b"%PDF-1.7 another")
    store = Store(settings.store, "1")
    gallery = Gallery(store)
    gallery.fill(files, settings.inbox, workers=0)
    assert gallery.get(files[0]) == b""
    assert not store.holds(f"cover-{files[0].sha256}")


def test_a_file_that_cannot_be_drawn_ends_nothing(settings: RunSettings) -> None:
    (settings.inbox / "bad.pdf").write_bytes(b"%PDF-1.7\nno page at all\n%%EOF\n")
    (settings.inbox / "good.pdf").write_bytes(pdf())
    files = files_of(settings)
    gallery = Gallery(Store(settings.store, "1"))
    gallery.fill(files, settings.inbox, workers=1)
    pictures = {file.path: gallery.get(file) for file in files}
    assert pictures["bad.pdf"] == b""
    assert pictures["good.pdf"].startswith(b"RIFF")
