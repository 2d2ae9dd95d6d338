"""The words of a printed page are set as plain text again."""

from __future__ import annotations

from pipeline.programme.importing.printed import Word, page_text

LONG = "Seeds of hope, seeds of doubt and many other small"


def line(text: str, top: float, left: float = 50) -> list[Word]:
    """Return the words of a line set in letters of five points, ten points high."""
    words = []
    for part in text.split(" "):
        right = left + 5 * len(part)
        if part:
            words.append(Word(text=part, left=left, right=right, top=top, end=top + 10))
        left = right + 5
    return words


def test_lines_are_read_from_the_top_and_words_from_the_left() -> None:
    assert page_text([*line("Ana Reis", 112)[::-1], *line("Seeds", 100)]) == "Seeds\nAna Reis"


def test_space_between_lines_is_an_empty_line() -> None:
    words = [*line("Monday", 100), *line("Seeds", 130), *line("Ana Reis", 142), *line("Cow", 154)]
    assert page_text(words) == "Monday\n\nSeeds\nAna Reis\nCow"


def test_wide_spaces_part_columns() -> None:
    assert page_text(line("10:00     Seeds of hope", 100)) == "10:00   Seeds of hope"


def test_lines_that_the_margin_has_broken_are_put_together() -> None:
    words = [*line(LONG, 100), *line("things", 112), *line("Ana Reis", 124)]
    assert page_text(words) == f"{LONG} things\nAna Reis"


def test_what_begins_something_of_its_own_is_not_put_to_the_line_above() -> None:
    words = [*line(f"• {LONG}", 100), *line("• Old things", 112)]
    assert page_text(words) == f"• {LONG}\n• Old things"


def test_an_empty_page_has_no_text() -> None:
    assert page_text([]) == ""
