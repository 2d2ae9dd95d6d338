"""The gold pages: slides written for this project, with their names marked by hand.

A page is a paragraph, its first line the title; a name is marked `{ORG Casa do Impacto}`. They
judge the models and the tagger and are never trained on.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from pipeline.records.decks import Block, BlockKind, Deck, DeckLanguage, Language, Page

_FOLDER = Path(__file__).parent / "gold"
_NAME = re.compile(r"\{([A-Z]+) ([^}]+)\}")

#: How often each name stands on a page: page number, name, label.
Names = Counter[tuple[int, str, str]]


class GoldDeck(NamedTuple):
    """A deck and the names on its pages."""

    deck: Deck
    language: DeckLanguage
    names: Names


def gold_deck(language: str) -> GoldDeck:
    """Read the gold pages of a language as one deck."""
    marked = (_FOLDER / f"{language}.txt").read_text("utf-8").strip().split("\n\n")
    names = Counter(
        (number, match[2], match[1])
        for number, page in enumerate(marked, 1)
        for match in _NAME.finditer(page)
    )
    pages = tuple(_page(number, _NAME.sub(r"\2", page)) for number, page in enumerate(marked, 1))
    tag = Language(tag=language, confidence=1.0)
    return GoldDeck(Deck(pages=pages), DeckLanguage(deck=tag, pages=(tag,) * len(pages)), names)


def _page(number: int, text: str) -> Page:
    title, _, body = text.partition("\n")
    blocks = (Block(kind=BlockKind.TITLE, text=title), Block(kind=BlockKind.BODY, text=body))
    return Page(number=number, blocks=blocks)
