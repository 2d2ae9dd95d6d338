"""Keeps what is measured out of what is trained on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pipeline.evaluate.entities.sentences import Sentence

#: Two sentences that share this many words in a row are taken for one text: the sets cut the same
#: newspaper articles into sentences at different places.
_RUN = 8

_WORD = re.compile(r"\w+")


def fingerprints(sentence: Sentence) -> set[tuple[str, ...]]:
    """Return every run of eight words, or the whole of a shorter sentence; case is ignored."""
    words = tuple(_WORD.findall(sentence.text.lower()))
    if len(words) <= _RUN:
        return {words}
    return {words[start : start + _RUN] for start in range(len(words) - _RUN + 1)}


def without_duplicates(
    sentences: Iterable[Sentence], seen: set[tuple[str, ...]]
) -> Iterator[Sentence]:
    """Yield the sentences that share no fingerprint with `seen`, which grows by theirs."""
    for sentence in sentences:
        prints = fingerprints(sentence)
        if seen.isdisjoint(prints):
            yield sentence
        seen |= prints
