"""How much of what files say the extractor finds: word recall by kind of text."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from pipeline.evaluate import pdf_truth, pptx_truth
from pipeline.evaluate.pieces import compare
from pipeline.extract import extract
from pipeline.library import Listener
from pipeline.records.decks import BlockKind, Deck, Page
from pipeline.records.media import PDF, PPTX
from pipeline.text import words

#: What is measured, and how the names of the files that hold it end.
_POWERPOINT = (".pptx", ".pptm", ".ppsx", ".ppsm", ".potx", ".potm")
_PDF = ".pdf"
PDF_KIND = "PDF page"
KINDS = (*pptx_truth.KINDS, PDF_KIND)

_SHOWN = (BlockKind.TITLE, BlockKind.BODY, BlockKind.FURNITURE)
#: The layers in which a text of each kind is looked for; a group may hold whatever a slide holds.
_LAYERS = {
    "body": _SHOWN,
    "table": (BlockKind.TABLE,),
    "group": _SHOWN,
    "notes": (BlockKind.NOTES,),
    "chart": (BlockKind.CHART,),
    "SmartArt": (BlockKind.DIAGRAM,),
    "comment": (BlockKind.COMMENT,),
    "alt text": (BlockKind.ALT_TEXT, BlockKind.AUTOMATIC),
    "footer": (BlockKind.FURNITURE,),
    "embedded workbook": (BlockKind.EMBEDDED,),
    PDF_KIND: tuple(BlockKind),
}


class Recall(msgspec.Struct):
    """Words of one kind: how many files have some, how many were found, which files miss most."""

    files: int = 0
    expected: int = 0
    found: int = 0
    missed: dict[str, int] = msgspec.field(default_factory=dict)

    @property
    def rate(self) -> float | None:
        """The share found, None where there is nothing to find."""
        return self.found / self.expected if self.expected else None


class RecallRun(msgspec.Struct, frozen=True):
    """The recall of each of `KINDS`; why files, and how many pages of PDF files, are left out."""

    recalls: dict[str, Recall]
    left_out: dict[str, str]
    pages: int
    garbled_pages: int


class _Read(NamedTuple):
    """A page as it was read, and what it says by other means: each kind's readings."""

    page: Page
    truth: dict[str, list[str]]


def measure_recall(folder: Path, listener: Listener) -> RecallRun:
    """Hold what is read of the PowerPoint and PDF files below a folder against other readings.

    Files that the extractor refuses, or that the other reading fails on, are left out, and so are
    pages of PDF files whose text layer the extractor takes for garbage.
    """
    paths = [
        path
        for path in sorted(folder.rglob("*"))
        if path.suffix.lower() in (*_POWERPOINT, _PDF) and path.is_file()
    ]
    run = RecallRun({kind: Recall() for kind in KINDS}, {}, 0, 0)
    pages = garbled = 0
    listener.expect(len(paths))
    for path in paths:
        name = path.relative_to(folder).as_posix()
        read = _read(path)
        if isinstance(read, str):
            run.left_out[name] = read
        else:
            _count(run.recalls, name, read)
            if path.suffix.lower() == _PDF:
                pages += len(read)
                garbled += sum(map(_is_garbled, read))
        listener.advance()
    return msgspec.structs.replace(run, pages=pages, garbled_pages=garbled)


def _read(path: Path) -> list[_Read] | str:
    """Return the pages of a file with what they say by other means, or why it is left out."""
    is_pdf = path.suffix.lower() == _PDF
    deck = extract(path, PDF if is_pdf else PPTX)
    if not isinstance(deck, Deck):
        return deck.code.value
    texts = _pdf_texts(path) if is_pdf else map(_by_kind, pptx_truth.texts_of(path))
    try:
        return [_Read(page, said) for page, said in zip(deck.pages, texts, strict=True)]
    except Exception as error:  # the other readings are held together by no care at all
        return f"no other reading: {type(error).__name__}"


def _by_kind(texts: Iterable[pptx_truth.Text]) -> dict[str, list[str]]:
    by_kind: defaultdict[str, list[str]] = defaultdict(list)
    for kind, text in texts:
        by_kind[kind].append(text)
    return {kind: ["\n".join(said)] for kind, said in by_kind.items()}


def _pdf_texts(path: Path) -> Iterator[dict[str, list[str]]]:
    for readings in zip(*pdf_truth.layers_of(path), strict=True):
        yield {PDF_KIND: list(readings)} if any(reading.split() for reading in readings) else {}


def _is_garbled(read: _Read) -> bool:
    """Tell whether a page of a PDF file has a text layer of which nothing was taken."""
    nothing = not (read.page.usable or read.page.layer(BlockKind.FURNITURE))
    return PDF_KIND in read.truth and nothing


def _count(recalls: dict[str, Recall], name: str, read: Sequence[_Read]) -> None:
    missed: Counter[str] = Counter()
    seen = set()
    for page, truth in (each for each in read if not _is_garbled(each)):
        for kind, readings in truth.items():
            text = "\n".join(b.text for b in page.blocks if b.kind in _LAYERS[kind])
            expected, found = compare(words(text), [words(reading) for reading in readings])
            recalls[kind].expected += expected
            recalls[kind].found += found
            missed[kind] += expected - found
            if expected:
                seen.add(kind)
    for kind in seen:
        recalls[kind].files += 1
        if missed[kind]:
            recalls[kind].missed[name] = missed[kind]
