from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest
from elective import index_of, placed

from pipeline.emit import InvalidIndexError, write_index
from pipeline.records.index import Index
from pipeline.schemas import errors_in


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "index.json"


def test_what_is_written_is_the_index_and_keeps_to_its_schema(path: Path) -> None:
    index = index_of(placed("é/en.pdf"), placed("stranger.pdf", None))
    write_index(index, path)
    assert msgspec.json.decode(path.read_bytes(), type=Index) == index
    assert list(errors_in(json.loads(path.read_bytes()), "index")) == []


def test_the_file_is_indented_unescaped_and_ends_with_a_newline(path: Path) -> None:
    write_index(index_of(placed("é/en.pdf")), path)
    text = path.read_text(encoding="utf-8")
    assert '\n      "path": "é/en.pdf",\n' in text
    assert text.endswith("}\n")


def test_the_same_index_gives_the_same_bytes(path: Path) -> None:
    write_index(index_of(placed("a.pdf"), placed("b.pdf")), path)
    first = path.read_bytes()
    write_index(index_of(placed("b.pdf"), placed("a.pdf")), path)
    assert path.read_bytes() == first


@pytest.mark.parametrize(
    "change",
    [
        {"schema_version": "one"},
        {"resources": (msgspec.structs.replace(index_of(placed("a.pdf")).resources[0], size=0),)},
        {
            "resources": (
                msgspec.structs.replace(
                    index_of(placed("a.pdf")).resources[0], confidence=float("nan")
                ),
            )
        },
    ],
    ids=["version", "size", "not-a-number"],
)
def test_an_index_that_breaks_the_schema_is_never_written(
    path: Path, change: dict[str, object]
) -> None:
    path.write_bytes(b"the index before")
    broken = msgspec.structs.replace(index_of(placed("a.pdf")), **change)
    with pytest.raises(InvalidIndexError, match=rf"^\$\.{next(iter(change))}"):
        write_index(broken, path)
    assert path.read_bytes() == b"the index before"
    assert list(path.parent.iterdir()) == [path]
