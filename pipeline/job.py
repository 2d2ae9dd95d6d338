"""The whole job: from an inbox to its index, unless the one that stands says it all."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.decisions import read_decisions
from pipeline.filework import FileWork, OnThisMachine
from pipeline.inputs import Inputs
from pipeline.library import Library, Listener
from pipeline.records.index import Index
from pipeline.records.programme import Programme
from pipeline.settings import PACKAGE, RunSettings
from pipeline.store import Store, fingerprint
from pipeline.unchanged import keep_standing, standing_index

if TYPE_CHECKING:
    # Compiling vocabularies loads what an unchanged run need not wait for.
    from pipeline.tag import Vocabulary


def index_elective(
    settings: RunSettings,
    programme: Programme,
    listener: Listener,
    work: FileWork | None = None,
    vocabulary: Vocabulary | None = None,
    store: Store | None = None,
) -> Index:
    """Index the inbox, write `index.json`, its page and its other forms; return the index.

    `work` opens the files, on this machine where there is none; `vocabulary` is that of the
    settings where somebody has compiled it already; `store` that of the settings where somebody
    has opened it already.

    Nothing is written where the last run had the same inputs and what it wrote is still there.
    Raises OSError when the output folder cannot be written to, VocabularyError when the
    vocabulary cannot be read, DecisionsError when the decisions cannot; the previous index then
    stands.
    """
    decisions = read_decisions(settings.inbox)
    settings.output.mkdir(parents=True, exist_ok=True)
    store = store or open_store(settings)
    work = work or OnThisMachine()
    inventory = work.take_stock(settings, store, listener.say)
    inputs = Inputs(
        settings=settings, programme=programme, decisions=decisions, inventory=inventory
    )
    digest = inputs.digest()
    standing = standing_index(digest, store, settings.output)
    if standing is not None:
        return standing
    library = open_library(settings, programme, store)
    if unread := library.unread(inventory.files):
        work.get_ready(settings, len(unread))
    from pipeline.indexing import write_anew  # noqa: PLC0415 - needless where nothing changed

    index = write_anew(inputs, library, store, listener, work, vocabulary)
    if library.settled:
        keep_standing(digest, store, settings.output)
    store.prune()
    return index


def open_store(settings: RunSettings) -> Store:
    """Return the store of results that this version of the program keeps."""
    return Store(settings.store, _program())


@cache
def _program() -> str:
    """Name the program that runs, which takes 50 ms and is the same for all electives."""
    return fingerprint(PACKAGE)


def open_library(settings: RunSettings, programme: Programme, store: Store) -> Library:
    """Return what was read with these settings."""
    recognised = settings.tesseract.languages if settings.tesseract else ()
    depends_on = _digest((*programme.languages, "recognising", *recognised), settings.vocabulary)
    return Library(store, depends_on=depends_on)


def _digest(languages: Sequence[str], vocabulary: Path) -> str:
    """Name the settings on which the reading of a file depends."""
    digest = hashlib.sha256(" ".join(languages).encode() + b"\0")
    digest.update(vocabulary.read_bytes())
    return digest.hexdigest()[:16]
