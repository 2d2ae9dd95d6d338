from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as Word
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml

from pipeline.extract import extract
from pipeline.extract.docx import read_docx
from pipeline.records import media
from pipeline.records.decks import BlockKind, Deck
from pipeline.records.files import RejectionCode

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@pytest.fixture
def word() -> Word:
    return Document()


@pytest.fixture
def read(word: Word, tmp_path: Path) -> Callable[[], Deck]:
    def save_and_read() -> Deck:
        path = tmp_path / "text.docx"
        word.save(str(path))
        return read_docx(path)

    return save_and_read


def add(word: Word, xml: str) -> None:
    """Add elements to the last paragraph; `w:` is known."""
    wrapped = parse_xml(f'<w:r xmlns:w="{W}">{xml}</w:r>')
    word.paragraphs[-1]._p.extend(list(wrapped))


def test_headings_tables_and_lists_are_read_in_order(word, read):
    word.add_heading("L’économie sociale", 0)
    word.add_paragraph("Un texte.")
    table = word.add_table(2, 2)
    for number, cell in enumerate(table._cells):
        cell.text = f"cell {number}"
    word.add_paragraph("un point", style="List Bullet")
    word.add_heading("Suite", 1)
    (page,) = read().pages
    assert page.title == "L’économie sociale"
    assert page.text == (
        "L’économie sociale\nUn texte.\ncell 0\tcell 1\ncell 2\tcell 3\nun point\nSuite"
    )


def test_pages_end_at_page_breaks_and_where_word_last_broke_them(word, read):
    word.add_paragraph("one")
    word.add_page_break()
    word.add_heading("two", 1)
    word.add_paragraph("still two")
    word.paragraphs[-1].runs[-1].add_break(WD_BREAK.PAGE)
    word.add_paragraph("three")
    word.add_paragraph("")
    add(word, "<w:r><w:lastRenderedPageBreak/><w:t>four</w:t></w:r>")
    assert [page.text for page in read().pages] == ["one", "two\nstill two", "three", "four"]


def test_a_style_based_on_a_heading_makes_headings(word, read):
    style = word.styles.add_style("Chapter", 1)
    style.base_style = word.styles["Heading 2"]
    word.add_paragraph("text")
    word.add_paragraph("My chapter", style="Chapter")
    assert read().pages[0].title == "My chapter"


def test_comments_links_footers_and_footnote_like_parts_stand_beside(word, read):
    paragraph = word.add_paragraph("said")
    word.add_comment(paragraph.runs, text="Is it so?", author="Ana")
    word.sections[0].footer.paragraphs[0].text = "ITCILO"
    link = word.part.relate_to("https://example.org/a", "x/hyperlink", is_external=True)
    namespace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    hyperlink = f'<w:hyperlink r:id="{link}" xmlns:r="{namespace}"><w:r><w:t> here</w:t></w:r>'
    add(word, f"{hyperlink}</w:hyperlink>")
    (page,) = read().pages
    assert page.text == "said here"
    assert page.layer(BlockKind.COMMENT) == "Ana: Is it so?"
    assert page.layer(BlockKind.FURNITURE) == "ITCILO"
    assert page.layer(BlockKind.LINK) == "https://example.org/a"


def test_inserted_text_is_read_and_deleted_text_is_not(word, read):
    word.add_paragraph("kept")
    add(word, "<w:ins><w:r><w:t> new</w:t></w:r></w:ins>")
    add(word, "<w:del><w:r><w:delText> old</w:delText></w:r></w:del>")
    add(word, "<w:sdt><w:sdtContent><w:r><w:t> chosen</w:t></w:r></w:sdtContent></w:sdt>")
    assert read().pages[0].text == "kept new chosen"


def test_text_boxes_are_read_once(word, read):
    word.add_paragraph("text")
    box = "<w:txbxContent><w:p><w:r><w:t>boxed</w:t></w:r></w:p></w:txbxContent>"
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    add(
        word,
        f'<mc:AlternateContent xmlns:mc="{mc}"><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>",
    )
    assert read().pages[0].text == "text\nboxed"


def test_tables_in_tables_are_not_read_twice(word, read):
    cell = word.add_table(1, 1).cell(0, 0)
    cell.text = "outer"
    cell.add_table(1, 1).cell(0, 0).text = "inner"
    assert read().pages[0].text == "outer inner"


def test_properties_are_read(word, read):
    word.core_properties.title = "Guide"
    word.core_properties.author = "Ana"
    word.add_paragraph("text")
    assert (read().properties.title, read().properties.author) == ("Guide", "Ana")


def test_a_document_that_declares_entities_is_unsafe(word, tmp_path, rewrite):
    word.add_paragraph("text")
    path = tmp_path / "text.docx"
    word.save(str(path))
    doctype = b'<!DOCTYPE d [<!ENTITY a "b">]><w:document'
    declared = rewrite(path, lambda _, data: data.replace(b"<w:document", doctype))
    assert extract(declared, media.DOCX).code is RejectionCode.UNSAFE
