"""What pages are about beyond their words: how near they are to what the concepts mean."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from pipeline.encode import Encoder, Vectors, pack, unpack
from pipeline.tag.themes.vocabulary import Vocabulary

#: A deck whose pages are, in the mean, this near to the middle of the vocabulary may speak of its
#: field. By the cosine of their vectors, 27 of 31 texts of the field in the gold set, those kept
#: aside left out, are at 0.19 or more, and 20 of 22 texts and decks of other fields below 0.17.
FIELD_NEARNESS = 0.18
#: How sharply the nearest pages outweigh the others: the smooth maximum of Boltzmann.
_SHARPNESS = 5.0


class Near(NamedTuple):
    """How near a deck is to a concept, and the number of its nearest page, from 0."""

    nearness: float
    page: int


def with_vectors(vocabulary: Vocabulary, encoder: Encoder) -> Vocabulary:
    """Return the vocabulary with a vector of each concept that says in words what it means.

    A vector is the mean over the languages. A concept with labels alone gets none: words that
    say too little are near to everything. Where most concepts are like that, none gets any: the
    few would draw all decks to themselves.
    """
    explained = sum(bool(concept.meanings) for concept in vocabulary.concepts)
    if explained * 2 <= len(vocabulary.concepts):
        return vocabulary
    vectors = np.zeros((len(vocabulary.concepts), encoder.size), dtype=np.float32)
    owners = [i for i, concept in enumerate(vocabulary.concepts) for _ in concept.meanings]
    texts = [text for concept in vocabulary.concepts for text in concept.meanings]
    np.add.at(vectors, owners, encoder.encode(texts))
    return Vocabulary(
        id=vocabulary.id,
        title=vocabulary.title,
        version=vocabulary.version,
        concepts=vocabulary.concepts,
        phrases=vocabulary.phrases,
        vectors=pack(_unit(vectors)),
        vector_size=encoder.size,
    )


class Meanings:
    """The concepts of a vocabulary by their vectors."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        vectors = unpack(vocabulary.vectors, vocabulary.vector_size)
        self._known = np.flatnonzero(vectors.any(axis=1))
        known = vectors[self._known]
        middle = known.mean(axis=0) if len(known) else np.zeros(vectors.shape[1], np.float32)
        self._field = _unit(middle[np.newaxis])[0]
        self._concepts = _unit(known - middle)

    def of_the_field(self, pages: Vectors) -> bool:
        """Tell whether pages, shape (n, size), are near to the vocabulary's field as a whole."""
        filled = pages[pages.any(axis=1)]
        if not len(filled) or not len(self._known):
            return False
        return float((filled @ self._field).mean()) >= FIELD_NEARNESS

    def near(self, pages: Vectors) -> dict[int, Near]:
        """Return how near pages, shape (n, size), are to each concept that has a vector.

        Nearness is to what sets the concept apart from the others, negative ones left out.
        """
        filled = np.flatnonzero(pages.any(axis=1))
        if not len(filled) or not len(self._known):
            return {}
        cosines = pages[filled] @ self._concepts.T
        smooth = np.log(np.exp(_SHARPNESS * cosines).mean(axis=0)) / _SHARPNESS
        nearest = filled[cosines.argmax(axis=0)]
        return {
            int(concept): Near(round(float(value), 4), int(page))
            for concept, value, page in zip(self._known, smooth, nearest, strict=True)
            if value > 0
        }


def _unit(vectors: Vectors) -> Vectors:
    """Return vectors of length 1, zeros for those that are zero."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.where(lengths > 0, lengths, 1), dtype=np.float32)
