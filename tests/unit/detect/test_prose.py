from __future__ import annotations

import pytest

from pipeline.detect.prose import letters, prose


@pytest.mark.parametrize(
    "line",
    [
        "def share(earnings, members):",
        "class Market(Place):",
        "from market import prices, weather",
        "total = sum(prices)",
        "member.pay(amount=10)",
        'print("fair food")',
        "if price == 10:",
        "<div class='food'>Fair food</div>",
        "{% load fair_food %}",
        ">>> share",
        "$ make food",
        "// every member gets the same",
        "# every member gets the same",
        "git commit --all",
        "SELECT name FROM food",
        "GRAPHENE_SCHEMA settings_file food.py",
    ],
)
def test_code_is_left_out(line: str) -> None:
    assert prose(line) == ()


@pytest.mark.parametrize(
    "line",
    [
        "Private sector and public procurement",
        "From theory to practice",
        "Return to work: who pays?",
        "Import substitution and fair trade",
        "Les acteurs locaux (ONG, coopératives):",
        "Des communes solidaires;",
        "Class struggle, where are we?",
        "Select the best offer",
    ],
)
def test_prose_that_looks_a_little_like_code_is_kept(line: str) -> None:
    assert prose(line) == (line,)


def test_what_is_for_machines_is_left_out_of_a_line() -> None:
    text = "Write to ines@example.org or see https://example.org/a_b on day 2 of 3 with @ines"
    assert prose(text) == ("Write to or see on day of with",)


def test_a_few_words_between_lines_of_code_belong_to_it() -> None:
    assert prose("query = {\n  name\n}\nEvery member gets the same amount") == (
        "Every member gets the same amount",
    )


def test_cells_of_a_table_are_read_one_by_one() -> None:
    assert prose("Fair food\t12\nA just price\t{name}") == ("Fair food",)


def test_a_line_in_capitals_comes_in_small_letters() -> None:
    assert prose("A ECONOMIA SOCIAL\nda RIPESS") == ("a economia social", "da RIPESS")


def test_letters_of_every_script_are_counted() -> None:
    assert letters("é, 7 食品 كتاب") == 7


def test_an_endless_word_takes_no_time() -> None:
    assert prose("a(" * 100_000) == ()
