from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.programme import find_programme
from pipeline.programme.find import HOW_TO_START
from pipeline.programme.importing import READERS
from pipeline.programme.kinds import IMPORTED


@pytest.mark.parametrize("name", ["programme.yaml", "programme.yml", "Programme.JSON"])
def test_the_programme_is_found_by_its_name(tmp_path: Path, name: str) -> None:
    (tmp_path / name).touch()
    (tmp_path / "deck.pptx").touch()
    (tmp_path / "programme.pdf").touch()
    assert find_programme(tmp_path) == tmp_path / name


def test_a_programme_in_a_subfolder_is_not_taken(tmp_path: Path) -> None:
    (tmp_path / "programme.yaml").mkdir()
    assert "the inbox has no such file" in str(find_programme(tmp_path))


@pytest.mark.parametrize(
    ("names", "message"),
    [
        ([], f"programme.yaml: the inbox has no such file. {HOW_TO_START}"),
        (["program.yaml"], ("programme.yaml: the inbox has no such file. "
         "Is it program.yaml? Rename it.")),
        (["programme.yaml", "programme.json"], ("programme.json: the inbox holds programme.json "
         "and programme.yaml. Keep one of them.")),
        (["programme.docx", "programme.csv", "programme.ics"], ("programme.csv: the inbox holds "
         "programme.csv, programme.docx and programme.ics. Keep one of them.")),
        (["programme.odt"], ("programme.odt: this kind of file cannot be read. Give a text, Word "
         "or PDF file, a web page, a table or a schedule, or programme.yaml.")),
    ],
)  # fmt: skip
def test_an_inbox_without_one_programme_is_told_what_to_do(
    tmp_path: Path, names: list[str], message: str
) -> None:
    for name in names:
        (tmp_path / name).touch()
    assert str(find_programme(tmp_path)) == message


@pytest.mark.parametrize("suffix", sorted(IMPORTED))
def test_an_announcement_or_export_is_taken_where_no_programme_is_written(
    tmp_path: Path, suffix: str
) -> None:
    (tmp_path / f"Programme{suffix.upper()}").touch()
    assert find_programme(tmp_path) == tmp_path / f"Programme{suffix.upper()}"


def test_every_kind_that_is_imported_has_a_reader() -> None:
    assert READERS.keys() - {".json"} == IMPORTED


def test_a_name_without_an_ending_is_no_kind_of_file(tmp_path: Path) -> None:
    (tmp_path / "programme.").touch()
    assert "cannot be read" in str(find_programme(tmp_path))


def test_an_inbox_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    assert "cannot be opened" in str(find_programme(tmp_path / "inbox"))
