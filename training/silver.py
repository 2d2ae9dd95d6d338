"""Lets a pipeline annotate sentences from which its successor learns not to forget."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pipeline.evaluate.entities.corpora import Reader
from pipeline.evaluate.entities.sentences import Sentence, Span
from pipeline.tag.entities.loading import load_packaged


def tagged_by(package: str, read: Reader) -> Reader:
    """Return a reader of the same sentences with the names that an installed pipeline finds."""

    def tagged(path: Path) -> Iterator[Sentence]:
        texts = (sentence.text for sentence in read(path))
        for doc in load_packaged(package).pipe(texts, batch_size=256):
            spans = (Span(name.start_char, name.end_char, name.label_) for name in doc.ents)
            yield Sentence(doc.text, tuple(spans))

    return tagged
