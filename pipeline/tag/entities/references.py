"""Works, their authors and publishers, in the forms in which slides refer to them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.records.tags import EntityLabel
from pipeline.tag.entities.found import Found

_UPPER = "A-ZÀ-ÖØ-Þ"
_SURNAME = rf"[{_UPPER}][\w'’-]+(?:\s[{_UPPER}][\w'’-]+)?"
_INITIALS = rf"[{_UPPER}]\.(?:[\s-]?[{_UPPER}]\.)*"
_AUTHOR = rf"{_SURNAME},\s{_INITIALS}"
#: 'Fraser, N. (2008). Scales of Justice. Polity Press.', as the APA and its neighbours write it.
_REFERENCE = re.compile(
    rf"^\W*(?P<authors>{_AUTHOR}(?:(?:,|,?\s(?:and|et|e|y|&))\s{_AUTHOR})*)"
    r"(?:,?\set\sal\.)?(?:,?\s\(?[a-z]{2,5}s?\.\)?)?,?\s\(?(?:19|20)\d\d[a-z]?\)?[.,:]?\s(?P<rest>.+)$"
)
#: 'Steel, C. Hungry City. Chatto & Windus, 2008.', with the year at the end.
_YEAR_LAST = re.compile(
    rf"^\W*(?P<authors>{_AUTHOR}(?:(?:,|;|,?\s(?:and|et|e|y|&))\s{_AUTHOR})*)"
    r"(?:,?\set\sal\.)?[.,:]?\s(?P<title>[^.]{4,}?)[.,]\s(?P<rest>[^.].*),?\s\(?(?:19|20)\d\d\)?\.?$"
)
_EDITION = re.compile(r"(?:^|,\s|\.\s)[^,.]*\b(?:[Ee]d|[Éé]d|vol)s?\.[,.]?\s|^\d\S*\s\w+,\s")
_ONE_AUTHOR = re.compile(rf"{_SURNAME},\s[{_UPPER}](?:\.?[\s.-]+[{_UPPER}](?![\w]))*")
_SENTENCE = re.compile(r"[^.]+(?:\.(?!\s|$)[^.]*)*")
#: What follows the name of a journal: its volume, issue and pages.
_VOLUME = re.compile(r",?\s\d+(?:\s?\(\d+\))?(?:[,:]\s?[\d–-]+)?$")
_NUMBERS = re.compile(r"^[\W\d]*$")

_KIND = (
    r"(?:[Ff]ilm[es]?|[Ll]ivres?|[Ll]ivros?|[Bb]ooks?|[Nn]ovel|[Rr]oman(?:ce)?|[Dd]ocument"
    r"(?:ary|aire|ário))"
)
#: 'Film: Bamako, …', 'le film Demain, de …'.
_ANNOUNCED = re.compile(rf"(?<!\w){_KIND}(?:\s?:)?\s([{_UPPER}][^,;.:()«»“”\"|–]{{1,80}})")
_CONTINUED = re.compile(r"\s(?:de|by|par|por|d['’]).*$")


def referred(text: str) -> Iterator[Found]:
    """Yield the authors, the work and its publisher or journal that a reference names."""
    match = _REFERENCE.match(text)
    if not match:
        yield from _with_the_year_last(text)
        return
    for author in _ONE_AUTHOR.finditer(text, match.start("authors"), match.end("authors")):
        yield Found(*author.span(), EntityLabel.PERSON)
    start = match.start("rest")
    parts = [
        (start + each.start(), start + each.end())
        for each in _SENTENCE.finditer(match["rest"])
        if not _NUMBERS.match(each[0])
    ]
    if not parts:
        return
    *titles, last = parts or [(start, start)]
    yield from _published(text, *last, alone=not titles)
    if titles:
        yield _trimmed(text, titles[0][0], titles[-1][1], EntityLabel.WORK)


def _with_the_year_last(text: str) -> Iterator[Found]:
    match = _YEAR_LAST.match(text)
    if not match:
        return
    for author in _ONE_AUTHOR.finditer(text, match.start("authors"), match.end("authors")):
        yield Found(*author.span(), EntityLabel.PERSON)
    yield Found(*match.span("title"), EntityLabel.WORK)
    edition = _EDITION.match(match["rest"])
    start = match.start("rest") + (edition.end() if edition else 0)
    yield from _published(text, start, match.end("rest"), alone=False)


def _published(text: str, start: int, end: int, *, alone: bool) -> Iterator[Found]:
    """Yield what stands last: a journal with its volume, else a publisher, else the work."""
    volume = _VOLUME.search(text, start, end)
    if alone:
        yield _trimmed(text, start, end, EntityLabel.WORK)
    elif volume:
        yield _trimmed(text, start, volume.start(), EntityLabel.WORK)
    else:
        place, colon, _ = text[start:end].partition(": ")
        if colon:
            yield _trimmed(text, start, start + len(place), EntityLabel.LOC)
        yield _trimmed(text, start + (len(place) + 2 if colon else 0), end, EntityLabel.ORG)


def announced_works(text: str) -> Iterator[Found]:
    """Yield the works that a word for their kind announces."""
    for match in _ANNOUNCED.finditer(text):
        title = _CONTINUED.sub("", match[1])
        if title:
            yield _trimmed(text, match.start(1), match.start(1) + len(title), EntityLabel.WORK)


def _trimmed(text: str, start: int, end: int, label: EntityLabel) -> Found:
    part = text[start:end]
    start += len(part) - len(part.lstrip())
    return Found(start, start + len(part.strip().rstrip(".,;:")), label)
