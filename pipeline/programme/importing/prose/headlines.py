"""Finds what the event, the elective and its number are called."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.programme.importing.dates import find_days
from pipeline.programme.importing.labels import label
from pipeline.programme.importing.prose.frames import told_in
from pipeline.programme.importing.prose.lexicon import Lexicon
from pipeline.programme.importing.prose.names import PHRASE
from pipeline.programme.importing.prose.topics import quoted_title

#: Lines among which the name of the event and of the elective are looked for.
HEADLINES = 6
#: A headline has no more words than this.
HEADLINE_WORDS = 30

_NUMBER = r"(?:n\s?[.o°º]+\s*|no\.?\s+|#)?(?P<number>\d{1,3}|[A-Z]|[IVX]{1,5})"


def names_of_event(
    above: Sequence[str], said: Sequence[str], lexicon: Lexicon, sources: dict[str, str]
) -> tuple[str | None, int | str | None, str | None]:
    """Return event, number and title from «Event - Elective 6: Title», on one line or two."""
    short = [line.strip() for line in above[:HEADLINES] if len(line.split()) <= HEADLINE_WORDS]
    pattern = lexicon.pattern(
        rf"(?:(?P<event>^.*?)(?:\s*[:,|]\s*|\s+[–—-]\s+)|^(?:.*\s)?)(?<!\w)(?:<headings.elective>)\s+{_NUMBER}(?!\w)"
        r"(?P<rest>.*)$"
    )
    # Numbers of one letter are capitals: «Elective B», not «a course a day».
    found = [(match, line) for line in short if (match := pattern.search(line))]
    found += [(match, line) for line in said if (match := pattern.search(line))]
    for match, line in found:
        if not (match["number"].isdigit() or match["number"].isupper()):
            continue
        sources["elective"] = line
        number = int(match["number"]) if match["number"].isdigit() else match["number"]
        # «Report on Module 2» names no event: what does, stands apart from the number.
        event = (match["event"] or "").strip(" ,:|–—-") if line in short else None
        bracketed = re.match(r"\s*\((?P<title>[^()]+)\)\W*(?P<event>.*)", match["rest"])
        if bracketed and line in short:
            return event or bracketed["event"] or None, number, bracketed["title"]
        title = quoted_title(match["rest"]) or (_undated(match["rest"]) if line in short else "")
        if not title or title[:1].islower() or not re.search(r"\w", title):
            title = next(filter(None, (quoted_title(other["rest"]) for other, _ in found)), "")
        event = event or _event(short, line, lexicon, sources)
        return event or _spoken_event(said, lexicon, sources), number, title or None
    event = _event(short, "", lexicon, sources) or _spoken_event(said, lexicon, sources)
    return event, _ordinal(said, lexicon, sources), _bare_title(short, said, lexicon, sources)


def _ordinal(said: Sequence[str], lexicon: Lexicon, sources: dict[str, str]) -> int | None:
    """Return the number in «The sixth elective»."""
    for line in said:
        for number, ordinal in enumerate(lexicon.ordinals, 1):
            if lexicon.pattern(rf"(?<!\w)(?:{ordinal})\s+(?:<headings.elective>)(?!\w)").search(
                line
            ):
                sources["elective"] = line
                return number
    return None


def _undated(text: str) -> str:
    """Return a title without the days that stand after it."""
    dated = find_days(text)
    title = text[: dated[0].start] if dated else text
    return title.strip(' .,:;|/–—-«»“”"([')


def _event(
    headlines: Sequence[str], other: str, lexicon: Lexicon, sources: dict[str, str]
) -> str | None:
    """Return the headline that names a school, a conference, a week, without place and date."""
    named = lexicon.pattern(r"(?<!\w)(?:<headings.event>)(?!\w)")
    published = lexicon.pattern(r"^\W*(?:<headings.published>)\b")
    for line in headlines:
        if line == other or published.search(line) or label(line) or not named.search(line):
            continue
        if line.endswith("."):
            continue
        sources["event"] = line
        dated = find_days(line)
        event = line[: dated[0].start] if dated else line
        event = re.split(r"\s[–—-]\s|,\s|:\s", event)[0] if dated or ":" in event else event
        return " ".join(event.split()).strip(" ,–—-") or None
    return None


def _spoken_event(said: Sequence[str], lexicon: Lexicon, sources: dict[str, str]) -> str | None:
    """Return the event of which a sentence calls the course a part: «of the Resilience Academy»."""
    part = lexicon.pattern(r"(?<!\w)(?:<headings.elective>)(?!\w)")
    named = lexicon.pattern(r"(?<!\w)(?:<headings.event>)(?!\w)")
    for line in said:
        if not part.search(line):
            continue
        for phrase in PHRASE.finditer(line):
            if named.search(phrase["name"]):
                sources["event"] = line
                return phrase["name"]
    return None


def _bare_title(
    headlines: Sequence[str], said: Sequence[str], lexicon: Lexicon, sources: dict[str, str]
) -> str | None:
    for line in (*said[:HEADLINES], *headlines):
        speaks = any(told.speaks for told in told_in(line, lexicon))
        if (quoted := quoted_title(line)) and not speaks:
            sources["title"] = line
            return quoted
    return None
