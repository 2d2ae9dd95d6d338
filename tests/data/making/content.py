"""What the decks of the sample say, in each language, ready to be set."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Literal

import msgspec
from ruamel.yaml import YAML

HERE = Path(__file__).parent
LANGUAGES = {"en", "fr", "pt"}

#: Slides are 16:9; both renderers lay them out in points.
WIDTH, HEIGHT, MARGIN = 960, 540, 54


class Slide(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One slide; `rows`, and `kind` to `values`, are those of a table and of a chart."""

    layout: Literal["cover", "bullets", "table", "chart", "references", "thanks"]
    title: str
    body: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    kind: Literal["bar", "pie"] = "bar"
    series: str = ""
    categories: tuple[str, ...] = ()
    values: tuple[int, ...] = ()
    source: str = ""
    notes: str = ""


class Deck(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A presentation in one language; `accent` is its colour, six hexadecimal digits."""

    accent: str
    event: str
    pages: tuple[Slide, ...]
    author: str
    title: str

    def tints(self) -> tuple[str, ...]:
        """Six shades of the accent, from itself to pale, for charts."""
        channels = [int(self.accent[i : i + 2], 16) for i in (0, 2, 4)]
        return tuple(
            "".join(f"{round(c + (255 - c) * share):02X}" for c in channels)
            for share in (0, 0.25, 0.45, 0.6, 0.72, 0.82)
        )


def load(name: str) -> Any:
    """Read one of the YAML files beside this module."""
    return YAML(typ="safe").load(HERE / name)


def load_deck(name: str, language: str, author: str, title: str) -> Deck:
    """Read one language of a deck; `author` and `title` are its document properties."""
    fields = _pick(load(f"{name}.yaml"), language)
    return msgspec.convert({**fields, "author": author, "title": title}, Deck)


def _pick(node: Any, language: str) -> Any:
    """Replace every {en, fr, pt} by its text in one language; '' where only notes lack it."""
    if isinstance(node, dict):
        if node.keys() <= LANGUAGES:
            return _pick(node.get(language, ""), language)
        return {key: _pick(value, language) for key, value in node.items()}
    if isinstance(node, list):
        return [_pick(item, language) for item in node]
    return typeset(node, language) if isinstance(node, str) else node


def typeset(text: str, language: str) -> str:
    """Set apostrophes, and the no-break spaces of French, as office programs do."""
    text = text.replace("'", "’")
    return re.sub(r" (?=[:;?!»])", "\u00a0", text) if language == "fr" else text
