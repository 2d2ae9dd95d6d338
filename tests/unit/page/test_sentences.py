from __future__ import annotations

from page_index import make_index, resource

from pipeline.page.sentences import translations

FOUND = [
    {"signal": "words", "detail": "The pages share rare words with the session.", "weight": 1.0},
    {"signal": "name", "detail": "Page 1 names Jason Nardi (“Nardi”).", "weight": 1.0},
]


def test_only_what_the_index_says_is_translated_with_the_parts_of_its_sentences() -> None:
    told = translations(make_index(resource("a", evidence=FOUND)))
    assert list(told) == ["fr", "pt"]
    assert list(told["fr"]) == [
        "Page {0}",
        "The pages share rare words with the session.",
        "{0} names {1} (“{2}”).",
    ]
    assert told["pt"]["Page {0}"] != "Page {0}"


def test_a_page_without_decks_carries_no_translations() -> None:
    assert translations(make_index()) == {"fr": {}, "pt": {}}
