from __future__ import annotations

from pipeline.records.decks import Block, BlockKind, Deck, DeckLanguage, Language, Page
from pipeline.tag.entities.segments import segments

ENGLISH = Language(tag="en-GB", confidence=0.9)


def texts(*blocks):
    deck = Deck(pages=(Page(number=1, blocks=blocks),))
    return [s.text for s in segments(deck, DeckLanguage(deck=ENGLISH, pages=(ENGLISH,)))]


def block(text, kind=BlockKind.BODY):
    return Block(kind=kind, text=text)


def test_every_line_is_a_text_of_its_own():
    assert texts(block("Laura Aufrère\nUniversité Sorbonne Paris Nord")) == [
        "Laura Aufrère",
        "Université Sorbonne Paris Nord",
    ]


def test_lines_that_the_layout_broke_are_joined():
    assert texts(block("The cooperative was founded by the\nCity of Rome and\nits farmers")) == [
        "The cooperative was founded by the City of Rome and its farmers"
    ]


def test_a_sentence_that_ended_is_not_joined_to_the_next():
    assert texts(block("It works.\nand it pays")) == ["It works.", "and it pays"]


def test_a_title_over_two_lines_is_one_text():
    assert texts(block("Université\nSorbonne Paris Nord", BlockKind.TITLE)) == [
        "Université Sorbonne Paris Nord"
    ]


def test_the_cells_of_a_table_are_texts_of_their_own():
    assert texts(block("Kenya\t1.2 m\nUganda | 0.8 m", BlockKind.TABLE)) == [
        "Kenya",
        "1.2 m",
        "Uganda",
        "0.8 m",
    ]


def test_comments_links_and_workbooks_are_not_read():
    kinds = (BlockKind.COMMENT, BlockKind.LINK, BlockKind.EMBEDDED)
    assert texts(*(block("Dakar", kind) for kind in kinds)) == []


def test_what_repeats_on_every_page_is_read_once():
    footer = Block(kind=BlockKind.FURNITURE, text="ITCILO, Turin")
    pages = tuple(Page(number=number, blocks=(footer,)) for number in (1, 2, 3))
    found = list(segments(Deck(pages=pages), DeckLanguage(deck=ENGLISH, pages=(ENGLISH,) * 3)))
    assert [(each.page, each.text) for each in found] == [(1, "ITCILO, Turin")]


def test_the_language_is_the_primary_subtag():
    deck = Deck(pages=(Page(number=1, blocks=(block("Dakar"),)),))
    (segment,) = segments(deck, DeckLanguage(deck=ENGLISH, pages=(ENGLISH,)))
    assert segment.language == "en"
