"""The page is one file, the same for the same input."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path

from page_index import make_index, make_page, resource

from pipeline.page import Sources, write_catalogue
from pipeline.records.index import Index

NOTHING = Sources(pages_of=lambda _: (), cover_of=lambda _: b"", location_of=lambda _: "")


class Blocks(HTMLParser):
    """Collects the data blocks of a page as a browser would find them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.blocks: dict[str, str] = {}
        self._open = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open = dict(attrs).get("id") or "" if tag == "script" else ""

    def handle_data(self, data: str) -> None:
        if self._open:
            self.blocks[self._open] = self.blocks.get(self._open, "") + data

    def handle_endtag(self, tag: str) -> None:
        self._open = ""


def written(index: Index, path: Path, sources: Sources = NOTHING) -> str:
    write_catalogue(index, sources, path)
    return path.read_text(encoding="utf-8")


def test_the_same_index_gives_the_same_bytes(tmp_path: Path) -> None:
    index = make_index(resource("a"), resource("bb"))
    assert written(index, tmp_path / "a.html") == written(index, tmp_path / "b.html")


def test_each_deck_has_a_block_of_its_own_and_twins_share_a_picture(tmp_path: Path) -> None:
    twin = resource("copy", sha256=f"{1:064x}")
    index = make_index(resource("a"), twin)
    sources = Sources(
        pages_of=lambda path: (make_page(1, f"Text of {path}"),),
        cover_of=lambda _: b"RIFF",
        location_of=lambda path: f"../{path}",
    )
    blocks = Blocks(written(index, tmp_path / "index.html", sources)).blocks
    first, second = json.loads(blocks["catalogue"])["decks"]
    assert json.loads(blocks[first["id"]])["text"][0]["text"] == "Text of a"
    assert json.loads(blocks[second["id"]])["text"][0]["text"] == "Text of copy"
    assert first["cover"] == second["cover"]
    assert json.loads(blocks[first["cover"]]) == "data:image/webp;base64,UklGRg=="


def test_the_page_refers_to_nothing_outside_itself(tmp_path: Path) -> None:
    text = written(make_index(resource("a")), tmp_path / "index.html")
    markup = re.sub(r"<(script|style)\b.*?</\1>", "", text, flags=re.DOTALL)
    assert not re.search(r"""(src|href)=["']?(https?:|//|/)""", markup)
    assert "@import" not in text
    assert not re.search(r"url\(", text)


def test_no_absolute_path_is_in_the_page(tmp_path: Path) -> None:
    assert str(tmp_path) not in written(make_index(resource("a")), tmp_path / "index.html")


def test_the_title_is_the_elective_s_in_a_language_in_which_it_is_given(tmp_path: Path) -> None:
    assert "<title>Cours</title>" in written(make_index(), tmp_path / "index.html")
