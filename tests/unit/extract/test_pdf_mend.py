from __future__ import annotations

import pypdfium2 as pdfium
import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from pipeline.extract.pdf_layer import TextLayer
from pipeline.extract.pdf_mend import Mender
from pipeline.extract.pdf_page import read_page


@pytest.fixture
def lines(make_pdf, draw):
    def read(*texts):
        with pdfium.PdfDocument(make_pdf(draw(*texts))) as document:
            page = document[0]
            try:
                return [line.text for line in read_page(page).lines]
            finally:
                page.close()

    return read


def test_a_word_broken_at_the_end_of_a_line_is_joined(lines):
    assert lines(("a primeira ver-", 18, 40, 40), ("são do curso", 18, 40, 62)) == [
        "a primeira versão do curso"
    ]


def test_a_compound_broken_at_its_hyphen_keeps_it(lines):
    assert lines(("we know it text-", 18, 40, 40), ("based and open", 18, 40, 62)) == [
        "we know it text-based and open"
    ]


def test_accents_set_beside_their_letters_are_put_on_them(lines):
    assert lines(("D´ebut´e `a Paris, fenˆetre", 18, 40, 40)) == ["Débuté à Paris, fenêtre"]


def test_a_grave_accent_of_program_code_stays(lines):
    assert lines(("run `a` and `b`", 18, 40, 40)) == ["run `a` and `b`"]


def test_letters_set_far_apart_make_a_word(lines):
    assert lines(("F L Á V I O fala", 18, 40, 40)) == ["FLÁVIO fala"]


def mended(path):
    with pdfium.PdfDocument(path) as document:
        page = document[0]
        textpage = page.get_textpage()
        layer = TextLayer(textpage)
        text = Mender(layer)(layer.text, 0)
        textpage.close()
        page.close()
    return text


def test_a_space_that_is_only_a_narrow_gap_is_put_back(make_pdf):
    def tight(canvas):
        canvas.setFont("Helvetica", 40)
        canvas.drawString(40, 300, "GUILHERME")
        canvas.drawString(40 + canvas.stringWidth("GUILHERME") + 6.5, 300, "GARNIER")

    assert mended(make_pdf(tight)) == "GUILHERME GARNIER"


def test_letters_after_an_emoji_stand_where_they_stand(tmp_path):
    """An exclamation mark whose font says that it is an emoji; pdfium needs no table of objects."""
    after = 40 + stringWidth("!GUILHERME", "Helvetica", 40) + 6.5
    show = "BT /F 40 Tf {} 300 Td ({}) Tj ET "
    content = show.format(40, "!GUILHERME") + show.format(after, "GARNIER")
    emoji = (
        "begincmap 1 begincodespacerange <00> <FF> endcodespacerange "
        "1 beginbfchar <21> <D83DDE0D> endbfchar endcmap"
    )
    objects = (
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        (
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 720 405] /Contents 6 0 R "
            "/Resources << /Font << /F 4 0 R >> >> >>"
        ),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 5 0 R >>",
        *(f"<< /Length {len(text)} >> stream\n{text}\nendstream" for text in (emoji, content)),
    )
    numbered = (f"{number} 0 obj {text} endobj\n" for number, text in enumerate(objects, start=1))
    path = tmp_path / "emoji.pdf"
    path.write_text(f"%PDF-1.4\n{''.join(numbered)}trailer << /Root 1 0 R >>\n%%EOF")

    assert mended(path) == "😍GUILHERME GARNIER"


def test_a_long_word_stays_whole(lines):
    assert lines(("internacionalização", 18, 40, 40)) == ["internacionalização"]


def test_lines_that_hold_nothing_but_bullets_vanish(lines):
    assert lines(("•", 18, 40, 40), ("First point", 18, 60, 40), ("• ", 18, 40, 80)) == [
        "First point"
    ]
