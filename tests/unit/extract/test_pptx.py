from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.util import Inches, Pt

from pipeline.extract.pptx import read_pptx
from pipeline.records.decks import BlockKind, Page

NAMESPACES = (
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
BLANK, TITLE_AND_CONTENT = 6, 1


def shape(text: str, placeholder: str = "", paragraph: str = "") -> str:
    return (
        f'<p:sp {NAMESPACES}><p:nvSpPr><p:cNvPr id="90" name="x"/><p:cNvSpPr/>'
        f"<p:nvPr>{placeholder}</p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/>"
        f"<a:p>{paragraph or f'<a:r><a:t>{text}</a:t></a:r>'}</a:p></p:txBody></p:sp>"
    )


def add_xml(slide, xml: str) -> None:
    slide.shapes.element.append(etree.fromstring(xml))


def add_text(slide, text, left=1.0, top=1.0, size=None, height=0.6):
    box = slide.shapes.add_textbox(Inches(left), Inches(top), Inches(3), Inches(height))
    box.text_frame.text = text
    if size is not None:
        box.text_frame.paragraphs[0].runs[0].font.size = Pt(size)
    return box


def add_part(slide, name: str, kind: str, relationship: str, xml: str) -> str:
    part = Part(PackURI(name), f"application/{kind}+xml", slide.part.package, xml.encode())
    return slide.part.relate_to(part, relationship)


@pytest.fixture
def slide(presentation):
    return presentation.slides.add_slide(presentation.slide_layouts[BLANK])


@pytest.fixture
def read(presentation, save_pptx):
    """Read the presentation as it stands and return its first page."""

    def first_page() -> Page:
        return read_pptx(save_pptx(presentation)).pages[0]

    return first_page


def test_the_title_comes_first_wherever_it_stands_in_the_file(presentation, read):
    slide = presentation.slides.add_slide(presentation.slide_layouts[TITLE_AND_CONTENT])
    slide.shapes.title.text = "Framing social innovation"
    slide.placeholders[1].text = "First point\nSecond point"
    slide.shapes.element.append(slide.shapes.title.element)

    page = read()

    assert page.title == "Framing social innovation"
    assert page.text == "Framing social innovation\nFirst point\nSecond point"


def test_a_title_on_two_lines_is_one_line(presentation, read):
    slide = presentation.slides.add_slide(presentation.slide_layouts[TITLE_AND_CONTENT])
    slide.shapes.title.text = "Local economies\vfrom below"

    assert read().title == "Local economies from below"


def test_text_boxes_are_read_by_rows_then_columns(slide, read):
    add_text(slide, "bottom", 1, 5)
    add_text(slide, "right of the middle", 5, 3)
    add_text(slide, "left of the middle", 1, 3)
    add_text(slide, "top", 1, 1)

    assert read().text == "top\nleft of the middle\nright of the middle\nbottom"


def test_columns_whose_boxes_do_not_line_up_are_read_one_after_the_other(slide, read):
    for left, tops in ((1, (1, 2, 3)), (5, (1.5, 2.5, 3.5))):
        for top in tops:
            add_text(slide, f"{left}/{top}", left, top, height=0.9)

    assert read().text.split() == ["1/1", "1/2", "1/3", "5/1.5", "5/2.5", "5/3.5"]


def test_placeholders_stand_where_the_layout_puts_them(presentation, read):
    slide = presentation.slides.add_slide(presentation.slide_layouts[TITLE_AND_CONTENT])
    slide.placeholders[1].text = "body of the layout"
    add_text(slide, "above the body", 1, 0.2)

    assert read().text == "above the body\nbody of the layout"


def test_text_in_nested_groups_is_read(slide, read):
    outer = slide.shapes.add_group_shape()
    inner = outer.shapes.add_group_shape()
    inner.shapes.add_textbox(0, 0, Inches(1), Inches(1)).text_frame.text = "deep inside"

    assert read().text == "deep inside"


def test_a_table_has_its_cells_separated_by_tabs(slide, read):
    table = slide.shapes.add_table(2, 2, 0, 0, Inches(4), Inches(1)).table
    for index, value in enumerate(("Country", "Members", "Brazil\n(all)", "42")):
        table.cell(index // 2, index % 2).text = value

    assert read().layer(BlockKind.TABLE) == "Country\tMembers\nBrazil (all)\t42"


def test_an_empty_table_says_nothing(slide, read):
    slide.shapes.add_table(2, 2, 0, 0, Inches(4), Inches(1))

    assert not read().usable


def test_a_chart_gives_its_title_series_and_categories(slide, read):
    data = CategoryChartData()
    data.categories = ["Brazil", "Senegal"]
    data.add_series("Cooperatives", (4, 7))
    frame = slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, 0, 0, Inches(4), Inches(3), data)
    frame.chart.has_title = True
    frame.chart.chart_title.text_frame.text = "Growth"

    assert read().layer(BlockKind.CHART) == "Growth\nCooperatives\nBrazil\nSenegal"


def test_labels_that_were_written_and_shapes_that_were_drawn_on_a_chart_are_read(slide, read):
    data = CategoryChartData()
    data.categories = ["Brazil"]
    data.add_series("Cooperatives", (4,))
    frame = slide.shapes.add_chart(XL_CHART_TYPE.PIE, 0, 0, Inches(4), Inches(3), data)
    frame.chart.plots[0].series[0].points[0].data_label.text_frame.text = "four of ten"
    part = frame.chart.part
    cdr = 'xmlns:cdr="http://schemas.openxmlformats.org/drawingml/2006/chartDrawing"'
    drawn = f"<c:userShapes xmlns:c='c' {cdr} {NAMESPACES}><cdr:sp><cdr:txBody><a:p><a:r><a:t>"
    xml = f"{drawn}an estimate</a:t></a:r></a:p></cdr:txBody></cdr:sp></c:userShapes>"
    shapes = Part(PackURI("/ppt/drawings/drawing1.xml"), "application/xml", part.package, b"")
    shapes._blob = xml.encode()
    part.relate_to(shapes, f"{RELATIONSHIPS}/chartUserShapes")

    assert read().layer(BlockKind.CHART) == "four of ten\nCooperatives\nBrazil\nan estimate"


def test_smartart_is_read_from_its_data_as_its_tree_is_drawn(slide, read):
    dgm = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
    points = "".join(
        f'<dgm:pt modelId="{key}"><dgm:t><a:p><a:r><a:t>{text}</a:t></a:r></a:p></dgm:t></dgm:pt>'
        for key, text in (("3", "Grandchild"), ("2", "Child"), ("1", "Root"), ("4", "Sibling"))
    )
    links = "".join(
        f'<dgm:cxn modelId="{10 + order}" srcId="{above}" destId="{below}" srcOrd="{order}"/>'
        for above, below, order in ((1, 4, 1), (1, 2, 0), (2, 3, 0))
    )
    xml = (
        f'<dgm:dataModel xmlns:dgm="{dgm}" {NAMESPACES}><dgm:ptLst>{points}'
        f'<dgm:pt modelId="9" type="pres"><dgm:t><a:p><a:r><a:t>layout</a:t></a:r></a:p></dgm:t>'
        f"</dgm:pt></dgm:ptLst><dgm:cxnLst>{links}</dgm:cxnLst></dgm:dataModel>"
    )
    kind = "vnd.openxmlformats-officedocument.drawingml.diagramData"
    rid = add_part(slide, "/ppt/diagrams/data1.xml", kind, RT.DIAGRAM_DATA, xml)
    add_xml(
        slide,
        f'<p:graphicFrame {NAMESPACES}><p:nvGraphicFramePr><p:cNvPr id="9" name="d"/>'
        f"<p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><a:graphic>"
        f'<a:graphicData uri="{dgm}"><dgm:relIds xmlns:dgm="{dgm}" r:dm="{rid}"/>'
        f"</a:graphicData></a:graphic></p:graphicFrame>",
    )

    assert read().layer(BlockKind.DIAGRAM) == "Root\nChild\nGrandchild\nSibling"


def test_of_alternative_contents_one_is_read(slide, read):
    add_xml(
        slide,
        f'<mc:AlternateContent {NAMESPACES}><mc:Choice Requires="a14">{shape("formula")}'
        f"</mc:Choice><mc:Fallback>{shape('picture of the formula')}</mc:Fallback>"
        f"</mc:AlternateContent>",
    )

    assert read().text == "formula"


def test_text_of_formulas_is_read(slide, read):
    add_xml(
        slide,
        shape(
            "", paragraph="<a:r><a:t>E = </a:t></a:r><m:oMath><m:r><m:t>mc</m:t></m:r></m:oMath>"
        ),
    )

    assert read().text == "E = mc"


def test_a_shape_that_python_pptx_does_not_know_is_passed_over(slide, read):
    add_text(slide, "known")
    add_xml(slide, f'<p:contentPart {NAMESPACES} r:id="rId99"/>')

    assert read().text == "known"


def test_footer_date_and_slide_number_are_furniture(slide, read):
    add_text(slide, "said")
    for role in ("ftr", "dt", "sldNum"):
        add_xml(slide, shape(f"the {role}", placeholder=f'<p:ph type="{role}" idx="10"/>'))

    page = read()

    assert page.text == "said"
    assert sorted(page.layer(BlockKind.FURNITURE).split("\n")) == [
        "the dt",
        "the ftr",
        "the sldNum",
    ]


def test_a_slide_with_nothing_but_furniture_is_not_usable(slide, read):
    add_xml(slide, shape("7", placeholder='<p:ph type="sldNum" idx="10"/>'))

    assert not read().usable


def test_notes_are_a_layer_of_their_own(slide, read):
    add_text(slide, "shown")
    slide.notes_slide.notes_text_frame.text = "Ask who has a garden."

    page = read()

    assert page.notes == "Ask who has a garden."
    assert page.text == "shown"


def test_comments_carry_their_authors(presentation, slide, read):
    old = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    new = "http://schemas.microsoft.com/office/2018/10/relationships"
    p188 = 'xmlns:p188="http://schemas.microsoft.com/office/powerpoint/2018/8/main"'
    for name, relationship, xml in (
        (
            "/ppt/commentAuthors.xml",
            f"{old}/commentAuthors",
            f'<p:cmAuthorLst {NAMESPACES}><p:cmAuthor id="0" name="Ana Lima"/></p:cmAuthorLst>',
        ),
        (
            "/ppt/authors.xml",
            f"{new}/authors",
            f'<p188:authorLst {p188}><p188:author id="{{A}}" name="Jean Roy"/></p188:authorLst>',
        ),
    ):
        part = Part(PackURI(name), "application/xml", presentation.part.package, xml.encode())
        presentation.part.relate_to(part, relationship)
    add_part(
        slide,
        "/ppt/comments/comment1.xml",
        "vnd.openxmlformats-officedocument.presentationml.comments",
        f"{old}/comments",
        f'<p:cmLst {NAMESPACES}><p:cm authorId="0"><p:text>Which year?</p:text></p:cm></p:cmLst>',
    )
    add_part(
        slide,
        "/ppt/comments/modern1.xml",
        "vnd.ms-powerpoint.comments",
        f"{new}/comments",
        f'<p188:cmLst {p188} {NAMESPACES}><p188:cm authorId="{{A}}"><p188:replyLst>'
        f'<p188:reply authorId="{{B}}"><p188:txBody><a:p><a:r><a:t>2021</a:t></a:r></a:p>'
        f"</p188:txBody></p188:reply></p188:replyLst><p188:txBody><a:p><a:r><a:t>Source?</a:t>"
        f"</a:r></a:p></p188:txBody></p188:cm></p188:cmLst>",
    )

    assert sorted(read().layer(BlockKind.COMMENT).split("\n")) == [
        "Ana Lima: Which year?",
        "Jean Roy: Source?",
        "Unknown: 2021",
    ]


def test_alt_text_of_a_person_is_told_from_that_of_a_program(slide, read):
    for description in ("A market in Dakar", "market.jpg", "Picture 3", "A market in Dakar"):
        box = add_text(slide, "x")
        box.element.nvSpPr.cNvPr.set("descr", description)
    box.element.nvSpPr.cNvPr.set("title", "The market")

    page = read()

    assert page.layer(BlockKind.ALT_TEXT) == "A market in Dakar\nThe market"
    assert page.layer(BlockKind.AUTOMATIC) == "market.jpg\nPicture 3"


def test_links_to_the_web_and_to_mail_are_kept(slide, read):
    for address in (
        "https://example.org/a",
        "mailto:a@example.org",
        "file:///C:/x",
        "https://example.org/a",
    ):
        run = add_text(slide, "link").text_frame.paragraphs[0].runs[0]
        run.hyperlink.address = address

    assert read().layer(BlockKind.LINK) == "https://example.org/a\nmailto:a@example.org"


def test_a_hidden_slide_is_marked(slide, read):
    slide.element.set("show", "0")

    assert read().hidden


def test_without_a_title_the_largest_short_text_above_is_taken(slide, read):
    add_text(slide, "Cooperatives in Brazil", 1, 1, size=32)
    add_text(slide, "and how they began", 1, 3, size=18)

    assert read().title == "Cooperatives in Brazil"


def test_no_title_is_made_up_where_all_text_is_set_alike(slide, read):
    add_text(slide, "one thing", 1, 1)
    add_text(slide, "another thing", 1, 3)

    page = read()

    assert page.title == ""
    assert page.text == "one thing\nanother thing"


def test_properties_are_those_that_the_file_states(presentation, slide, save_pptx):
    properties = presentation.core_properties
    properties.title, properties.author = "Presentation1", "Laura Aufrère"
    properties.last_modified_by, properties.keywords = "user", "SSE; innovation"

    stated = read_pptx(save_pptx(presentation)).properties

    assert (stated.title, stated.author) == ("", "Laura Aufrère")
    assert (stated.last_modified_by, stated.keywords) == ("", "SSE; innovation")
    assert stated.created == "2013-01-27T09:14:16"


def test_an_embedded_document_is_named_in_a_warning(presentation, slide, save_pptx, tmp_path: Path):
    workbook = tmp_path / "budget.xlsx"
    workbook.write_bytes(b"PK")
    slide.shapes.add_ole_object(str(workbook), "Excel.Sheet.12", 0, 0)

    warnings = read_pptx(save_pptx(presentation)).warnings

    assert warnings == (
        "The documents embedded on slide 1 were not read, only the slides themselves.",
    )


def test_each_slide_knows_its_section(presentation, save_pptx):
    for name in ("loose", "before", "after"):
        add_text(presentation.slides.add_slide(presentation.slide_layouts[BLANK]), name)
    ids = [entry.get("id") for entry in presentation.slides._sldIdLst]
    p14 = 'xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main"'
    listed = "".join(
        f'<p14:section name="{name}"><p14:sldIdLst><p14:sldId id="{number}"/></p14:sldIdLst>'
        "</p14:section>"
        for name, number in (("Framing", ids[1]), ("Local\neconomies", ids[2]))
    )
    xml = f"<p:extLst {NAMESPACES}><p:ext><p14:sectionLst {p14}>{listed}</p14:sectionLst></p:ext>"
    presentation.element.append(etree.fromstring(f"{xml}</p:extLst>"))

    deck = read_pptx(save_pptx(presentation))

    assert [page.section for page in deck.pages] == ["", "Framing", "Local economies"]


def test_slides_come_in_the_order_of_the_show(presentation, save_pptx):
    for name in ("second", "first"):
        slide = presentation.slides.add_slide(presentation.slide_layouts[BLANK])
        add_text(slide, name)
    order = presentation.slides._sldIdLst
    order.insert(0, order[1])

    deck = read_pptx(save_pptx(presentation))

    assert [(page.number, page.text) for page in deck.pages] == [(1, "first"), (2, "second")]


def test_reading_leaves_no_trace_of_the_reader(save_pptx):
    presentation = Presentation()
    presentation.slides.add_slide(presentation.slide_layouts[BLANK])
    path = save_pptx(presentation)

    assert read_pptx(path) == read_pptx(path)


def test_a_size_in_digits_that_are_no_number_is_passed_over(slide, read):
    box = add_text(slide, "said", size=20)
    box.text_frame.paragraphs[0].runs[0]._r.rPr.set("sz", "2000²")

    assert read().text == "said"
