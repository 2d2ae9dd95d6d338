from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.evaluate.entities.pages import read_gold_pages
from pipeline.records.decks import BlockKind

DECK = """\
CARE, {LOC LIMA}
{PERSON Rosa Ccori} | treasurer
[alt] Logo of {ORG Manos Unidas}

Thanks
[notes] Thank {PERSON Rosa Ccori}.
"""
GOLD = Path(__file__).parents[4] / "tests" / "data" / "entities"


@pytest.fixture
def folder(tmp_path):
    elective = tmp_path / "care"
    elective.mkdir()
    (elective / "home.en.txt").write_text(DECK, "utf-8")
    (elective / "home.fr.txt").write_text("Merci", "utf-8")
    (elective / "other.fr.txt").write_text("Merci", "utf-8")
    (elective / "programme.yaml").write_text("sessions: [{title: Care}]", "utf-8")
    return tmp_path


def test_a_deck_is_read_without_its_marks_and_with_its_layers(folder):
    (elective,) = read_gold_pages(folder)
    first, second = elective.decks[0].deck.pages
    assert first.title == "CARE, LIMA"
    assert first.layer(BlockKind.BODY) == "Rosa Ccori | treasurer"
    assert first.layer(BlockKind.ALT_TEXT) == "Logo of Manos Unidas"
    assert second.notes == "Thank Rosa Ccori."


def test_names_are_counted_by_page(folder):
    (elective,) = read_gold_pages(folder)
    assert elective.decks[0].names == {
        ("care/home.en", 1, "LIMA", "LOC"): 1,
        ("care/home.en", 1, "Rosa Ccori", "PERSON"): 1,
        ("care/home.en", 1, "Manos Unidas", "ORG"): 1,
        ("care/home.en", 2, "Rosa Ccori", "PERSON"): 1,
    }


def test_decks_of_one_name_are_translations_and_the_programme_is_read(folder):
    (elective,) = read_gold_pages(folder)
    assert elective.groups == (("care/home.en", "care/home.fr"), ("care/other.fr",))
    assert elective.programme
    assert elective.programme.sessions[0].title == "Care"


def test_a_folder_without_decks_or_with_a_wrong_programme_is_told(folder):
    with pytest.raises(FileNotFoundError, match=r"deck\.en\.txt"):
        read_gold_pages(folder / "care")
    (folder / "care" / "programme.yaml").write_text("sessions: 3", "utf-8")
    with pytest.raises(FileNotFoundError, match="no programme"):
        read_gold_pages(folder)


@pytest.mark.parametrize("part", ["dev", "held-out"])
def test_the_gold_pages_of_the_project_are_marked_as_their_guide_says(part):
    decks = [item for elective in read_gold_pages(GOLD / part) for item in elective.decks]
    assert {item.language for item in decks} == {"en", "fr", "pt"}
    assert sum(len(item.deck.pages) for item in decks) >= (100 if part == "dev" else 60)
    for item in decks:
        texts = {page.number: "\n".join(b.text for b in page.blocks) for page in item.deck.pages}
        assert not any("{" in text or "}" in text for text in texts.values())
        for _, number, name, label in item.names:
            assert name in texts[number]
            assert label in {"PERSON", "ORG", "LOC", "EVENT", "WORK"}
