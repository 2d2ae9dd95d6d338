"""How announcements are judged, and what is known of those in our own data."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.evaluate.announcements import measure, together

FOLDER = Path(__file__).parents[2] / "data" / "announcements"
UNSEEN = FOLDER.with_name("announcements-held-out")
#: Batches of which the README beside them says what is not understood.
NOT_WHOLE = {"organisers-e": 0.9}
TEXT = "Day 1\n\n10:00 Food — Ana Reis (Coop) (EN, FR)\n11:00 Water — Rui Dias and Eva Luz (Agua)\n"


def judged(folder: Path, expected: str) -> tuple[float, float, float, float]:
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    (folder / "expected.yaml").write_text(f"a.txt:\n{expected}", encoding="utf-8")
    return measure(folder)["a.txt"].shares


def test_what_is_understood_as_a_person_reads_it_counts_in_full(tmp_path: Path) -> None:
    expected = (
        "  - {day: 1, title: Food, speakers: [Ana Reis], languages: [fr, en]}\n"
        "  - {day: 1, title: Water!, speakers: [Rui Dias, Eva Luz], languages: []}\n"
    )
    assert judged(tmp_path, expected) == (1, 1, 1, 1)


def test_what_is_missing_and_what_is_too_much_both_cost(tmp_path: Path) -> None:
    expected = (
        "  - {day: 1, title: Bread, speakers: [Ana Reis, Mia Lem], languages: [en]}\n"
        "  - {day: 2, speakers: [Rui Dias, Eva Luz], languages: []}\n"
    )
    assert judged(tmp_path, expected) == (0.5, 2 / 7, 0, 0)


def test_a_text_that_is_not_understood_at_all_counts_as_nothing(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("Hello.", encoding="utf-8")
    listed = "b.txt:\n  - {day: 1, title: Food, speakers: [Ana Reis], languages: [en]}\n"
    (tmp_path / "expected.yaml").write_text(listed, encoding="utf-8")
    assert measure(tmp_path)["b.txt"].shares == (0, 0, 0, 0)


def test_a_missing_file_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "expected.yaml").write_text("b.txt: []\n", encoding="utf-8")
    with pytest.raises(FileNotFoundError):
        measure(tmp_path)


@pytest.mark.parametrize("batch", sorted(path.parent for path in FOLDER.glob("*/expected.yaml")))
def test_announcements_of_our_own_are_understood_nearly_whole(batch: Path) -> None:
    wanted = NOT_WHOLE.get(batch.name, 0.95)
    assert min(together(list(measure(batch).values())).shares) >= wanted


@pytest.mark.parametrize("batch", sorted(path.parent for path in UNSEEN.glob("*/expected.yaml")))
def test_of_announcements_that_the_reader_was_not_made_for_most_is_understood(batch: Path) -> None:
    assert min(together(list(measure(batch).values())).shares) >= 0.6
