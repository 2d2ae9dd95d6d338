"""Makes the search index of the page, in the form in which MiniSearch serialises its own."""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import partial
from typing import Any

import msgspec

from pipeline.page.terms import terms
from pipeline.records.base import Record

#: The form of MiniSearch 7 (`AsPlainObject` in its sources).
SERIALISATION = 2

#: Postings of a term: for each field number, how often each document number has it.
Postings = dict[int, dict[int, int]]


class Searchable(Record, frozen=True):
    """A document as search sees it; each field of `FIELDS` is one text."""

    id: str
    title: str = ""
    speakers: str = ""
    themes: str = ""
    names: str = ""
    phrases: str = ""
    file: str = ""
    text: str = ""


FIELDS = tuple(name for name in Searchable.__struct_fields__ if name != "id")


class SearchIndex:
    """What search knows of documents, which are added one by one and not kept."""

    def __init__(self) -> None:
        self._ids: list[str] = []
        self._lengths: list[list[int]] = []
        # Triples of field, document and count one after the other: an object for each would take
        # ten times the memory.
        self._postings: defaultdict[str, array[int]] = defaultdict(partial(array, "I"))

    def add(self, document: Searchable) -> None:
        """Add a document after the others."""
        number = len(self._ids)
        self._ids.append(document.id)
        lengths = []
        for field, name in enumerate(FIELDS):
            counts = Counter(terms(getattr(document, name)))
            lengths.append(len(counts))
            for term, count in counts.items():
                self._postings[term].extend((field, number, count))
        self._lengths.append(lengths)

    def plain(self) -> dict[str, Any]:
        """Return what `MiniSearch.loadJSON` reads, for the documents in their order.

        It equals what MiniSearch makes itself with the same fields and `terms` as its tokeniser,
        except that terms stand in alphabetical order. The postings of each are encoded already.
        """
        return {
            "documentCount": len(self._ids),
            "nextId": len(self._ids),
            "documentIds": dict(enumerate(self._ids)),
            "fieldIds": {name: field for field, name in enumerate(FIELDS)},
            "fieldLength": dict(enumerate(self._lengths)),
            "averageFieldLength": _means(self._lengths),
            "storedFields": {},
            "dirtCount": 0,
            "index": [
                msgspec.Raw(msgspec.json.encode((term, _by_field(self._postings[term]))))
                for term in sorted(self._postings)
            ],
            "serializationVersion": SERIALISATION,
        }


def _by_field(triples: array[int]) -> Postings:
    postings: Postings = {}
    for at in range(0, len(triples), 3):
        field, number, count = triples[at : at + 3]
        postings.setdefault(field, {})[number] = count
    return postings


def _means(lengths: Sequence[Sequence[int]]) -> list[float]:
    """Return the mean length of each field, summed up in the order in which MiniSearch does."""
    means = [0.0] * len(FIELDS)
    for count, document in enumerate(lengths):
        means = [
            (mean * count + length) / (count + 1)
            for mean, length in zip(means, document, strict=True)
        ]
    return means if lengths else []
