"""Themes that no word names, by vectors that stand for meaning."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from pipeline.encode import Vectors
from pipeline.records.decks import BlockKind, Deck
from pipeline.tag.themes import ThemeTagger, Vocabulary, with_vectors
from tests.unit.tag.themes.theme_decks import compiled, page, written_in

TURTLE = """
:bread skos:prefLabel "bread"@en ; skos:scopeNote "about bread"@en , "du pain"@fr .
:wine skos:prefLabel "wine"@en ; skos:definition "about wine"@en .
:bare skos:prefLabel "cheese"@en ; skos:hiddenLabel "flour"@en .
"""

#: One axis for the field and one for each of its two subjects.
WORDS = {"bread": (1.0, 1.0, 0.0), "pain": (1.0, 1.0, 0.0), "wine": (1.0, 0.0, 1.0)}


class Encoder:
    name = "three axes"
    size = 3

    def encode(self, texts: Sequence[str]) -> Vectors:
        rows = [next((v for w, v in WORDS.items() if w in text), (0, 0, 0)) for text in texts]
        vectors = np.array(rows, dtype=np.float32).reshape(-1, 3)
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        return np.asarray(vectors / np.where(lengths > 0, lengths, 1), dtype=np.float32)


@pytest.fixture
def vocabulary(tmp_path: Path) -> Vocabulary:
    return with_vectors(compiled(tmp_path, TURTLE), Encoder())


BAKING = Deck(pages=(page(1, (BlockKind.TITLE, "Flour and patience")),))
NEAR_BREAD = Encoder().encode(["bread"])


def test_a_deck_near_to_a_concept_is_tagged_though_no_word_names_it(
    vocabulary: Vocabulary,
) -> None:
    themes = ThemeTagger(vocabulary).tag(BAKING, written_in(BAKING, "en"), NEAR_BREAD)
    (theme,) = [theme for theme in themes if theme.id.endswith("bread")]
    (evidence,) = theme.evidence
    assert (evidence.page, evidence.phrase) == (1, "Flour and patience")
    assert evidence.nearness is not None
    assert 0 < evidence.nearness <= 1


def test_a_page_without_heading_shows_its_first_words(vocabulary: Vocabulary) -> None:
    deck = Deck(pages=(page(1, (BlockKind.BODY, "Flour " * 40)),))
    themes = ThemeTagger(vocabulary).tag(deck, written_in(deck, "en"), NEAR_BREAD)
    (theme,) = [theme for theme in themes if theme.id.endswith("bread")]
    assert theme.evidence[0].phrase.startswith("Flour Flour")
    assert len(theme.evidence[0].phrase) <= 80


def test_without_vectors_only_words_count(vocabulary: Vocabulary) -> None:
    assert ThemeTagger(vocabulary).tag(BAKING, written_in(BAKING, "en")) == ()


@pytest.mark.parametrize("vector", [(0.0, 0.0, 0.0), (-1.0, 0.0, 0.0)])
def test_a_deck_far_from_the_field_gets_no_theme(
    vocabulary: Vocabulary, vector: tuple[float, ...]
) -> None:
    vectors = np.array([vector], dtype=np.float32)
    assert ThemeTagger(vocabulary).tag(BAKING, written_in(BAKING, "en"), vectors) == ()


def test_nearness_alone_is_not_enough_where_no_phrase_of_the_field_is_found(
    vocabulary: Vocabulary,
) -> None:
    deck = Deck(pages=(page(1, (BlockKind.TITLE, "Patience")),))
    assert ThemeTagger(vocabulary).tag(deck, written_in(deck, "en"), NEAR_BREAD) == ()


def test_what_is_said_outweighs_what_is_near(vocabulary: Vocabulary) -> None:
    deck = Deck(pages=(page(1, (BlockKind.TITLE, "Wine")),))
    themes = ThemeTagger(vocabulary).tag(deck, written_in(deck, "en"), NEAR_BREAD)
    assert [theme.id.rpartition("/")[2] for theme in themes] == ["wine", "bread"]
    assert themes[0].evidence[0].nearness is None


def test_a_vocabulary_that_mostly_says_no_more_than_labels_gets_no_vectors(tmp_path: Path) -> None:
    bare = compiled(
        tmp_path,
        """:a skos:prefLabel "cheese"@en .
        :b skos:prefLabel "bread"@en ; skos:scopeNote "about bread"@en .""",
    )
    assert with_vectors(bare, Encoder()) == bare
    assert ThemeTagger(bare).tag(BAKING, written_in(BAKING, "en"), NEAR_BREAD) == ()
