"""Makes a deck and a PDF file that hold text of every kind, for measuring what is read of them.

    python tests/unit/evaluate/every_kind.py FOLDER

writes them into a folder, for `elective-index evaluate-recall FOLDER`.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

from lxml import etree
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.shapes import PROG_ID
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.shapes.shapetree import SlideShapes
from pptx.slide import Slide
from pptx.util import Inches
from reportlab.pdfgen.canvas import Canvas
from xlsxwriter import Workbook

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMESPACES = (
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    f'xmlns:r="{_OFFICE}" '
    'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:a14="http://schemas.microsoft.com/office/drawing/2010/main" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
_PLACE = '<a:off x="0" y="3000000"/><a:ext cx="2000000" cy="900000"/>'


def write_every_kind(folder: Path) -> None:
    """Write `every-kind.pptx` and `every-kind.pdf`."""
    presentation = Presentation()
    title, blank = presentation.slide_layouts[1], presentation.slide_layouts[6]
    slide = presentation.slides.add_slide(title)
    slide.shapes.title.text = "Économie sociale et solidaire"
    slide.placeholders[1].text = "Cooperatives\nMutuals\vand associations"
    slide.notes_slide.notes_text_frame.text = "Ask who is a member of a cooperative."
    _tables_and_groups(slide.shapes)
    slide = presentation.slides.add_slide(blank)
    slide.element.set("show", "0")
    _charts(slide)
    _diagram(slide)
    slide = presentation.slides.add_slide(blank)
    _comment(slide)
    _shapes(slide)
    presentation.save(str(folder / "every-kind.pptx"))
    _pdf(folder / "every-kind.pdf")


def _tables_and_groups(shapes: SlideShapes) -> None:
    table = shapes.add_table(2, 2, 0, Inches(5), Inches(4), Inches(1)).table
    for index, text in enumerate(("País", "Membros", "Brasil", "42 mil")):
        table.cell(index // 2, index % 2).text = text
    inner = shapes.add_group_shape().shapes.add_group_shape().shapes
    box = inner.add_textbox(0, 0, Inches(2), Inches(1))
    box.text_frame.text = "Deep inside a group"
    box.rotation = 30
    picture = shapes.add_textbox(0, 0, Inches(1), Inches(1))
    picture.element.nvSpPr.cNvPr.set("descr", "A market in Dakar")
    picture.element.nvSpPr.cNvPr.set("title", "Marché")


def _charts(slide: Slide) -> None:
    data = CategoryChartData()
    data.categories = ["Sénégal", "Moçambique"]
    data.add_series("Number of cooperatives", (4, 7))
    frame = slide.shapes.add_chart(XL_CHART_TYPE.PIE, 0, 0, Inches(4), Inches(3), data)
    frame.chart.has_title = True
    frame.chart.chart_title.text_frame.text = "Growth since 2010"
    workbook = io.BytesIO()
    with Workbook(workbook) as book:
        book.add_worksheet().write_row(0, 0, ["Orçamento participativo", 2021, "a survey"])
    slide.shapes.add_ole_object(workbook, PROG_ID.XLSX, 0, Inches(4))


def _diagram(slide: Slide) -> None:
    points = "".join(
        f'<dgm:pt modelId="{number}"><dgm:t><a:bodyPr/><a:p><a:r><a:t>{text}</a:t></a:r></a:p>'
        "</dgm:t></dgm:pt>"
        for number, text in enumerate(("Gouvernance", "Démocratie interne", "One member, one vote"))
    )
    data = f"<dgm:dataModel {_NAMESPACES}><dgm:ptLst>{points}</dgm:ptLst></dgm:dataModel>"
    link = _relate(slide, "/ppt/diagrams/data1.xml", "diagramData", data)
    _add(
        slide,
        '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="80" name="d"/><p:cNvGraphicFramePr/>'
        f"<p:nvPr/></p:nvGraphicFramePr><p:xfrm>{_PLACE}</p:xfrm><a:graphic><a:graphicData "
        'uri="http://schemas.openxmlformats.org/drawingml/2006/diagram">'
        f'<dgm:relIds r:dm="{link}"/></a:graphicData></a:graphic></p:graphicFrame>',
    )


def _comment(slide: Slide) -> None:
    comment = '<p:cm authorId="0"><p:text>Quelle est la source ?</p:text></p:cm>'
    xml = f"<p:cmLst {_NAMESPACES}>{comment}</p:cmLst>"
    _relate(slide, "/ppt/comments/comment1.xml", "comments", xml)


def _shapes(slide: Slide) -> None:
    """Add a footer, WordArt and an equation, which older programs see as a picture."""
    _add(slide, _shape("ITCILO, Turin 2021", '<p:ph type="ftr" idx="11"/>'))
    arch = '<a:bodyPr><a:prstTxWarp prst="textArchUp"/></a:bodyPr>'
    _add(slide, _shape("Solidarity bends", body=arch))
    equation = "<a14:m><m:oMath><m:r><m:t>surplus=income-cost</m:t></m:r></m:oMath></a14:m>"
    _add(
        slide,
        '<mc:AlternateContent><mc:Choice Requires="a14">'
        f"{_shape('', run=equation)}</mc:Choice><mc:Fallback>{_shape('surplus')}</mc:Fallback>"
        "</mc:AlternateContent>",
    )


def _shape(text: str, mark: str = "", body: str = "<a:bodyPr/>", run: str = "") -> str:
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="90" name="x"/><p:cNvSpPr/><p:nvPr>{mark}</p:nvPr>'
        f"</p:nvSpPr><p:spPr><a:xfrm>{_PLACE}</a:xfrm></p:spPr><p:txBody>{body}<a:p>"
        f"{run or f'<a:r><a:t>{text}</a:t></a:r>'}</a:p></p:txBody></p:sp>"
    )


def _add(slide: Slide, xml: str) -> None:
    wrapped = etree.fromstring(f"<wrap {_NAMESPACES}>{xml}</wrap>")
    slide.shapes.element.extend(list(wrapped))


def _relate(slide: Slide, name: str, kind: str, xml: str) -> str:
    part = Part(PackURI(name), "application/xml", slide.part.package, xml.encode())
    return slide.part.relate_to(part, f"{_OFFICE}/{kind}")


def _pdf(path: Path) -> None:
    canvas = Canvas(str(path), pagesize=(720, 405), invariant=1)
    for page in ("Finances éthiques", "Ação coletiva"):
        canvas.setFont("Helvetica-Bold", 28)
        canvas.drawString(60, 330, page)
        canvas.setFont("Helvetica", 16)
        canvas.drawString(60, 250, "What members pay in comes back to them as ser-")
        canvas.drawString(60, 230, "vices, and never as a profit.")
        canvas.showPage()
    canvas.save()


if __name__ == "__main__":
    write_every_kind(Path(sys.argv[1]))
