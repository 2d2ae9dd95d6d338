"""Results that are kept in the store so that an unchanged run loads no model."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

import msgspec

from pipeline.encode import Encoder, UniversalSentenceEncoder, Vectors, pack, unpack
from pipeline.store import Store
from pipeline.tag import Vocabulary, compile_vocabulary, with_vectors


class KeptEncoder:
    """An encoder that remembers what it encoded, in half precision as it is kept."""

    def __init__(self, encoder: Encoder, store: Store) -> None:
        self.name = encoder.name
        self.size = encoder.size
        self._encoder = encoder
        self._store = store

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return one unit vector a text, shape (len(texts), size); empty texts give zeros."""
        asked = msgspec.msgpack.encode([self.name, *texts])
        key = "vectors-" + hashlib.sha256(asked).hexdigest()
        kept = self._store.load(key, bytes)
        if kept is None:
            kept = pack(self._encoder.encode(texts))
            self._store.save(key, kept)
        return unpack(kept, self.size)


def kept_vocabulary(path: Path, store: Store) -> Vocabulary:
    """Return the vocabulary, compiled once for as long as the file is the same.

    Raises VocabularyError when it cannot be read.
    """
    key = "vocabulary-" + hashlib.sha256(path.read_bytes()).hexdigest()
    vocabulary = store.load(key, Vocabulary)
    if vocabulary is None:
        vocabulary = with_vectors(compile_vocabulary(path), UniversalSentenceEncoder())
        store.save(key, vocabulary)
    return vocabulary
