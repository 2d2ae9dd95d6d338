"""What the look of a name says it is, where nothing in the text announces it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.records.tags import EntityLabel
from pipeline.tag.entities.bodies import is_of_a_body
from pipeline.tag.entities.casing import in_capitals
from pipeline.tag.entities.lexicon import is_ordinary, is_ordinary_anywhere
from pipeline.tag.entities.mentions import Mention, key

_ACRONYM = re.compile(r"[A-ZÀ-Þ]{2,}[A-ZÀ-Þ0-9-]*$")
_WORD = re.compile(r"[^\W\d_]+")
#: Acronyms of so few letters name places too: 'UK', 'USA', 'RDC'.
_SHORT = 3
#: A given name and a surname, with one more at most.
_PERSON = range(2, 4)
#: Whoever does something stands after these, and no place does.
_AGENT = re.compile(
    r"(?<!\w)(?:by|par|chez|pel[oa]s?)(?:\s(?:the|la|le|les)|\sl['’])?\s?$", re.IGNORECASE
)


def likely_label(label: EntityLabel, mentions: Sequence[Mention]) -> EntityLabel:
    """Return the label of a name, corrected by its look.

    Acronyms are of bodies; words of the language are in the names of bodies, strange ones in
    those of people. Nothing that does something is a place.
    """
    if any(mention.announced for mention in mentions):
        return label
    length = len(key(mentions[0].text))
    if label is EntityLabel.LOC and any(map(_is_agent, mentions)):
        return EntityLabel.ORG
    if label is EntityLabel.LOC or (label is EntityLabel.PERSON and length == 1):
        texts = [mention.text for mention in mentions if not in_capitals(mention.segment.text)]
        long = label is EntityLabel.PERSON or len(mentions[0].text) > _SHORT
        return EntityLabel.ORG if texts and long and all(map(_ACRONYM.match, texts)) else label
    if label is EntityLabel.PERSON and any(map(_has_ordinary_words, mentions)):
        return EntityLabel.ORG
    if label is EntityLabel.ORG and length in _PERSON and all(map(_is_strange, mentions)):
        return EntityLabel.PERSON
    return label


def _is_agent(mention: Mention) -> bool:
    return bool(_AGENT.search(mention.segment.text[: mention.start]))


def _has_ordinary_words(mention: Mention) -> bool:
    """Tell whether an English name has words of the language.

    The dictionaries of the others take too many surnames for words.
    """
    return mention.segment.language == "en" and any(
        len(word) > _SHORT and is_ordinary(word, "en") for word in _WORD.findall(mention.text)
    )


def _is_strange(mention: Mention) -> bool:
    """Tell whether all words of a name are in no dictionary and head no body."""
    found = _WORD.findall(mention.text)
    return (
        all(word.istitle() for word in found)
        and not is_of_a_body(key(mention.text))
        and not any(map(is_ordinary_anywhere, found))
    )
