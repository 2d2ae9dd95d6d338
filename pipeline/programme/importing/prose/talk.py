"""A talk that is being put together from the sentences that tell of it."""

from __future__ import annotations

import msgspec

from pipeline.programme.importing.draft import DraftSession
from pipeline.programme.importing.people import share_affiliations
from pipeline.programme.importing.prose.days import Day
from pipeline.programme.importing.prose.frames import Told
from pipeline.programme.importing.prose.spellings import alias, likeness, same_person, spelt_alike
from pipeline.records.messages import Message, message
from pipeline.records.programme import Person


class Talk:
    """A talk that is being put together; `said` are the sentences that tell of it, in order."""

    def __init__(self, title: str, day: Day | None) -> None:
        self.title = title
        self.people: list[Person] = []
        self.languages: tuple[str, ...] | None = None
        self.has_more = False
        self.sources: list[str] = []
        self.said: list[str] = []
        self._day = day
        self._inferred: list[Message] = []
        self._check: list[Message] = []

    @classmethod
    def of(cls, told: Told, sentence: str, day: Day | None) -> Talk:
        """Start a talk with the sentence that introduces its speakers."""
        talk = cls(told.title or "", day)
        talk.join(told, sentence)
        if told.title and not told.quoted:
            talk.infer_title(sentence)
        return talk

    def join(self, told: Told, sentence: str) -> None:
        """Add the people of whom a sentence tells as speakers."""
        people = (Person(name=one.name, affiliation=one.affiliation) for one in told.people)
        for person in share_affiliations(people):
            self.add(person)
        self.sources.append(sentence)
        self.said.append(sentence)

    def add(self, person: Person) -> None:
        """Add a speaker."""
        if " " not in person.name:
            self._check.append(message("Only the surname of {name} is known.", name=person.name))
        self.people.append(person)

    def infer_title(self, sentence: str) -> None:
        """Note that the title was made from a sentence."""
        if sentence in self.sources:
            self._inferred.append(message("The title is made from this sentence."))
        else:
            self._inferred.append(message("The title is made from “{sentence}”", sentence=sentence))

    def follow(self, sentence: str, title: str | None) -> None:
        """Add a sentence about the talk; it gives the title where there is none yet."""
        self.said.append(sentence)
        if title and not self.title:
            self.title = title
            self.infer_title(sentence)

    def likeness(self, mention: str) -> float:
        """Return how much a mention agrees with the speaker it fits best, from 0 to 100."""
        return max((likeness(person.name, mention) for person in self.people), default=0.0)

    def is_other(self, told: Told, day: Day | None) -> bool:
        """Tell whether its speakers are told of with another talk: another title, another day."""
        return told.quoted and told.title != self.title and day != self._day

    def respell(self, mention: str) -> None:
        """Keep another spelling of a speaker's name as an alias."""
        for at, person in enumerate(self.people):
            if not same_person(person.name, mention) or spelt_alike(person.name, mention):
                continue
            other = alias(person.name, mention)
            aliases = tuple(dict.fromkeys((*person.aliases, other)))
            if aliases != person.aliases:
                self._check.append(
                    message(
                        "{name} is also spelt {other}. Keep the right one as the name.",
                        name=person.name,
                        other=other,
                    )
                )
            self.people[at] = msgspec.structs.replace(person, aliases=aliases)

    def as_session(
        self, tells_of_slides: bool, every: tuple[str, ...] | None = None
    ) -> DraftSession:
        """Return the talk; without slides where others have some and it has none.

        `every` are the languages that are told for all talks.
        """
        languages, inferred = self.languages, list(self._inferred)
        if languages and every and self.has_more:
            languages = tuple(dict.fromkeys((*every, *languages)))
        elif languages is None and every:
            languages = every
            inferred.append(message("The languages are those that are told for all talks."))
        elif languages is None and tells_of_slides:
            languages = ()
            inferred.append(message("No slides are expected, as none are said to be available."))
        if not self.title:
            self._check.append(message("No title was found. Write one."))
        return DraftSession(
            title=self.title,
            day=self._day.number if self._day else None,
            date=self._day.date if self._day else None,
            abstract=" ".join(self.said) or None,
            speakers=tuple(self.people),
            languages=languages,
            sources=tuple(self.sources),
            inferred=tuple(inferred),
            check=tuple(self._check),
        )
