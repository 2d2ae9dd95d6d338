"""Knows when two names are one person's: a surname alone, or a slip of the pen."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz

from pipeline.text import words

#: Below this share of equal letters (in %), two names are two people. «Captal» and «Chaptal» are
#: 92, «Silva» and «Selva» 80.
SAME = 86


def same_person(name: str, mention: str) -> bool:
    """Tell whether a mention, by full name or surname, is of the person with the full name."""
    return likeness(name, mention) >= SAME


def likeness(name: str, mention: str) -> float:
    """Return how much a mention agrees with a full name, from 0 to 100; 100: letter by letter.

    A mention of fewer words is held against the end of the name, where the surname stands; of as
    many words, the given names must agree as well.
    """
    whole, said = words(name), words(mention)
    if not whole or not said:
        return 0.0
    if len(said) < len(whole):
        return max(_ratio(whole[-len(said) :], said), _surnames(whole, said))
    first = _ratio(whole[:1], said[:1])
    return min(_ratio(whole, said), first if first >= SAME else 0.0)


def spelt_alike(name: str, mention: str) -> bool:
    """Tell whether a mention has no letter that the name has not, in its order."""
    whole, said = words(name), words(mention)
    return any(whole[at : at + len(said)] == said for at in range(len(whole))) or (
        len(said) > 1 and said[0] == whole[0] and said[-1] == whole[-1]
    )


def alias(name: str, mention: str) -> str:
    """Return the other spelling in full: the given names of the one before the mention."""
    given, said = name.split(), mention.split()
    return mention if len(said) >= len(given) else " ".join((*given[: -len(said)], *said))


def _ratio(left: Sequence[str], right: Sequence[str]) -> float:
    return fuzz.ratio(" ".join(left), " ".join(right))


def _surnames(whole: Sequence[str], said: Sequence[str]) -> float:
    """Compare given name and surname, where names in between are left out."""
    if len(said) < 2:
        return 0.0
    return min(_ratio(whole[:1], said[:1]), _ratio(whole[-1:], said[-1:]))
