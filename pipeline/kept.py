"""Results that are kept in the store so that an unchanged run loads no model."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

import msgspec

from pipeline.encode import Encoder, UniversalSentenceEncoder, Vectors, pack, unpack
from pipeline.match import Recall
from pipeline.records.base import Record
from pipeline.store import Store, digest_of
from pipeline.tag import Vocabulary, compile_vocabulary, with_vectors

T = TypeVar("T")

#: What stands in place of `.ttl` in the name of a compiled vocabulary.
COMPILED = ".msgpack"


class KeptEncoder:
    """An encoder that remembers what it encoded, in half precision as it is kept."""

    def __init__(self, encoder: Encoder, store: Store) -> None:
        self.name = encoder.name
        self.size = encoder.size
        self._encoder = encoder
        self._store = store

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return one unit vector a text, shape (len(texts), size); empty texts give zeros."""
        kept = self._store.recall(
            "vectors", [self.name, *texts], bytes, lambda: pack(self._encoder.encode(texts))
        )
        return unpack(kept, self.size)


def recalling(store: Store, name: str, kind: type[T], *settled: object) -> Recall[T]:
    """Return what remembers values in the store; `settled` is what all of them depend on."""
    known = digest_of(settled)

    def recall(made_of: object, make: Callable[[], T]) -> T:
        return store.recall(name, [known, made_of], kind, make)

    return recall


class CompiledVocabulary(Record, frozen=True):
    """A compiled vocabulary, with the SHA-256 of the SKOS file of which it was made."""

    source: str
    vocabulary: Vocabulary


def kept_vocabulary(path: Path, store: Store) -> Vocabulary:
    """Return the vocabulary, compiled once for as long as the file is the same.

    Ours comes compiled, in a file beside it. Raises VocabularyError when it cannot be read.
    """
    source = _digest(path)
    if compiled := _beside(path, source):
        return compiled
    key = f"vocabulary-{source}"
    vocabulary = store.load(key, Vocabulary)
    if vocabulary is None:
        vocabulary = compiled_with_vectors(path)
        store.save(key, vocabulary)
    return vocabulary


def compiled_with_vectors(path: Path) -> Vocabulary:
    """Compile a vocabulary, which takes seconds; raises VocabularyError when it cannot be read."""
    return with_vectors(compile_vocabulary(path), UniversalSentenceEncoder())


def compiled_form(path: Path, vocabulary: Vocabulary) -> bytes:
    """Return what is to lie beside a vocabulary, with the suffix of COMPILED."""
    return msgspec.msgpack.encode(CompiledVocabulary(source=_digest(path), vocabulary=vocabulary))


def _beside(path: Path, source: str) -> Vocabulary | None:
    compiled = path.with_suffix(COMPILED)
    if not compiled.is_file():
        return None
    try:
        read = msgspec.msgpack.decode(compiled.read_bytes(), type=CompiledVocabulary)
    except msgspec.MsgspecError:
        return None
    return read.vocabulary if read.source == source else None


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
