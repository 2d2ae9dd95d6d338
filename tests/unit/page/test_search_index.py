"""The search index has the form that MiniSearch reads.

That it equals MiniSearch's own is held by tests/acceptance/catalogue, in a browser.
"""

from __future__ import annotations

from typing import Any

import msgspec

from pipeline.page.search_index import FIELDS, Searchable, SearchIndex

DOCUMENTS = [
    Searchable(id="s:one", title="Food councils", text="Food, food!"),
    Searchable(id="r-2", title="Food"),
]


def search_index(documents: list[Searchable]) -> Any:
    index = SearchIndex()
    for document in documents:
        index.add(document)
    return msgspec.json.decode(msgspec.json.encode(index.plain()))


def test_every_term_tells_field_document_and_count() -> None:
    index = dict(search_index(DOCUMENTS)["index"])
    title, text = (str(FIELDS.index(name)) for name in ("title", "text"))
    assert index["food"] == {title: {"0": 1, "1": 1}, text: {"0": 2}}
    assert index["councils"] == {title: {"0": 1}}


def test_lengths_count_different_terms() -> None:
    index = search_index(DOCUMENTS)
    assert index["fieldLength"]["0"][FIELDS.index("text")] == 1
    assert index["averageFieldLength"][FIELDS.index("title")] == 1.5


def test_an_elective_without_anything_has_an_empty_index() -> None:
    index = search_index([])
    assert (index["documentCount"], index["index"], index["averageFieldLength"]) == (0, [], [])
