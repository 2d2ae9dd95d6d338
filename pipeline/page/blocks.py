"""Makes the data blocks of the page: what lies in it until a script reads it."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain

from markupsafe import Markup

from pipeline.page.detail import deck_detail, deck_document, session_documents
from pipeline.page.gather import gather
from pipeline.page.payload import Catalogue
from pipeline.page.safe import inert_json
from pipeline.page.search_index import SearchIndex
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


def data_blocks(index: Index, sources: Sources) -> tuple[Catalogue, Iterator[Block]]:
    """Return what lists show, and all blocks one by one: that first, then details and pictures."""
    covers = {
        item.id: f"c-{item.sha256[:12]}" for item in index.resources if sources.cover_of(item.path)
    }
    catalogue = gather(index, sources.location_of, covers)
    drawn = {covers[item.id]: item.path for item in index.resources if item.id in covers}
    return catalogue, chain(
        [block("catalogue", catalogue)],
        _details(index, sources),
        (block(cover, _data_uri(sources.cover_of(path))) for cover, path in drawn.items()),
    )


def _details(index: Index, sources: Sources) -> Iterator[Block]:
    """Yield the details of each deck, then how search finds them.

    Copies are not searched: they would only repeat what they are copies of.
    """
    _, theme_numbers = number_themes(index)
    sessions = {session.id: session for session in index.sessions}
    search = SearchIndex()
    for document in session_documents(index):
        search.add(document)
    for item in index.resources:
        detail = deck_detail(item, sources.pages_of(item.path), theme_numbers)
        if item.role is not Role.DUPLICATE:
            search.add(deck_document(item, sessions.get(item.session_id or ""), detail))
        yield block(item.id, detail)
    yield block("search-index", search.plain())


def _data_uri(picture: bytes) -> str:
    return f"data:image/webp;base64,{base64.b64encode(picture).decode()}"
