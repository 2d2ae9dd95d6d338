"""Takes sentences of running text, one after another, for the talks that they tell of."""

from __future__ import annotations

from pipeline.programme.importing.prose.days import Calendar, Day
from pipeline.programme.importing.prose.frames import Told, told_in
from pipeline.programme.importing.prose.lexicon import Lexicon
from pipeline.programme.importing.prose.sentences import sentences
from pipeline.programme.importing.prose.slides import Whose, bracketed_slides, slides_in
from pipeline.programme.importing.prose.talk import Talk
from pipeline.programme.importing.prose.talks import Talks
from pipeline.programme.importing.prose.topics import topic_after

#: A line of fewer words that ends without a full stop is no sentence.
SENTENCE_WORDS = 8


class Teller:
    """Reads sentences and adds what they tell to the talks; `day` is the day they speak of."""

    def __init__(self, talks: Talks, lexicon: Lexicon, calendar: Calendar, title: str) -> None:
        """Take the name of the whole for no talk's title."""
        self.day: Day | None = None
        self._talks = talks
        self._lexicon = lexicon
        self._calendar = calendar
        self._title = title

    def is_prose(self, text: str) -> bool:
        """Tell whether a line is made of sentences."""
        ends = text.rstrip("»”\"') ").endswith((".", "!", "?", "…"))
        if text.endswith(("?", "!", "…")) and len(sentences(text)) == 1:
            return self.tells(text)
        if ends or len(text.split()) < SENTENCE_WORDS:
            return ends
        return self.tells(text)

    def tells(self, text: str) -> bool:
        """Tell whether a text says that somebody speaks, or whose slides are where."""
        speaks = any(told.speaks for told in told_in(text, self._lexicon))
        return speaks or bool(slides_in(text, self._lexicon))

    def read(self, paragraph: str) -> None:
        """Take the sentences of a paragraph."""
        self._talks.new_paragraph()
        for sentence in sentences(paragraph):
            self._read(sentence)

    def _read(self, sentence: str) -> None:
        if day := self._calendar.spoken(sentence, self.day):
            self.day = day
            self._talks.new_day()
        named = sentence.replace(self._title, "") if self._title else sentence
        plain, bracketed = bracketed_slides(named, self._lexicon)
        groups = told_in(plain, self._lexicon)
        stated = slides_in(sentence, self._lexicon)
        is_aside = bracketed or all(slides.whose is Whose.CURRENT for slides in stated)
        if stated and not (is_aside and any(map(self._is_new, groups))):
            self._talks.state(stated, sentence)
            return
        told = [self._take(group, plain) for group in groups]
        if not any(told):
            self._follow(plain)
        self._talks.state(bracketed or stated)

    def _is_new(self, told: Told) -> bool:
        return told.speaks and not self._talks.by([person.name for person in told.people])

    def _take(self, told: Told, sentence: str) -> bool:
        """Take what a sentence says of people; False where it says nothing of a talk of theirs."""
        names = [person.name for person in told.people]
        if known := self._talks.by(names):
            self._talks.respell(names)
            if told.speaks:
                known.follow(sentence, told.title)
            return True
        if told.joins and self._talks.current:
            self._talks.current.join(told, sentence)
            return True
        if not told.speaks or told.hosts or any(map(self._talks.is_apart, names)):
            return told.hosts
        self._talks.start(Talk.of(told, sentence, self.day))
        return True

    def _follow(self, sentence: str) -> None:
        """Add a sentence that names nobody new to the talk before it, if it goes on about it."""
        current = self._talks.current
        goes_on = self._lexicon.pattern(r"^<pronouns>\b").match(sentence)
        if current and (goes_on or self._talks.in_paragraph):
            current.follow(sentence, topic_after(sentence, self._lexicon, None))
