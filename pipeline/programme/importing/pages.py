"""Reads announcements that are saved as web pages, Word documents or PDF files into blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO

import docx
import pdfplumber
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph
from lxml import html

from pipeline.programme.importing.blocks import Block, Grid, Line, set_apart, text_blocks
from pipeline.programme.importing.printed import Word, page_text
from pipeline.programme.importing.prose.listed import BULLET

#: Elements that are on a page for other reasons than to be read.
_FURNITURE = "//script|//style|//nav|//footer|//aside|//noscript|//template|//form|//svg|//head"
_BLOCK_NAMES = (
    "p div section article main header h1 h2 h3 h4 h5 h6 li ul ol dl dt dd blockquote pre "
    "figure figcaption table tr td th body html br hr center"
)
_BLOCKS = frozenset(_BLOCK_NAMES.split())
#: How words are set that stand out.
_EMPHASES = {"b": "b", "strong": "b", "i": "i", "em": "i", "cite": "i"}
#: A cell of a table of data has no more paragraphs than this.
_CELL_PARTS = 4
#: How a cell that spans many rows is limited, since a page may claim any number.
_MOST_ROWS = 500


def html_blocks(content: str) -> list[Block]:
    """Return the blocks of a web page: its main part, without menus and footers."""
    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True)
    root = html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", content), parser=parser)
    for element in root.xpath(_FURNITURE):
        element.drop_tree()
    mains = root.xpath("//main|//article|//*[@role='main']")
    main = max(mains, key=lambda found: len(found.text_content()), default=root)
    for heading in main.xpath("preceding::header[.//h1]") if main is not root else ():
        main.insert(0, heading)
    return list(_html(main, marked=False))


def _html(element: html.HtmlElement, *, marked: bool) -> Iterator[Block]:
    """Yield the blocks of an element: what stands between block elements is a line."""
    if element.tag == "table" and not _is_layout(element):
        yield _html_table(element)
        return
    inline = [(element.text or "", "")]
    gap = element.tag != "br"
    for child in element:
        if isinstance(child.tag, str) and (child.tag in _BLOCKS or _holds_blocks(child)):
            yield from _line(inline, marked=marked, gap=gap, tag=element.tag)
            yield from _html(child, marked=child.tag == "li" or (marked and child.tag != "ul"))
            inline, gap = [(child.tail or "", "")], child.tag != "br"
        else:
            between = " — " if _is_field(child) and _is_field(child.getprevious()) else ""
            inline.append((between + str(child.text_content()), _EMPHASES.get(child.tag, "")))
            inline.append((child.tail or "", ""))
    yield from _line(inline, marked=marked, gap=gap, tag=element.tag)


def _is_layout(table: html.HtmlElement) -> bool:
    """Tell whether a table only sets a page, as in newsletters: its cells hold whole texts."""
    rows = (row.xpath("./td|./th") for row in table.iter("tr"))
    across = max((sum(_span(cell, "colspan") for cell in row) for row in rows), default=0)
    parts = (len(cell.xpath(".//p|.//h1|.//h2|.//h3|.//h4|.//h5")) for cell in table.xpath(".//td"))
    return across < 2 or bool(table.xpath(".//table")) or max(parts, default=0) > _CELL_PARTS


def _is_field(element: html.HtmlElement | None) -> bool:
    """Tell whether an element is one of the fields of an entry: a span with a class, no more."""
    return element is not None and element.tag == "span" and bool(element.get("class"))


def _holds_blocks(element: html.HtmlElement) -> bool:
    return any(child.tag in _BLOCKS for child in element.iterdescendants())


def _line(runs: list[tuple[str, str]], *, marked: bool, gap: bool, tag: str) -> Iterator[Line]:
    """Yield the line that runs of text make; its style is that of the first."""
    told = sum(bool(text.strip()) for text, _ in runs)
    # What follows words that stand out is the text up to the next ones.
    after = [*(text for text, _ in runs[1:]), ""]
    said = (
        set_apart(text, rest) if style and told > 1 and _has_small(text) else text
        for (text, style), rest in zip(runs, after, strict=True)
    )
    if line := " ".join("".join(said).split()):
        first = next(style for text, style in runs if text.strip())
        style = "h" if re.fullmatch(r"h[1-6]|dt", tag) else first
        yield Line(text=line, marked=marked or bool(BULLET.match(line)), gap=gap, style=style)


def _has_small(text: str) -> bool:
    """Tell whether a word begins small, as one does in most titles and in few names."""
    return any(word[:1].islower() for word in text.split())


def _html_table(table: html.HtmlElement) -> Grid:
    """Return the rows of a table; a cell that spans rows stands in each of them."""
    rows: list[tuple[str, ...]] = []
    carried: dict[int, tuple[int, str]] = {}
    for row in table.iter("tr"):
        cells: list[str] = []
        for cell in row.xpath("./td|./th"):
            _carry(cells, carried)
            text = " \n".join(line.text for line in _html(cell, marked=False))  # type: ignore[union-attr]
            below = min(_span(cell, "rowspan"), _MOST_ROWS) - 1
            if below > 0:
                carried[len(cells)] = (below, text)
            cells += [text, *[""] * (_span(cell, "colspan") - 1)]
        _carry(cells, carried)
        rows.append(tuple(cells))
    return Grid(rows=tuple(rows))


def _carry(cells: list[str], carried: dict[int, tuple[int, str]]) -> None:
    """Fill the places that cells of rows above reach down to."""
    while (at := len(cells)) in carried:
        below, text = carried.pop(at)
        cells.append(text)
        if below > 1:
            carried[at] = (below - 1, text)


def _span(cell: html.HtmlElement, name: str) -> int:
    value = str(cell.get(name) or "1")
    return max(1, min(int(value), _MOST_ROWS)) if value.isdigit() else 1


def docx_blocks(content: bytes) -> list[Block]:
    """Return the blocks of a Word document, tables in their place."""
    blocks: list[Block] = []
    lines: list[str] = []
    for part in docx.Document(BytesIO(content)).iter_inner_content():
        if isinstance(part, WordTable):
            rows = (tuple(cell.text.strip() for cell in row.cells) for row in part.rows)
            blocks += [*text_blocks("\n".join(lines)), Grid(rows=tuple(rows))]
            lines = []
        else:
            lines += _paragraph(part)
    return [*blocks, *text_blocks("\n".join(lines))]


def _paragraph(paragraph: Paragraph) -> Iterator[str]:
    """Yield the lines of a paragraph as plain text has them: a heading stands apart, with a #."""
    style = (paragraph.style.name if paragraph.style else None) or ""
    properties = paragraph._p.pPr  # noqa: SLF001 - python-docx has no other way to tell lists
    listed = properties is not None and properties.numPr is not None
    is_heading = style.startswith(("Heading", "Title"))
    for number, line in enumerate(paragraph.text.splitlines() or [""]):
        marked = (listed or style.startswith("List")) and not number and not BULLET.match(line)
        if is_heading:
            yield ""
        yield f"# {line}" if is_heading and line.strip() else f"• {line}" if marked else line


def pdf_blocks(content: bytes) -> list[Block]:
    """Return the blocks of a PDF: ruled tables as such, lines broken to fit joined."""
    blocks: list[Block] = []
    with pdfplumber.open(BytesIO(content)) as document:
        for page in document.pages:
            tables = page.find_tables()
            boxes = [table.bbox for table in tables]
            blocks += text_blocks(page_text(_outside(page, boxes)))
            for table in tables:
                rows = tuple(tuple(cell or "" for cell in row) for row in table.extract())
                blocks.append(Grid(rows=rows))
            page.close()
    return _continued(blocks)


def _outside(
    page: pdfplumber.page.Page, boxes: list[tuple[float, float, float, float]]
) -> list[Word]:
    """Return the words of a page that stand in no table."""

    def is_outside(item: dict[str, float]) -> bool:
        across, down = (item["x0"] + item["x1"]) / 2, (item["top"] + item["bottom"]) / 2
        return not any(x0 <= across <= x1 and top <= down <= end for x0, top, x1, end in boxes)

    return [
        Word(text=one["text"], left=one["x0"], right=one["x1"], top=one["top"], end=one["bottom"])
        for one in page.extract_words(x_tolerance_ratio=0.15)
        if is_outside(one)
    ]


def _continued(blocks: list[Block]) -> list[Block]:
    """Join a table with the one before it that it continues on the next page."""
    whole: list[Block] = []
    for block in blocks:
        before = whole[-1] if whole else None
        if (
            isinstance(block, Grid)
            and isinstance(before, Grid)
            and len(block.rows[0]) == len(before.rows[0])
        ):
            whole[-1] = Grid(rows=(*before.rows, *block.rows))
        else:
            whole.append(block)
    return whole
