from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.programme import find_programme


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
        ([], "programme.yaml: the inbox has no such file. Write one; the README has an example."),
        (["program.yaml"], ("programme.yaml: the inbox has no such file. "
         "Is it program.yaml? Rename it.")),
        (["programme.yaml", "programme.json"], ("programme.json: the inbox holds programme.json "
         "and programme.yaml. Keep one of them.")),
        (["programme.docx"], ("programme.docx: not yet readable: write programme.yaml; "
         "see README.")),
    ],
)  # fmt: skip
def test_an_inbox_without_one_programme_is_told_what_to_do(
    tmp_path: Path, names: list[str], message: str
) -> None:
    for name in names:
        (tmp_path / name).touch()
    assert str(find_programme(tmp_path)) == message


def test_an_inbox_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    assert "cannot be opened" in str(find_programme(tmp_path / "inbox"))
