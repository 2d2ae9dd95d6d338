"""Writes the catalogue: one page that holds all it shows."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from markupsafe import Markup

from pipeline.atomic import write_atomically
from pipeline.page.assets import LANGUAGES, messages, policy, scripts, style
from pipeline.page.blocks import Sources, block, data_blocks
from pipeline.page.sentences import translations
from pipeline.records.index import Index
from pipeline.records.programme import Text, variants
from pipeline.templates import templates_in

TEMPLATES = Path(__file__).parent / "templates"


def write_catalogue(index: Index, sources: Sources, path: Path) -> None:
    """Write the page as UTF-8 HTML, atomically; the same for the same input.

    Raises OSError when the folder cannot be written to.
    """
    write_atomically(path, map(str.encode, _page(index, sources)))


def _page(index: Index, sources: Sources) -> Iterator[str]:
    """Yield the page in pieces: with the text of all decks it is too large to be held."""
    environment = templates_in(TEMPLATES)
    environment.filters["said"] = _said
    words, our_style, our_scripts = messages(), style(), scripts()
    catalogue, blocks = data_blocks(index, sources)
    return environment.get_template("catalogue.html.jinja").generate(
        catalogue=catalogue,
        policy=policy(our_scripts, our_style),
        style=Markup(our_style.text),  # noqa: S704 - our own file
        scripts=[Markup(asset.text) for asset in our_scripts],  # noqa: S704 - our own files
        words=words["en"],
        tongues={language: words[language]["tongue"] for language in LANGUAGES},
        blocks=chain([block("messages", words), block("sentences", translations(index))], blocks),
    )


def _said(text: Text | None) -> str:
    return next(variants(text), "") or "Elective"
