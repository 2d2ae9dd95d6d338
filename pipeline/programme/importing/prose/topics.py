"""Finds what a talk is about in the sentence that tells of it."""

from __future__ import annotations

import re

from pipeline.programme.importing.prose.lexicon import Lexicon

_QUOTED = re.compile(r"[«“\"„]\s*([^«»“”\"„]{4,200}?)\s*[»”\"](?!\w)")
#: A title is no longer than this; a longer one is a sentence, which is cut at a comma.
LONGEST = 120
#: A topic of fewer letters is none: «presented it», «spoke too».
SHORTEST = 8


def quoted_title(text: str) -> str | None:
    """Return the title that stands in quotation marks."""
    quoted = _QUOTED.search(text)
    return quoted[1].rstrip(" ,.;") if quoted else None


def topic_after(text: str, lexicon: Lexicon, affiliation: str | None) -> str | None:
    """Return what is said after a speaker's name: «presented the case of …», «a talk on …»."""
    named = lexicon.pattern(r"\b(?:<talks.nouns>)(?:\s+[^\s,.;]+){0,2}?\s+(?:<talks.about>)\s+")
    spoken = lexicon.pattern(
        r"(?:(?:<talks.infinitives>)|(?:<talks.verbs>)|(?:<talks.about>))\b(?:\s+(?:<talks.adverbs>))*"
        r"(?:\s+(?:<talks.about>))?\s+(?=\S)"
    )
    done = lexicon.pattern(
        r"^[\s,]*(?:(?:<talks.adverbs>|<talks.objects>)\s+)*(?!<talks.verbs>)(?:<talks.acts>)\b(?:\s+(?:<talks.about>))?\s+(?=\S)"
    )
    noun, verb = named.search(text), spoken.search(text)
    # «a exposé le prêt sur gage» has a verb that looks like a noun.
    is_verb = noun and verb and verb.start() <= noun.start() < verb.end()
    found = (None if is_verb else noun) or verb or done.search(text)
    return _as_title(text[found.end() :], lexicon, affiliation) if found else None


def topic_before(text: str, lexicon: Lexicon) -> str | None:
    """Return what is said before a speaker's name: «The keynote on fair food was given by …»."""
    named = lexicon.pattern(
        r"\b(?:<talks.nouns>)\s+(?:<talks.about>|<talks.of>)\s+(?P<topic>.+?)"
        r"(?:,|\s+(?:was|were|<talks.verbs>|<talks.agents>)\b)"
    ).search(text)
    return _as_title(named["topic"], lexicon, None) if named else None


def _as_title(text: str, lexicon: Lexicon, affiliation: str | None) -> str | None:
    """Return the beginning of a sentence's rest that can stand as a title; None if it is none."""
    topic = text.strip(" ,.;:–—-")
    topic = lexicon.pattern(r"^(?:<talks.fillers>)").sub("", topic)
    if affiliation:
        topic = lexicon.pattern(r"\b<organisation>").sub(lambda _: affiliation, topic, count=1)
    topic = lexicon.pattern(r"(?:,\s*|\s+)(?:<talks.asides>)\b.*$").sub("", topic)
    head, comma, _ = topic.partition(", ")
    if comma and (len(head.split()) >= 3 or len(topic) > LONGEST):
        topic = head
    topic = re.split(r"\s[–—]\s|[;:]\s|\.\s", topic)[0].strip(" ,.;")
    if len(topic) < SHORTEST or len(topic) > 2 * LONGEST:
        return None
    return topic[:1].upper() + topic[1:]
