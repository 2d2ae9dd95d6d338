from __future__ import annotations

from pathlib import Path

from pipeline.archive import Tree, electives_in, walk_archive


def test_an_elective_is_a_folder_with_a_programme_of_any_kind() -> None:
    tree = electives_in(["a/programme.yaml", "a/x.pdf", "b/c/Programme.DOCX", "b/c/d/y.pdf"])
    assert tree == Tree(electives=("a", "b/c"), strays={})


def test_a_programme_inside_of_an_elective_is_material() -> None:
    tree = electives_in(["a/programme.yaml", "a/old/programme.pdf", "a/old/x.pdf"])
    assert tree.electives == ("a",)


def test_files_of_no_elective_count_for_the_topmost_folder_that_holds_none() -> None:
    tree = electives_in(
        ["a/b/programme.yaml", "a/notes.pdf", "a/c/d/x.pdf", "a/c/y.pdf", "z/q/w.pdf", "top.pdf"]
    )
    assert tree.strays == {".": 1, "a": 1, "a/c": 2, "z": 1}


def test_notes_and_system_files_belong_to_nobody() -> None:
    assert electives_in(["README.md", "a/.DS_Store", "a/~$x.pptx"]) == Tree(electives=(), strays={})


def test_an_archive_that_is_an_elective_is_told_apart() -> None:
    assert electives_in(["programme.yaml", "a/programme.yaml"]).electives == (".",)


def test_an_output_in_the_archive_is_no_part_of_it(tmp_path: Path) -> None:
    for name in ("a/programme.yaml", "output/a/index.json", "output-of-others/x.pdf"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    found = sorted(walk_archive(tmp_path, tmp_path / "output"))
    assert found == ["a/programme.yaml", "output-of-others/x.pdf"]
