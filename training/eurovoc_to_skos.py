"""Turns EuroVoc in the YAML form `yamlskosv2` into SKOS in Turtle, for `--vocabulary`.

python training/eurovoc_to_skos.py eurovoc.yaml eurovoc.ttl

Kept are the labels, notes and relations of all concepts, in the languages of the file; the
micro-thesauri are not. EuroVoc's own SKOS in RDF/XML, as the Publications Office gives it out,
needs no conversion.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rdflib import OWL, RDF, SKOS, Graph, Literal, URIRef
from rdflib.term import Node
from ruamel.yaml import YAML

BASE = "http://eurovoc.europa.eu/"
SCHEME = 100141
TEXTS = {
    "prefLabel": SKOS.prefLabel,
    "altLabel": SKOS.altLabel,
    "hiddenLabel": SKOS.hiddenLabel,
    "definition": SKOS.definition,
    "scopeNote": SKOS.scopeNote,
}
RELATIONS = {"broader": SKOS.broader, "related": SKOS.related}


def convert(source: Path) -> Graph:
    """Return the graph of a file; raises KeyError where it has another form."""
    data = YAML(typ="safe").load(source.read_text(encoding="utf-8"))
    graph, scheme = Graph(), URIRef(f"{BASE}{SCHEME}")
    graph.bind("skos", SKOS)
    graph.bind("ev", BASE)
    graph.add((scheme, RDF.type, SKOS.ConceptScheme))
    graph.add((scheme, OWL.versionInfo, Literal(str(data["issued"]))))
    for literal in _literals(data["title"]):
        graph.add((scheme, SKOS.prefLabel, literal))
    for number, fields in data["concepts"].items():
        concept = URIRef(f"{BASE}{number}")
        graph.add((concept, RDF.type, SKOS.Concept))
        graph.add((concept, SKOS.inScheme, scheme))
        if SCHEME in fields.get("topConceptOf", ()):
            graph.add((concept, SKOS.topConceptOf, scheme))
            graph.add((scheme, SKOS.hasTopConcept, concept))
        for predicate, value in _statements(fields):
            graph.add((concept, predicate, value))
    return graph


def _statements(fields: dict[str, Any]) -> Iterator[tuple[URIRef, Node]]:
    for name, predicate in TEXTS.items():
        for literal in _literals(fields.get(name, {})):
            yield predicate, literal
    for name, predicate in RELATIONS.items():
        for number in fields.get(name, ()):
            yield predicate, URIRef(f"{BASE}{number}")


def _literals(by_language: dict[str, Any]) -> Iterator[Literal]:
    for language, texts in by_language.items():
        for text in texts if isinstance(texts, list) else [texts]:
            yield Literal(text, lang=language)


def main(arguments: list[str]) -> int:
    """Convert a file; return 2 where the command is not given two paths."""
    if len(arguments) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    convert(Path(arguments[0])).serialize(arguments[1], format="turtle", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
