"""A small elective and files placed on it, as the stages before hand them on."""

from __future__ import annotations

import hashlib
from typing import Any

from pipeline.emit import Placed, assemble
from pipeline.records.decks import Language
from pipeline.records.files import Ignored, InboxFile, Inventory, Rejected, RejectionCode
from pipeline.records.index import Generator, Index, IndexedSession, Resource
from pipeline.records.matches import Candidate, Evidence, Match, Placement, Role, Status
from pipeline.records.media import PDF
from pipeline.records.programme import Person, Programme, Session
from pipeline.records.readings import Summary
from pipeline.records.tags import Entity, EntityLabel, Tags, Theme

PROGRAMME = Programme(
    event={"en": "Academy on SSE", "fr": "Académie de l’ESS"},
    elective=6,
    title="SSE and local economic development",
    languages=("en", "fr", "pt"),
    start="2021-11-22",
    end="2021-11-24",
    coordinators=(Person(name="Martin Gasser", affiliation="ITCILO"),),
    sessions=(
        Session(
            id="frame",
            title="Framing social innovation",
            day=1,
            date="2021-11-22",
            speakers=(Person(name="Laura Aufrère", affiliation="Paris Nord"),),
            languages=("fr", "en", "pt"),
        ),
        Session(id="casa", title="Casa do Impacto", speakers=(Person(name="Inês Sequeira"),)),
    ),
)
GENERATOR = Generator(
    name="elective-index",
    version="0.0.0",
    models={"elective_ner": "0.1.0"},
    vocabulary="https://example.org/sse",
    vocabulary_version="1.0.0",
)
OSTROM = Entity(text="Elinor Ostrom", label=EntityLabel.PERSON, pages=(2,), count=3)
COMMONS = Theme(id="https://example.org/sse/commons", label={"en": "Commons"}, score=0.5)


def placed(
    path: str,
    session: str | None = "frame",
    language: str = "en",
    *,
    content: str = "",
    role: Role = Role.CURRENT,
    status: Status | None = None,
    **pointers: Any,
) -> Placed:
    """Return a file with a summary and a placement; matched where it has a session."""
    match = Match(
        status=status or (Status.MATCHED if session else Status.UNMATCHED),
        session_id=session,
        confidence=0.98,
        evidence=(Evidence(signal="speaker", detail="Page 1 names her.", weight=2.5, page=1),),
        candidates=(Candidate(session_id="frame", confidence=0.98),),
    )
    return Placed(
        file=InboxFile(
            path=path,
            location=path,
            sha256=hashlib.sha256((content or path).encode()).hexdigest(),
            size=1000,
            media_type=PDF,
        ),
        summary=Summary(
            title="Framing",
            pages=9,
            language=Language(tag=language, confidence=0.99),
            tags=Tags(entities=(OSTROM,), themes=(COMMONS,), keyphrases=("commons",)),
            warnings=(),
        ),
        placement=Placement(match=match, role=role, **pointers),
    )


def copy_of(original: str, path: str, language: str = "en") -> Placed:
    """Return a file with the same bytes as another."""
    return placed(
        path, language=language, content=original, role=Role.DUPLICATE, duplicate_of=original
    )


REJECTED = (
    Rejected(path="z.pptx", code=RejectionCode.ENCRYPTED, message="Ask for the password."),
    Rejected(path="b.pdf", code=RejectionCode.EMPTY, message="Ask for the file again."),
)
IGNORED = (
    Ignored(path="programme.yaml", reason="The programme of the elective."),
    Ignored(path=".DS_Store", reason="A system file."),
)


def index_of(*files: Placed, programme: Programme = PROGRAMME) -> Index:
    """Assemble an index of placed files, with some rejected and ignored ones."""
    inventory = Inventory(
        files=tuple(item.file for item in files), rejected=REJECTED, ignored=IGNORED
    )
    return assemble(programme, inventory, files, GENERATOR)


def frame_of(*files: Placed) -> IndexedSession:
    """Return the first session of the index of some files."""
    return index_of(*files).sessions[0]


def resource(index: Index, path: str) -> Resource:
    """Return the resource of a path."""
    (found,) = (item for item in index.resources if item.path == path)
    return found
