"""The sample elective is what its script makes, and holds what its truth file says."""

from __future__ import annotations

import io
import subprocess
import sys
import unicodedata
import zipfile
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from pptx import Presentation
from pptx.opc.package import OpcPackage
from ruamel.yaml import YAML

#: The contents of files, or the texts of decks' pages, by path.
Files = dict[str, bytes]
Pages = dict[str, list[str]]

ROOT = Path(__file__).parents[2]
DATA = ROOT / "tests" / "data"
SAMPLE = DATA / "sample"


def read_yaml(path: Path) -> Any:
    return YAML(typ="safe").load(path)


def tree(folder: Path) -> Files:
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {
        unicodedata.normalize("NFC", path.relative_to(folder).as_posix()): path.read_bytes()
        for path in paths
    }


@pytest.fixture(scope="module")
def truth() -> Any:
    return read_yaml(DATA / "sample-truth.yaml")


@pytest.fixture(scope="module")
def files() -> Files:
    """Every file of the sample by its path, members in place of their archive."""
    found = {}
    for path, data in tree(SAMPLE).items():
        if not path.endswith(".zip"):
            found[path] = data
            continue
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                found[f"{path}/{unicodedata.normalize('NFC', name)}"] = archive.read(name)
    return found


def page_texts(path: str, data: bytes) -> list[str]:
    if path.endswith(".pdf"):
        with pypdfium2.PdfDocument(data) as document:
            return [page.get_textpage().get_text_range() for page in document]
    package = OpcPackage.open(io.BytesIO(data))
    slides = package.main_document_part.presentation.slides
    return [
        "\n".join(s.text_frame.text for s in slide.shapes if s.has_text_frame) for slide in slides
    ]


@pytest.fixture(scope="module")
def pages(truth: Any, files: Files) -> Pages:
    """The texts of the pages of each deck, by its path."""
    return {
        deck["path"]: page_texts(deck["path"], files[deck["path"]]) for deck in truth["resources"]
    }


def test_the_sample_is_what_its_script_makes_byte_for_byte(tmp_path: Path) -> None:
    subprocess.run([sys.executable, DATA / "make_sample.py", tmp_path], check=True)
    made, kept = tree(tmp_path), tree(SAMPLE)
    assert made.keys() == kept.keys()
    assert [path for path in made if made[path] != kept[path]] == []


def test_the_sample_stays_under_three_megabytes() -> None:
    assert sum(map(len, tree(SAMPLE).values())) < 3_000_000


def test_the_sample_has_the_programme_that_the_repository_ships() -> None:
    shipped = ROOT / "inbox" / "programme.yaml"
    assert (SAMPLE / "programme.yaml").read_bytes() == shipped.read_bytes()


def test_the_truth_names_every_file_once(truth: Any, files: Files) -> None:
    named = [each["path"] for each in truth["resources"] + truth["rejected"]] + truth["ignored"]
    assert sorted(named) == sorted(files)


def test_each_session_has_one_current_deck_in_each_language_of_the_programme(truth: Any) -> None:
    programme = read_yaml(SAMPLE / "programme.yaml")
    expected = {
        (session["id"], language)
        for session in programme["sessions"]
        for language in session["languages"]
    }
    current = Counter(
        (deck["session_id"], deck["language"])
        for deck in truth["resources"]
        if deck["role"] == "current" and deck["session_id"]
    )
    assert current == dict.fromkeys(expected, 1)
    assert len(current) == 11


def test_translations_have_the_same_pages(truth: Any, pages: Pages) -> None:
    counts = defaultdict(set)
    for deck in truth["resources"]:
        counts[deck["session_id"]].add(len(pages[deck["path"]]))
    assert all(len(count) == 1 for count in counts.values())
    assert all(8 <= len(texts) <= 12 for texts in pages.values())


def test_the_text_layer_of_a_pdf_keeps_accents_and_apostrophes(pages: Pages) -> None:
    assert "Gabriella D’Amico" in pages["scan.pdf"][0]
    assert "Crianças saudáveis" in pages["scan.pdf"][5]
    assert "d’où viennent les idées nouvelles ?" in pages["day2 - SOS fr.pdf"][3]


def test_the_covers_are_as_awkward_as_in_life(pages: Pages) -> None:
    assert not any(
        name in "\n".join(pages["from Laura/Apresentação1.pptx"]) for name in ("Laura", "Aufrère")
    )
    assert "Vercher-Captal" in pages["CVC TAPAS EN last.pdf"][0]
    assert "INNOVATION SOCIALE" in pages["day2 - SOS fr.pdf"][0]
    assert "CE QUE NOUS APPREND" in pages["translations/SOS - tradução.pptx"][0]


def test_a_deck_without_a_name_on_its_pages_has_it_in_notes_and_properties() -> None:
    deck = Presentation(str(SAMPLE / "from Laura" / "Apresentação1.pptx"))
    assert deck.core_properties.author == "Laura Aufrère"
    assert "Laura Aufrère" in deck.slides[0].notes_slide.notes_text_frame.text


def test_slides_carry_footers_notes_a_table_and_a_native_chart() -> None:
    deck = Presentation(str(SAMPLE / "Présentation_finale_v2 (1).pptx"))
    shapes = [shape for slide in deck.slides for shape in slide.shapes]
    assert sum(shape.has_table for shape in shapes) == 1
    assert sum(shape.has_chart for shape in shapes) == 1
    assert sum("Cours au choix 6" in s.text_frame.text for s in shapes if s.has_text_frame) == 9
    assert any(slide.has_notes_slide for slide in deck.slides)


def test_only_the_duplicate_repeats_the_bytes_of_another_deck(truth: Any, files: Files) -> None:
    originals = {deck["path"]: deck.get("duplicate_of") for deck in truth["resources"]}
    for path, original in originals.items():
        same = {other for other in originals if files[other] == files[path]} - {path}
        assert same == ({original} if original else {p for p, o in originals.items() if o == path})


def test_the_damaged_file_begins_as_an_office_file_and_breaks_off(files: Files) -> None:
    data = files["to sort/Laura wifi upload.pptx"]
    assert data.startswith(b"PK\x03\x04")
    assert not zipfile.is_zipfile(io.BytesIO(data))
