from __future__ import annotations

import pytest

from pipeline.records.decks import Block, BlockKind, Deck, DeckLanguage, Language, Page
from pipeline.records.tags import EntityLabel


def labels(tagger, deck):
    return {entity.text: entity.label for entity in tagger.tag(*deck)}


def test_people_organisations_and_places_are_found_in_english(tagger, make_deck):
    deck = make_deck(
        "en",
        "Social enterprise in Senegal\n"
        "The cooperative was founded in Geneva by Laura Jackson in 2009.\n"
        "The World Bank and the European Commission support it.",
    )
    found = labels(tagger, deck)
    assert found["Laura Jackson"] is EntityLabel.PERSON
    assert found["World Bank"] is EntityLabel.ORG
    assert found["European Commission"] is EntityLabel.ORG
    assert found["Senegal"] is EntityLabel.LOC
    assert found["Geneva"] is EntityLabel.LOC


def test_people_organisations_and_places_are_found_in_french(tagger, make_deck):
    deck = make_deck(
        "fr",
        "L'entreprise sociale au Sénégal\n"
        "La coopérative a été fondée à Dakar par Jacques Delors en 2009.\n"
        "La Banque mondiale et la Commission européenne la soutiennent.",
    )
    found = labels(tagger, deck)
    assert found["Jacques Delors"] is EntityLabel.PERSON
    assert found["Banque mondiale"] is EntityLabel.ORG
    assert found["Sénégal"] is EntityLabel.LOC
    assert found["Dakar"] is EntityLabel.LOC


def test_people_organisations_and_places_are_found_in_portuguese(tagger, make_deck):
    deck = make_deck(
        "pt",
        "A empresa social em Portugal\n"
        "A cooperativa foi fundada em Lisboa por António Guterres em 2009.\n"
        "O Banco Mundial e a Comissão Europeia apoiam o projeto.",
    )
    found = labels(tagger, deck)
    assert found["António Guterres"] is EntityLabel.PERSON
    assert found["Banco Mundial"] is EntityLabel.ORG
    assert found["Portugal"] is EntityLabel.LOC
    assert found["Lisboa"] is EntityLabel.LOC


def test_each_page_is_read_in_its_own_language(tagger, make_deck):
    english, _ = make_deck("en", "The World Bank opened an office in Dakar.")
    portuguese, _ = make_deck("pt", "A cooperativa foi fundada em Lisboa por António Guterres.")
    pages = (english.pages[0], Page(number=2, blocks=portuguese.pages[0].blocks))
    language = DeckLanguage(
        deck=Language(tag="en", confidence=0.9),
        pages=(Language(tag="und", confidence=0), Language(tag="pt-BR", confidence=0.9)),
    )
    found = {entity.text: entity.pages for entity in tagger.tag(Deck(pages=pages), language)}
    assert found["World Bank"] == (1,)
    assert found["António Guterres"] == (2,)


def test_a_language_without_a_model_yields_no_names(tagger, make_deck):
    assert tagger.tag(*make_deck("es", "La cooperativa nació en Mondragón")) == ()


def test_a_page_that_cannot_be_relied_on_is_not_read(tagger):
    block = Block(kind=BlockKind.BODY, text="The World Bank opened an office in Dakar.")
    deck = Deck(pages=(Page(number=1, blocks=(block,), usable=False),))
    english = Language(tag="en", confidence=0.9)
    assert tagger.tag(deck, DeckLanguage(deck=english, pages=(english,))) == ()


@pytest.mark.parametrize("language", ["en", "fr", "pt"])
def test_an_empty_deck_has_no_names(tagger, language):
    tag = Language(tag=language, confidence=0.9)
    assert tagger.tag(Deck(pages=()), DeckLanguage(deck=tag, pages=())) == ()


def test_every_model_states_its_version(tagger):
    assert all(tagger.versions.values())
    assert tagger.versions.keys() == {"elective_ner", "elective_ner_fr"}


ENGLISH = (
    (
        "SSE, Local Economic Development and Social Innovation\n"
        "Ms. Laura Aufrère, Université Sorbonne Paris Nord\n22 November 2021, Turin"
    ),
    (
        "What Is the Social and Solidarity Economy?\n"
        "Enterprises that put people before profit\nLocal development is economic and social"
    ),
    "Local Economic Development\nThe academy was held on the 12th of November\nSSE in Senegal",
    "Casa do Impacto\nMs. Inês Sequeira directs the Casa do Impacto in Lisbon",
)
FRENCH = (
    (
        "ESS, Développement Économique Local et Innovation Sociale\n"
        "Mme Laura Aufrère\nUniversité Sorbonne Paris Nord"
    ),
    (
        "Qu'est-ce que l'Économie Sociale et Solidaire ?\nUne économie locale et sociale\n"
        "Le développement économique local\nL'ESS en Afrique"
    ),
    "Casa do Impacto\nMme Inês Sequeira dirige la Casa do Impacto à Lisbonne",
)
PORTUGUESE = (
    (
        "ESS, Desenvolvimento Económico Local e Inovação Social\n"
        "Sra. Laura Aufrère\nUniversité Sorbonne Paris Nord"
    ),
    (
        "O Que É a Economia Social e Solidária?\nUma economia local e social\n"
        "O desenvolvimento económico local\nA ESS em África"
    ),
    "Casa do Impacto\nA Sra. Inês Sequeira dirige a Casa do Impacto em Lisboa",
)


@pytest.mark.parametrize(
    ("language", "pages"), [("en", ENGLISH), ("fr", FRENCH), ("pt", PORTUGUESE)]
)
def test_the_notions_of_the_field_are_no_names(tagger, make_deck, language, pages):
    found = labels(tagger, make_deck(language, *pages))
    wrong = {"SSE", "ESS", "12th", "the 12th", "12th of November", "Innovation", "Inovação"}
    assert not wrong & found.keys()
    notions = ("economic", "économique", "económico", "social", "innovation", "inovação")
    assert not [name for name in found if any(word in name.lower() for word in notions)]


@pytest.mark.parametrize(
    ("language", "pages"), [("en", ENGLISH), ("fr", FRENCH), ("pt", PORTUGUESE)]
)
def test_a_name_of_several_words_is_one_entity(tagger, make_deck, language, pages):
    found = labels(tagger, make_deck(language, *pages))
    assert found["Casa do Impacto"] is EntityLabel.ORG
    assert found["Université Sorbonne Paris Nord"] is EntityLabel.ORG
    assert not {"Impacto", "Casa", "Sorbonne", "Paris", "Nord", "Paris Nord"} & found.keys()
    assert found["Inês Sequeira"] is found["Laura Aufrère"] is EntityLabel.PERSON
