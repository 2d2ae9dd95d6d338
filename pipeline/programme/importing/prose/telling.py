"""Takes sentences of running text, one after another, for the talks that they tell of."""

from __future__ import annotations

import re

from pipeline.programme.importing.entries.people import name_score
from pipeline.programme.importing.entries.statements import is_more
from pipeline.programme.importing.entries.vocabulary import in_passing
from pipeline.programme.importing.prose.days import Calendar, Day
from pipeline.programme.importing.prose.frames import Told, groups_of, told_in
from pipeline.programme.importing.prose.lexicon import Lexicon
from pipeline.programme.importing.prose.mentions import Mention, mentions
from pipeline.programme.importing.prose.sentences import sentences
from pipeline.programme.importing.prose.slides import Whose, bracketed_slides, slides_in
from pipeline.programme.importing.prose.talk import Talk
from pipeline.programme.importing.prose.talks import Talks
from pipeline.programme.importing.prose.topics import quoted_title, topic_after

#: A line of fewer words that ends without a full stop is no sentence.
SENTENCE_WORDS = 8
#: A first sentence of no more words may be the title of what a paragraph tells.
OPENING_WORDS = 10
#: No title has more words.
LONGEST_TITLE = 25
#: «…, moderada pelo jornalista Artur Novais» names a host after those who speak.
_HOSTED = re.compile(
    r",?\s+(?:moderated|chaired|hosted|facilitated|animée?s?|modérée?s?|présidée?s?|moderad[ao]s?|"
    r"mediad[ao]s?|presidid[ao]s?)\s+(?:by|par|por|pel[ao]s?)\b"
)
#: What stands before the names of places.
_PLACED = re.compile(
    r"\b(?:to|at|in|of|from|à|au|aux|de|du|des|em|n[ao]s?|d[ao]s?|la|le|the)\s*$", re.IGNORECASE
)


class Teller:
    """Reads sentences and adds what they tell to the talks; `day` is the day they speak of."""

    def __init__(self, talks: Talks, lexicon: Lexicon, calendar: Calendar, title: str) -> None:
        """Take the name of the whole for no talk's title."""
        self.day: Day | None = None
        self._opening: str | None = None
        self._talks = talks
        self._lexicon = lexicon
        self._calendar = calendar
        self._title = title

    def is_prose(self, text: str) -> bool:
        """Tell whether a line is made of sentences."""
        ends = text.rstrip("»”\"') ").endswith((".", "!", "?", "…"))
        if text.endswith(("?", "!", "…")) and len(sentences(text)) == 1:
            return self.tells(text)
        if len(sentences(text)) > 1 or len(text.split()) > LONGEST_TITLE:
            return True
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
        said = sentences(paragraph)
        is_short = len(said) > 1 and 1 < len(said[0].split()) <= OPENING_WORDS
        is_title = is_short and not mentions(said[0], self._lexicon)
        self._opening = said[0].rstrip(".") if is_title else None
        for sentence in said:
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
            self._introduce(plain)
            self._talks.state(stated, sentence)
            return
        told = [self._take(group, plain) for group in groups]
        if not any(told) and not self._introduce(plain):
            self._follow(plain)
        more = any(map(is_more, re.findall(r"\(([^()]+)\)", sentence)))
        self._talks.state(bracketed or stated, more=more)

    def _introduce(self, sentence: str) -> bool:
        """Take whoever a sentence names first for a speaker, whatever it says that they do."""
        sentence = _HOSTED.split(sentence)[0]
        if self.day is None or in_passing(sentence):
            return False
        found = [one for one in mentions(sentence, self._lexicon) if _is_full(one)]
        for group in groups_of(found, sentence):
            if len(group) == 1 and _is_place(group[0], sentence):
                continue
            names = [one.name for one in group]
            if not self._talks.by(names) and not any(map(self._talks.is_apart, names)):
                title = quoted_title(sentence) or self._opening
                told = Told(people=group, speaks=True, title=title, quoted=bool(title))
                self._talks.start(Talk.of(told, sentence, self.day))
                return True
        return False

    def _is_new(self, told: Told) -> bool:
        return told.speaks and not self._known(told)

    def _known(self, told: Told) -> Talk | None:
        """Return the talk of which people are told again, None where they give a new one."""
        known = self._talks.by([person.name for person in told.people])
        is_other = known and told.speaks and known.is_other(told, self.day)
        return None if is_other else known

    def _take(self, told: Told, sentence: str) -> bool:
        """Take what a sentence says of people; False where it says nothing of a talk of theirs."""
        names = [person.name for person in told.people]
        if known := self._known(told):
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


def _is_full(one: Mention) -> bool:
    """Tell whether somebody is named in full."""
    return " " in one.name and name_score(one.name, frozenset()) >= 2


def _is_place(one: Mention, sentence: str) -> bool:
    """Tell whether a name stands as those of places do."""
    return not one.introduced and bool(_PLACED.search(sentence[: one.start]))
