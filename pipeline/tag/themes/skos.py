"""Reads what the tagger needs from a SKOS graph."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import NamedTuple

from rdflib import DC, DCTERMS, OWL, RDF, RDFS, SKOS, Graph, Literal, URIRef
from rdflib.term import Node

from pipeline.tag.themes.labels import Label, LabelKind

#: Marks concepts that other fields speak of as much as the scheme's own does.
SHARED_CONCEPT = URIRef("https://w3id.org/elective-index/terms#SharedConcept")

_LABELS = (
    (LabelKind.PREFERRED, SKOS.prefLabel),
    (LabelKind.ALTERNATIVE, SKOS.altLabel),
    (LabelKind.HIDDEN, SKOS.hiddenLabel),
)
#: How many alternative labels help to say what a concept means, before they drown its notes.
_SYNONYMS = 6
_NOT_CONCEPTS = (SKOS.ConceptScheme, SKOS.Collection, SKOS.OrderedCollection)


class Scheme(NamedTuple):
    """What a file says of its concept scheme, '' for what it does not state."""

    id: str
    title: str
    version: str


def read_scheme(graph: Graph) -> Scheme:
    """Return the concept scheme, the first by URI where there are several."""
    node = min(graph.subjects(RDF.type, SKOS.ConceptScheme), key=str, default=None)
    if node is None:
        return Scheme("", "", "")

    def first(*predicates: Node) -> str:
        texts = [text for predicate in predicates for _, text in _texts(graph, node, predicate)]
        return texts[0] if texts else ""

    return Scheme(
        id=str(node),
        title=first(SKOS.prefLabel, DCTERMS.title, DC.title, RDFS.label),
        version=first(OWL.versionInfo, DCTERMS.modified, DCTERMS.issued, DCTERMS.created),
    )


def read_concepts(graph: Graph) -> list[Node]:
    """Return the concepts by URI; what carries SKOS labels is one even if it is not typed."""
    concepts = set(graph.subjects(RDF.type, SKOS.Concept))
    for _, predicate in _LABELS:
        concepts.update(graph.subjects(predicate))
    for kind in _NOT_CONCEPTS:
        concepts.difference_update(graph.subjects(RDF.type, kind))
    return sorted((node for node in concepts if isinstance(node, URIRef)), key=str)


def read_labels(graph: Graph, concepts: list[Node]) -> Iterator[Label]:
    """Yield all labels; one without a language counts in every language of the scheme."""
    languages = sorted(
        {
            language
            for _, predicate in _LABELS
            for concept in concepts
            for language, _ in _texts(graph, concept, predicate)
            if language
        }
    )
    for index, concept in enumerate(concepts):
        shared = (concept, RDF.type, SHARED_CONCEPT) in graph
        for kind, predicate in _LABELS:
            for language, text in _texts(graph, concept, predicate):
                for each in [language] if language else languages or ["en"]:
                    yield Label(index, each, text, kind, shared)


def read_names(graph: Graph, concept: Node) -> dict[str, str]:
    """Return the name of a concept in each language, `und` where the file names none.

    Without preferred labels these are its alternative labels, or else the end of its URI.
    """
    for predicate in (SKOS.prefLabel, SKOS.altLabel, RDFS.label):
        if texts := _texts(graph, concept, predicate):
            return {language or "und": text for language, text in reversed(texts)}
    return {"und": str(concept).rstrip("/#").replace("#", "/").rpartition("/")[2]}


def read_meanings(graph: Graph, concept: Node) -> tuple[str, ...]:
    """Return what a concept means, a text a language that has a scope note or a definition."""
    notes = [text for p in (SKOS.scopeNote, SKOS.definition) for text in _texts(graph, concept, p)]
    meanings = []
    for language in sorted({language for language, _ in notes}):
        words = [
            [text for tag, text in _texts(graph, concept, predicate) if tag == language]
            for _, predicate in _LABELS[:2]
        ]
        labels = [*words[0], *words[1][:_SYNONYMS]]
        said = [text for tag, text in notes if tag == language]
        meanings.append(". ".join(["; ".join(labels), *said]))
    return tuple(meanings)


def _texts(graph: Graph, node: Node, predicate: Node) -> list[tuple[str, str]]:
    """Return (primary language or '', text) of all texts, sorted."""
    return sorted(
        ((value.language or "").lower().partition("-")[0], " ".join(value.split()))
        for value in graph.objects(node, predicate)
        if isinstance(value, Literal) and value.strip()
    )


def specificities(graph: Graph, concepts: list[Node]) -> list[float]:
    """Return the intrinsic information content of each concept, from 0 to 1.

    Seco, Veale and Hayes, 'An intrinsic information content metric for semantic similarity in
    WordNet', ECAI 2004: 1 - log(narrower concepts + 1) / log(all concepts).
    """
    narrower: dict[Node, set[Node]] = {concept: set() for concept in concepts}
    pairs = set(graph.subject_objects(SKOS.narrower))
    pairs.update((broad, narrow) for narrow, broad in graph.subject_objects(SKOS.broader))
    for broad, narrow in pairs:
        if broad in narrower and narrow in narrower:
            narrower[broad].add(narrow)
    scale = math.log(max(len(concepts), 2))
    return [
        round(1 - math.log(len(_with_narrower(concept, narrower))) / scale, 4)
        for concept in concepts
    ]


def _with_narrower(concept: Node, narrower: dict[Node, set[Node]]) -> set[Node]:
    """Return the concept and all that are narrower, however far down; cycles do no harm."""
    found = {concept}
    queue = [concept]
    while queue:
        new = narrower[queue.pop()] - found
        found |= new
        queue.extend(new)
    return found
