"""Makes the index and its other forms out of what is in the inbox, stage by stage."""

from __future__ import annotations

import msgspec

from pipeline import __version__
from pipeline.catalogue import open_sources
from pipeline.decisions import stale_decisions
from pipeline.downstream import write_downstream
from pipeline.emit import Placed, assemble, write_index
from pipeline.encode import UniversalSentenceEncoder
from pipeline.filework import FileWork
from pipeline.ingest import twins
from pipeline.inputs import Inputs
from pipeline.kept import KeptEncoder, kept_vocabulary
from pipeline.library import Library, Listener
from pipeline.match import DeckView, Matcher, place, view
from pipeline.naming import compare_names
from pipeline.page import write_catalogue
from pipeline.records.decisions import Decision, Decisions
from pipeline.records.decks import Language
from pipeline.records.files import InboxFile, Inventory, Refusal, Rejected
from pipeline.records.index import Generator, Index
from pipeline.records.readings import Reading, Summary, summarise
from pipeline.store import Store
from pipeline.tag import Vocabulary, model_versions
from pipeline.unchanged import INDEX


def write_anew(
    inputs: Inputs,
    library: Library,
    store: Store,
    listener: Listener,
    work: FileWork,
    vocabulary: Vocabulary | None = None,
) -> Index:
    """Read what is not read yet, match, and write the index with its page and its other forms.

    `vocabulary` is that of the settings where somebody has compiled it already.
    Raises what `index_elective` raises.
    """
    settings, programme = inputs.settings, inputs.programme
    vocabulary = vocabulary or kept_vocabulary(settings.vocabulary, store)
    files = inputs.inventory.files
    work.read(files, library, settings, programme.languages, vocabulary, listener)
    inventory, decks, summaries = survey(inputs.inventory, library, inputs.decisions)
    matcher = Matcher(programme, KeptEncoder(UniversalSentenceEncoder(), store))
    placements = place(decks, matcher, twins(inventory.files), inputs.decisions)
    summaries = compare_names(programme, inventory.files, placements, summaries, library)
    index = assemble(
        programme,
        inventory,
        [
            Placed(file=file, summary=summaries[file.path], placement=placements[file.path])
            for file in inventory.files
        ],
        generator(vocabulary),
        stale_decisions(inputs.decisions, inventory.files, programme),
    )
    write_index(index, settings.output / INDEX)
    write_downstream(index, settings.output)
    sources = open_sources(inventory.files, library, store, settings, work)
    write_catalogue(index, sources, settings.output / "index.html")
    return index


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
