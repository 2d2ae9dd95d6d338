"""Writes the catalogue: one page that holds all it shows."""

from __future__ import annotations

import base64
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from pipeline.atomic import write_atomically
from pipeline.page.assets import LANGUAGES, messages, policy, scripts, style
from pipeline.page.detail import deck_detail, deck_document, session_documents
from pipeline.page.gather import gather
from pipeline.page.payload import DeckDetail
from pipeline.page.safe import inert_json
from pipeline.page.search_index import search_index
from pipeline.page.themes import number_themes
from pipeline.records.decks import Page
from pipeline.records.index import Index
from pipeline.records.programme import Text, variants

TEMPLATES = Path(__file__).parent / "templates"


@dataclass(frozen=True)
class Sources:
    """Where the page finds what the index does not hold, by path below the inbox.

    `pages_of` gives the pages of a deck, `cover_of` its first page as WebP or b'', `location_of`
    the path to the file from the page's folder, as the file system spells it, or ''.
    """

    pages_of: Callable[[str], tuple[Page, ...]]
    cover_of: Callable[[str], bytes]
    location_of: Callable[[str], str]


@dataclass(frozen=True)
class Block:
    """Data that lies in the page until a script reads it."""

    id: str
    json: Markup


def write_catalogue(index: Index, sources: Sources, path: Path) -> None:
    """Write the page as UTF-8 HTML, atomically; the same for the same input.

    Raises OSError when the folder cannot be written to.
    """
    write_atomically(path, render_catalogue(index, sources).encode())


def render_catalogue(index: Index, sources: Sources) -> str:
    """Return the page."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["said"] = _said
    covers = {item.id: sources.cover_of(item.path) for item in index.resources}
    cover_ids = {item.id: f"c-{item.sha256[:12]}" for item in index.resources if covers[item.id]}
    _, theme_numbers = number_themes(index)
    details = {
        item.id: deck_detail(item, sources.pages_of(item.path), theme_numbers)
        for item in index.resources
    }
    catalogue = gather(index, sources.location_of, cover_ids)
    words = messages()
    pictures = {cover_ids[item]: covers[item] for item in cover_ids}
    return environment.get_template("catalogue.html.jinja").render(
        catalogue=catalogue,
        policy=policy(),
        style=Markup(style().text),  # noqa: S704 - our own file
        scripts=[Markup(asset.text) for asset in scripts()],  # noqa: S704 - our own files
        words=words["en"],
        tongues={language: words[language]["tongue"] for language in LANGUAGES},
        blocks=[
            _block("catalogue", catalogue),
            _block("messages", words),
            _block("search-index", _search(index, details)),
            *(_block(item, detail) for item, detail in details.items()),
            *(_block(item, _data_uri(picture)) for item, picture in sorted(pictures.items())),
        ],
    )


def _search(index: Index, details: dict[str, DeckDetail]) -> dict[str, object]:
    sessions = {session.id: session for session in index.sessions}
    decks = (
        deck_document(item, sessions.get(item.session_id or ""), details[item.id])
        for item in index.resources
    )
    return search_index([*session_documents(index), *decks])


def _said(text: Text | None) -> str:
    return next(variants(text), "") or "Elective"


def _block(id_: str, value: object) -> Block:
    return Block(id=id_, json=Markup(inert_json(value)))  # noqa: S704 - it cannot hold markup


def _data_uri(picture: bytes) -> str:
    return f"data:image/webp;base64,{base64.b64encode(picture).decode()}"
