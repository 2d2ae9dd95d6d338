"""The whole job: from an inbox to its index, stage by stage."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

import msgspec

from pipeline import __version__
from pipeline.catalogue import open_sources
from pipeline.decisions import read_decisions, stale_decisions
from pipeline.downstream import write_downstream
from pipeline.emit import Placed, assemble, write_index
from pipeline.encode import UniversalSentenceEncoder
from pipeline.ingest import take_stock, twins
from pipeline.kept import KeptEncoder, kept_vocabulary
from pipeline.library import Library, Listener
from pipeline.match import DeckView, Matcher, place, view
from pipeline.page import write_catalogue
from pipeline.reading import read_files
from pipeline.records.decisions import Decision, Decisions
from pipeline.records.decks import Language
from pipeline.records.files import InboxFile, Inventory, Refusal, Rejected
from pipeline.records.index import Generator, Index
from pipeline.records.programme import Programme
from pipeline.records.readings import Reading, Summary, summarise
from pipeline.settings import PACKAGE, RunSettings
from pipeline.store import Store, fingerprint
from pipeline.tag import Vocabulary, model_versions


def index_elective(settings: RunSettings, programme: Programme, listener: Listener) -> Index:
    """Index the inbox, write `index.json`, its page and its other forms; return what was written.

    Raises OSError when the output folder cannot be written to, VocabularyError when the
    vocabulary cannot be read, DecisionsError when the decisions cannot; the previous index then
    stands.
    """
    decisions = read_decisions(settings.inbox)
    settings.output.mkdir(parents=True, exist_ok=True)
    store = open_store(settings)
    vocabulary = kept_vocabulary(settings.vocabulary, store)
    inventory = take_stock(settings.inbox, settings=settings.ingest, say=listener.say)
    library = open_library(settings, programme, store)
    read_files(inventory.files, library, settings, programme.languages, vocabulary, listener)
    inventory, decks, summaries = survey(inventory, library, decisions)
    matcher = Matcher(programme, KeptEncoder(UniversalSentenceEncoder(), store))
    placements = place(decks, matcher, twins(inventory.files), decisions)
    index = assemble(
        programme,
        inventory,
        [
            Placed(file=file, summary=summaries[file.path], placement=placements[file.path])
            for file in inventory.files
        ],
        generator(vocabulary),
        stale_decisions(decisions, inventory.files, programme),
    )
    write_index(index, settings.output / "index.json")
    write_downstream(index, settings.output)
    sources = open_sources(inventory.files, library, store, settings)
    write_catalogue(index, sources, settings.output / "index.html")
    store.prune()
    return index


def open_store(settings: RunSettings) -> Store:
    """Return the store of results that this version of the program keeps."""
    return Store(settings.store, fingerprint(PACKAGE))


def open_library(settings: RunSettings, programme: Programme, store: Store) -> Library:
    """Return what was read with these settings."""
    recognised = settings.tesseract.languages if settings.tesseract else ()
    depends_on = _digest((*programme.languages, "recognising", *recognised), settings.vocabulary)
    return Library(store, depends_on=depends_on)


def survey(
    inventory: Inventory, library: Library, decisions: Decisions
) -> tuple[Inventory, list[DeckView], dict[str, Summary]]:
    """Part the files that were read from those that could not be, and sum up the former."""
    files: list[InboxFile] = []
    rejected = list(inventory.rejected)
    decks, summaries = [], {}
    for file in inventory.files:
        reading = library.get(file)
        if isinstance(reading, Refusal):
            rejected.append(Rejected(path=file.path, code=reading.code, message=reading.message))
            continue
        reading = _as_decided(reading, decisions.get(file.sha256))
        files.append(file)
        decks.append(view(file, reading))
        summaries[file.path] = summarise(reading)
    inventory = msgspec.structs.replace(inventory, files=tuple(files), rejected=tuple(rejected))
    return inventory, decks, summaries


def generator(vocabulary: Vocabulary) -> Generator:
    """Say what makes the index."""
    return Generator(
        name="elective-index",
        version=__version__,
        models=model_versions(),
        vocabulary=vocabulary.id,
        vocabulary_version=vocabulary.version,
    )


def _as_decided(reading: Reading, decision: Decision | None) -> Reading:
    """Give the reading the language that a person says it is in."""
    if decision is None or decision.language is None:
        return reading
    language = Language(tag=decision.language, confidence=1.0)
    return msgspec.structs.replace(
        reading, language=msgspec.structs.replace(reading.language, deck=language)
    )


def _digest(languages: Sequence[str], vocabulary: Path) -> str:
    """Name the settings on which the reading of a file depends."""
    digest = hashlib.sha256(" ".join(languages).encode() + b"\0")
    digest.update(vocabulary.read_bytes())
    return digest.hexdigest()[:16]
