"""Words with a capital that no dictionary knows: names that a model may not know either."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from pipeline.records.tags import EntityLabel
from pipeline.tag.entities.casing import in_capitals
from pipeline.tag.entities.lexicon import is_known
from pipeline.tag.entities.mentions import Mention
from pipeline.tag.entities.segments import Segment

_UPPER = "A-ZÀ-ÖØ-Þ"
_RUN = re.compile(
    rf"(?<![\w@#/.'’-])[{_UPPER}](?!['’])[\w'’-]*[a-zß-öø-ÿ][\w'’-]*"
    rf"(?: [{_UPPER}][\w'’-]+)*(?![\w@]|\.\w)"
)
#: What opens a text is a word of it, unless it stands by itself.
_OPENING = re.compile(r"[\s•*–-]*$")
_ALONE = re.compile(rf",\s[{_UPPER}]|\s\(|$")
#: What stands before places: 'no Alvão', 'à Thiès'.
_WHERE = re.compile(
    r"(?<!\w)(?:in|at|near|from|à|en|au|aux|vers|em|no|na|nos|nas)\s$", re.IGNORECASE
)
#: Dictionaries lack many shorter words.
_LETTERS = 4
#: A given name and a surname, with one more at most.
_PERSON = range(2, 4)


def strangers(deck: Sequence[Segment], heard: Iterable[Mention]) -> Iterator[Mention]:
    """Yield what nobody found yet: unknown words alone for bodies, two or three for people."""
    taken: defaultdict[Segment, list[Mention]] = defaultdict(list)
    for mention in heard:
        taken[mention.segment].append(mention)
    for segment in deck:
        for mention in _unknown(segment):
            near = taken[segment]
            if not any(mention.start < other.end and other.start < mention.end for other in near):
                yield mention


def _unknown(segment: Segment) -> Iterator[Mention]:
    text = segment.text
    for match in _RUN.finditer(text) if not in_capitals(text) else ():
        if _OPENING.match(text[: match.start()]) and not _ALONE.match(text, match.end()):
            continue
        words = match[0].split()
        if any(len(word) < _LETTERS or is_known(word) for word in words):
            continue
        if len(words) == 1:
            place = _WHERE.search(text[: match.start()])
            yield Mention(segment, *match.span(), EntityLabel.LOC if place else EntityLabel.ORG)
        elif len(words) in _PERSON:
            yield Mention(segment, *match.span(), EntityLabel.PERSON)
