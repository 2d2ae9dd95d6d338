from __future__ import annotations

import msgspec
import pytest

from pipeline.records.decks import (
    Block,
    BlockKind,
    Deck,
    DeckLanguage,
    Language,
    Page,
    Properties,
)
from pipeline.records.files import Refusal, RejectionCode
from pipeline.records.programme import Text, variants
from pipeline.records.readings import Reading, summarise
from pipeline.records.tags import Tags

FRENCH = Language(tag="fr", confidence=0.9)
READING = Reading(
    deck=Deck(
        pages=(
            Page(number=1, blocks=(Block(kind=BlockKind.TITLE, text="L’ESS"),)),
            Page(number=2, usable=False),
        ),
        properties=Properties(author="Laura Aufrère"),
        warnings=("Page 2 has no text.",),
    ),
    language=DeckLanguage(deck=FRENCH, pages=(FRENCH, FRENCH)),
    tags=Tags(keyphrases=("économie sociale",)),
    vectors=b"\x00\x3c",
    vector_size=1,
)
REFUSAL = Refusal(code=RejectionCode.ENCRYPTED, message="Ask for the password.")


def test_a_reading_and_a_refusal_survive_being_kept() -> None:
    for result in (READING, REFUSAL):
        kept = msgspec.msgpack.encode(result)
        assert msgspec.msgpack.decode(kept, type=Reading | Refusal) == result


def test_a_summary_says_what_the_index_says() -> None:
    summary = summarise(READING)
    assert (summary.title, summary.pages, summary.language) == ("L’ESS", 2, FRENCH)
    assert summary.tags == READING.tags
    assert summary.warnings == ("Page 2 has no text.",)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Framing", ["Framing"]),
        ({"en": "Framing", "fr": "Cadrer"}, ["Framing", "Cadrer"]),
        ("", []),
        (None, []),
    ],
)
def test_a_text_comes_in_one_or_several_languages(text: Text | None, expected: list[str]) -> None:
    assert list(variants(text)) == expected
