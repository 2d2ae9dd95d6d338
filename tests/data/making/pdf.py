"""Decks as PDF, as they come out of an office program's export."""

from __future__ import annotations

from io import BytesIO

from reportlab.graphics.charts.barcharts import HorizontalBarChart
from reportlab.graphics.charts.legends import Legend
from reportlab.graphics.charts.piecharts import Pie
from reportlab.graphics.shapes import Drawing
from reportlab.lib.colors import HexColor, white
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, Spacer, Table

from making.content import HEIGHT, MARGIN, WIDTH, Deck, Slide

INK, GREY = HexColor("#222222"), HexColor("#777777")
INNER = WIDTH - 2 * MARGIN


def pdf(deck: Deck) -> bytes:
    """Render a deck; the same deck always gives the same bytes, whatever the machine's zlib."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=(WIDTH, HEIGHT), invariant=1, pageCompression=0)
    canvas.setAuthor(deck.author)
    canvas.setTitle(deck.title)
    for number, slide in enumerate(deck.pages, start=1):
        if slide.layout in {"cover", "thanks"}:
            _cover(canvas, deck, slide)
        else:
            _content(canvas, deck, slide, number)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _cover(canvas: Canvas, deck: Deck, slide: Slide) -> None:
    canvas.setFillColor(HexColor(f"#{deck.accent}"))
    canvas.rect(0, 0, WIDTH, HEIGHT, stroke=0, fill=1)
    title = Paragraph(slide.title, _style(38, white, bold=True))
    title.wrap(INNER - 60, HEIGHT)
    title.drawOn(canvas, MARGIN, 250)
    canvas.setFillColor(white)
    canvas.rect(MARGIN, 234, 90, 3, stroke=0, fill=1)
    lines = [Paragraph(line, _style(20, white)) for line in slide.body]
    _stack(canvas, lines, 214)


def _content(canvas: Canvas, deck: Deck, slide: Slide, number: int) -> None:
    accent = HexColor(f"#{deck.accent}")
    canvas.setFillColor(accent)
    canvas.rect(0, 0, 14, HEIGHT, stroke=0, fill=1)
    title = Paragraph(slide.title, _style(28, accent, bold=True))
    _stack(canvas, [title], HEIGHT - 40)
    _stack(canvas, _body(deck, slide), HEIGHT - 128)
    canvas.setFont("Helvetica", 11)
    canvas.setFillColor(GREY)
    canvas.drawString(MARGIN, 24, deck.event)
    canvas.drawRightString(WIDTH - MARGIN, 24, f"{number} / {len(deck.pages)}")


def _body(deck: Deck, slide: Slide) -> list[Flowable]:
    if slide.layout == "table":
        return [_table(deck, slide)]
    if slide.layout == "chart":
        drawing = _pie(deck, slide) if slide.kind == "pie" else _bars(deck, slide)
        return [
            Paragraph(slide.series, _style(15, GREY)),
            drawing,
            Paragraph(slide.source, _style(13, GREY)),
        ]
    size = 20 if slide.layout == "references" else 24
    style = _style(size, INK, leftIndent=26, bulletIndent=4, bulletFontSize=size)
    style.bulletColor = HexColor(f"#{deck.accent}")
    points = [Paragraph(line, style, bulletText="•") for line in slide.body]
    return [part for point in points for part in (point, Spacer(0, 15))]


def _table(deck: Deck, slide: Slide) -> Table:
    head, cell = _style(17, white, bold=True), _style(17, INK)
    rows = [[Paragraph(text, cell) for text in row] for row in slide.rows]
    rows[0] = [Paragraph(text, head) for text in slide.rows[0]]
    columns = len(rows[0])
    return Table(
        rows,
        colWidths=[INNER / columns] * columns,
        style=[
            ("BACKGROUND", (0, 0), (-1, 0), HexColor(f"#{deck.accent}")),
            ("GRID", (0, 0), (-1, -1), 0.75, HexColor(f"#{deck.tints()[3]}")),
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            *[(side, (0, 0), (-1, -1), 10) for side in ("TOPPADDING", "BOTTOMPADDING")],
        ],
    )


def _bars(deck: Deck, slide: Slide) -> Drawing:
    chart = HorizontalBarChart()
    chart.x, chart.y, chart.width, chart.height = 250, 10, 540, 280
    chart.data = [slide.values]
    chart.categoryAxis.categoryNames = list(slide.categories)
    chart.categoryAxis.reverseDirection = 1
    chart.categoryAxis.visibleTicks = 0
    chart.categoryAxis.labels.fontName, chart.categoryAxis.labels.fontSize = "Helvetica", 16
    chart.categoryAxis.labels.dx = -6
    chart.valueAxis.visible, chart.valueAxis.valueMin = 0, 0
    chart.bars[0].fillColor, chart.bars[0].strokeColor = HexColor(f"#{deck.accent}"), None
    chart.barLabelFormat = "%d"
    chart.barLabels.fontName, chart.barLabels.fontSize = "Helvetica", 16
    chart.barLabels.boxAnchor, chart.barLabels.dx = "w", 6
    drawing = Drawing(INNER, 310)
    drawing.add(chart)
    return drawing


def _pie(deck: Deck, slide: Slide) -> Drawing:
    pie, legend = Pie(), Legend()
    pie.x, pie.y, pie.width, pie.height = 40, 20, 270, 270
    pie.data = list(slide.values)
    pie.slices.strokeColor, pie.slices.strokeWidth = white, 2
    colours = [HexColor(f"#{tint}") for tint in deck.tints()[: len(slide.values)]]
    for slice_number, colour in enumerate(colours):
        pie.slices[slice_number].fillColor = colour
    legend.x, legend.y, legend.boxAnchor = 370, 155, "w"
    legend.fontName, legend.fontSize, legend.deltay = "Helvetica", 17, 36
    legend.dx = legend.dy = 14
    legend.columnMaximum, legend.alignment, legend.strokeColor = 10, "right", None
    legend.colorNamePairs = [
        (colour, f"{category}: {value}")
        for colour, category, value in zip(colours, slide.categories, slide.values, strict=True)
    ]
    drawing = Drawing(INNER, 310)
    drawing.add(pie)
    drawing.add(legend)
    return drawing


def _style(size: int, colour: object, *, bold: bool = False, **more: object) -> ParagraphStyle:
    return ParagraphStyle(
        "style",
        fontName="Helvetica-Bold" if bold else "Helvetica",
        fontSize=size,
        leading=size * 1.25,
        textColor=colour,
        **more,
    )


def _stack(canvas: Canvas, parts: list[Flowable], top: float) -> None:
    """Draw flowables one below the other; fail rather than run into the footer."""
    for part in parts:
        _, height = part.wrap(INNER, HEIGHT)
        top -= height
        part.drawOn(canvas, MARGIN, top)
    if top < MARGIN - 16:
        raise ValueError(f"{parts[0]} does not fit on its slide")
