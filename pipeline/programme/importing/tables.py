"""Turns rows of cells into sessions: headings in three languages, in any order."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import msgspec

from pipeline.programme.importing.draft import DraftSession
from pipeline.programme.importing.entries.people import could_be_people
from pipeline.programme.importing.entries.vocabulary import BREAK
from pipeline.programme.importing.headings import Column, columns
from pipeline.programme.importing.prose.names import is_full_name
from pipeline.programme.importing.rows import DayTold, Row, day_in
from pipeline.text import fold

Rows = Sequence[Sequence[str]]

#: Rows among which the headings are looked for.
HEADING_ROWS = 15

#: What is in a programme and no presentation, folded; in English, French and Portuguese.
BREAKS = re.compile(
    r"^(?:(?:coffee|tea|lunch|dinner)\b|break\b|registration\b|welcome\b|opening$|closing\b|"
    r"pause\b|dejeuner\b|diner\b|repas\b|accueil\b|inscription\b|ouverture$|cloture\b|bilan\b|"
    r"cafe\b|almoco\b|jantar\b|intervalo\b|boas-vindas\b|abertura$|encerramento\b|inscricoes\b|"
    r"credenciamento\b|group work$|travaux? de groupe$|trabalhos? (?:de|em) grupos?$|site visit\b)"
)


class Table:
    """Reads the rows of one table; entries that are no presentation come last in `left_out`."""

    def __init__(self, *, speakers_needed: bool, day_in: Callable[[str], DayTold] = day_in) -> None:
        """Leave out rows without speakers where an announcement's table is read.

        `day_in` tells which day a cell names.
        """
        self._day_in = day_in
        self.left_out: list[str] = []
        self._speakers_needed = speakers_needed

    def sessions(self, rows: Rows) -> list[DraftSession] | None:
        """Return the sessions, None where no row is a heading that tells of titles or speakers."""
        for number, cells in enumerate(rows[:HEADING_ROWS]):
            if known := columns(cells):
                return self._read(known, rows[number + 1 :])
        return None

    def _read(self, known: dict[int, Column], rows: Rows) -> list[DraftSession]:
        sessions: list[DraftSession] = []
        rows = _placed(known, rows)
        carried: dict[str, str] = {}
        for cells in rows:
            filled = [cell.strip() for cell in cells if cell.strip()]
            if len(set(filled)) == 1 and self._day_in(filled[0]) != (None, None):
                carried = {"day": filled[0]}
                continue
            row = Row(known, cells)
            carried |= {field: text for field in ("day", "date") if (text := row.text(field))}
            session = row.session(carried, self._day_in)
            if session is None:
                continue
            if sessions and row.continues(sessions[-1]):
                sessions[-1] = _joined(sessions[-1], session)
            elif self._is_presentation(session, row):
                sessions.append(session)
            else:
                self.left_out.append(" · ".join(filled))
        return sessions

    def _is_presentation(self, session: DraftSession, row: Row) -> bool:
        title = fold(row.text("title"))
        is_pause = bool(BREAKS.match(title) or BREAK.match(title))
        if session.speakers:
            return not is_pause or any(is_full_name(one.name) for one in session.speakers)
        return not (self._speakers_needed or BREAKS.match(title)) or (row.is_open and not is_pause)


def _placed(known: dict[int, Column], rows: Rows) -> Rows:
    """Put in brackets what stands below speakers in their cells, where most of it is no name."""
    at = next((at for at, column in known.items() if column.field == "speakers"), -1)
    cells = [row[at].split("\n", 1) for row in rows if 0 <= at < len(row)]
    below = [cell[1].strip() for cell in cells if len(cell) > 1]
    if not below or 2 * sum(map(could_be_people, below)) >= len(below):
        return rows
    return [
        [
            re.sub(r"\s*\n\s*(.*\S)\s*$", r" (\1)", cell) if n == at else cell
            for n, cell in enumerate(row)
        ]
        for row in rows
    ]


def _joined(session: DraftSession, row: DraftSession) -> DraftSession:
    """Add the speakers of a row to the session that it continues."""
    return msgspec.structs.replace(
        session,
        speakers=tuple(dict.fromkeys((*session.speakers, *row.speakers))),
        sources=(*session.sources, *row.sources),
    )
