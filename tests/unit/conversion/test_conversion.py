from __future__ import annotations

import hashlib
import socket
import stat
import sys
from pathlib import Path

import fake_office
import pytest
from pptx import Presentation

from pipeline.conversion import converted
from pipeline.conversion.libreoffice import LibreOffice
from pipeline.extract import extract
from pipeline.ingest import CHANGED, IngestSettings, take_stock
from pipeline.records.decks import Deck
from pipeline.records.files import InboxFile, Refusal
from pipeline.records.media import DOC, ODP, PDF, PPT
from pipeline.tools import find_libreoffice

SETTINGS = IngestSettings(settle_seconds=0, legacy=True)
LIBREOFFICE = find_libreoffice()


@pytest.fixture
def office(tmp_path: Path) -> Path:
    program = tmp_path / "soffice"
    source = Path(fake_office.__file__).read_text()
    program.write_text(source.replace("/usr/bin/env python3", sys.executable))
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return program


def add(inbox: Path, name: str, content: str, media_type: str = PPT) -> InboxFile:
    inbox.mkdir(exist_ok=True)
    (inbox / name).write_text(content)
    digest = hashlib.sha256(content.encode()).hexdigest()
    return InboxFile(
        path=name, location=name, sha256=digest, size=len(content), media_type=media_type
    )


def outcomes(tmp_path: Path, office: Path | None, *contents: str, workers: int = 1) -> list[str]:
    """Return what becomes of files with such contents: what is converted, or a code."""
    inbox = tmp_path / "inbox"
    files = [add(inbox, f"{number}.ppt", content) for number, content in enumerate(contents)]
    with converted(files, inbox, office, workers=workers, settings=SETTINGS, patience=1.5) as found:
        return [described(found[file.sha256]) for file in files]


def described(result: Path | Refusal) -> str:
    return result.code.value if isinstance(result, Refusal) else result.read_text()


@pytest.mark.parametrize("workers", [0, 1, 2, 5])
def test_every_file_is_converted(tmp_path: Path, office: Path, workers: int) -> None:
    found = outcomes(tmp_path, office, "a", "b", "c", workers=workers)
    assert found == ["converted a", "converted b", "converted c"]


def test_a_file_that_cannot_be_loaded_is_corrupt(tmp_path: Path, office: Path) -> None:
    assert outcomes(tmp_path, office, "fail", "a") == ["corrupt", "converted a"]


@pytest.mark.parametrize(
    ("fault", "code"),
    [("hang", "timeout"), ("die early", "crashed"), ("die late", "crashed"), ("swell", "crashed")],
)
def test_files_before_and_after_one_that_stops_libreoffice_are_converted(
    tmp_path: Path, office: Path, fault: str, code: str
) -> None:
    found = outcomes(tmp_path, office, "a", "fail", fault, "b", "c")
    assert found == ["converted a", "corrupt", code, "converted b", "converted c"]


def test_what_stopped_libreoffice_is_tried_again_by_the_next_run(
    tmp_path: Path, office: Path
) -> None:
    inbox = tmp_path / "inbox"
    files = [add(inbox, "a.ppt", "die early"), add(inbox, "b.ppt", "fail")]
    with converted(files, inbox, office, workers=1, settings=SETTINGS) as found:
        refusals = [found[file.sha256] for file in files]
    assert [item.passing for item in refusals if isinstance(item, Refusal)] == [True, False]
    assert all("save it as .pptx" in item.message for item in refusals if isinstance(item, Refusal))


def test_libreoffice_has_no_network_where_that_can_be_arranged(
    tmp_path: Path, office: Path
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        found = outcomes(tmp_path, office, f"connect {server.getsockname()[1]}")
    if found == ["converted connected"]:
        pytest.skip("the system lets nobody make network namespaces here")
    assert found == ["converted no network"]


def test_a_file_that_changed_is_not_converted(tmp_path: Path, office: Path) -> None:
    inbox = tmp_path / "inbox"
    file = add(inbox, "a.ppt", "a")
    (inbox / "a.ppt").write_text("b")
    with converted([file], inbox, office, workers=1, settings=SETTINGS) as found:
        assert found[file.sha256] == CHANGED


def test_texts_and_presentations_become_what_they_are(tmp_path: Path, office: Path) -> None:
    inbox = tmp_path / "inbox"
    files = [add(inbox, "a.ppt", "a"), add(inbox, "b.doc", "b", DOC)]
    with converted(files, inbox, office, workers=1, settings=SETTINGS) as found:
        results = [found[file.sha256] for file in files]
    assert [item.suffix for item in results if isinstance(item, Path)] == [".odp", ".odt"]


def test_other_files_are_left_alone_and_nothing_is_left_behind(
    tmp_path: Path, office: Path
) -> None:
    inbox = tmp_path / "inbox"
    legacy, modern = add(inbox, "a.ppt", "a"), add(inbox, "b.pdf", "b", PDF)
    with converted([legacy, modern], inbox, office, workers=1, settings=SETTINGS) as found:
        assert found.keys() == {legacy.sha256}
        result = found[legacy.sha256]
        assert isinstance(result, Path)
    assert not result.exists()
    assert sorted(path.name for path in inbox.iterdir()) == ["a.ppt", "b.pdf"]


def test_without_libreoffice_nothing_is_converted(tmp_path: Path) -> None:
    file = add(tmp_path / "inbox", "a.ppt", "a")
    with converted([file], tmp_path / "inbox", None, workers=1, settings=SETTINGS) as found:
        assert found == {}


@pytest.mark.skipif(LIBREOFFICE is None, reason="LibreOffice is not installed")
def test_an_old_presentation_is_read_like_the_new_one(
    tmp_path: Path,
) -> None:
    assert LIBREOFFICE is not None
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    presentation = Presentation()
    slide = presentation.slides.add_slide(presentation.slide_layouts[1])
    slide.shapes.title.text = "Économie sociale"
    slide.placeholders[1].text = "Première ligne\nSeconde ligne"
    slide.notes_slide.notes_text_frame.text = "À dire"
    presentation.save(str(tmp_path / "deck.pptx"))
    office = LibreOffice(LIBREOFFICE, tmp_path)
    office.convert([tmp_path / "deck.pptx"], "ppt", inbox)
    (file,) = take_stock(inbox, settings=SETTINGS, say=print).files
    assert file.media_type == PPT
    with converted([file], inbox, LIBREOFFICE, workers=1, settings=SETTINGS) as found:
        result = found[file.sha256]
        assert isinstance(result, Path)
        deck = extract(result, ODP)
    assert isinstance(deck, Deck)
    assert deck.pages[0].text == "Économie sociale\nPremière ligne\nSeconde ligne"
    assert deck.pages[0].notes == "À dire"
