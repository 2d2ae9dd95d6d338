"""Reads the lines of an announcement, each for what it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from pipeline.programme.importing.blocks import Grid, Line
from pipeline.programme.importing.draft import DraftSession
from pipeline.programme.importing.entries.days import DayFinder
from pipeline.programme.importing.labels import Label, label
from pipeline.programme.importing.languages import listed_languages, named_languages
from pipeline.programme.importing.people import listed_people
from pipeline.programme.importing.prose.days import Calendar, Day
from pipeline.programme.importing.prose.lexicon import Lexicon
from pipeline.programme.importing.prose.listed import Entry, entry_below, entry_in, people_in
from pipeline.programme.importing.prose.sentences import sentences
from pipeline.programme.importing.prose.slides import Slides, Whose, slides_in, split_slides
from pipeline.programme.importing.prose.talk import Talk
from pipeline.programme.importing.prose.talks import Talks
from pipeline.programme.importing.prose.telling import Teller
from pipeline.programme.importing.rows import NO_SLIDES, DayTold, day_in
from pipeline.programme.importing.tables import BREAKS, Table
from pipeline.text import fold

#: A line that counts or opens what follows, and is no title: «Session 2 (14:00)», «Slides:».
_COUNTED = re.compile(
    r"^(?:session|seance|sessao|part|partie|parte|panel|painel|bloco?|block|talk|presentation|"
    r"apresentacao|atelier|module|modulo)s?\s+(?:\d+|[ivx]+)\b[^a-z]*(?:h\d*\W*)?$|:$"
)


class Reader:
    """Takes each line for what it is: a day, a label, an entry of a list, sentences.

    A line that may be a title is kept until the next line tells whether it has speakers.
    """

    def __init__(self, words: Lexicon, calendar: Calendar, title: str) -> None:
        """Take the title of the whole for none of a talk."""
        self.talks = Talks()
        self.left_out: list[str] = []
        self.tables: list[DraftSession] = []
        self._words = words
        self._calendar = calendar
        self._teller = Teller(self.talks, words, calendar, title)
        self._announced: Entry | None = None
        self._above: Entry | None = None

    @property
    def has_begun(self) -> bool:
        """Whether a day or a talk has been read."""
        return self._teller.day is not None or self.talks.current is not None

    def told(self, every: tuple[str, ...] | None) -> tuple[DraftSession, ...]:
        """Return the sessions that the text tells of; `every`: the languages told for all."""
        told = [talk.as_session(self.talks.tells_of_slides, every) for talk in self.talks]
        dated = any(one.day or one.date for one in told)
        return tuple(one for one in told if self._is_within(one) or not dated)

    def _is_within(self, session: DraftSession) -> bool:
        """Tell whether a session has a day; one without a title needs one of the event."""
        days = self._calendar.days
        if session.date and not session.title and len(days) > 1:
            return session.date in days
        return bool(session.day or session.date)

    def read_table(self, grid: Grid) -> None:
        """Take the sessions of a table; one without headings is read line by line."""
        table = Table(speakers_needed=True, day_in=self._day_in)
        sessions = table.sessions(grid.rows)
        if sessions is None:
            for row in grid.rows:
                self.read_line(Line(text=" — ".join(filter(None, dict.fromkeys(row)))))
            return
        day = self._teller.day or Day()
        self.tables += [
            item
            if item.day or item.date
            else msgspec.structs.replace(item, day=day.number, date=day.date)
            for item in sessions
        ]
        self.left_out += table.left_out

    def _day_in(self, cell: str) -> DayTold:
        """Return the day of a cell, by the calendar where the cell alone does not tell."""
        told = day_in(cell)
        if told == (None, None) and (day := DayFinder(self._calendar).day(" ".join(cell.split()))):
            return day.number, day.date
        return told

    def read_day(self, text: str) -> bool:
        """Take a line that announces a day; False where it is none."""
        before = self._teller.day
        day = self._calendar.heading(text, before) or DayFinder(self._calendar).day(text, before)
        if not day:
            return False
        goes_on = before.number if before and not day.date else None
        self._teller.day = Day(number=day.number or goes_on, date=day.date)
        self._announced = None
        self.talks.new_day()
        return True

    def read_line(self, line: Line) -> None:
        """Take one line or paragraph."""
        text = self._undated(line.text)
        known = label(text)
        if self.read_day(text) or (known and self._read_label(known)) or self._states(text):
            return
        entry = entry_in(text, self._words)
        is_listed = line.marked or entry.marked or entry.timed
        if entry.timed and not entry.title:
            self._announced = None
        elif is_listed and self._is_break(entry, text):
            self._announced = None
            self.left_out.append(entry.title)
        elif not self._read_speakers(entry, text, is_listed=is_listed):
            self._read_other(entry, text, is_listed=is_listed)

    def _read_speakers(self, entry: Entry, text: str, *, is_listed: bool) -> bool:
        """Take a line that names the speakers of a talk; False where it names none."""
        if self._announced and (below := self._below(entry, text, is_listed=is_listed)):
            languages = self._announced.languages or below.languages
            whole = msgspec.structs.replace(below, title=self._announced.title, languages=languages)
            self._enter(whole, text)
        elif entry.speakers and (is_listed or self._is_entry(entry, text)):
            self._enter(entry, text)
        else:
            return False
        return True

    def _read_other(self, entry: Entry, text: str, *, is_listed: bool) -> None:
        """Take a line that tells of slides, or sentences, or what may be a title."""
        if not entry.title and entry.languages is not None:
            self._state(entry.languages, has_none=True)
        elif self._state(listed_languages(text)):
            pass
        elif entry.timed and not self._teller.tells(text):
            self._announce(entry)
        elif self._teller.is_prose(text):
            self._teller.read(text)
        elif is_listed:
            self._announce(entry)
        elif stated := slides_in(text, self._words):
            self.talks.state(stated)
        elif not self._announced and (above := entry_below(text, self._words)):
            self._above = above
        elif self._teller.day and not self._announced and not _COUNTED.search(fold(text)):
            self._announced = entry

    def _undated(self, text: str) -> str:
        """Take the day that an entry of a list names in brackets: «Ana Reis, Coop Sol (Day 1)»."""
        for bracketed in re.finditer(r"\s*[(\[]([^()\[\]]+)[)\]]", text):
            rest = text[: bracketed.start()] + text[bracketed.end() :]
            if rest.strip() and len(sentences(text)) == 1 and self.read_day(bracketed[1]):
                return rest
        return text

    def _is_break(self, entry: Entry, text: str) -> bool:
        """Tell whether an entry of a list is none of a talk: lunch, a welcome, a chaired debate."""
        hosted = self._words.pattern(r"\b(?:<hosting.hosted>)(?!\w)").search(text)
        alone = hosted and not entry_in(text[: hosted.start()], self._words).speakers
        return bool(BREAKS.match(fold(entry.title)) or alone)

    def _below(self, entry: Entry, text: str, *, is_listed: bool) -> Entry | None:
        """Return what a line says of the people whose title stands above it."""
        if not is_listed:
            said, _ = split_slides(text, self._words)
            is_told = len(sentences(said)) > 1 or self._teller.tells(said)
            return None if is_told else entry_below(text, self._words)
        people = () if entry.speakers else people_in(entry.title)
        return msgspec.structs.replace(entry, speakers=people) if people else None

    def _states(self, text: str) -> bool:
        """Take a line that says whose slides are where, of talks that are known already."""
        stated = slides_in(text, self._words)
        named = [name for slides in stated for name in slides.names]
        is_line = len(sentences(text)) == 1
        if not is_line or not named or not all(self.talks.by([name]) for name in named):
            return False
        self.talks.state(stated, text)
        return True

    def _is_entry(self, entry: Entry, text: str) -> bool:
        """Tell whether a line without bullet or hour is an entry of a list all the same."""
        begun = self._teller.day is not None or entry.languages is not None
        return begun and len(sentences(text)) == 1 and not text.rstrip().endswith(".")

    def _read_label(self, known: Label) -> bool:
        """Take a line such as «Supports : FR / EN»; False where it must be read otherwise."""
        if known.field == "speakers":
            people = listed_people(known.value.strip(" ."), commas_list=False)
            entry = self._announced or Entry(title="")
            self._enter(msgspec.structs.replace(entry, speakers=people), known.value)
        elif known.field == "title" and (entry := entry_in(known.value, self._words)).speakers:
            self._enter(entry, known.value)
        elif known.field in {"languages", "title"} and self._state_label(known.value):
            pass
        elif known.field == "title" and known.value and self._above:
            title = known.value.strip('«»“”" ')
            self._enter(msgspec.structs.replace(self._above, title=title), known.value)
        elif known.field == "title" and known.value:
            self._announced = Entry(title=known.value.strip('«»“”" '))
        elif known.field == "abstract" and self.talks.current:
            self.talks.current.said.append(known.value)
        else:
            return known.field in {"coordinators", "event_languages", "dates"}
        return True

    def _state_label(self, value: str) -> bool:
        languages = listed_languages(value) or named_languages(value)
        return self._state(languages, has_none=bool(NO_SLIDES.search(fold(value))))

    def _state(self, languages: Sequence[str] | None, *, has_none: bool = False) -> bool:
        """Take languages for those of the current talk's slides; False where there are none."""
        if languages or has_none:
            self.talks.state([Slides(languages=tuple(languages or ()), whose=Whose.CURRENT)])
        return bool(languages or has_none)

    def _announce(self, entry: Entry) -> None:
        if self._announced and self._announced.title:
            self.left_out.append(self._announced.title)
        self._announced = entry

    def _enter(self, entry: Entry, text: str) -> None:
        talk = Talk(entry.title, self._teller.day)
        talk.languages = entry.languages
        self._above = None
        talk.sources.append(text)
        for person in entry.speakers:
            talk.add(person)
        self.talks.start(talk)
        self._announced = None
