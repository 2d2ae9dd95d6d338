"""Reads one row of a table: its cells by the field they stand for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date

from pipeline.programme.importing.dates import find_days
from pipeline.programme.importing.draft import DraftSession
from pipeline.programme.importing.entries.statements import names_slides, statement
from pipeline.programme.importing.entries.vocabulary import alternatives
from pipeline.programme.importing.headings import YES, Column
from pipeline.programme.importing.languages import language_tag, listed_languages
from pipeline.programme.importing.people import is_unknown, listed_people
from pipeline.programme.suggest import date_like
from pipeline.records.messages import Message, message
from pipeline.records.programme import Person, Text
from pipeline.text import fold, slug

#: How a cell says that there are none, folded.
NO_SLIDES = re.compile(
    r"^(?:no|none|not|indisponible|indisponivel|sem|sans|aucune?|nenhuma?|pas|non|nao)\b"
    rf"|^{alternatives('pending')}\b"
    r"|^[-–—]+$"
)
_DAY = re.compile(
    r"\b(?:day|jour|journee|dia)\s*(?:n\.?\s*)?(\d{1,3})\b|^(\d{1,2})$|^j\s?(\d{1,2})\b"
)

#: The number of a day and its date, as far as they are told.
DayTold = tuple[int | None, str | None]


class Row:
    """The cells of one row by the field they stand for."""

    def __init__(self, known: dict[int, Column], cells: Sequence[str]) -> None:
        self._cells = [
            (column, cells[at].strip()) for at, column in known.items() if at < len(cells)
        ]

    def text(self, field: str, between: str = "; ") -> str:
        """Return what stands under the field's headings, '' where nothing does."""
        return between.join(text for column, text in self._cells if column.field == field and text)

    @property
    def is_open(self) -> bool:
        """Whether the row says that its speaker is not known yet."""
        speakers = self.text("speakers")
        return bool(speakers) and is_unknown(speakers) and len(speakers) > 1

    def continues(self, before: DraftSession) -> bool:
        """Tell whether the row only adds a speaker to the session before it."""
        title = self._title()
        return bool(self._speakers()) and (not title or title == before.title)

    def session(
        self, carried: dict[str, str], day_in: Callable[[str], DayTold]
    ) -> DraftSession | None:
        """Return the session, None where the row has neither title nor speakers."""
        title, speakers = self._title(), self._speakers()
        if not title and not speakers:
            return None
        day, when = day_in(carried.get("day", ""))
        day_of_date, date_of_date = day_in(carried.get("date", ""))
        check: list[Message] = []
        if self.is_open:
            check.append(message("The speaker is not known yet."))
        return DraftSession(
            id=slug(self.text("id")) or None,
            title=title,
            day=day or day_of_date,
            date=date_of_date or when,
            abstract=self._by_language("abstract") or None,
            speakers=speakers,
            languages=self._languages(),
            sources=(" · ".join(text for _, text in self._cells if text),),
            check=tuple(check),
        )

    def _title(self) -> Text:
        return self._by_language("title")

    def _by_language(self, field: str) -> Text:
        told = {
            column.language: text
            for column, text in self._cells
            if column.field == field and text and column.language
        }
        plain = " – ".join(
            text for column, text in self._cells
            if column.field == field and text and not column.language
        )  # fmt: skip
        return plain or (told if len(told) > 1 else next(iter(told.values()), ""))

    def _speakers(self) -> tuple[Person, ...]:
        first, last = self.text("first"), self.text("last")
        names = f"{first} {last}".strip() if first or last else self._said_of_speakers()[0]
        return listed_people(names, self.text("affiliation", "\n")) if names else ()

    def _said_of_speakers(self) -> tuple[str, str]:
        """Return who speaks, and what the cell says of slides: «Ana Reis – slides in French»."""
        who, dash, slides = self.text("speakers").rpartition(" – ")
        told = dash and names_slides(slides) and statement(slides) is not None
        return (who, slides) if told else (self.text("speakers"), "")

    def _languages(self) -> tuple[str, ...] | None:
        marked = [
            column.language or ""
            for column, text in self._cells
            if column.field == "language" and (fold(text) in YES or len(text) > 3)
        ]
        if any(column.field == "language" for column, _ in self._cells):
            return tuple(marked)
        text = self.text("languages", ", ") or self._said_of_speakers()[1]
        if not text:
            return None
        if NO_SLIDES.search(fold(text)) and language_tag(text) is None:
            return ()
        return listed_languages(text.replace("\n", ", ")) or statement(f"Slides: {text}")


def day_in(text: str) -> DayTold:
    """Return the number of a day and its date, as far as a cell such as «Day 2, 15 June» has them.

    A date without a year is left as `--MM-DD`, the form of ISO 8601:2000, to be completed.
    """
    said = text.strip()
    if iso := date_like(said):
        return None, iso
    number = _DAY.search(fold(said))
    days = find_days(said)
    day = next((int(group) for group in number.groups() if group), None) if number else None
    if len(days) != 1 or len(days[0].days) != 1:
        return day, None
    (month, dom) = days[0].days[0]
    dates: Iterable[date] = days[0].resolve()
    return day, next((when.isoformat() for when in dates), f"--{month:02}-{dom:02}")
