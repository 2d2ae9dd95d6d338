"""Makes the data blocks of the page: what lies in it until a script reads it."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from pipeline.page.detail import deck_detail, deck_document, session_documents
from pipeline.page.gather import gather
from pipeline.page.payload import Catalogue, DeckDetail
from pipeline.page.safe import inert_json
from pipeline.page.search_index import Searchable, search_index
from pipeline.page.themes import number_themes
from pipeline.records.decks import Page
from pipeline.records.index import Index
from pipeline.records.matches import Role


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
    """A value under an id, as JSON that cannot become markup."""

    id: str
    json: Markup


def block(id_: str, value: object) -> Block:
    """Return a value as a block."""
    return Block(id=id_, json=Markup(inert_json(value)))  # noqa: S704 - it cannot hold markup


def data_blocks(index: Index, sources: Sources) -> tuple[Catalogue, list[Block]]:
    """Return what lists show, and all blocks: that first, then search, details and pictures."""
    pictures = {item.id: sources.cover_of(item.path) for item in index.resources}
    covers = {item.id: f"c-{item.sha256[:12]}" for item in index.resources if pictures[item.id]}
    _, theme_numbers = number_themes(index)
    details = {
        item.id: deck_detail(item, sources.pages_of(item.path), theme_numbers)
        for item in index.resources
    }
    catalogue = gather(index, sources.location_of, covers)
    drawn = {cover: _data_uri(pictures[item]) for item, cover in covers.items()}
    return catalogue, [
        block("catalogue", catalogue),
        block("search-index", search_index([*session_documents(index), *_decks(index, details)])),
        *(block(id_, value) for id_, value in details.items()),
        *(block(id_, value) for id_, value in drawn.items()),
    ]


def _decks(index: Index, details: Mapping[str, DeckDetail]) -> Iterator[Searchable]:
    """Yield each deck as search sees it, but for copies, which would only repeat it."""
    sessions = {session.id: session for session in index.sessions}
    for item in index.resources:
        if item.role is not Role.DUPLICATE:
            session = sessions.get(item.session_id or "")
            yield deck_document(item, session, details[item.id])


def _data_uri(picture: bytes) -> str:
    return f"data:image/webp;base64,{base64.b64encode(picture).decode()}"
