"""A vocabulary as the tagger needs it: concepts, and the phrases that stand for them."""

from __future__ import annotations

from pipeline.records.base import Record


class Concept(Record, frozen=True):
    """A concept of the scheme.

    `label` holds the preferred labels by language, as far as there are any. `specificity` is 1
    for a concept without narrower ones and falls towards 0 for one that spans the whole scheme.
    `meanings` say what it means, a text a language, for a sentence encoder.
    """

    id: str
    label: dict[str, str]
    specificity: float
    meanings: tuple[str, ...] = ()


class Phrase(Record, frozen=True):
    """The normal form of a label in one language, with the concepts that it is a label of.

    `concepts` are indices into the vocabulary's. A phrase that `needs_company` also has meanings
    outside the scheme: it is evidence only in a deck that speaks of the scheme's field anyway.
    """

    language: str
    tokens: tuple[str, ...]
    concepts: tuple[int, ...]
    needs_company: bool


class Vocabulary(Record, frozen=True):
    """A compiled SKOS scheme; `id`, `title` and `version` are '' where the file has none.

    Concepts are sorted by id, phrases by language and tokens. `vectors` holds the vector of each
    concept, packed, zeros where it has none; b'' where nothing was encoded.
    """

    id: str
    title: str
    version: str
    concepts: tuple[Concept, ...]
    phrases: tuple[Phrase, ...]
    vectors: bytes = b""
    vector_size: int = 0
