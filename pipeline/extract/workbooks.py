"""The text in the cells of workbooks: .xlsx and .xlsm, as documents and charts embed them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from lxml.etree import _Element as Element

from pipeline.extract.refusals import CORRUPT, UNSAFE, UnreadableError
from pipeline.extract.related import Related
from pipeline.extract.safe_xml import stream
from pipeline.extract.text import one_line
from pipeline.extract.zipped import Budget, Parts
from pipeline.ingest.settings import IngestSettings
from pipeline.ingest.zipguard import directory_refusal, document_refusal, structure_refusal

#: The most bytes that the parts read of all workbooks of one document may unpack to, and the most
#: characters that their cells may hold: a text may stand in any number of them.
_MAX_BYTES = 32 * 1024 * 1024
_MAX_CHARACTERS = 1_000_000
_R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


class Workbooks:
    """Reads the workbooks that one document embeds, all within the same limits."""

    def __init__(self) -> None:
        self._bytes = Budget(_MAX_BYTES)
        self._characters = Budget(_MAX_CHARACTERS)

    def text(self, parts: Parts, name: str) -> str | None:
        """Return the rows of a workbook that hold text, one a line, their texts parted by tabs.

        Numbers are left out. Returns None for a part that is no workbook, or a damaged, harmful or
        too large one: parsers raise errors of every kind on damage.
        """
        try:
            return "\n".join(self.rows(parts.read(name)))
        except MemoryError:
            raise
        except Exception:
            return None

    def rows(self, data: bytes) -> Iterator[str]:
        """Yield the rows of a workbook that hold text; raises what parsers raise on damage.

        Raises `UnreadableError` for what is no workbook, or is harmful or too large.
        """
        limits = IngestSettings()
        container = io.BytesIO(data)
        if directory_refusal(container, limits):
            raise UnreadableError(CORRUPT)
        with zipfile.ZipFile(container) as archive:
            if structure_refusal(archive, limits) or document_refusal(archive, limits):
                raise UnreadableError(UNSAFE)
            for row in _rows(Parts(archive, self._bytes)):
                self._characters.spend(len(row))
                yield row


def _rows(parts: Parts) -> Iterator[str]:
    package = Related(parts, "")
    name = next(package.names("officeDocument"), "")
    book = next(package.roots("officeDocument"), None)
    if book is None or not book.tag.endswith("}workbook"):
        raise UnreadableError(CORRUPT)
    related = Related(parts, name)
    shared = [
        _text(item)
        for strings in related.names("sharedStrings")
        for item in stream(related.read(strings), "{*}si")
    ]
    for sheet in book.iter("{*}sheet"):
        if (cells := related.name(sheet.get(_R_ID, ""))) is None:
            continue
        for row in stream(related.read(cells), "{*}row"):
            if texts := [text for cell in row if (text := _cell(cell, shared))]:
                yield "\t".join(texts)


def _cell(cell: Element, shared: list[str]) -> str:
    """Return the text of a cell; numbers, dates and errors have none."""
    kind = cell.get("t")
    value = cell.findtext("{*}v") or ""
    if kind == "s":
        return shared[int(value)] if value.isdecimal() and int(value) < len(shared) else ""
    if kind == "str":
        return one_line(value)
    return _text(cell) if kind == "inlineStr" else ""


def _text(holder: Element) -> str:
    """Return a text without the hints at how it is pronounced, which East Asian ones may have."""
    pieces = (
        each.text or ""
        for each in holder.iter("{*}t")
        if next(each.iterancestors("{*}rPh"), None) is None
    )
    return one_line("".join(pieces))
