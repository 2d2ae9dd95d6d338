"""Makes the search index of the page, in the form in which MiniSearch serialises its own."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any

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


def search_index(documents: Sequence[Searchable]) -> dict[str, Any]:
    """Return what `MiniSearch.loadJSON` reads, for these documents in this order.

    It equals what MiniSearch makes itself with the same fields and `terms` as its tokeniser,
    except that terms stand in alphabetical order.
    """
    postings: defaultdict[str, Postings] = defaultdict(dict)
    lengths: dict[int, list[int]] = {}
    for number, document in enumerate(documents):
        lengths[number] = []
        for field, name in enumerate(FIELDS):
            counts = Counter(terms(getattr(document, name)))
            lengths[number].append(len(counts))
            for term, count in counts.items():
                postings[term].setdefault(field, {})[number] = count
    return {
        "documentCount": len(documents),
        "nextId": len(documents),
        "documentIds": {number: document.id for number, document in enumerate(documents)},
        "fieldIds": {name: field for field, name in enumerate(FIELDS)},
        "fieldLength": lengths,
        "averageFieldLength": _means(list(lengths.values())),
        "storedFields": {},
        "dirtCount": 0,
        "index": sorted(postings.items()),
        "serializationVersion": SERIALISATION,
    }


def _means(lengths: Sequence[Sequence[int]]) -> list[float]:
    """Return the mean length of each field, summed up in the order in which MiniSearch does."""
    means = [0.0] * len(FIELDS)
    for count, document in enumerate(lengths):
        means = [
            (mean * count + length) / (count + 1)
            for mean, length in zip(means, document, strict=True)
        ]
    return means if lengths else []
