"""What the rest of a deck says about a name that a model found on one of its pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property
from itertools import chain

from pipeline.records.tags import EntityLabel
from pipeline.tag.entities.bodies import is_of_a_body
from pipeline.tag.entities.expansions import ACRONYM, expansions_in
from pipeline.tag.entities.lexicon import FUNCTION_WORDS, is_ordinary
from pipeline.tag.entities.mentions import (
    Key,
    Mention,
    Token,
    is_sentence,
    is_without_capitals,
    key,
    tokens,
)
from pipeline.tag.entities.pieces import ALL, Evidence
from pipeline.tag.entities.places import world
from pipeline.tag.entities.segments import Segment
from pipeline.text import fold

#: What states agree on is no name of ours: 'Milan Urban Food Policy Pact'.
_TREATY = re.compile(
    r"(?:pact|pacte|pacto|treaty|traite|tratado|act|convention|convencao|agreement|accord|acordo|"
    r"directive|diretiva|law|loi|lei|decree|decret|decreto|declaration|declaracao)s?$"
)
_SMALL = re.compile(r"(?<![\w’'])[^\W\d_A-Z][^\W_]*")
#: E-mail and web addresses spell names in lower case.
_ADDRESS = re.compile(r"\S*(?:@|://|www\.)\S+|\b[\w-]+(?:\.[\w-]+)*\.[a-z]{2,4}\b\S*")

#: In a text that tells by capitals, so large a part of the other words is in lower case.
_MOSTLY = 0.5


class Surroundings:
    """What a deck writes in lower case, what its acronyms stand for, and known notions.

    A notion is a phrase that names an idea and never anyone, such as a concept of a vocabulary.
    """

    def __init__(
        self,
        deck: Sequence[Segment],
        found: Iterable[Sequence[Token]],
        notions: Collection[Key],
        evidence: Collection[Evidence] = ALL,
    ) -> None:
        small = (
            _SMALL.findall(_ADDRESS.sub(" ", segment.text))
            for segment in deck
            if not is_without_capitals(segment.text)
        )
        self._lower = {fold(word) for word in set(chain.from_iterable(small))}
        texts = [(segment.text, each) for segment, each in zip(deck, found, strict=True)]
        self._content = [
            (text, [token for token in each if token.folded not in FUNCTION_WORDS])
            for text, each in texts
        ]
        self._notions = notions
        self._evidence = evidence
        self._expansions = expansions_in(texts) if Evidence.ACRONYMS in evidence else {}

    @cached_property
    def _spelt_notions(self) -> set[Key]:
        return {
            tuple(word for word in notion if word not in FUNCTION_WORDS) for notion in self._notions
        }

    def contradicts(self, name: Key, mentions: Sequence[Mention]) -> bool:
        """Tell whether a name is none: it is made of ordinary words, or shortens such words."""
        if any(mention.announced for mention in mentions):
            return False
        if name in self._notions or (name[-1].isdigit() and _is_ordinary_item(mentions)):
            return True
        if _TREATY.match(name[-1]) or _TREATY.match(name[0]):
            return True
        if Evidence.ACRONYMS in self._evidence and all(
            ACRONYM.match(mention.text) for mention in mentions
        ):
            short = "".join(name)
            expansions = self._expansions.get(short) or self._written_out(short)
            return bool(expansions) and not any(map(is_of_a_body, expansions))
        if name in world() and Evidence.PLACES in self._evidence:
            return False
        # In sentences models need no dictionary to tell words from names.
        by_dictionary = Evidence.DICTIONARY in self._evidence and not any(
            is_sentence(mention.segment.text) for mention in mentions
        )
        if by_dictionary and len(name) == 1 and all(map(_is_ordinary_word, mentions)):
            return True
        if any(map(is_told_by_capitals, mentions)):
            return False
        if Evidence.LOWER_CASE in self._evidence and self._is_written_small(name):
            return True
        return (
            by_dictionary
            and not is_of_a_body(name)
            and all(map(_is_made_of_ordinary_words, mentions))
        )

    def _written_out(self, short: str) -> set[Key]:
        """Return the phrases of the deck that an acronym of three letters or more may stand for.

        Initials coincide by chance: a phrase counts with capitals, or where it stands twice.
        """
        seen: Counter[Key] = Counter()
        for text, content in self._content if len(short) > 2 else ():
            initials = "".join(token.folded[0] for token in content)
            start = initials.find(short)
            while start >= 0:
                run = content[start : start + len(short)]
                capitals = all(text[token.start].isupper() for token in run)
                seen[tuple(token.folded for token in run)] += 2 if capitals else 1
                start = initials.find(short, start + 1)
        return {
            phrase for phrase, weight in seen.items() if weight > 1 or phrase in self._spelt_notions
        }

    def _is_written_small(self, name: Key) -> bool:
        return all(word in self._lower for word in name if word not in FUNCTION_WORDS)

    def with_short_forms(self, labels: Mapping[Key, EntityLabel]) -> dict[Key, EntityLabel]:
        """Return the labels of names with those that an acronym and its expansion share.

        An acronym takes its expansion's; a body takes that of the organisation that shortens it.
        """
        shared = dict(labels)
        for short, expansions in self._expansions.items():
            for expansion in sorted(expansions):
                if is_of_a_body(expansion) and {expansion, (short,)} & labels.keys():
                    shared[expansion] = shared[(short,)] = EntityLabel.ORG
                elif expansion in labels:
                    shared[(short,)] = labels[expansion]
        return shared


def is_told_by_capitals(mention: Mention) -> bool:
    """Tell whether the capitals of a mention say that it is a name.

    They do in a text whose other words are in lower case, except for its first word.
    """
    text = mention.segment.text
    content = [word for word in tokens(text) if word.folded not in FUNCTION_WORDS][1:]
    inside = [mention.start <= word.start < mention.end for word in content]
    small = [text[word.start].islower() for word in content]
    outside = [lower for lower, within in zip(small, inside, strict=True) if not within]
    capital = any(within and not lower for lower, within in zip(small, inside, strict=True))
    return capital and bool(outside) and sum(outside) >= _MOSTLY * len(outside)


def decided_label(mentions: Iterable[Mention]) -> EntityLabel:
    """Return the label of a name over the whole deck: that of most mentions.

    A title weighs like three mentions; on a tie the label that the records list first.
    """
    votes: Counter[EntityLabel] = Counter()
    for mention in mentions:
        votes[mention.label] += 3 if mention.announced else 1
    return max(EntityLabel, key=lambda label: votes[label])


def _is_made_of_ordinary_words(mention: Mention) -> bool:
    if mention.label is EntityLabel.LOC and not _opens_a_line(mention):
        return False
    return all(
        is_ordinary(mention.text[word.start : word.end], mention.segment.language)
        for word in tokens(mention.text)
        if word.folded not in FUNCTION_WORDS
    )


def _is_ordinary_item(mentions: Sequence[Mention]) -> bool:
    """Tell whether a name counts things: 'Module 3', 'Loi 12'."""
    return all(
        is_ordinary(mention.text.partition(" ")[0], mention.segment.language)
        for mention in mentions
    )


def _is_ordinary_word(mention: Mention) -> bool:
    """Tell whether a single word is one of the language: 'the State', 'o Estado'.

    People have such names too, but those seldom stand alone on a line: 'Propõe'.
    """
    if mention.label is EntityLabel.LOC and mention.segment.language == "pt":
        return False
    alone = mention.text == mention.segment.text.strip()
    may_be = alone or mention.label is not EntityLabel.PERSON
    return may_be and is_ordinary(mention.text, mention.segment.language)


def _opens_a_line(mention: Mention) -> bool:
    """Tell whether a single word stands at the head of a text that goes on: 'Partenaires : …'.

    In Portuguese the dictionary knows too many places as ordinary words to say more about them.
    """
    alone = mention.end == len(mention.segment.text)
    single = len(key(mention.text)) == 1
    return single and not mention.start and not alone and mention.segment.language != "pt"
