from __future__ import annotations

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from pipeline.extract.pdf import read_pdf
from pipeline.records.decks import BlockKind

HEIGHT = 405


@pytest.fixture
def read(make_pdf):
    def pages(*draws, **document):
        return read_pdf(make_pdf(*draws, **document)).pages

    return pages


def test_the_largest_text_above_is_the_title(read, draw):
    (page,) = read(
        draw(
            ("Groupe SOS in Africa", 12, 40, 30),
            ("Social innovation in Senegal", 32, 40, 80),
            ("What we can learn", 18, 40, 200),
        )
    )

    assert page.title == "Social innovation in Senegal"
    assert page.text.split("\n") == [
        "Social innovation in Senegal",
        "Groupe SOS in Africa",
        "What we can learn",
    ]


def test_a_title_may_run_over_several_lines(read, draw):
    (page,) = read(
        draw(
            ("Framing social innovation", 32, 40, 80),
            ("and the solidarity economy", 32, 40, 120),
            ("Laura Aufrère", 18, 40, 250),
        )
    )

    assert page.title == "Framing social innovation and the solidarity economy"


def test_a_number_set_large_is_no_title(read, draw):
    (page,) = read(
        draw(("73 %", 90, 300, 250), ("Members are women", 28, 40, 60), ("x y", 12, 40, 300))
    )

    assert page.title == "Members are women"


def test_an_address_set_large_is_no_title(read, draw):
    (page,) = read(draw(("http://www.example.org/photo", 30, 40, 60)))

    assert page.title == ""


def test_no_title_is_made_up_where_all_text_is_set_alike(read, draw):
    (page,) = read(draw(("One thing", 18, 40, 60), ("and far below another", 18, 40, 300)))

    assert page.title == ""


def test_text_set_large_at_the_bottom_is_no_title(read, draw):
    (page,) = read(draw(("How it began", 18, 40, 60), ("Thank you!", 40, 40, 380)))

    assert page.title == ""


def test_a_bookmark_tells_which_text_is_the_title(make_pdf, draw):
    def marked(canvas):
        draw(("Our method", 18, 40, 60), ("Interviews", 18, 40, 200))(canvas)
        canvas.bookmarkPage("here")
        canvas.addOutlineEntry("Our  method", "here")

    assert read_pdf(make_pdf(marked)).pages[0].title == "Our method"


def test_a_bookmark_that_is_not_on_the_page_is_no_title(make_pdf, draw):
    def marked(canvas):
        draw(("One thing", 18, 40, 60), ("Another thing", 18, 40, 200))(canvas)
        canvas.bookmarkPage("here")
        canvas.addOutlineEntry("Part two", "here")

    assert read_pdf(make_pdf(marked)).pages[0].title == ""


def test_headers_footers_and_page_numbers_are_kept_apart(read, draw):
    pages = read(
        *(
            draw(
                ("12th Academy", 10, 40, 20),
                (f"Point {chr(64 + number)}", 30, 40, 90),
                (f"Laura Aufrère  {number} / 4", 10, 40, 395),
            )
            for number in range(1, 5)
        )
    )

    assert [page.text for page in pages] == ["Point A", "Point B", "Point C", "Point D"]
    assert pages[1].layer(BlockKind.FURNITURE) == "12th Academy\nLaura Aufrère 2 / 4"


def test_what_repeats_on_two_pages_only_is_body(read, draw):
    pages = read(*(draw(("Title", 30, 40, 90), ("ITCILO", 10, 40, 395)) for _ in range(2)))

    assert [page.layer(BlockKind.FURNITURE) for page in pages] == ["", ""]


def test_a_title_that_returns_on_several_pages_stays_a_title(read, draw):
    same = [draw(("Our method", 30, 40, 40), (f"step {n}", 18, 40, 200)) for n in "abc"]
    other = [draw((f"Other {n}", 30, 40, 40), ("text", 18, 40, 200)) for n in "xyz"]

    assert [page.title for page in read(*same, *other)][:4] == ["Our method"] * 3 + ["Other x"]


def test_what_heads_nearly_every_page_is_furniture_however_large(read, draw):
    pages = read(
        *(
            draw(
                ("Click to edit", 30, 40, 40),
                (f"Point {letter}", 24, 40, 120),
                ("text", 12, 40, 200),
            )
            for letter in "abcdef"
        )
    )

    assert [page.title for page in pages[:2]] == ["Point a", "Point b"]


def test_a_sentence_broken_by_the_edge_of_its_box_is_made_whole(read, draw):
    (page,) = read(
        draw(
            ("Title", 36, 40, 40),
            ("Couriers carry the costs and the risks of all their waiting", 18, 40, 120),
            ("times and of accidents", 18, 40, 142),
            ("Users pay less", 18, 40, 164),
        )
    )

    assert page.text.split("\n")[1:] == [
        "Couriers carry the costs and the risks of all their waiting times and of accidents",
        "Users pay less",
    ]


def test_items_of_a_list_stay_apart(read, draw):
    (page,) = read(
        draw(
            ("Title", 36, 40, 40),
            ("- land that is held in common by all the people of one place", 18, 40, 120),
            ("- housing that is held in common by all who are living in it", 18, 40, 142),
        )
    )

    assert len(page.text.split("\n")) == 3


def test_program_code_keeps_its_lines(read, draw):
    (page,) = read(
        draw(
            ("Title", 36, 40, 40),
            ("total = sum(price for price in prices if price is not None)", 18, 40, 120),
            ("print(total)", 18, 40, 142),
        )
    )

    assert len(page.text.split("\n")) == 3


def test_a_page_without_text_is_marked_and_not_invented(read, draw):
    pages = read(draw(("Title", 30, 40, 40)), lambda canvas: canvas.rect(0, 0, 99, 99, fill=1))

    assert [page.usable for page in pages] == [True, False]
    assert pages[1].blocks == ()


def test_the_invisible_text_of_a_scan_is_read(make_pdf):
    def scanned(canvas: Canvas) -> None:
        text = canvas.beginText(60, 300)
        text.setTextRenderMode(3)
        text.setFont("Helvetica", 20)
        text.textLine("recognised before")
        canvas.drawText(text)

    (page,) = read_pdf(make_pdf(scanned)).pages

    assert (page.text, page.usable) == ("recognised before", True)


def test_a_garbled_text_layer_is_marked_and_named(make_pdf, draw):
    def garbled(canvas):
        canvas.setFont("Helvetica", 20)
        canvas.addLiteral("BT /F1 20 Tf 40 300 Td <41010203040E0F4210111213> Tj ET")

    deck = read_pdf(make_pdf(draw(("Readable", 20, 40, 40)), garbled))

    assert [page.usable for page in deck.pages] == [True, False]
    assert deck.pages[1].text == ""
    assert deck.warnings[0].startswith("needs-ocr: page 2 cannot be read")


def test_a_page_that_is_a_picture_needs_recognition_and_a_blank_one_does_not(make_pdf, draw):
    def picture(canvas):
        canvas.drawInlineImage(Image.new("RGB", (300, 200)), 0, 0)

    deck = read_pdf(make_pdf(draw(("Title", 20, 40, 40)), picture, picture, draw(), picture))

    assert [page.usable for page in deck.pages] == [True, False, False, False, False]
    assert deck.warnings[0].startswith("needs-ocr: pages 2–3 and 5 cannot be read")


def test_links_to_the_web_are_kept_once(make_pdf, draw):
    def linked(canvas):
        draw(("Click here", 20, 40, 40))(canvas)
        for url in ("https://example.org/a", "https://example.org/a", "file:///etc/passwd"):
            canvas.linkURL(url, (40, 360, 90, 380))

    assert read_pdf(make_pdf(linked)).pages[0].layer(BlockKind.LINK) == "https://example.org/a"


def test_properties_lose_what_programs_put_there(make_pdf, draw):
    deck = read_pdf(
        make_pdf(
            draw(("x", 12, 40, 40)),
            title="Microsoft PowerPoint - Roma_v3.pptx",
            author="Laura Aufrère",
        )
    )

    assert (deck.properties.title, deck.properties.author) == ("Roma_v3", "Laura Aufrère")
    assert (deck.properties.subject, deck.properties.created) == ("", "2000-01-01T00:00:00")
