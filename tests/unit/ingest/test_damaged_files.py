"""Whatever is done to the bytes of a file, it ends in the inventory and nowhere else."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ingest_files import PDF, Inbox, compound, powerpoint, zipped

from pipeline.ingest import opened
from pipeline.records.files import Refusal

WHOLE = {
    "pptx": powerpoint(**{"ppt/slides/slide1.xml": b"<slide/>"}),
    "zip": zipped({"a/deck.pdf": PDF, "day.zip": zipped({"b.pptx": powerpoint()})}),
    "ppt": compound({"Current User": b"", "PowerPoint Document": b"", "Pictures": b""}),
    "odp": zipped({"mimetype": b"application/vnd.oasis.opendocument.presentation"}),
}


@pytest.mark.parametrize("kind", WHOLE)
@given(st.data())
@settings(max_examples=150, deadline=None)
def test_a_file_with_wrong_bytes_is_listed_and_harms_nothing(
    kind: str, data: st.DataObject
) -> None:
    mutated = bytearray(WHOLE[kind])
    places = st.integers(0, len(mutated) - 1)
    for at, byte in data.draw(st.lists(st.tuples(places, st.integers(0, 255)), max_size=8)):
        mutated[at] = byte
    del mutated[data.draw(places | st.just(len(mutated))) :]
    with tempfile.TemporaryDirectory() as folder:
        inbox = Inbox(Path(folder))
        inbox.add(f"deck.{kind}", bytes(mutated))
        stock = inbox.stock()
        assert stock.files or stock.rejected or stock.ignored
        for file in stock.files:
            with opened(inbox.folder, file) as path:
                assert isinstance(path, Path | Refusal)


@given(st.binary(max_size=600))
@settings(max_examples=150, deadline=None)
def test_any_bytes_are_listed_once(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        inbox = Inbox(Path(folder))
        inbox.add("deck", content)
        stock = inbox.stock()
        assert len(stock.files) + len(stock.rejected) + len(stock.ignored) == 1
