from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.extract import extract
from pipeline.extract.html import html_deck, read_html
from pipeline.extract.plain import read_markdown, read_text
from pipeline.extract.refusals import UnreadableError
from pipeline.records import media
from pipeline.records.decks import BlockKind
from pipeline.records.files import Refusal, RejectionCode


def test_blocks_stand_on_lines_of_their_own_and_inline_elements_do_not():
    (page,) = html_deck("<h1>A <b>title</b></h1><p>one\n two<br>three<p>four<ul><li>x<li>y").pages
    assert page.title == "A title"
    assert page.text == "A title\none two\nthree\nfour\nx\ny"


def test_what_a_reader_does_not_see_is_left_out():
    page = "<title>T</title><style>p{}</style><p>a<script>x()</script>b<!-- c --><noscript>d"
    assert [page.text for page in html_deck(page).pages] == ["ab"]


def test_tables_have_rows_and_cells_unless_they_only_lay_out():
    data = "<table><caption>C</caption><tr><th>A<th>B<tr><td>1<td>2</table>"
    (page,) = html_deck(f"<table><tr><td>side<td>{data}</table>").pages
    assert [(block.kind.value, block.text) for block in page.blocks] == [
        ("body", "side\nC"),
        ("table", "A\tB\n1\t2"),
    ]


def test_slides_are_pages_with_their_notes():
    slides = (
        "<div class='slides'><section><h2>One</h2></section><section><section><h2>Two</h2>"
        "<aside class='notes'>Say hello</aside></section><section>Three</section></section></div>"
    )
    pages = html_deck(f"<div class=reveal>{slides}</div>").pages
    assert [page.text for page in pages] == ["One", "Two", "Three"]
    assert pages[1].notes == "Say hello"


def test_printed_pages_are_pages():
    pages = html_deck("<p>a<p style='page-break-before: always'>b").pages
    assert [page.text for page in pages] == ["a", "b"]


def test_links_descriptions_and_properties_are_read():
    deck = html_deck(
        "<html lang=fr><title>Guide</title><meta name=Author content=Ana>"
        "<a href=https://example.org>x</a><a href='#top'>y</a><img alt='People in a circle'>"
    )
    (page,) = deck.pages
    assert page.layer(BlockKind.LINK) == "https://example.org"
    assert page.layer(BlockKind.ALT_TEXT) == "People in a circle"
    stated = deck.properties
    assert (stated.title, stated.author, stated.language) == ("Guide", "Ana", "fr")


@pytest.mark.parametrize(
    "data",
    [
        "<p>Économie".encode(),
        "<meta charset=iso-8859-1><p>Économie".encode("latin-1"),
        "<meta charset=utf-8><p>Économie".encode(),
        "<p>Économie".encode("cp1252"),
        "\ufeff<p>Économie".encode("utf-16-le"),
        "<meta charset=utf-8><p>Économie".encode("cp1252"),
        "<meta charset=nonsense><p>Économie".encode(),
    ],
)
def test_a_page_is_decoded_as_it_says_or_as_it_is(tmp_path: Path, data: bytes):
    path = tmp_path / "page.html"
    path.write_bytes(data)
    assert read_html(path).pages[0].text == "Économie"


def test_deep_pages_do_no_harm():
    assert html_deck("<b>" * 1500 + "deep").pages[0].text == "deep"
    with pytest.raises(UnreadableError):
        html_deck("<b>" * 50_000 + "deep")


def test_a_page_without_text_is_refused(tmp_path: Path):
    path = tmp_path / "page.html"
    path.write_bytes(b"<html><body></body></html>")
    assert isinstance(extract(path, media.HTML), Refusal)


def test_a_text_that_is_too_long_is_refused(tmp_path: Path):
    path = tmp_path / "page.html"
    path.write_bytes(b"x" * (17 * 1024 * 1024))
    result = extract(path, media.HTML)
    assert isinstance(result, Refusal)
    assert result.code is RejectionCode.TOO_LARGE


def test_markdown_is_read_without_its_marks(tmp_path: Path):
    path = tmp_path / "notes.md"
    path.write_text("# Title\n\nSome *text*.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n- x\n", "utf-8")
    assert read_markdown(path).pages[0].text == "Title\nSome text.\na\tb\n1\t2\nx"


def test_a_text_has_a_heading_where_its_first_line_stands_alone(tmp_path: Path):
    path = tmp_path / "notes.txt"
    path.write_bytes(b"Programme\r\n\r\nDay one\r\nDay two\r\n\fDay three")
    first, second = read_text(path).pages
    assert first.title == "Programme"
    assert first.text == "Programme\nDay one\nDay two"
    assert second.text == "Day three"


def test_a_text_without_a_heading_has_no_title(tmp_path: Path):
    path = tmp_path / "notes.txt"
    path.write_bytes("Économie\nsociale\n\nfin".encode("cp1252"))
    (page,) = read_text(path).pages
    assert (page.title, page.text) == ("", "Économie\nsociale\nfin")
