from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest
from rdflib import Graph
from theme_decks import PREFIXES, compiled

from pipeline.records.errors import VocabularyError
from pipeline.tag.themes import Phrase, Vocabulary, compile_vocabulary

TURTLE = """
: a skos:ConceptScheme ; skos:prefLabel "Trade"@en .
:fair a skos:Concept ; skos:prefLabel "fair trade"@EN , "comércio justo"@pt-BR ;
    skos:altLabel "alternative trade"@en ; skos:broader :trade .
:trade a skos:Concept ; skos:prefLabel "trade"@en .
"""


def phrase(vocabulary: Vocabulary, *tokens: str, language: str = "en") -> Phrase | None:
    return next(
        (p for p in vocabulary.phrases if p.tokens == tokens and p.language == language), None
    )


def names(vocabulary: Vocabulary, found: Phrase | None) -> list[str]:
    assert found is not None
    return [vocabulary.concepts[index].id.rpartition("/")[2] for index in found.concepts]


@pytest.mark.parametrize("syntax", ["turtle", "xml", "pretty-xml", "json-ld", "nt"])
def test_every_syntax_gives_the_same_vocabulary_whatever_the_name(
    tmp_path: Path, syntax: str
) -> None:
    path = tmp_path / "vocabulary.skos"
    Graph().parse(data=PREFIXES + TURTLE, format="turtle").serialize(
        path, format=syntax, encoding="utf-8"
    )
    assert compile_vocabulary(path) == compiled(tmp_path, TURTLE)


def test_a_compiled_vocabulary_can_be_kept(tmp_path: Path) -> None:
    vocabulary = compiled(tmp_path, TURTLE)
    kept = msgspec.msgpack.encode(vocabulary)
    assert msgspec.msgpack.decode(kept, type=Vocabulary) == vocabulary


def test_languages_are_known_by_their_primary_tag(tmp_path: Path) -> None:
    vocabulary = compiled(tmp_path, TURTLE)
    assert vocabulary.concepts[0].label == {"en": "fair trade", "pt": "comércio justo"}
    assert {p.language for p in vocabulary.phrases} == {"en", "pt"}


def test_the_scheme_names_itself_and_its_version(tmp_path: Path) -> None:
    vocabulary = compiled(
        tmp_path, TURTLE + ': <http://www.w3.org/2002/07/owl#versionInfo> "2.1" .'
    )
    assert (vocabulary.id, vocabulary.title, vocabulary.version) == (
        "https://example.org/",
        "Trade",
        "2.1",
    )


def test_a_file_without_a_scheme_is_a_vocabulary_without_a_name(tmp_path: Path) -> None:
    vocabulary = compiled(tmp_path, ':a skos:prefLabel "fair trade"@en .')
    assert (vocabulary.id, vocabulary.title, vocabulary.version) == ("", "", "")
    assert [concept.id for concept in vocabulary.concepts] == ["https://example.org/a"]


def test_a_label_without_a_language_counts_in_all_of_the_scheme(tmp_path: Path) -> None:
    vocabulary = compiled(tmp_path, TURTLE + ':trade skos:altLabel "commerce" .')
    assert phrase(vocabulary, "commerce", language="en")
    assert phrase(vocabulary, "commerce", language="pt")


def test_a_concept_without_a_preferred_label_is_shown_by_another_name(tmp_path: Path) -> None:
    vocabulary = compiled(
        tmp_path,
        ':a a skos:Concept ; skos:altLabel "swap"@en . :b a skos:Concept ; skos:prefLabel "" .',
    )
    assert [concept.label for concept in vocabulary.concepts] == [{"en": "swap"}, {"und": "b"}]


@pytest.mark.parametrize("code", ["80160000", "A", "AA", "?"])
def test_a_code_is_no_phrase(tmp_path: Path, code: str) -> None:
    vocabulary = compiled(tmp_path, TURTLE + f':trade skos:altLabel "{code}" .')
    assert vocabulary.phrases == compiled(tmp_path, TURTLE).phrases


def test_a_qualifier_is_not_looked_for(tmp_path: Path) -> None:
    vocabulary = compiled(tmp_path, ':a skos:prefLabel "cooperative (enterprise)"@en .')
    assert [p.tokens for p in vocabulary.phrases] == [("cooperative",)]


def test_each_half_of_a_label_that_joins_two_subjects_is_looked_for(tmp_path: Path) -> None:
    vocabulary = compiled(
        tmp_path, ':a skos:prefLabel "Decent work and Self-Management of women"@en .'
    )
    assert {p.tokens for p in vocabulary.phrases} == {
        ("decent", "work", "self", "management", "woman"),
        ("decent", "work"),
        ("self", "management", "woman"),
    }


def test_a_half_of_one_word_says_too_little(tmp_path: Path) -> None:
    vocabulary = compiled(tmp_path, ':a skos:prefLabel "Women and trade"@en .')
    assert [p.tokens for p in vocabulary.phrases] == [("woman", "trade")]


def test_a_phrase_of_two_concepts_is_of_the_one_whose_label_is_surer(tmp_path: Path) -> None:
    vocabulary = compiled(
        tmp_path,
        ':a skos:altLabel "fair trade"@en . :b skos:prefLabel "Fair trade"@en . '
        ':c skos:prefLabel "fair trade and care"@en .',
    )
    assert names(vocabulary, phrase(vocabulary, "fair", "trade")) == ["b"]


def test_a_phrase_that_is_as_sure_of_two_concepts_is_of_both(tmp_path: Path) -> None:
    vocabulary = compiled(
        tmp_path, ':a skos:altLabel "swap shop"@en . :b skos:altLabel "swap shops"@en .'
    )
    assert names(vocabulary, phrase(vocabulary, "swap", "shop")) == ["a", "b"]


def test_hidden_labels_short_acronyms_and_shared_concepts_need_company(tmp_path: Path) -> None:
    vocabulary = compiled(
        tmp_path,
        ':a skos:prefLabel "care economy"@en ; skos:hiddenLabel "care"@en ; '
        'skos:altLabel "SSE"@en , "RIPESS"@en . '
        ':b a idx:SharedConcept ; skos:prefLabel "climate change"@en .',
    )
    assert {p.tokens: p.needs_company for p in vocabulary.phrases} == {
        ("RIPESS",): False,
        ("SSE",): True,
        ("care",): True,
        ("care", "economy"): False,
        ("climate", "change"): True,
    }


def test_a_heading_in_capitals_is_no_acronym(tmp_path: Path) -> None:
    vocabulary = compiled(tmp_path, ':a skos:prefLabel "FOOD SECURITY"@en .')
    assert [p.tokens for p in vocabulary.phrases] == [("food", "security")]


def test_a_concept_is_the_less_specific_the_more_are_narrower(tmp_path: Path) -> None:
    vocabulary = compiled(
        tmp_path,
        ':a skos:prefLabel "aa bb"@en . :b skos:prefLabel "cc"@en ; skos:broader :a . '
        ':c skos:prefLabel "dd dd"@en ; skos:broader :b . :b skos:narrower :d . '
        ':d skos:prefLabel "ee ee"@en .',
    )
    assert [concept.specificity for concept in vocabulary.concepts] == [0.0, 0.2075, 1.0, 1.0]


def test_concepts_that_are_each_broader_than_the_other_do_no_harm(tmp_path: Path) -> None:
    vocabulary = compiled(
        tmp_path,
        ':a skos:prefLabel "fair trade"@en ; skos:broader :b . '
        ':b skos:prefLabel "barter"@en ; skos:broader :a .',
    )
    assert [concept.specificity for concept in vocabulary.concepts] == [0.0, 0.0]


@pytest.mark.parametrize(
    "contents",
    ["", "hello", "@prefix skos: <", "<?xml version='1.0'?><rdf", "{", "[1, 2", "\x00\x01"],
)
def test_what_is_no_vocabulary_is_refused_in_words_that_name_the_file(
    tmp_path: Path, contents: str
) -> None:
    path = tmp_path / "themes.ttl"
    path.write_text(contents)
    with pytest.raises(VocabularyError, match=r"themes\.ttl"):
        compile_vocabulary(path)


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "themes.ttl"
    path.write_bytes((PREFIXES + ':a skos:prefLabel "économie"@fr .').encode("latin-1"))
    with pytest.raises(VocabularyError, match="UTF-8"):
        compile_vocabulary(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(VocabularyError, match=r"nowhere\.ttl cannot be opened"):
        compile_vocabulary(tmp_path / "nowhere.ttl")


def test_a_scheme_without_labels_is_refused_with_what_to_give(tmp_path: Path) -> None:
    with pytest.raises(VocabularyError, match=r"skos:prefLabel"):
        compiled(tmp_path, ":a a skos:Concept .")


def test_a_json_ld_context_on_the_web_is_not_fetched(tmp_path: Path) -> None:
    path = tmp_path / "scheme.json"
    contexts = [{"skos": "http://www.w3.org/2004/02/skos/core#"}, "https://example.org/context"]
    path.write_text(json.dumps({"@graph": [{"@context": contexts, "@id": "x"}]}))
    with pytest.raises(VocabularyError, match="nothing is fetched"):
        compile_vocabulary(path)


ESSGLOBAL = Path(__file__).parents[5] / "shared" / "corpus" / "vocab" / "essglobal"


@pytest.mark.corpus
@pytest.mark.parametrize(
    ("name", "concepts"), [("themes", 19), ("activities", 21), ("legal-form", 5)]
)
def test_the_files_of_essglobal_work_as_they_are(name: str, concepts: int) -> None:
    path = ESSGLOBAL / f"{name}.skos"
    if not path.exists():
        pytest.skip("the ESSGLOBAL files are not in ../shared/corpus")
    vocabulary = compile_vocabulary(path)
    assert len(vocabulary.concepts) == concepts
    assert {"en", "es", "fr", "pt"} <= {p.language for p in vocabulary.phrases}
