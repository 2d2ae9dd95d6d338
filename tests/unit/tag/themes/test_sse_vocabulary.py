"""What a librarian, and the validators of SKOS, expect of the project's vocabulary."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from rdflib import DCTERMS, OWL, RDF, SKOS, Graph, URIRef
from rdflib.term import Node

from pipeline.tag.themes import Vocabulary
from pipeline.tag.themes.normalising import Normaliser
from pipeline.tag.themes.skos import SHARED_CONCEPT

BASE = "https://w3id.org/elective-index/sse/"
LABELS = (SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel)
MATCHES = (SKOS.exactMatch, SKOS.closeMatch)
CORPUS = Path(__file__).parents[5] / "shared" / "corpus" / "vocab"

SUBJECTS = """
platform-cooperativism digital-commons last-mile-logistics social-innovation
social-enterprise incubation impact-measurement legal-framework mutual-societies
informal-economy social-finance public-procurement social-clauses food-policy
short-supply-chains local-development just-transition care-economy decent-work
gender-equality sse-networks cooperative-federations learning
"""


@pytest.fixture(scope="module")
def graph(sse_file: Path) -> Graph:
    return Graph().parse(sse_file, format="turtle")


@pytest.fixture(scope="module")
def concepts(graph: Graph) -> set[Node]:
    return set(graph.subjects(RDF.type, SKOS.Concept))


def languages(graph: Graph, concept: Node, predicate: Node) -> Counter[str]:
    return Counter(getattr(text, "language", "") for text in graph.objects(concept, predicate))


def ancestors(graph: Graph, concept: Node) -> Iterator[Node]:
    for broader in graph.objects(concept, SKOS.broader):
        yield broader
        yield from ancestors(graph, broader)


def test_the_scheme_says_its_title_version_and_licence(graph: Graph, sse: Vocabulary) -> None:
    licence = URIRef("https://creativecommons.org/licenses/by/4.0/")
    assert (URIRef(BASE), DCTERMS.license, licence) in graph
    assert graph.value(URIRef(BASE), OWL.versionInfo)
    assert sse.id == BASE
    assert re.fullmatch(r"\d+\.\d+\.\d+", sse.version)


def test_it_has_at_least_120_concepts_all_under_one_base(concepts: set[Node]) -> None:
    assert len(concepts) >= 120
    assert all(re.fullmatch(re.escape(BASE) + r"[a-z]+(-[a-z]+)*", str(c)) for c in concepts)


@pytest.mark.parametrize(
    "subject",
    SUBJECTS.split(),
)
def test_it_covers_what_the_academies_speak_of(concepts: set[Node], subject: str) -> None:
    assert URIRef(BASE + subject) in concepts


def test_every_concept_has_one_preferred_label_in_each_language(
    graph: Graph, concepts: set[Node]
) -> None:
    for concept in concepts:
        assert languages(graph, concept, SKOS.prefLabel) == dict.fromkeys(
            ("en", "es", "fr", "pt"), 1
        ), concept


def test_no_preferred_label_is_that_of_two_concepts(graph: Graph) -> None:
    assert max(Counter(graph.objects(None, SKOS.prefLabel)).values()) == 1


def test_the_labels_of_a_concept_are_all_different(graph: Graph, concepts: set[Node]) -> None:
    for concept in concepts:
        labels = [label for predicate in LABELS for label in graph.objects(concept, predicate)]
        assert len(labels) == len(set(labels)), concept


def test_no_phrase_stands_for_two_concepts(sse: Vocabulary) -> None:
    assert [phrase for phrase in sse.phrases if len(phrase.concepts) > 1] == []


def test_every_concept_has_scope_notes_and_a_definition_with_its_source(
    graph: Graph, concepts: set[Node]
) -> None:
    for concept in concepts:
        assert set(languages(graph, concept, SKOS.scopeNote)) >= {"en", "fr", "pt"}, concept
        assert languages(graph, concept, SKOS.definition) == {"en": 1}, concept
        assert graph.value(concept, DCTERMS.source), concept


def test_every_concept_hangs_under_a_top_concept(graph: Graph, concepts: set[Node]) -> None:
    tops = set(graph.objects(URIRef(BASE), SKOS.hasTopConcept))
    assert tops == set(graph.subjects(SKOS.topConceptOf, URIRef(BASE)))
    for concept in concepts:
        assert (concept, SKOS.inScheme, URIRef(BASE)) in graph
        assert (concept in tops) != bool(set(ancestors(graph, concept)) & tops), concept


def test_relations_lead_to_concepts_of_the_scheme(graph: Graph, concepts: set[Node]) -> None:
    for predicate in (SKOS.broader, SKOS.related):
        assert set(graph.objects(None, predicate)) <= concepts


def test_no_concept_is_related_to_a_broader_one(graph: Graph, concepts: set[Node]) -> None:
    for concept in concepts:
        assert not set(graph.objects(concept, SKOS.related)) & set(ancestors(graph, concept))


def test_no_concept_is_both_an_exact_and_a_close_match(graph: Graph) -> None:
    exact, close = (set(graph.subject_objects(predicate)) for predicate in MATCHES)
    assert not exact & close


def test_two_concepts_do_not_match_the_same_concept_exactly(graph: Graph) -> None:
    assert max(Counter(graph.objects(None, SKOS.exactMatch)).values()) == 1


@pytest.mark.parametrize(
    "singular_and_plural",
    [
        ("fr", "circuit court", "circuits courts"),
        ("pt", "cadeia curta", "cadeias curtas"),
        ("pt", "plataforma cooperativa", "plataformas cooperativas"),
        ("es", "cláusula social", "cláusulas sociales"),
        ("en", "mutual society", "mutual societies"),
    ],
)
def test_its_labels_are_found_in_singular_and_plural(
    sse: Vocabulary, singular_and_plural: tuple[str, str, str]
) -> None:
    language, *wordings = singular_and_plural
    phrases = {phrase.tokens for phrase in sse.phrases if phrase.language == language}
    for wording in wordings:
        tokens = Normaliser(language).tokens(wording)
        assert tuple(token.lemma for token in tokens) in phrases


def test_words_of_everyday_language_need_company(sse: Vocabulary) -> None:
    everyday = {
        "en": "care training network participation common employment mutual",
        "fr": "formation commun réseau participation mutuelle emploi",
        "pt": "formação comum rede participação emprego",
    }
    for language, words in everyday.items():
        tokens = {(Normaliser(language).lemma(word),) for word in words.split()}
        found = [p for p in sse.phrases if p.language == language and p.tokens in tokens]
        assert all(phrase.needs_company for phrase in found)


def test_shared_concepts_are_the_smaller_part(graph: Graph, concepts: set[Node]) -> None:
    shared = set(graph.subjects(RDF.type, SHARED_CONCEPT))
    assert shared < concepts
    assert len(shared) < len(concepts) / 2


def known_elsewhere() -> Iterator[str]:
    """Yield the concepts of the vocabularies to which ours is aligned."""
    for path in sorted((CORPUS / "essglobal").glob("*.skos")):
        yield from map(str, Graph().parse(path, format="xml").subjects(RDF.type, SKOS.Concept))
    eurovoc = (CORPUS / "eurovoc" / "eurovoc.yaml").read_text(encoding="utf-8")
    for key in re.findall(r"(?m)^  '?(\w+)'?:$", eurovoc.partition("\nconcepts:")[2]):
        yield f"http://eurovoc.europa.eu/{key}"
    for path in sorted((CORPUS / "sdg").glob("*.ttl")):
        text = path.read_text(encoding="utf-8")
        yield from re.findall(r"<(http://metadata\.un\.org/thesaurus/\d+)>", text)
        for goal in re.findall(r"(?m)^sdg:(\d+) a sdgo:Goal", text):
            yield f"http://metadata.un.org/sdg/{goal}"


@pytest.mark.corpus
def test_every_concept_to_which_it_is_aligned_exists(graph: Graph) -> None:
    if not CORPUS.exists():
        pytest.skip("the other vocabularies are not in ../shared/corpus")
    targets = {str(node) for predicate in MATCHES for node in graph.objects(None, predicate)}
    assert targets - set(known_elsewhere()) == set()
