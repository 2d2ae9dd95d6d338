from __future__ import annotations

import pytest

from pipeline.tag.themes.normalising import Normaliser, acronym, fold


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "cooperative", "Cooperatives"),
        ("en", "policy", "policies"),
        ("fr", "coopérative", "COOPERATIVES"),
        ("fr", "local", "locaux"),
        ("fr", "réseau", "réseaux"),
        ("fr", "financier", "financières"),
        ("pt", "organização", "organizações"),
        ("pt", "curta", "curtas"),
        ("pt", "solidário", "solidárias"),
        ("pt", "sustentável", "sustentáveis"),
        ("es", "red", "redes"),
        ("es", "solidaria", "solidarios"),
    ],
)
def test_number_gender_case_and_accents_make_no_difference(
    language: str, one: str, other: str
) -> None:
    normaliser = Normaliser(language)
    assert normaliser.lemma(one) == normaliser.lemma(other) != ""


@pytest.mark.parametrize(
    ("language", "noun", "verb"), [("pt", "dados", "dá"), ("en", "training", "train")]
)
def test_a_noun_does_not_meet_a_verb_in_its_lemma(language: str, noun: str, verb: str) -> None:
    normaliser = Normaliser(language)
    assert normaliser.lemma(noun) != normaliser.lemma(verb)


def test_articles_and_prepositions_are_dropped_elided_ones_too() -> None:
    tokens = Normaliser("fr").tokens("l'économie de la solidarité, d’insertion")
    assert [token.lemma for token in tokens] == ["economie", "solidarite", "", "insertion"]


def test_a_token_knows_where_it_stands() -> None:
    text = "A Social Economy"
    assert [text[token.start : token.end] for token in Normaliser("en").tokens(text)] == [
        "A",
        "Social",
        "Economy",
    ]


@pytest.mark.parametrize("between", [". ", "; ", "\t", " – ", "\n\n", "\n- ", " • ", " ("])
def test_a_phrase_does_not_run_on_over_a_break(between: str) -> None:
    lemmas = [token.lemma for token in Normaliser("en").tokens(f"social{between}economy")]
    assert lemmas[0] == "social"
    assert lemmas[1] == ""
    assert lemmas[-1] == "economy"


@pytest.mark.parametrize("between", [" ", "-", "\n", " & ", "  "])
def test_a_phrase_runs_on_over_hyphens_and_line_ends(between: str) -> None:
    lemmas = [token.lemma for token in Normaliser("en").tokens(f"social{between}economy")]
    assert lemmas == ["social", "economy"]


@pytest.mark.parametrize(
    ("word", "expected"),
    [("SSE", "SSE"), ("ONGs", "ONG"), ("Sse", ""), ("S", ""), ("G20", ""), ("économie", "")],
)
def test_an_acronym_is_written_in_capitals(word: str, expected: str) -> None:
    assert acronym(word) == expected


def test_words_of_a_language_without_lemmas_are_only_folded() -> None:
    assert Normaliser("eu").lemma("Ekonomía") == "ekonomia"


def test_folding_spells_ligatures_out() -> None:
    assert fold("Œuvre") == "oeuvre"
