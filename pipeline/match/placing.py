"""Places all decks of an elective: each matched once, copies beside their originals."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pipeline.match.deck import DeckView
from pipeline.match.matcher import Matcher
from pipeline.records.matches import Match, Placement, Role


def place(
    decks: Iterable[DeckView], matcher: Matcher, copies: Mapping[str, str]
) -> dict[str, Placement]:
    """Return the placement of each deck by path.

    `copies` leads from the path of a file to that of another with the same bytes; a copy stands
    where its original stands.
    """
    matches: dict[str, Match] = {deck.path: matcher.match(deck) for deck in decks}
    return {
        path: Placement(match=match)
        if path not in copies
        else Placement(
            match=matches[copies[path]], role=Role.DUPLICATE, duplicate_of=copies[path]
        )
        for path, match in matches.items()
    }
