from __future__ import annotations

import pytest

from training.texts import gold_pages, held_out, taught

DECK = """\
HOUSING IN {LOC BRAGA}
{PERSON Inês Prado}, architect | {ORG Casa Aberta}
- 40 homes, with help of
{ORG Banco do Minho}
[notes] Ask Dr. {PERSON Lopes} about the roofs.

Sources
{PERSON Lopes, R.} ({ORG INE}): {WORK Homes}, 2020
"""


@pytest.fixture
def folder(tmp_path):
    path = tmp_path / "en"
    path.mkdir()
    return path


def read(sentences):
    return [(s.text, [(s.text[a:b], label) for a, b, label in s.spans]) for s in sentences]


def test_decks_are_cut_as_the_tagger_cuts_them_and_capitals_read_as_it_reads_them_too(folder):
    (folder / "a-slides-01.txt").write_text(f"Thanks\n---\n{DECK}", "utf-8")
    assert read(taught(folder)) == [
        ("HOUSING IN BRAGA", [("BRAGA", "LOC")]),
        ("Housing in Braga", [("Braga", "LOC")]),
        ("Inês Prado, architect", [("Inês Prado", "PER")]),
        ("Casa Aberta", [("Casa Aberta", "ORG")]),
        ("- 40 homes, with help of Banco do Minho", [("Banco do Minho", "ORG")]),
        ("Ask Dr. Lopes about the roofs.", [("Lopes", "PER")]),
        ("Sources", []),
        (
            "Lopes, R. (INE): Homes, 2020",
            [("Lopes, R.", "PER"), ("INE", "ORG"), ("Homes", "WORK")],
        ),
    ]
    assert read(held_out(folder)) == [("Thanks", [])]


def test_prose_is_read_line_by_line_and_every_twelfth_kept_to_choose_by(folder):
    lines = [f"Line {number} of {{PERSON Mr. Lopes}}" for number in range(24)]
    (folder / "a-prose-01.txt").write_text("\n\n".join(lines), "utf-8")
    kept = list(held_out(folder))
    assert read(kept[:1]) == [("Line 0 of Mr. Lopes", [("Lopes", "PER")])]
    assert [s.text.split()[1] for s in kept] == ["0", "12"]
    assert len(list(taught(folder))) == 22


def test_a_folder_without_texts_is_missed(folder):
    with pytest.raises(FileNotFoundError):
        list(taught(folder))


def test_gold_pages_are_read_without_their_names(tmp_path):
    (tmp_path / "deck.pt.txt").write_text(DECK, "utf-8")
    assert [s.spans for s in gold_pages(tmp_path)] == [()] * 8
