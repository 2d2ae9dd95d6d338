from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.programme import ProgrammeProblems, read_programme
from pipeline.programme.importing import READERS, Draft
from pipeline.programme.importing.blocks import text_blocks
from pipeline.programme.importing.prose.announcement import read_announcement
from pipeline.programme.importing.reading import read_draft
from pipeline.records.messages import message
from pipeline.records.programme import Programme

ENTITY = (
    b"<!DOCTYPE s [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>"
    b"<schedule><conference><title>&b;</title></conference></schedule>"
)


def problem(path: Path, content: bytes) -> str:
    path.write_bytes(content)
    outcome = read_draft(path)
    assert isinstance(outcome, ProgrammeProblems)
    return str(outcome)


@pytest.mark.parametrize("suffix", sorted(READERS))
def test_a_damaged_file_is_a_problem_with_a_remedy_and_no_exception(
    tmp_path: Path, suffix: str
) -> None:
    told = problem(tmp_path / f"programme{suffix}", b"%PDF-1.4 \x00\x01 {[<<>> PK\x03\x04")
    assert told.startswith(f"programme{suffix}: ")


@pytest.mark.parametrize("suffix", sorted(READERS))
def test_an_empty_file_is_said_to_be_empty(tmp_path: Path, suffix: str) -> None:
    assert problem(tmp_path / f"p{suffix}", b" \n") == f"p{suffix}: the file is empty."


def test_a_text_without_presentations_says_what_is_wanted(tmp_path: Path) -> None:
    told = problem(tmp_path / "programme.txt", b"Dear all, the room is B12.")
    assert "no presentations were found" in told


def test_json_of_another_kind_is_told_apart(tmp_path: Path) -> None:
    assert "neither a conference schedule" in problem(tmp_path / "programme.json", b'{"a": 1}')


def test_entities_of_xml_are_not_expanded(tmp_path: Path) -> None:
    assert "no presentations were found" in problem(tmp_path / "programme.xml", ENTITY)


def test_a_document_that_would_swell_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "programme.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", bytes(300 << 20))
    assert "too large" in str(read_draft(path))


def test_a_schedule_named_programme_json_is_used_as_the_programme(tmp_path: Path) -> None:
    event = {"title": "Tariffs", "language": "fr", "persons": [{"name": "Amara Nwosu"}]}
    day = {"index": 1, "date": "2024-05-02", "rooms": {"Hall": [event]}}
    document = {"schedule": {"version": "1", "conference": {"title": "Week", "days": [day]}}}
    path = tmp_path / "programme.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    programme = read_programme(path)
    assert isinstance(programme, Programme)
    assert (programme.source, programme.inferred) == ("programme.json", True)
    assert programme.sessions[0].speakers[0].name == "Amara Nwosu"


def test_a_table_named_programme_csv_is_used_as_the_programme(tmp_path: Path) -> None:
    path = tmp_path / "programme.csv"
    path.write_text("Title,Speaker,Languages\nFood,Ana Reis,EN/FR\n", encoding="utf-8")
    programme = read_programme(path)
    assert isinstance(programme, Programme)
    assert (programme.inferred, programme.sessions[0].languages) == (True, ("en", "fr"))


SAID = """
Day 1 | The first day Ms. Ana Reis presented by , : ( ) « » — • 9h30 slides en fr - Dr. de . [EN]
apresentação disponível La présentation 22 November 2021 University of
"""
WORDS = st.sampled_from([*SAID.split(), "\n", "\t"])


@given(st.lists(WORDS, max_size=60).map(" ".join))
@settings(deadline=None, max_examples=200)
def test_no_text_whatever_raises(text: str) -> None:
    assert isinstance(read_announcement(text_blocks(text), message("text")), Draft)
