from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from told_index import deck, make_index

from pipeline.records.index import Index
from pipeline.report.changes import Earlier, changes_since, read_earlier


def told(before: Index, after: Index) -> list[tuple[str, str, str | None]]:
    earlier = msgspec.convert(msgspec.to_builtins(before), type=Earlier)
    return [(item.kind.value, item.path, item.before) for item in changes_since(earlier, after)]


def test_nothing_changed_between_two_runs_over_the_same_files() -> None:
    assert told(make_index(deck("a.pdf")), make_index(deck("a.pdf"))) == []


def test_a_file_that_came_is_new_and_one_that_went_is_withdrawn() -> None:
    assert told(make_index(deck("a.pdf")), make_index(deck("b.pdf"))) == [
        ("withdrawn", "a.pdf", None),
        ("new", "b.pdf", None),
    ]


def test_a_renamed_file_is_known_by_its_content() -> None:
    before = make_index(deck("from Laura/a.pdf", content="x"))
    after = make_index(deck("b.pdf", content="x"))
    assert told(before, after) == [("moved", "b.pdf", "from Laura/a.pdf")]


def test_of_several_copies_only_as_many_moved_as_went() -> None:
    before = make_index(deck("a.pdf", content="x"), deck("b.pdf", content="x"))
    after = make_index(*(deck(path, content="x") for path in ("b.pdf", "c.pdf", "d.pdf")))
    assert told(before, after) == [("moved", "c.pdf", "a.pdf"), ("new", "d.pdf", None)]


def test_other_bytes_under_the_same_name_are_a_change() -> None:
    before, after = make_index(deck("a.pdf", content="x")), make_index(deck("a.pdf", content="y"))
    assert told(before, after) == [("changed", "a.pdf", None)]


def test_a_deck_that_stands_elsewhere_now_is_placed_anew() -> None:
    before = make_index(deck("a.pdf", status="review"))
    assert told(before, make_index(deck("a.pdf"))) == [("placed", "a.pdf", None)]


def test_a_file_that_became_readable_changed_and_a_refused_one_that_came_is_new() -> None:
    refused = {"path": "a.pdf", "code": "truncated", "message": "Its end is missing."}
    before = make_index(rejected=[refused])
    assert told(before, make_index(deck("a.pdf"))) == [("changed", "a.pdf", None)]
    assert told(make_index(), before) == [("new", "a.pdf", None)]


def test_an_earlier_index_is_read_from_its_file_or_folder(tmp_path: Path) -> None:
    path = tmp_path / "index.json"
    path.write_bytes(msgspec.json.encode(make_index(deck("a.pdf"))))
    assert read_earlier(path) == read_earlier(tmp_path)
    assert read_earlier(path) is not None


def test_fields_that_only_a_later_version_has_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "index.json").write_text('{"resources": [{"path": "a", "mood": 1}], "new": 2}')
    earlier = read_earlier(tmp_path)
    assert earlier is not None
    assert [file.path for file in earlier.resources] == ["a"]


@pytest.mark.parametrize("content", [b"", b"not json", b"[1]", b'{"resources": 3}'])
def test_what_is_no_index_is_no_earlier_index(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "index.json").write_bytes(content)
    assert read_earlier(tmp_path) is None
    assert read_earlier(tmp_path / "nowhere") is None
