"""Works in the loose forms of reading lists: 'Karl Polanyi: The Great Transformation, 1944'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.records.tags import EntityLabel
from pipeline.tag.entities.bodies import is_of_a_body
from pipeline.tag.entities.found import Found
from pipeline.tag.entities.lexicon import is_ordinary
from pipeline.tag.entities.patterns import NAME_WORD, PARTICLE
from pipeline.tag.entities.places import place_named
from pipeline.text import words

_PERSON = re.compile(rf"{NAME_WORD}(?:\s(?:{PARTICLE}\s){{0,2}}{NAME_WORD}){{1,4}}$")
_SURNAME = re.compile(r"[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ'’-]{3,}$")
_ACRONYM = re.compile(r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ-]{1,11}$")
_CUE = re.compile(r"^\W*(?:(?i:read|lire|ler|see|voir|ver|watch|livre|livro|book|film[e]?)\s?:\s)?")
_SEPARATOR = re.compile(r",\s|\s?:\s|\s[–-]\s|(?<![A-ZÀ-ÖØ-Þ])\.\s")
_AND = re.compile(r"\s(?:and|et|e|&)\s")
_ARTICLE = re.compile(r"(?:The|A|An|Le|La|Les|L['’]|Un|Une|O|Os|As|Um|Uma)(?:\s|(?<=['’]))")
_KIND_AFTER = re.compile(
    r"(?i:film|documenta\w+|roman\w*|novel|livr[eo]|book|report|rapport|relat[oó]rio|article|artigo)\s"
    r"(?:d|b|of|p)"
)
#: Beginnings of the folded words with which the headings of reading lists are made.
_READING = re.compile(
    r"\b(?:bibliogra|referenc|read|reading|lectur|leitura|literatur|source|fonte|further|lire\b|"
    r"ler\b|aller plus loin|en savoir plus|saber mais|a voir\b)"
)
_LANGUAGES = ("en", "fr", "pt")


class _Item(NamedTuple):
    start: int
    end: int
    text: str
    separator: str


def readings(text: str, heading: str) -> Iterator[Found]:
    """Yield the authors and the work of a line on a page that is headed as a list of readings.

    Elsewhere only a title that begins with an article, after its author and a colon, is told from
    the line alone.
    """
    cue = _CUE.match(text)
    start = cue.end() if cue else 0
    listed = bool(_READING.search(heading) or (cue and cue[0].strip()))
    if not listed and ":" not in text:
        return
    items = list(_items(text, start))
    authors = _authors(items)
    used = max((index for index, _ in authors), default=-1) + 1
    rest = items[used:]
    stated = used and items[used - 1].separator == ":" and rest and _ARTICLE.match(rest[0].text)
    if not rest or not (stated or listed) or not _is_title(rest[0].text):
        return
    if not used and not (len(rest) > 1 and _tells_of_a_work(rest[1].text)):
        return
    for _, found in authors:
        yield found
    subtitled = rest[0].separator == ":" and len(rest) > 1
    yield Found(rest[0].start, rest[1 if subtitled else 0].end, EntityLabel.WORK)
    if not used:
        yield from (found for _, found in _authors(rest[1:]))


def _items(text: str, start: int) -> Iterator[_Item]:
    """Yield what stands between commas, colons and full stops."""
    while start < len(text):
        match = _SEPARATOR.search(text, start)
        end, after = match.span() if match else (len(text), len(text))
        part = text[start:end].rstrip(" .,;")
        yield _Item(start, start + len(part), part, text[end:after].strip())
        start = max(after, start + 1)


def _authors(items: Sequence[_Item]) -> list[tuple[int, Found]]:
    """Return the people and bodies that the first items name, each with its item's number."""
    authors = []
    for index, item in enumerate(items):
        found = list(_named(item))
        if not found:
            break
        authors += [(index, each) for each in found]
    return authors


def _named(item: _Item) -> Iterator[Found]:
    start = item.start
    found = []
    for part in _AND.split(item.text):
        position = item.text.index(part, start - item.start) + item.start
        start = position + len(part)
        if _is_person(part) or (_SURNAME.match(part) and not _is_ordinary(part)):
            found.append(Found(position, start, EntityLabel.PERSON))
        elif _ACRONYM.match(part) or (is_of_a_body(words(part)) and not _ARTICLE.match(part)):
            found.append(Found(position, start, EntityLabel.ORG))
        else:
            return
    yield from found


def _is_person(text: str) -> bool:
    return bool(_PERSON.match(text)) and place_named(text) is None and not _is_ordinary(text)


def _is_title(text: str) -> bool:
    """Tell whether a text is made of words of a language, and no name of anything else."""
    return (
        text[:1].isupper()
        and not _ACRONYM.match(text)
        and place_named(text) is None
        and (bool(_ARTICLE.match(text)) or _is_ordinary(text, share=0.5))
    )


def _tells_of_a_work(text: str) -> bool:
    return bool(_KIND_AFTER.match(text)) or _is_person(_AND.split(text)[0])


def _is_ordinary(text: str, share: float = 1.0) -> bool:
    """Tell whether so large a part of the words stands in a dictionary of one language."""
    content = [word for word in re.findall(r"[^\W\d_]+", text) if len(word) > 2]
    return bool(content) and any(
        sum(is_ordinary(word, language) for word in content) >= share * len(content)
        for language in _LANGUAGES
    )
