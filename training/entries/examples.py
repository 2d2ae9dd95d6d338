"""Finds the roles of the pieces of announcements of which a person has listed the sessions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from pipeline.evaluate.announcements import Expected, expected_in, same_title, understood_as
from pipeline.programme.importing.entries.decoding import Reading, decode
from pipeline.programme.importing.entries.reading import Page
from pipeline.programme.importing.entries.roles import ROLES, Role
from pipeline.programme.importing.entries.sessions import session_of
from pipeline.programme.importing.entries.weights import NEVER, Scores, Weights
from pipeline.programme.importing.prose.announcement import announced_page
from pipeline.programme.importing.reading import announcement_blocks
from pipeline.text import fold, words
from training.entries.chain import Example


def examples_in(folder: Path, weights: Weights) -> Iterator[Example]:
    """Yield the announcements of a folder of which a reading gives the sessions that are listed.

    It is the best reading by these weights, else the best that names as speakers only pieces
    with their names, and as titles only pieces with words of titles. Days and languages are not
    looked at: they do not depend on who speaks and what the titles are.
    """
    for name, wanted in expected_in(folder).items():
        path = folder / name
        page = announced_page(announcement_blocks(path.suffix, path.read_bytes()))
        if not page.pieces:
            continue
        free = weights.scores(page.pieces, page.clues)
        for scores in (free, _told(page, free, wanted)):
            reading = decode(page.pieces, scores, weights)
            if _gives(page, reading, wanted):
                yield Example(page.pieces, page.clues, reading.roles, reading.people_first)
                break


def _told(page: Page, scores: Scores, wanted: Sequence[Expected]) -> Scores:
    """Return the scores without the roles that cannot be, by the sessions that are listed."""
    names = {name for one in wanted for name in one.speakers}
    titles = [set(one.title.split()) for one in wanted if one.title]
    told = scores.copy()
    for at, (piece, clues) in enumerate(zip(page.pieces, page.clues, strict=True)):
        said = set(words(piece.text))
        if piece.known is not None:
            continue
        if not any(name in fold(piece.text) for name in names):
            told[at, Role.PEOPLE] = NEVER
        elif clues.person > 0:
            told[at] = np.where(np.array(ROLES) == Role.PEOPLE, told[at], NEVER)
        if titles and not any(said <= title or title <= said for title in titles):
            told[at, Role.TITLE] = NEVER
    return told


def _gives(page: Page, reading: Reading, wanted: Sequence[Expected]) -> bool:
    """Tell whether a reading gives the sessions that are listed, by speakers and title."""
    entries = page.gathered(reading).entries
    dated = any(entry.day for entry in entries)
    made = (
        session_of(entry, page.lines, page.lexicon) for entry in entries if entry.day or not dated
    )
    found = [understood_as(session) for session in made if session]
    return len(found) == len(wanted) and all(
        one.speakers == other.speakers and (not one.title or same_title(one, other))
        for one, other in zip(wanted, found, strict=True)
    )
