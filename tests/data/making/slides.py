"""Decks as PPTX and PPSX: real placeholders, native tables and charts, notes, footers."""

from __future__ import annotations

import copy
import re
from io import BytesIO

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.shapes import MSO_SHAPE, PP_PLACEHOLDER
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.presentation import Presentation as Package
from pptx.slide import Slide as Canvas
from pptx.slide import SlideMaster
from pptx.text.text import TextFrame
from pptx.util import Pt

from making.archive import frozen
from making.content import HEIGHT, MARGIN, WIDTH, Deck, Slide

INNER = WIDTH - 2 * MARGIN
BOXES = {
    PP_PLACEHOLDER.TITLE: (MARGIN, 30, INNER, 80),
    PP_PLACEHOLDER.BODY: (MARGIN, 122, INNER, 360),
    PP_PLACEHOLDER.FOOTER: (MARGIN, 500, 640, 28),
    PP_PLACEHOLDER.SLIDE_NUMBER: (WIDTH - MARGIN - 120, 500, 120, 28),
    PP_PLACEHOLDER.CENTER_TITLE: (MARGIN, 90, INNER, 200),
    PP_PLACEHOLDER.SUBTITLE: (MARGIN, 316, INNER, 150),
}
ANCHORS = {
    PP_PLACEHOLDER.TITLE: MSO_ANCHOR.TOP,
    PP_PLACEHOLDER.CENTER_TITLE: MSO_ANCHOR.BOTTOM,
}
FURNITURE = {PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER}
DEFAULT_LAYOUTS = (0, 1, 5)  # of python-pptx's own template: title, title and content, title only


def pptx(deck: Deck, *, show: bool = False) -> bytes:
    """Render a deck, as a slide show (PPSX) if `show`; the same deck gives the same bytes."""
    package = _template(deck)
    for number, slide in enumerate(deck.pages, start=1):
        if slide.layout in {"cover", "thanks"}:
            canvas = _cover(package, slide)
        else:
            canvas = _content(package, slide)
            _furniture(canvas, deck.event, number)
        if slide.notes:
            canvas.notes_slide.notes_text_frame.text = slide.notes
    stated = package.core_properties
    stated.title, stated.author, stated.last_modified_by = deck.title, deck.author, deck.author
    if show:
        package.part._content_type = CONTENT_TYPE.PML_SLIDESHOW_MAIN
    out = BytesIO()
    package.save(out)
    return frozen(out.getvalue())


def _template(deck: Deck) -> Package:
    """Turn python-pptx's default template into a plain 16:9 one in Arial and the deck's colour."""
    package = Presentation()
    package.slide_width, package.slide_height = Pt(WIDTH), Pt(HEIGHT)
    layouts = list(package.slide_layouts)
    for number, layout in enumerate(layouts):
        if number not in DEFAULT_LAYOUTS:
            package.slide_layouts.remove(layout)
    master, cover = package.slide_master, layouts[0]
    for holder in [*master.placeholders, *cover.placeholders]:
        kind = holder.placeholder_format.type
        if kind in BOXES:
            holder.left, holder.top, holder.width, holder.height = map(Pt, BOXES[kind])
        if kind in ANCHORS:
            holder.text_frame.vertical_anchor = ANCHORS[kind]
    _restyle(master, deck)
    for level in cover._element.iterfind(".//{*}lvl1pPr"):
        level.set("algn", "l")
    cover.background.fill.solid()
    cover.background.fill.fore_color.theme_color = MSO_THEME_COLOR.ACCENT_1
    return package


def _restyle(master: SlideMaster, deck: Deck) -> None:
    for style, size in (("titleStyle", "2800"), ("bodyStyle", "2400")):
        level = master._element.find(f".//{{*}}{style}/{{*}}lvl1pPr")
        level.set("algn", "l")
        font = level.find("{*}defRPr")
        font.set("sz", size)
        if style == "titleStyle":
            font.set("b", "1")
            font.find(".//{*}schemeClr").set("val", "accent1")
    theme = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    xml = theme.blob.decode().replace('"Calibri"', '"Arial"')
    for number, tint in enumerate(deck.tints(), start=1):
        xml = re.sub(rf'(<a:accent{number}>\s*<a:srgbClr val=)"\w+"', rf'\1"{tint}"', xml)
    theme._blob = xml.encode()


def _cover(package: Package, slide: Slide) -> Canvas:
    canvas = package.slides.add_slide(package.slide_layouts[0])
    title, subtitle = canvas.placeholders
    title.text, subtitle.text = slide.title, "\n".join(slide.body)
    for holder, size in ((title, 38), (subtitle, 20)):
        for paragraph in holder.text_frame.paragraphs:
            paragraph.font.size = Pt(size)
            paragraph.font.color.rgb = RGBColor(255, 255, 255)
    return canvas


def _content(package: Package, slide: Slide) -> Canvas:
    bulleted = slide.layout in {"bullets", "references"}
    canvas = package.slides.add_slide(package.slide_layouts[1 if bulleted else 2])
    canvas.shapes.title.text = slide.title
    if slide.layout == "table":
        _table(canvas, slide)
    elif slide.layout == "chart":
        _chart(canvas, slide)
    else:
        body = canvas.placeholders[1].text_frame
        body.text = "\n".join(slide.body)
        for paragraph in body.paragraphs:
            paragraph.space_after = Pt(12)
            if slide.layout == "references":
                paragraph.font.size = Pt(20)
    bar = canvas.shapes.add_shape(MSO_SHAPE.RECTANGLE, 0, 0, Pt(14), Pt(HEIGHT))
    bar.fill.solid()
    bar.fill.fore_color.theme_color = MSO_THEME_COLOR.ACCENT_1
    bar.line.fill.background()
    return canvas


def _furniture(canvas: Canvas, event: str, number: int) -> None:
    """Show the layout's footer and slide number, which python-pptx leaves out of new slides."""
    for holder in canvas.slide_layout.placeholders:
        if holder.placeholder_format.type in FURNITURE:
            element = copy.deepcopy(holder._element)
            element.nvSpPr.cNvPr.set("id", str(max(s.shape_id for s in canvas.shapes) + 1))
            canvas.shapes._spTree.append(element)
            field = element.find(".//{*}fld/{*}t")
            if field is None:
                _write(canvas.shapes[-1].text_frame, event, 11)
            else:
                field.text = str(number)


def _table(canvas: Canvas, slide: Slide) -> None:
    columns, rows = len(slide.rows[0]), len(slide.rows)
    frame = canvas.shapes.add_table(rows, columns, Pt(MARGIN), Pt(130), Pt(INNER), Pt(52 * rows))
    for row, texts in zip(frame.table.rows, slide.rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
            cell.vertical_anchor = MSO_ANCHOR.MIDDLE
            cell.text_frame.paragraphs[0].font.size = Pt(17)


def _chart(canvas: Canvas, slide: Slide) -> None:
    data = CategoryChartData()
    data.categories = slide.categories
    data.add_series(slide.series, slide.values)
    pie = slide.kind == "pie"
    kind = XL_CHART_TYPE.PIE if pie else XL_CHART_TYPE.BAR_CLUSTERED
    place = (Pt(MARGIN), Pt(118), Pt(INNER), Pt(340))
    chart = canvas.shapes.add_chart(kind, *place, data).chart
    chart.font.size = Pt(16)
    chart.has_title = True
    chart.chart_title.text_frame.text = slide.series
    chart.chart_title.text_frame.paragraphs[0].font.size = Pt(16)
    chart.has_legend = pie
    plot = chart.plots[0]
    plot.has_data_labels = True
    plot.data_labels.position = XL_LABEL_POSITION.OUTSIDE_END
    if pie:
        chart.legend.position = XL_LEGEND_POSITION.RIGHT
        chart.legend.include_in_layout = False
    else:
        plot.gap_width = 60
        chart.category_axis.reverse_order = True
        chart.value_axis.visible = False
        chart.value_axis.has_major_gridlines = False
    source = canvas.shapes.add_textbox(Pt(MARGIN), Pt(462), Pt(INNER), Pt(26)).text_frame
    source.word_wrap = True
    _write(source, slide.source, 13)


def _write(frame: TextFrame, text: str, size: int) -> None:
    """Write small grey print, aligned left."""
    frame.text = text
    paragraph = frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.LEFT
    font = paragraph.runs[0].font
    font.name, font.size, font.color.rgb = "Arial", Pt(size), RGBColor(0x77, 0x77, 0x77)
