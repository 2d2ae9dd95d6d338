"""Compiles a SKOS file, once, into the form that the tagger needs."""

from __future__ import annotations

import json
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.records.errors import VocabularyError
from pipeline.tag.themes.labels import compile_phrases
from pipeline.tag.themes.vocabulary import Concept, Vocabulary

if TYPE_CHECKING:
    from rdflib import Graph


def compile_vocabulary(path: Path) -> Vocabulary:
    """Read a SKOS file in Turtle, RDF/XML or JSON-LD; its contents tell which.

    Labels may exist in some languages only, or have no language at all.
    Raises VocabularyError where the file cannot be read or holds no concept with a label.
    """
    # rdflib takes 0.4 s to import, and a vocabulary that is kept is not read again.
    from pipeline.tag.themes import skos  # noqa: PLC0415

    graph = _parse(path)
    concepts = skos.read_concepts(graph)
    phrases = compile_phrases(skos.read_labels(graph, concepts))
    if not phrases:
        raise VocabularyError(
            f"The vocabulary {path.name} holds no SKOS concept with a label. Give a file in which "
            "each skos:Concept has a skos:prefLabel."
        )
    scheme = skos.read_scheme(graph)
    return Vocabulary(
        id=scheme.id,
        title=scheme.title,
        version=scheme.version,
        concepts=tuple(
            Concept(
                id=str(node),
                label=skos.read_names(graph, node),
                specificity=specificity,
                meanings=skos.read_meanings(graph, node),
            )
            for node, specificity in zip(concepts, skos.specificities(graph, concepts), strict=True)
        ),
        phrases=phrases,
    )


def _parse(path: Path) -> Graph:
    from rdflib import Graph  # noqa: PLC0415

    graph = Graph()
    try:
        text = path.read_text(encoding="utf-8-sig")
        # The JSON-LD parser of rdflib 7.6 uses a class that rdflib 7.6 deprecates.
        with warnings.catch_warnings(action="ignore", category=DeprecationWarning):
            graph.parse(data=text, format=_format(text), publicID=path.resolve().as_uri())
    except OSError as error:
        raise VocabularyError(
            f"The vocabulary {path} cannot be opened ({error.strerror}). Check the path."
        ) from error
    except VocabularyError:
        raise
    except Exception as error:  # every parser of rdflib raises exceptions of its own kind
        raise VocabularyError(
            f"The vocabulary {path.name} cannot be read as Turtle, RDF/XML or JSON-LD: "
            f"{' '.join(str(error).split())[:200]}. Save it again as one of these, in UTF-8."
        ) from error
    return graph


def _format(text: str) -> str:
    """Return rdflib's name of the syntax in which the text is written."""
    start = text.lstrip()[:100]
    if start.startswith(("<?xml", "<!", "<rdf:RDF")):
        return "xml"
    if not start.startswith(("{", "[")):
        return "turtle"
    if any(isinstance(context, str) for context in _contexts(json.loads(text))):
        raise VocabularyError(
            "The vocabulary refers to a JSON-LD context on the web, and nothing is fetched here. "
            "Save it with the context inside the file, or as Turtle."
        )
    return "json-ld"


def _contexts(value: Any) -> Iterator[Any]:
    """Yield all contexts of a JSON-LD document, one by one."""
    if isinstance(value, dict):
        context = value.get("@context", [])
        yield from context if isinstance(context, list) else [context]
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from _contexts(item)
