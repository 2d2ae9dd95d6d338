"""The talks that an announcement has told of so far, and whose slides are where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.programme.importing.entries.statements import is_more
from pipeline.programme.importing.prose.slides import Slides, Whose
from pipeline.programme.importing.prose.spellings import same_person
from pipeline.programme.importing.prose.talk import Talk
from pipeline.records.messages import Message, message


class Talks:
    """All talks so far; knows the current one, those of the paragraph, and who is no speaker."""

    def __init__(self) -> None:
        self.current: Talk | None = None
        self.check: list[Message] = []
        self.tells_of_slides = False
        self._talks: list[Talk] = []
        self._paragraph: list[Talk] = []
        self._apart: list[str] = []

    def __iter__(self) -> Iterator[Talk]:
        return iter(self._talks)

    def set_apart(self, name: str) -> None:
        """Remember someone who is named and gives no talk."""
        self._apart.append(name)

    def is_apart(self, name: str) -> bool:
        """Tell whether the name is that of someone who gives no talk."""
        return any(same_person(known, name) for known in self._apart)

    @property
    def in_paragraph(self) -> bool:
        """Whether the current talk was told of in this paragraph."""
        return self.current in self._paragraph

    def new_day(self) -> None:
        """Forget the current talk: a new day has begun."""
        self.current = None
        self._paragraph = []

    def new_paragraph(self) -> None:
        """Forget which talks stood in one paragraph."""
        self._paragraph = []

    def start(self, talk: Talk) -> None:
        """Add a talk and make it the current one."""
        self._talks.append(talk)
        self._paragraph.append(talk)
        self.current = talk
        self.tells_of_slides = self.tells_of_slides or talk.languages is not None

    def by(self, names: Sequence[str]) -> Talk | None:
        """Return the latest talk of one of the people, by the likest name."""
        best = max(
            ((talk.likeness(name), at, talk) for at, talk in enumerate(self._talks)
             for name in names if any(same_person(one.name, name) for one in talk.people)),
            default=None,
            key=lambda found: found[:2],
        )  # fmt: skip
        return best[2] if best else None

    def respell(self, names: Sequence[str]) -> None:
        """Keep the spellings of names that are met again."""
        for name in names:
            if talk := self.by([name]):
                talk.respell(name)

    def state(
        self, statements: Sequence[Slides], sentence: str = "", *, more: bool = False
    ) -> None:
        """Take statements about slides for the talks that they speak of.

        With `more` they name languages beside those of all.
        """
        for slides in statements:
            self.tells_of_slides = True
            if slides.whose is Whose.NAMED:
                self.respell(slides.names)
            for talk in self._meant(slides):
                talk.languages = tuple(dict.fromkeys((*(talk.languages or ()), *slides.languages)))
                talk.has_more = talk.has_more or more or is_more(sentence)
                if sentence:
                    talk.sources.append(sentence)

    def _meant(self, slides: Slides) -> list[Talk]:
        if slides.whose is Whose.ALL:
            return self._talks
        if slides.whose is Whose.BOTH:
            return self._paragraph or self._talks[-2:]
        if slides.whose is Whose.CURRENT:
            return [self.current] if self.current else []
        found = [talk for name in slides.names if (talk := self.by([name]))]
        if not found:
            names = ", ".join(slides.names)
            self.check.append(
                message("Slides of {names} are named, but no talk of theirs.", names=names)
            )
        return list(dict.fromkeys(found))
