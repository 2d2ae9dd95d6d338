from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest

from pipeline.detect import LanguageDetector
from pipeline.records.decks import Block, BlockKind, Deck, Page

CORPUS = Path(__file__).parents[4] / "shared" / "corpus"


def labelled_decks() -> Iterator[tuple[Path, str]]:
    for entry in json.loads((CORPUS / "decks" / "manifest.json").read_bytes()):
        yield CORPUS / "decks" / entry["file"], entry["language"]
    for truth in sorted(CORPUS.glob("events/*/truth.json")):
        for entry in json.loads(truth.read_bytes())["files"]:
            yield next(truth.parent.rglob(entry["file"])), entry["language"]


def read(path: Path) -> Deck:
    with pypdfium2.PdfDocument(path) as document:
        texts = [page.get_textpage().get_text_range() for page in document]
    blocks = [(Block(kind=BlockKind.BODY, text=text),) for text in texts]
    return Deck(
        pages=tuple(Page(number=number, blocks=block) for number, block in enumerate(blocks, 1))
    )


@pytest.mark.corpus
@pytest.mark.skipif(not CORPUS.exists(), reason="the labelled decks are not there")
def test_99_of_100_real_decks_are_in_the_language_they_are_labelled_with() -> None:
    detector = LanguageDetector(("en", "fr", "pt"))
    right = [
        detector.detect(read(path)).deck.tag == language
        for path, language in labelled_decks()
        if path.read_bytes().startswith(b"%PDF")
    ]
    assert len(right) > 80
    assert sum(right) >= 0.99 * len(right)
