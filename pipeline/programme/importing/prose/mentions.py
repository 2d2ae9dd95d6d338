"""Finds the people that a sentence mentions, and what it says of them in passing."""

from __future__ import annotations

import re

from pipeline.programme.importing.prose.lexicon import Lexicon
from pipeline.programme.importing.prose.names import MENTION, may_be_a_person, trimmed
from pipeline.programme.importing.prose.passing import affiliation_in, passing
from pipeline.records.base import Record


class Mention(Record, frozen=True):
    """A person in a sentence; the span takes in what is said of them in passing.

    `introduced` tells that a title, or an affiliation of their own, stands with the name.
    """

    start: int
    end: int
    name: str
    honorific: bool
    affiliation: str | None = None
    introduced: bool = False


def mentions(sentence: str, lexicon: Lexicon) -> list[Mention]:
    """Return the people in the order of the sentence; without a title before, two words at least.

    What is not a person (a place, a heading) may be among those without a title.
    """
    found: list[Mention] = []
    for match in MENTION.finditer(sentence):
        if found and match.start() < found[-1].end:
            continue
        words = trimmed(match["name"].split())
        titled = bool(match["title"]) and match["name"].split()[:1] == words[:1]
        name = re.sub(r"[’']s$", "", " ".join(words))
        if not words or not (titled or may_be_a_person(name)):
            continue
        start = match.start() if titled else match.start("name") + match["name"].find(words[0])
        end = match.start("name") + match["name"].rfind(words[-1]) + len(words[-1])
        found.append(_with_passing(Mention(start=start, end=end, name=name, honorific=titled),
                                   sentence, lexicon))  # fmt: skip
    return found


def _with_passing(mention: Mention, sentence: str, lexicon: Lexicon) -> Mention:
    """Add the brackets and clauses after a name to its span, and the affiliation they tell."""
    end, affiliation = mention.end, None
    for said in passing(sentence, end, lexicon):
        end += len(said)
        affiliation = affiliation or affiliation_in(said)
    return Mention(
        start=mention.start,
        end=end,
        name=mention.name,
        honorific=mention.honorific,
        affiliation=affiliation,
        introduced=mention.honorific or end > mention.end,
    )
