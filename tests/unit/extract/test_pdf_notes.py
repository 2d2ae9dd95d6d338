"""What people put on top of the pages of a PDF file."""

from __future__ import annotations

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString
from reportlab.pdfgen.canvas import Canvas

from pipeline.extract.pdf import read_pdf
from pipeline.records.decks import BlockKind

PLACE = [100, 100, 300, 130]


def said(canvas: Canvas) -> None:
    canvas.setFont("Helvetica", 20)
    canvas.drawString(60, 300, "What is your name?")


def test_answers_in_forms_and_text_boxes_are_text_of_the_page(make_pdf):
    def form(canvas: Canvas) -> None:
        said(canvas)
        canvas.acroForm.textfield(name="who", value="Laura Aufrère", x=100, y=200)
        canvas.acroForm.checkbox(name="member", checked=True, x=100, y=150)
        canvas.freeTextAnnotation("written on top", DA="/Helv 12 Tf", Rect=PLACE)

    (page,) = read_pdf(make_pdf(form)).pages

    assert page.text == "What is your name?\nLaura Aufrère\nwritten on top"


def test_a_page_that_holds_nothing_but_answers_is_read(make_pdf):
    def form(canvas: Canvas) -> None:
        canvas.acroForm.textfield(name="who", value="Laura", x=100, y=200)

    (page,) = read_pdf(make_pdf(form)).pages

    assert (page.text, page.usable) == ("Laura", True)


def test_comments_carry_their_authors(make_pdf):
    def remarked(canvas: Canvas) -> None:
        said(canvas)
        signed = {"Contents": PDFString("Which year?"), "T": PDFString("Ana Lima")}
        shape = {"Type": PDFName("Annot"), "Subtype": PDFName("Highlight"), "Rect": PDFArray(PLACE)}
        canvas._addAnnotation(PDFDictionary({**shape, **signed}))
        canvas.textAnnotation("Source?", Rect=PLACE)
        canvas.linkURL("https://example.org", PLACE)

    (page,) = read_pdf(make_pdf(remarked)).pages

    comments = page.layer(BlockKind.COMMENT).split("\n")
    assert comments == ["Ana Lima: Which year?", "Unknown: Source?"]
    assert page.text == "What is your name?"
