"""A gold set of themes: texts and decks with the concepts that a librarian would choose."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec
from ruamel.yaml import YAML

from pipeline.detect import LanguageDetector
from pipeline.extract import extract
from pipeline.ingest import IngestSettings, opened, take_stock
from pipeline.records.base import Record
from pipeline.records.decks import Block, BlockKind, Deck, DeckLanguage, Page
from pipeline.records.files import Refusal

LANGUAGES = ("en", "fr", "pt")


class Text(Record, frozen=True):
    """A page or an abstract."""

    title: str
    body: str


class Judgement(Record, frozen=True):
    """The names of the concepts chosen in each of two passes, and as settled.

    `files` are the translations of one deck, by their paths in the inbox of the sample; without
    any, the judgement is of the text of that name. What is `aside` is reported apart.
    """

    first: tuple[str, ...]
    second: tuple[str, ...]
    themes: tuple[str, ...]
    files: tuple[str, ...] = ()
    aside: bool = False


@dataclass(frozen=True)
class GoldDeck:
    """A deck as the pipeline reads it; translations of one deck share their `judgement`."""

    id: str
    judgement: str
    deck: Deck
    language: DeckLanguage


@dataclass(frozen=True)
class GoldSet:
    """All judgements by name, and what was judged."""

    judgements: Mapping[str, Judgement]
    decks: Sequence[GoldDeck]


def read_gold(folder: Path, sample: Path) -> GoldSet:
    """Read `gold.yaml` and `texts.yaml` of a folder, and the decks of the sample that they name.

    Raises FileNotFoundError where a file is missing or a deck cannot be read, and
    msgspec.ValidationError where a file has another form.
    """
    judgements = msgspec.convert(_yaml(folder / "gold.yaml"), dict[str, Judgement])
    texts = msgspec.convert(_yaml(folder / "texts.yaml"), dict[str, Text])
    detector = LanguageDetector(LANGUAGES)
    decks = _decks_of(sample, {file for item in judgements.values() for file in item.files})
    found = []
    for name, item in judgements.items():
        for id_ in item.files or (name,):
            deck = decks[id_] if item.files else _one_page(texts[id_])
            found.append(GoldDeck(id_, name, deck, detector.detect(deck)))
    return GoldSet(judgements, found)


def _yaml(path: Path) -> object:
    return YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))


def _one_page(text: Text) -> Deck:
    title = Block(kind=BlockKind.TITLE, text=text.title)
    return Deck(pages=(Page(number=1, blocks=(title, Block(kind=BlockKind.BODY, text=text.body))),))


def _decks_of(inbox: Path, wanted: set[str]) -> dict[str, Deck]:
    decks = dict(_read(inbox, wanted))
    if missing := sorted(wanted - decks.keys()):
        raise FileNotFoundError(f"{inbox} has no readable {', '.join(missing)}.")
    return decks


def _read(inbox: Path, wanted: set[str]) -> Iterator[tuple[str, Deck]]:
    if not wanted:
        return
    for file in take_stock(inbox, settings=IngestSettings(), say=lambda _: None).files:
        if file.path in wanted:
            with opened(inbox, file) as path:
                deck = path if isinstance(path, Refusal) else extract(path, file.media_type)
            if not isinstance(deck, Refusal):
                yield file.path, deck
