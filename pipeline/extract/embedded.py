"""The text of the workbooks that a document embeds, also of those behind its charts."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.extract.related import Related
from pipeline.extract.workbooks import Workbooks
from pipeline.extract.zipped import Parts

#: A document embeds another as an object; a chart has the workbook that it was made from.
_OBJECTS = ("package", "oleObject")
_CHARTS = ("chart", "chartEx")


class Embedded(NamedTuple):
    """The texts of the workbooks in a part, and whether it embeds something that was not read."""

    texts: tuple[str, ...]
    unread: bool


def embedded_in(parts: Parts, part: str, workbooks: Workbooks) -> Embedded:
    """Return what a part of an Office package embeds, such as a slide.

    Raises `UnreadableError` or lxml's errors where the relationships of the part are damaged. An
    embedded document that is damaged is one that was not read.
    """
    related = Related(parts, part)
    behind = [
        name for chart in related.names(*_CHARTS) for name in Related(parts, chart).names("package")
    ]
    objects = list(related.names(*_OBJECTS))
    read = {name: workbooks.text(parts, name) for name in dict.fromkeys([*objects, *behind])}
    texts = tuple(text for text in dict.fromkeys(read.values()) if text)
    return Embedded(texts, any(read[name] is None for name in objects))
