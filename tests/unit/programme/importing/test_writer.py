from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.programme import read_programme
from pipeline.programme.importing import Draft, DraftSession, as_yaml, read_draft
from pipeline.records.messages import message
from pipeline.records.programme import Person, Programme

FOLDER = Path(__file__).parents[3] / "data" / "announcements"
SOURCES = sorted(path for path in FOLDER.iterdir() if path.suffix in {".txt", ".html"})


def draft(**fields: object) -> Draft:
    session = DraftSession(
        id="d1-reis",
        title="Food: a 'fair' one # really",
        speakers=(Person(name="Ana Reis", affiliation="Casa, do Mar", aliases=("A. Reis",)),),
        languages=(),
        sources=("Ms. Ana Reis presented: “food”.",),
        inferred=(message("The title is made from this sentence."),),
        check=(message("Only the surname of {name} is known.", name="Reis"),),
    )
    whole = {"kind": message("a text"), "sessions": (session,), "languages": ("en",)}
    return Draft(**{**whole, **fields})  # type: ignore[arg-type]


def reread(folder: Path, text: str) -> Programme:
    path = folder / "programme.yaml"
    path.write_text(text, encoding="utf-8")
    programme = read_programme(path)
    assert isinstance(programme, Programme), str(programme)
    return programme


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_what_is_written_reads_back_as_it_was_understood(source: Path, tmp_path: Path) -> None:
    understood = read_draft(source)
    assert isinstance(understood, Draft)
    programme = reread(tmp_path, as_yaml(understood, source.name))
    assert len(programme.sessions) == len(understood.sessions)
    for read, told in zip(programme.sessions, understood.sessions, strict=True):
        assert (read.id, read.title, read.speakers) == (told.id, told.title, told.speakers)
        assert (read.day, read.date) == (told.day, told.date)
        assert read.languages == (programme.languages if told.languages is None else told.languages)
    assert programme.coordinators == understood.coordinators


def test_remarks_say_what_was_read_what_was_inferred_and_what_to_check(tmp_path: Path) -> None:
    text = as_yaml(draft(left_out=("Lunch",), check=(message("No year."),)), "news.txt")
    assert "# Read from news.txt (a text)." in text
    assert "# CHECK: No year." in text
    assert "# Left out, as no talk is named: Lunch" in text
    assert "# From: “Ms. Ana Reis presented: “food”.”" in text
    assert "# Inferred: The title is made from this sentence." in text
    assert "# CHECK: Only the surname of Reis is known." in text
    assert reread(tmp_path, text).sessions[0].title == "Food: a 'fair' one # really"


def test_a_field_tells_the_sentence_that_it_was_understood_from() -> None:
    text = as_yaml(draft(days=("2021-11-22",), sources={"start": "On 22 November 2021."}), "x")
    assert "# From: “On 22 November 2021.”\nstart: 2021-11-22\n" in text


def test_no_slides_expected_is_written_as_an_empty_list() -> None:
    assert "    languages: []\n" in as_yaml(draft(), "x")


def test_remarks_are_written_in_the_language_of_the_reader() -> None:
    french = {"CHECK: {remark}": "À VÉRIFIER : {remark}"}
    text = as_yaml(draft(), "x", lambda words: french.get(words, words))
    assert "# À VÉRIFIER : Only the surname of Reis is known." in text
