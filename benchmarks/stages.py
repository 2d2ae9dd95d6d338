"""The stages that are timed by themselves, each with its contenders, the floor first.

`python -m benchmarks.stages STAGE CONTENDER FOLDER` does a stage over the decks of a folder and
prints how many units it did in how many seconds of processor time, getting ready left out.
"""

from __future__ import annotations

import json
import resource
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks import reading, tagging
from pipeline.detect import LanguageDetector
from pipeline.extract import extract
from pipeline.records.decks import Deck, DeckLanguage
from pipeline.records.media import PDF, PPTX

Make = Callable[[], Callable[[Any], object]]
Item = Path | tuple[Deck, DeckLanguage]


@dataclass(frozen=True)
class Stage:
    """What is timed: the units in which it is told, what it works on, and who does it how."""

    unit: str
    suffixes: tuple[str, ...]
    contenders: Mapping[str, Make]
    on_files: bool = False


_TAGGED = (".pdf", ".pptx")
STAGES = {
    "PDF text": Stage(
        "page",
        (".pdf",),
        {
            "pdfium alone": reading.pdfium,
            "ours": reading.our_pdf,
            "pdftotext": reading.pdftotext,
            "kreuzberg": reading.kreuzberg,
            "markitdown": reading.markitdown,
            "pdfplumber": reading.pdfplumber,
        },
        on_files=True,
    ),
    "PPTX text": Stage(
        "slide",
        (".pptx",),
        {
            "unzip and lxml": reading.unzip_lxml,
            "ours": reading.our_pptx,
            "python-pptx, text frames": reading.text_frames,
            "kreuzberg": reading.kreuzberg,
            "markitdown": reading.markitdown,
        },
        on_files=True,
    ),
    "language": Stage(
        "page", _TAGGED, {"ours": tagging.our_language, "langdetect": tagging.langdetect}
    ),
    "entities": Stage(
        "word",
        _TAGGED,
        {
            "bare models": tagging.bare_models,
            "ours": tagging.our_entities,
            "spaCy's English pipe": tagging.full_pipe,
        },
    ),
    "vectors": Stage("page", _TAGGED, {"ours": tagging.our_vectors}),
    "keyphrases": Stage("page", _TAGGED, {"ours": tagging.our_keyphrases}),
    "themes": Stage("page", _TAGGED, {"ours": tagging.our_themes}),
}


def _main(name: str, contender: str, folder: Path) -> None:
    stage = STAGES[name]
    paths = [path for path in sorted(folder.rglob("*")) if path.suffix in stage.suffixes]
    decks = list(_decks(paths))
    items: list[Item] = [*paths] if stage.on_files else [*decks]
    work = stage.contenders[contender]()
    started = _processor_time()
    for item in items:
        work(item)
    print(json.dumps([_processor_time() - started, _units(decks, stage.unit)]))


def _decks(paths: list[Path]) -> Iterator[tuple[Deck, DeckLanguage]]:
    detector = LanguageDetector(tagging.LANGUAGES)
    for path in paths:
        deck = extract(path, PDF if path.suffix == ".pdf" else PPTX)
        if isinstance(deck, Deck):
            yield deck, detector.detect(deck)


def _units(decks: list[tuple[Deck, DeckLanguage]], unit: str) -> int:
    pages = [page for deck, _ in decks for page in deck.pages]
    return sum(len(page.text.split()) for page in pages) if unit == "word" else len(pages)


def _processor_time() -> float:
    """Return the seconds of this process and of those that it waited for."""
    used = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in used)


if __name__ == "__main__":
    _main(sys.argv[1], sys.argv[2], Path(sys.argv[3]))
