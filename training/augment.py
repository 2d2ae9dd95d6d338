"""Makes slide text out of sentences: headings, capitals, bullets, lists of names, lost accents."""

from __future__ import annotations

import random
import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from pipeline.evaluate.entities.sentences import Sentence, Span

_BULLETS = ("• ", "- ", "– ", "▪ ", "* ", "→ ", "1. ", "2) ", "a) ")

#: What stands on title slides, in lists of speakers, in credits: P, O and L are names, W is the
#: word that says what follows, & is the word for 'and'.
_CARDS = (
    "P", "P, O", "P – O", "P (O)", "P, O, L", "O", "O, L", "O – L", "L", "P & P", "P, P & P",
    "O | O | O", "L, L & L", "O (L)", "P: O", "L – O", "O / O", "O & O", "O, O & O", "L & L",
    "W: O", "W: O, O & O", "W: P", "W: P, P & P", "W: L", "W: L, L & L", "W", "W & W", "W: W",
    "W O", "W L", "O: W", "P: W", "L: W",
)  # fmt: skip
_SIGNS = {"P": "PER", "O": "ORG", "L": "LOC"}
_AND = {"en": "and", "fr": "et", "pt": "e"}


#: A word that is surely no name: in lower case, of five letters or more.
_ORDINARY = re.compile(r"(?<![\w'’-])[a-zà-ÿ]{5,}(?![\w'’-])")


class _Names(NamedTuple):
    """The names of a corpus by label, and words of it that are none."""

    of: Mapping[str, Sequence[str]]
    words: Sequence[str]


def slide_variants(
    sentences: Sequence[Sentence], language: str, *, seed: int, foreign: Sequence[Sentence] = ()
) -> Iterator[Sentence]:
    """Yield one slide-like variant of each sentence, and a card of names for one in five.

    Names are exchanged for others of these sentences, and for as many of the `foreign` ones. The
    same sentences and seed give the same variants.
    """
    rng = random.Random(seed)  # noqa: S311
    names = _names(sentences, foreign, rng)
    variants: tuple[Callable[[Sentence], Sentence], ...] = (
        lambda s: _renamed(s, lambda span: rng.choice(names.of[span.label])),
        lambda s: _recased(_fragment(s, rng), _title_case),
        lambda s: _recased(_fragment(s, rng), str.upper),
        lambda s: _bullet(_fragment(s, rng), rng),
        lambda s: _bullet(
            _renamed(_fragment(s, rng), lambda span: rng.choice(names.of[span.label])), rng
        ),
        lambda s: _recased(s, without_accents),
        lambda s: _recased(s, str.lower),
        lambda s: _renamed(s, lambda span: _misspelt(s.text[span.start : span.end], rng)),
    )
    weights = (4, 2, 1, 1, 2, 1, 1, 1)
    for sentence in sentences:
        (variant,) = rng.choices(variants, weights)
        yield variant(sentence)
        if rng.random() < 0.2:
            card = _card(names, _AND[language], rng)
            yield _recased(card, str.upper) if rng.random() < 0.15 else card


def without_accents(text: str) -> str:
    """Strip the accents of each character that has a base letter; the length stays."""
    return "".join(unicodedata.normalize("NFD", char)[0] for char in text)


def _names(
    sentences: Sequence[Sentence], foreign: Sequence[Sentence], rng: random.Random
) -> _Names:
    own, others = _by_label(sentences), _by_label(foreign)
    words = {word: None for text, _ in sentences for word in _ORDINARY.findall(text)}
    pool = {
        label: (*names, *rng.sample(others[label], min(len(names), len(others[label]))))
        for label, names in own.items()
    }
    return _Names(pool, tuple(words))


def _by_label(sentences: Iterable[Sentence]) -> defaultdict[str, list[str]]:
    """Return the names of each label, each once, in the order in which they stand."""
    found = {
        (label, text[start:end]): None for text, spans in sentences for start, end, label in spans
    }
    names: defaultdict[str, list[str]] = defaultdict(list)
    for label, name in found:
        names[label].append(name)
    return names


def _recased(sentence: Sentence, change: Callable[[str], str]) -> Sentence:
    """Change every character or word in place; a change that moves the offsets is not made."""
    changed = change(sentence.text)
    return sentence._replace(text=changed) if len(changed) == len(sentence.text) else sentence


def _title_case(text: str) -> str:
    return " ".join(
        word[:1].upper() + word[1:] if len(word) > 3 else word for word in text.split(" ")
    )


def _fragment(sentence: Sentence, rng: random.Random) -> Sentence:
    """Cut three to ten words out, around a name where there is one, as headings and bullets are."""
    text, spans = sentence
    starts = [0] + [i + 1 for i, char in enumerate(text) if char == " "]
    inside = {i for start, end, _ in spans for i in range(start + 1, end + 1)}
    starts = [i for i in starts if i not in inside] or [0]
    around = rng.choice(spans).start if spans else rng.choice(starts)
    middle = max(i for i, start in enumerate(starts) if start <= around)
    first = max(0, middle - rng.randint(0, 4))
    last = first + rng.randint(3, 10)
    begin = starts[first]
    end = starts[last] - 1 if last < len(starts) else len(text)
    while end > begin and text[end - 1] in ".,;:" and not any(s.end == end for s in spans):
        end -= 1
    kept = (s for s in spans if s.start >= begin and s.end <= end)
    cut = text[begin:end]
    if rng.random() < 0.5:
        cut = cut[:1].upper() + cut[1:]
    return Sentence(cut, tuple(Span(s - begin, e - begin, n) for s, e, n in kept))


def _bullet(sentence: Sentence, rng: random.Random) -> Sentence:
    mark = rng.choice(_BULLETS)
    moved = (Span(s + len(mark), e + len(mark), label) for s, e, label in sentence.spans)
    return Sentence(mark + sentence.text, tuple(moved))


def _renamed(sentence: Sentence, name: Callable[[Span], str]) -> Sentence:
    """Write another name for each."""

    def pieces() -> Iterator[tuple[str, str]]:
        done = 0
        for span in sentence.spans:
            yield sentence.text[done : span.start], ""
            yield name(span), span.label
            done = span.end
        yield sentence.text[done:], ""

    return _assembled(pieces())


def _misspelt(name: str, rng: random.Random) -> str:
    """Leave out, double or swap a letter inside a name of four or more."""
    if len(name) < 4:
        return name
    at = rng.randrange(1, len(name) - 2)
    before, here, following, after = name[:at], name[at], name[at + 1], name[at + 2 :]
    middle = rng.choice((following, here + here + following, following + here))
    return (before + middle + after).strip()


def _card(names: _Names, conjunction: str, rng: random.Random) -> Sentence:
    def piece(sign: str) -> tuple[str, str]:
        if sign in _SIGNS:
            return rng.choice(names.of[_SIGNS[sign]]), _SIGNS[sign]
        if sign == "W":
            return rng.choice(names.words).capitalize(), ""
        return (conjunction if sign == "&" else sign), ""

    return _assembled(map(piece, rng.choice(_CARDS)))


def _assembled(pieces: Iterable[tuple[str, str]]) -> Sentence:
    text = ""
    spans: list[Span] = []
    for piece, label in pieces:
        if label:
            spans.append(Span(len(text), len(text) + len(piece), label))
        text += piece
    return Sentence(text, tuple(spans))
