from __future__ import annotations

from pathlib import Path

import pytest
from every_kind import write_every_kind
from pptx import Presentation

from pipeline.evaluate.pdf_truth import without_torn_lines
from pipeline.evaluate.pieces import compare
from pipeline.evaluate.recall import KINDS, PDF_KIND, measure_recall


class Silence:
    """A listener that counts the files of which it is told."""

    def __init__(self) -> None:
        self.expected = self.done = 0

    def say(self, message: str) -> None:
        raise AssertionError(message)

    def expect(self, count: int) -> None:
        self.expected += count

    def advance(self) -> None:
        self.done += 1


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_every_kind(tmp_path)
    return tmp_path


def missing(found: str, *readings: str) -> int:
    expected, hits = compare(found.split(), [reading.split() for reading in readings])
    return expected - hits


def test_text_of_every_kind_is_counted_and_found(folder: Path) -> None:
    listener = Silence()

    run = measure_recall(folder, listener)

    assert tuple(run.recalls) == KINDS
    assert {kind: item.rate for kind, item in run.recalls.items()} == dict.fromkeys(KINDS, 1.0)
    assert {kind: item.files for kind, item in run.recalls.items()} == dict.fromkeys(KINDS, 1)
    assert (run.left_out, run.pages, run.garbled_pages) == ({}, 2, 0)
    assert listener.expected == listener.done == 2


def test_a_kind_of_which_there_is_nothing_has_no_rate(tmp_path: Path) -> None:
    run = measure_recall(tmp_path, Silence())

    assert {item.rate for item in run.recalls.values()} == {None}


def test_a_text_is_looked_for_in_the_layer_of_its_kind(tmp_path: Path, monkeypatch) -> None:
    presentation = Presentation()
    slide = presentation.slides.add_slide(presentation.slide_layouts[1])
    slide.shapes.title.text = "Members decide"
    slide.notes_slide.notes_text_frame.text = "Members"
    presentation.save(str(tmp_path / "deck.pptx"))
    monkeypatch.setattr("pipeline.extract.pptx.notes", lambda slide: ())

    run = measure_recall(tmp_path, Silence())

    assert run.recalls["body"].rate == 1
    assert run.recalls["notes"].rate == 0
    assert run.recalls["notes"].missed == {"deck.pptx": 1}


def test_files_that_are_refused_are_left_out_and_said_to_be(folder: Path) -> None:
    (folder / "empty.pptx").touch()
    whole = (folder / "every-kind.pdf").read_bytes()
    (folder / "half.pdf").write_bytes(whole[:300])

    run = measure_recall(folder, Silence())

    assert run.left_out == {"empty.pptx": "empty", "half.pdf": "truncated"}
    assert run.recalls[PDF_KIND].files == 1


def test_what_one_reading_alone_has_counts_too() -> None:
    assert missing("one two", "one two", "one two three") == 1


def test_a_word_that_is_found_once_does_not_count_twice() -> None:
    assert missing("we share", "we share what we earn") == 3


@pytest.mark.parametrize(
    ("found", "reading"),
    [
        ("cooperation", "coopera tion"),
        ("coopera tion", "cooperation"),
        ("self help", "s e l f h e l p"),
        ("classificacao", "classi cacao"),
        ("first benefits", "rst bene ts"),
        ("to gether in to", "together into"),
    ],
)
def test_a_word_that_was_cut_otherwise_is_found(found: str, reading: str) -> None:
    assert missing(found, reading) == 0


@pytest.mark.parametrize(
    ("found", "reading"),
    [
        ("cooperation", "cooperation tion"),
        ("cooperation", "operation"),
        ("classification", "classi cacao"),
        ("together", "together to gether"),
        ("to gether", "together together"),
    ],
)
def test_letters_that_belong_to_another_word_are_not_found(found: str, reading: str) -> None:
    assert missing(found, reading) > 0


def test_lines_into_which_text_set_aslant_was_torn_are_left_out() -> None:
    page = "Front End\n\nro bin\nut di\nin ng\n\nMobile\n42 10\n"

    assert without_torn_lines(page).split("\n") == ["Front End", "Mobile", "42 10"]
