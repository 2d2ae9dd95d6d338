"""What the page says of one deck when someone opens it, and how search finds decks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.page.payload import DeckDetail, DetailPage, DetailTheme
from pipeline.page.safe import assign_command
from pipeline.page.search_index import Searchable
from pipeline.records.decks import Page
from pipeline.records.index import Index, IndexedSession, Resource, Speaker
from pipeline.records.programme import variants

#: Sessions that a person is offered when a deck is to be decided.
CHOICES = 4


def deck_detail(
    resource: Resource, pages: Sequence[Page], theme_numbers: dict[str, int]
) -> DeckDetail:
    """Return the details of a deck with the text of its pages; pages without text are left out."""
    return DeckDetail(
        command=assign_command(resource.path),
        evidence=resource.evidence,
        candidates=resource.candidates[:CHOICES],
        themes=tuple(
            DetailTheme(theme=theme_numbers[item.id], score=item.score, evidence=item.evidence)
            for item in resource.themes
        ),
        entities=resource.entities,
        warnings=resource.warnings,
        text=tuple(
            DetailPage(number=page.number, title=page.title, text=page.text, notes=page.notes)
            for page in pages
            if page.text.strip() or page.notes.strip()
        ),
    )


def session_documents(index: Index) -> Iterator[Searchable]:
    """Yield each session as search sees it."""
    for session in index.sessions:
        yield Searchable(
            id=f"s:{session.id}",
            title=" ".join(variants(session.title)),
            speakers=_speakers(session.speakers),
            text=" ".join(variants(session.abstract)),
        )


def deck_document(
    resource: Resource, session: IndexedSession | None, detail: DeckDetail
) -> Searchable:
    """Return a deck as search sees it; its session's speakers lead to it, too."""
    labels = (label for theme in resource.themes for label in theme.label.values())
    return Searchable(
        id=resource.id,
        title=resource.title,
        speakers=_speakers(session.speakers) if session else "",
        themes=" ".join(labels),
        names=" ".join(entity.text for entity in resource.entities),
        phrases=" ".join(resource.keyphrases),
        file=resource.path,
        text="\n".join(f"{page.text}\n{page.notes}" for page in detail.text),
    )


def _speakers(speakers: Sequence[Speaker]) -> str:
    return " ".join(f"{item.name} {item.affiliation or ''}" for item in speakers)
