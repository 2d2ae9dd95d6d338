from __future__ import annotations

import pytest

from pipeline.extract.flow import Paragraph, flowing_pages
from pipeline.extract.refusals import UnreadableError
from pipeline.records.decks import Block, BlockKind

HEADING = BlockKind.TITLE


def test_the_first_heading_of_a_page_is_its_title_and_later_ones_are_body() -> None:
    (page,) = flowing_pages(
        [Paragraph("logo"), Paragraph("One", HEADING), Paragraph("a"), Paragraph("Two", HEADING)]
    )
    assert page.title == "One"
    assert page.text == "One\nlogo\na\nTwo"


def test_pages_end_where_the_document_says_so() -> None:
    texts = ["a" * 2000, "b" * 2000, "c"]
    pages = flowing_pages(Paragraph(text, starts_page=text == "c") for text in texts)
    assert [len(page.text) for page in pages] == [4001, 1]


def test_where_no_page_is_stated_a_page_is_some_3000_characters() -> None:
    pages = flowing_pages(Paragraph("word " * 100) for _ in range(12))
    assert [page.number for page in pages] == [1, 2]
    assert [len(page.text) // 1000 for page in pages] == [3, 2]


def test_a_page_without_text_does_not_count() -> None:
    pages = flowing_pages([Paragraph("a"), Paragraph(" ", starts_page=True), Paragraph("b")])
    assert [(page.number, page.text) for page in pages] == [(1, "a"), (2, "b")]


def test_tables_stay_apart_and_what_is_beside_the_text_comes_last_and_once() -> None:
    link = Paragraph("https://example.org", BlockKind.LINK)
    table = Paragraph("1\t2", BlockKind.TABLE)
    (page,) = flowing_pages([Paragraph("a"), link, table, table, Paragraph("b"), link])
    assert [(block.kind.value, block.text) for block in page.blocks] == [
        ("body", "a"),
        ("table", "1\t2"),
        ("table", "1\t2"),
        ("body", "b"),
        ("link", "https://example.org"),
    ]


def test_a_document_without_text_is_refused() -> None:
    with pytest.raises(UnreadableError):
        flowing_pages([Paragraph(" \n")])


def test_blocks_hold_clean_text() -> None:
    (page,) = flowing_pages([Paragraph("ef\ufb01cace\u00a0!")])
    assert page.blocks == (Block(kind=BlockKind.BODY, text="efficace !"),)
