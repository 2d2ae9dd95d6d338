"""Reads corpora as Universal NER, by which we measure, would have marked them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from pipeline.evaluate.entities import corpora
from pipeline.evaluate.entities.sentences import Sentence, Span

#: What other corpora count as part of a name, where a capital follows, by label.
_OPENINGS = {
    "PER": re.compile(r"(?:(?:Mr|Mrs|Ms|Dr|Prof|Sr|Sra|Dra)\b\.? ?)+(?=[A-ZÀ-Þ])"),
    "ORG": re.compile(r"the (?=[A-ZÀ-Þ])"),
    "LOC": re.compile(r"(?:[a-zà-ÿ]+ )+(?=[A-ZÀ-Þ])"),
}


def conll(path: Path) -> Iterator[Sentence]:
    """Read two columns, the word and its tag."""
    return map(without_openings, corpora.conll(path))


def conll_with_names(path: Path) -> Iterator[Sentence]:
    """Read the same without the sentences that name nobody, of which laws have too many."""
    return (sentence for sentence in conll(path) if sentence.spans)


def paramopama_wikipedia(path: Path) -> Iterator[Sentence]:
    """Read the part of Paramopama that comes from WikiNER, and of it what names people or bodies.

    Seven in ten of its names are places, of which a model sees enough in the other sentences.
    """
    sentences = map(without_openings, corpora.paramopama_wikipedia(path))
    return (each for each in sentences if any(span.label != "LOC" for span in each.spans))


def without_openings(sentence: Sentence) -> Sentence:
    """Let no name begin with an article, a title or the kind of place: `the Alps`, `rio Tejo`."""

    def shortened(span: Span) -> Span:
        pattern = _OPENINGS.get(span.label)
        opening = pattern and pattern.match(sentence.text, span.start, span.end)
        return span._replace(start=opening.end()) if opening else span

    return sentence._replace(spans=tuple(map(shortened, sentence.spans)))
