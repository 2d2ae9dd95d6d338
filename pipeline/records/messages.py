"""Sentences for people, kept apart from the language in which they are shown."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from pipeline.records.base import Record

#: Returns an English sentence in the reader's language, or as it is.
Translate = Callable[[str], str]


class Message(Record, frozen=True):
    """An English sentence with the values of its `{placeholders}`."""

    text: str
    values: dict[str, str] = msgspec.field(default_factory=dict)

    def __str__(self) -> str:
        """Return the sentence in English."""
        return self.render(str)

    def render(self, translate: Translate) -> str:
        """Return the sentence in the reader's language."""
        return translate(self.text).format_map(self.values)


def message(text: str, **values: object) -> Message:
    """Return a sentence to be translated; its text is collected from the calls of this function."""
    return Message(text=text, values={name: str(value) for name, value in values.items()})
