"""Makes the index and its other forms out of what is in the inbox, stage by stage."""

from __future__ import annotations

from pipeline import __version__
from pipeline.catalogue import open_sources
from pipeline.decisions import stale_decisions
from pipeline.downstream import write_downstream
from pipeline.emit import Placed, assemble, write_index
from pipeline.encode import UniversalSentenceEncoder
from pipeline.filework import FileWork
from pipeline.ingest import twins
from pipeline.inputs import Inputs
from pipeline.kept import KeptEncoder, kept_vocabulary, recalling
from pipeline.library import Library, Listener
from pipeline.match import Judgement, Matcher, place
from pipeline.naming import compare_names
from pipeline.page import write_catalogue
from pipeline.records.index import Generator, Index
from pipeline.store import Store
from pipeline.survey import survey
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
    # The workers get ready meanwhile.
    encoder = KeptEncoder(UniversalSentenceEncoder(), store)
    read = library.depends_on
    judged = recalling(store, "judgement", Judgement, programme, read)
    related = recalling(store, "related", list[bool], read)
    matcher = Matcher(programme, encoder, recall=judged)
    work.read(files, library, settings, programme.languages, vocabulary, listener)
    inventory, decks, summaries = survey(inputs.inventory, library, inputs.decisions)
    placements = place(decks, matcher, twins(inventory.files), inputs.decisions, related)
    summaries = compare_names(programme, inventory.files, placements, summaries, library, store)
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


def generator(vocabulary: Vocabulary) -> Generator:
    """Say what makes the index."""
    return Generator(
        name="elective-index",
        version=__version__,
        models=model_versions(),
        vocabulary=vocabulary.id,
        vocabulary_version=vocabulary.version,
    )
