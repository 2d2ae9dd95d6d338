from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from pipeline.evaluate.events import read_events, strangers_in
from pipeline.records.programme import Person

TRUTH: dict[str, Any] = {
    "event": "Encontro 2021",
    "language_main": "pt",
    "sessions": [
        {"id": "Talk_01", "title": "Economia solidária", "speakers": ["Inês Sequeira"], "day": 1},
        {"id": "Talk_02", "title": "Casa do Impacto", "abstract": "Incubação."},
    ],
    "files": [
        {"file": "a.pdf", "session_id": "Talk_01", "language": "pt", "n_slides": 15},
        {"file": "stranger.pdf", "session_id": None, "language": "en"},
        {"file": "nobody knows.pdf", "session_id": "Talk_02", "label": "unknown"},
    ],
}


def write(corpus: Path, name: str, truth: object) -> None:
    (corpus / name / "files").mkdir(parents=True)
    (corpus / name / "truth.json").write_text(json.dumps(truth), encoding="utf-8")


def test_an_event_is_a_programme_with_the_truth_about_its_files(tmp_path: Path) -> None:
    write(tmp_path, "encontro", TRUTH)
    (event,) = read_events(tmp_path)
    assert event.name == "encontro"
    assert event.inbox == tmp_path / "encontro" / "files"
    assert event.programme.event == "Encontro 2021"
    assert event.programme.languages == ("pt", "en", "fr")
    first, second = event.programme.sessions
    assert first.speakers == (Person(name="Inês Sequeira"),)
    assert second.abstract == "Incubação."
    assert event.truth["a.pdf"].language == "pt"
    assert event.truth["stranger.pdf"].session_id is None


def test_sessions_are_named_alike_in_programme_and_truth(tmp_path: Path) -> None:
    write(tmp_path, "encontro", TRUTH)
    (event,) = read_events(tmp_path)
    assert event.truth["a.pdf"].session_id == event.programme.sessions[0].id == "talk-01"


def test_files_that_nobody_knows_are_not_scored(tmp_path: Path) -> None:
    write(tmp_path, "encontro", TRUTH)
    (event,) = read_events(tmp_path)
    assert event.truth.keys() == {"a.pdf", "stranger.pdf"}


def test_a_file_name_is_spelled_as_the_inbox_spells_it(tmp_path: Path) -> None:
    decomposed = "pre\N{COMBINING ACUTE ACCENT}sentation.pdf"
    write(tmp_path, "encontro", {**TRUTH, "files": [{"file": decomposed}]})
    (event,) = read_events(tmp_path)
    assert list(event.truth) == ["pr\N{LATIN SMALL LETTER E WITH ACUTE}sentation.pdf"]


def test_events_come_by_name(tmp_path: Path) -> None:
    for name in ("b", "c", "a"):
        write(tmp_path, name, TRUTH)
    (tmp_path / "notes").mkdir()
    assert [event.name for event in read_events(tmp_path)] == ["a", "b", "c"]


def test_a_folder_without_events_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"truth\.json"):
        list(read_events(tmp_path))


@pytest.mark.parametrize("truth", ["{", '{"event": "Encontro"}', '{"event": 1}'])
def test_a_truth_of_another_shape_is_refused(tmp_path: Path, truth: str) -> None:
    (tmp_path / "encontro").mkdir()
    (tmp_path / "encontro" / "truth.json").write_text(truth, encoding="utf-8")
    with pytest.raises(msgspec.DecodeError):
        list(read_events(tmp_path))


def test_strangers_are_an_event_without_sessions(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "deck.pdf").write_bytes(b"%PDF")
    (tmp_path / "deck.pptx").write_bytes(b"PK")
    event = strangers_in(tmp_path)
    assert event.programme.sessions == ()
    assert event.truth.keys() == {"deck.pptx", "en/deck.pdf"}
    assert {item.session_id for item in event.truth.values()} == {None}
