"""Gives the catalogue page what it shows beside the index: page texts, pictures, links."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlsplit

from pipeline.filework import FileWork
from pipeline.gallery import Gallery
from pipeline.library import Library
from pipeline.page import Sources
from pipeline.records.decks import Page
from pipeline.records.files import InboxFile
from pipeline.records.readings import Reading
from pipeline.settings import RunSettings
from pipeline.store import Store


def open_sources(
    files: Iterable[InboxFile],
    library: Library,
    store: Store,
    settings: RunSettings,
    work: FileWork | None = None,
) -> Sources:
    """Return where the page finds what it shows of these files; draws covers that are missing."""
    by_path = {file.path: file for file in files}
    gallery = Gallery(store, settings, work)
    gallery.fill(by_path.values())

    def pages_of(path: str) -> tuple[Page, ...]:
        reading = library.get(by_path[path])
        return reading.deck.pages if isinstance(reading, Reading) else ()

    return Sources(
        pages_of=pages_of,
        cover_of=lambda path: gallery.get(by_path[path]),
        location_of=lambda path: _link(by_path[path].location, settings),
    )


def _link(location: str, settings: RunSettings) -> str:
    """Return the way from the page to a file of the inbox, '' where none leads there."""
    if not settings.origin and not settings.target:
        return _relative(settings.inbox / location, settings.output)
    inbox, output = (urlsplit(url) for url in (settings.origin, settings.target))
    if (inbox.scheme, inbox.netloc) != (output.scheme, output.netloc):
        return ""
    return posixpath.relpath(f"{inbox.path}/{location}", output.path or "/")


def _relative(file: Path, folder: Path) -> str:
    """Return the way from a folder to a file; '' where none leads there (drives of Windows)."""
    try:
        return Path(os.path.relpath(file, folder)).as_posix()
    except ValueError:
        return ""
