"""Reads the project's own annotated texts in the pieces in which the tagger reads decks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pipeline.evaluate.entities.pages import NAME, page_of
from pipeline.evaluate.entities.sentences import Sentence, Span
from pipeline.records.decks import Deck, DeckLanguage, Language
from pipeline.tag.entities.casing import Casing
from pipeline.tag.entities.segments import segments
from training.guideline import without_openings

#: Every so manyth deck, and line of prose, chooses the best step and is not learnt from.
_HELD_OUT = 12

_LABELS = {"PERSON": "PER"}


def taught(folder: Path) -> Iterator[Sentence]:
    """Yield what is learnt from in the texts of a folder, which is named for its language.

    Raises FileNotFoundError where it holds none.
    """
    for number, unit in enumerate(_units(folder)):
        if number % _HELD_OUT:
            yield from unit


def held_out(folder: Path) -> Iterator[Sentence]:
    """Yield what the best step is chosen by; FileNotFoundError as for `taught`."""
    for number, unit in enumerate(_units(folder)):
        if number % _HELD_OUT == 0:
            yield from unit


def gold_pages(folder: Path) -> Iterator[Sentence]:
    """Yield the pieces of all gold pages below a folder, which nothing is learnt from."""
    for path in sorted(folder.rglob("*.*.txt")):
        for sentence in _deck(path.read_text("utf-8"), path.stem.rpartition(".")[2]):
            yield sentence._replace(spans=())


def _units(folder: Path) -> Iterator[list[Sentence]]:
    """Yield decks, of files with `slides` in their name, and the lines of all others."""
    files = sorted(folder.glob("*.txt"))
    if not files:
        raise FileNotFoundError(f"{folder} holds no texts.")
    for path in files:
        text = path.read_text("utf-8").strip()
        if "slides" in path.stem:
            yield from (_deck(deck, folder.name) for deck in text.split("\n---\n"))
        else:
            yield from (
                [without_openings(_sentence(line))] for line in text.split("\n") if line.strip()
            )


def _deck(text: str, language: str) -> list[Sentence]:
    """Return the pieces of a deck, those in capitals also as the tagger reads them."""
    marked = text.strip().split("\n\n")
    pages = tuple(page_of(number, page.strip()) for number, page in enumerate(marked, 1))
    known = Language(tag=language, confidence=1.0)
    found = list(segments(Deck(pages=pages), DeckLanguage(deck=known, pages=(known,) * len(pages))))
    sentences = [without_openings(_sentence(segment.text)) for segment in found]
    plain = [
        segment._replace(text=sentence.text)
        for segment, sentence in zip(found, sentences, strict=True)
    ]
    casing = Casing(plain)
    return [
        sentence._replace(text=text)
        for sentence, segment in zip(sentences, plain, strict=True)
        for text in dict.fromkeys((segment.text, casing.read(segment)))
        if "{" not in text and "}" not in text
    ]


def _sentence(marked: str) -> Sentence:
    text, done = "", 0
    spans = []
    for match in NAME.finditer(marked):
        text += marked[done : match.start()]
        spans.append(Span(len(text), len(text) + len(match[2]), _LABELS.get(match[1], match[1])))
        text, done = text + match[2], match.end()
    return Sentence(text + marked[done:], tuple(spans))
