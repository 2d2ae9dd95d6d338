from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.extract import extract
from pipeline.extract.odp import read_odp
from pipeline.extract.refusals import CORRUPT, ENCRYPTED, NO_PAGES, UNSAFE
from pipeline.records import media
from pipeline.records.decks import BlockKind

OASIS = "urn:oasis:names:tc:opendocument:xmlns"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{OASIS}:{name}:1.0"'
    for prefix, name in (
        ("office", "office"),
        ("draw", "drawing"),
        ("text", "text"),
        ("table", "table"),
        ("style", "style"),
        ("presentation", "presentation"),
        ("chart", "chart"),
        ("meta", "meta"),
        ("svg", "svg-compatible"),
        ("fo", "xsl-fo-compatible"),
    )
) + (' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"')


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Write a presentation of the pages given, with other members by name."""

    def odp(*pages: str, styles: str = "", **members: str) -> Path:
        path = tmp_path / "deck.odp"
        content = (
            f"<office:document-content {NAMESPACES}><office:automatic-styles>{styles}"
            f"</office:automatic-styles><office:body><office:presentation>"
            f"{''.join(pages)}</office:presentation></office:body></office:document-content>"
        )
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("mimetype", media.ODP)
            archive.writestr("content.xml", content)
            for name, data in members.items():
                archive.writestr(name.replace("__", "/") + ".xml", data)
        return path

    return odp


def page(*shapes: str, style: str = "dp1") -> str:
    return f'<draw:page draw:name="p" draw:style-name="{style}">{"".join(shapes)}</draw:page>'


def frame(text: str, role: str = "", left: float = 1, top: float = 1, style: str = "") -> str:
    paragraphs = "".join(f'<text:p text:style-name="{style}">{t}</text:p>' for t in text.split("|"))
    return (
        f'<draw:frame presentation:class="{role}" svg:x="{left}cm" svg:y="{top}cm" '
        f'svg:width="5cm" svg:height="1cm"><draw:text-box>{paragraphs}</draw:text-box></draw:frame>'
    )


def test_the_title_comes_first_and_the_body_in_reading_order(write):
    path = write(
        page(
            frame("bottom", top=9),
            frame("right", left=10, top=5),
            frame("left", left=1, top=5),
            frame("Food policy in Rome", "title", top=2),
        )
    )

    (read,) = read_odp(path).pages

    assert read.title == "Food policy in Rome"
    assert read.text == "Food policy in Rome\nleft\nright\nbottom"


def test_lists_spaces_tabs_and_line_breaks_are_read(write):
    body = (
        "<draw:frame><draw:text-box><text:list><text:list-item><text:p>one<text:s/>two</text:p>"
        "</text:list-item></text:list><text:p>a<text:tab/>b<text:line-break/>c"
        "<text:span>d</text:span>e</text:p></draw:text-box></draw:frame>"
    )

    assert read_odp(write(page(body))).pages[0].text == "one two\na b\ncde"


def test_text_in_groups_and_drawn_shapes_is_read(write):
    group = "<draw:g><draw:custom-shape><text:p>inside</text:p></draw:custom-shape></draw:g>"

    assert read_odp(write(page(group))).pages[0].text == "inside"


def test_a_table_has_its_cells_separated_by_tabs(write):
    rows = "".join(
        "<table:table-row>"
        + "".join(f"<table:table-cell><text:p>{c}</text:p></table:table-cell>" for c in row)
        + "</table:table-row>"
        for row in (("Country", "Members"), ("Brazil", "42"))
    )
    table = f"<draw:frame><table:table>{rows}</table:table></draw:frame>"

    read = read_odp(write(page(table))).pages[0]

    assert read.layer(BlockKind.TABLE) == "Country\tMembers\nBrazil\t42"


def test_a_chart_is_read_from_its_own_part(write):
    chart = (
        f"<office:document-content {NAMESPACES}><chart:chart><chart:title><text:p>Growth</text:p>"
        f"</chart:title><table:table><table:table-row>"
        f'<table:table-cell office:value-type="string"><text:p>Brazil</text:p></table:table-cell>'
        f'<table:table-cell office:value-type="float"><text:p>42</text:p></table:table-cell>'
        f"</table:table-row></table:table></chart:chart></office:document-content>"
    )
    node = '<draw:frame><draw:object xlink:href="./Object 1"/></draw:frame>'

    path = write(page(node), **{"Object 1__content": chart})

    assert read_odp(path).pages[0].layer(BlockKind.CHART) == "Growth\nBrazil"


def test_a_formula_is_read_without_its_source(write):
    formula = (
        '<math xmlns="http://www.w3.org/1998/Math/MathML"><semantics><mrow><mi>surplus</mi>'
        "<mo>=</mo><mn>42</mn></mrow><annotation>surplus = 42</annotation></semantics></math>"
    )
    node = '<draw:frame><draw:object xlink:href="./Object 1"/></draw:frame>'

    (read,) = read_odp(write(page(node), **{"Object 1__content": formula})).pages

    assert read.text == "surplus=42"


@pytest.mark.parametrize("flat", [False, True])
def test_the_texts_in_the_cells_of_an_embedded_workbook_are_a_layer_of_their_own(write, flat):
    sheet = (
        '<office:body><office:spreadsheet><table:table table:name="Sheet1"><table:table-row>'
        '<table:table-cell office:value-type="string"><text:p>Budget</text:p></table:table-cell>'
        '<table:table-cell office:value-type="float"><text:p>42</text:p></table:table-cell>'
        '<table:table-cell office:value-type="string"><text:p>euros</text:p></table:table-cell>'
        "</table:table-row></table:table></office:spreadsheet></office:body>"
    )
    part = f"<office:document-content {NAMESPACES}>{sheet}</office:document-content>"
    inline = f"<draw:object><office:document>{sheet}</office:document></draw:object>"
    linked = '<draw:object xlink:href="./Object 1"/>'
    shape = page(f"<draw:frame>{inline if flat else linked}</draw:frame>")

    (read,) = read_odp(write(shape, **({} if flat else {"Object 1__content": part}))).pages

    assert [(block.kind, block.text) for block in read.blocks] == [
        (BlockKind.EMBEDDED, "Budget\teuros")
    ]


def test_footers_and_page_numbers_are_furniture(write):
    path = write(page(frame("said"), frame("ITCILO", "footer"), frame("7", "page-number")))

    (read,) = read_odp(path).pages

    assert read.text == "said"
    assert sorted(read.layer(BlockKind.FURNITURE).split("\n")) == ["7", "ITCILO"]


def test_notes_comments_links_and_descriptions_are_layers(write):
    path = write(
        page(
            frame('see <text:a xlink:href="https://example.org">here</text:a>'),
            "<draw:frame><draw:image/><svg:desc>A market in Dakar</svg:desc></draw:frame>",
            "<office:annotation><dc:creator>Ana Lima</dc:creator><text:p>Year?</text:p>"
            "</office:annotation>",
            f"<presentation:notes>{frame('Say hello', 'notes')}{frame('3', 'page-number')}"
            "</presentation:notes>",
        )
    )

    (read,) = read_odp(path).pages

    assert read.text == "see here"
    assert read.notes == "Say hello"
    assert read.layer(BlockKind.COMMENT) == "Ana Lima: Year?"
    assert read.layer(BlockKind.LINK) == "https://example.org"
    assert read.layer(BlockKind.ALT_TEXT) == "A market in Dakar"


def test_a_hidden_page_is_marked(write):
    styles = (
        '<style:style style:name="dp2" style:family="drawing-page">'
        '<style:drawing-page-properties presentation:visibility="hidden"/></style:style>'
    )

    pages = read_odp(write(page(frame("a")), page(frame("b"), style="dp2"), styles=styles)).pages

    assert [read.hidden for read in pages] == [False, True]


def test_without_a_title_the_largest_short_text_above_is_taken(write):
    styles = (
        '<style:style style:name="big" style:family="paragraph">'
        '<style:text-properties fo:font-size="40pt"/></style:style>'
    )
    path = write(page(frame("small", top=1), frame("Large", top=3, style="big")), styles=styles)

    assert read_odp(path).pages[0].title == "Large"


def test_properties_are_those_that_the_file_states(write):
    meta = (
        f"<office:document-meta {NAMESPACES}><office:meta><dc:title>Rome</dc:title>"
        f"<meta:initial-creator>Gabriella D’Amico</meta:initial-creator>"
        f"<dc:date>2021-11-24T10:00:00.12</dc:date><meta:keyword>food</meta:keyword>"
        f"<meta:keyword>policy</meta:keyword></office:meta></office:document-meta>"
    )

    stated = read_odp(write(page(frame("a")), meta=meta)).properties

    assert (stated.title, stated.author) == ("Rome", "Gabriella D’Amico")
    assert (stated.keywords, stated.modified) == ("food, policy", "2021-11-24T10:00:00")


def test_an_encrypted_presentation_is_refused(write):
    manifest = "<manifest><file-entry><encryption-data/></file-entry></manifest>"

    path = write(page(frame("a")), **{"META-INF__manifest": manifest})

    assert extract(path, media.ODP) == ENCRYPTED


def test_macros_with_a_doctype_of_their_own_do_no_harm(write):
    path = write(page(frame("a")), **{"Basic__script-lc": "<!DOCTYPE library><library/>"})

    assert read_odp(path).pages[0].text == "a"


def test_entities_in_the_content_are_unsafe(write, rewrite):
    path = rewrite(
        write(page(frame("a"))),
        lambda name, data: (
            b'<!DOCTYPE x [<!ENTITY a "b">]>' + data if name == "content.xml" else data
        ),
    )

    assert extract(path, media.ODP) == UNSAFE


def test_a_package_without_content_is_corrupt(tmp_path):
    path = tmp_path / "none.odp"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", media.ODP)

    assert extract(path, media.ODP) == CORRUPT


def test_a_presentation_without_pages_is_refused(write):
    assert extract(write(), media.ODP) == NO_PAGES
