from __future__ import annotations

from pathlib import Path

import pytest
from theme_decks import compiled, page, pages_of, slides, themes_of, written_in
from theme_texts import COOPCYCLE, PROCUREMENT, STRANGERS

from pipeline.records.decks import BlockKind, Deck
from pipeline.tag.themes import ThemeTagger, Vocabulary, compile_vocabulary


@pytest.mark.parametrize("deck", [COOPCYCLE, PROCUREMENT])
@pytest.mark.parametrize("language", ["fr", "pt"])
def test_translations_have_the_same_first_themes(
    tagger: ThemeTagger, deck: dict[str, str], language: str
) -> None:
    english = list(themes_of(tagger, "en", *pages_of(deck["en"])))
    assert len(english) >= 5
    assert list(themes_of(tagger, language, *pages_of(deck[language])))[:5] == english[:5]


def test_the_first_themes_are_what_the_deck_is_about(tagger: ThemeTagger) -> None:
    assert set(list(themes_of(tagger, "en", *pages_of(COOPCYCLE["en"])))[:2]) == {
        "alternative-platforms",
        "platform-cooperativism",
    }
    assert {"social-procurement", "social-clauses", "food-policy"} <= set(
        list(themes_of(tagger, "pt", *pages_of(PROCUREMENT["pt"])))[:5]
    )


@pytest.mark.parametrize("stranger", STRANGERS)
def test_a_deck_of_another_field_has_no_theme(tagger: ThemeTagger, stranger: str) -> None:
    language, text = STRANGERS[stranger]
    assert themes_of(tagger, language, *pages_of(text)) == {}


def test_a_word_with_other_meanings_counts_in_company(tagger: ThemeTagger) -> None:
    alone = themes_of(tagger, "en", "Care\nGood care, training and care workers' training")
    beside = themes_of(tagger, "en", "Care\nGood care", "Domestic workers\nWorker cooperatives")
    assert "care-economy" in beside
    assert themes_of(tagger, "en", "Care\nGood care and training") == {}
    assert "learning" in alone


def test_an_acronym_counts_once_it_is_spelt_out(tagger: ThemeTagger) -> None:
    assert themes_of(tagger, "en", "SSE\nHow SSE streams events") == {}
    spelt_out = themes_of(tagger, "en", "The social and solidarity economy\nWhy SSE matters")
    phrases = [e.phrase for e in spelt_out["social-and-solidarity-economy"].evidence]
    assert phrases == ["SSE", "social and solidarity economy"]


def test_a_specific_concept_stands_before_a_generic_one(tagger: ThemeTagger) -> None:
    themes = themes_of(
        tagger,
        "en",
        "The social and solidarity economy\nWaste pickers",
        "The social and solidarity economy\nWaste pickers",
        "Waste pickers\nThe social and solidarity economy",
        "Waste pickers\nThe social and solidarity economy",
    )
    assert next(iter(themes)) == "waste-pickers"


@pytest.fixture
def trade(tmp_path: Path) -> ThemeTagger:
    return ThemeTagger(
        compiled(
            tmp_path,
            ':fair skos:prefLabel "fair trade"@en , "commerce équitable"@fr . '
            ':justice skos:prefLabel "social justice"@en , "justice sociale"@fr . '
            ':work skos:prefLabel "decent work"@en . ',
        )
    )


def score(tagger: ThemeTagger, kind: BlockKind, pages: int = 4, times: int = 1) -> float:
    """Return the score of a phrase that stands in such a block of the second of these pages."""
    blocks = [(BlockKind.BODY, "Nothing")]
    deck = Deck(
        pages=tuple(
            page(number, *blocks, *([(kind, "Fair trade. " * times)] if number == 2 else []))
            for number in range(1, pages + 1)
        )
    )
    return next((t.score for t in tagger.tag(deck, written_in(deck, "en"))), 0.0)


def test_a_title_outweighs_the_body_and_the_body_the_notes(tmp_path: Path) -> None:
    tagger = ThemeTagger(compiled(tmp_path, ':a skos:prefLabel "fair trade"@en .'))
    kinds = [BlockKind.TITLE, BlockKind.BODY, BlockKind.NOTES]
    title, body, notes = (score(tagger, kind, pages=2, times=3) for kind in kinds)
    assert title > body > notes > 0


def test_headers_and_footers_alone_make_no_theme(trade: ThemeTagger) -> None:
    assert score(trade, BlockKind.FURNITURE) == 0


def test_repetition_is_worth_less_than_the_first_mention(trade: ThemeTagger) -> None:
    once, twice, thrice = (score(trade, BlockKind.BODY, times=n) for n in (1, 2, 3))
    assert once < twice < thrice
    assert thrice - twice < twice - once


def test_spread_over_pages_is_worth_more_than_repetition_on_one(trade: ThemeTagger) -> None:
    spread = slides("One\nfair trade", "Two\nfair trade", "Three\nfair trade", "Four")
    heaped = slides("One\nfair trade. fair trade. fair trade", "Two", "Three", "Four")
    (first,) = trade.tag(spread, written_in(spread, "en"))
    (second,) = trade.tag(heaped, written_in(heaped, "en"))
    assert first.score > second.score


def test_a_passing_mention_in_a_long_deck_is_no_theme(trade: ThemeTagger) -> None:
    assert score(trade, BlockKind.BODY, pages=4) > 0
    assert score(trade, BlockKind.BODY, pages=60) == 0


def test_evidence_is_the_page_and_the_words_as_they_stand_there(trade: ThemeTagger) -> None:
    deck = slides("FAIR TRADE\nFair\ntrades", "Other\nFair  trade, fair-trade")
    (theme,) = trade.tag(deck, written_in(deck, "en"))
    assert [(e.page, e.phrase) for e in theme.evidence] == [
        (1, "FAIR TRADE"),
        (1, "Fair trades"),
        (2, "fair-trade"),
    ]


def test_a_few_wordings_are_evidence_enough(tmp_path: Path) -> None:
    words = ["apple", "pear", "plum", "fig", "kiwi", "lime", "date"]
    labels = " , ".join(f'"{word} trade"@en' for word in words)
    tagger = ThemeTagger(compiled(tmp_path, f":a skos:prefLabel {labels} ."))
    deck = slides(*(f"{word} trade" for word in words))
    (theme,) = tagger.tag(deck, written_in(deck, "en"))
    assert len(theme.evidence) == 5


def test_each_page_is_read_in_its_own_language(trade: ThemeTagger) -> None:
    deck = slides("Fair trade", "Commerce équitable", "Justice sociale")
    themes = trade.tag(deck, written_in(deck, "en", "en", "fr", "en"))
    assert [(t.id, [e.page for e in t.evidence]) for t in themes] == [
        ("https://example.org/fair", [1, 2])
    ]


def test_a_page_of_unknown_language_is_read_in_that_of_the_deck(trade: ThemeTagger) -> None:
    deck = slides("Commerce équitable", "Justice sociale")
    assert len(trade.tag(deck, written_in(deck, "fr-CA", "und", "fr"))) == 2


@pytest.mark.parametrize("tag", ["und", "it", "zh-Hans"])
def test_a_language_that_the_vocabulary_lacks_gives_no_themes(trade: ThemeTagger, tag: str) -> None:
    deck = slides("Fair trade")
    assert trade.tag(deck, written_in(deck, tag, tag)) == ()


def test_a_page_that_cannot_be_read_says_nothing(trade: ThemeTagger) -> None:
    deck = Deck(pages=(page(1, (BlockKind.TITLE, "Fair trade"), usable=False),))
    assert trade.tag(deck, written_in(deck, "en")) == ()
    assert trade.tag(Deck(pages=()), written_in(Deck(pages=()), "en")) == ()


def test_decomposed_accents_make_no_difference(trade: ThemeTagger) -> None:
    deck = slides("Commerce e\u0301quitable")
    (theme,) = trade.tag(deck, written_in(deck, "fr"))
    assert theme.evidence[0].phrase == "Commerce équitable"


def test_themes_stand_by_score_and_then_by_uri(trade: ThemeTagger) -> None:
    deck = slides("Work\nsocial justice; fair trade", "Decent work")
    themes = trade.tag(deck, written_in(deck, "en"))
    assert [t.id.rpartition("/")[2] for t in themes] == ["work", "fair", "justice"]
    assert all(0 < t.score <= 1 and round(t.score, 4) == t.score for t in themes)


def test_there_are_at_most_twelve_themes(sse: Vocabulary, tagger: ThemeTagger) -> None:
    labels = [concept.label["en"] for concept in sse.concepts if concept.specificity == 1]
    assert len(themes_of(tagger, "en", *labels[:40])) == 12


def test_a_theme_carries_its_labels_in_all_languages(tagger: ThemeTagger) -> None:
    theme = themes_of(tagger, "fr", "Le budget participatif")["participatory-budgeting"]
    assert theme.label == {
        "en": "participatory budgeting",
        "es": "presupuesto participativo",
        "fr": "budget participatif",
        "pt": "orçamento participativo",
    }


def test_the_same_deck_has_the_same_themes_again(sse_file: Path, tagger: ThemeTagger) -> None:
    again = ThemeTagger(compile_vocabulary(sse_file))
    texts = pages_of(COOPCYCLE["pt"])
    assert themes_of(again, "pt", *texts) == themes_of(tagger, "pt", *texts)
