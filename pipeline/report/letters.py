"""Writes to speakers whose slides are missing, each in their language."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list

from pipeline.records.base import Record
from pipeline.records.index import Index, Resource, Speaker
from pipeline.records.programme import Text, variants
from pipeline.report.standing import Gap, gaps_by_speaker, title_of
from pipeline.translation import LANGUAGES, Wording


class Letter(Record, frozen=True):
    """A text that is ready to be sent; `language` is the one it is written in."""

    speaker: Speaker
    language: str
    subject: str
    text: str


def letters(index: Index) -> list[Letter]:
    """Return a letter to each speaker of whom materials are missing, in the programme's order."""
    languages = _languages(index)
    return [
        _letter(speaker, missing, languages[speaker.id], index)
        for speaker, missing in gaps_by_speaker(index).values()
    ]


def _languages(index: Index) -> dict[str, Counter[str]]:
    """Return how many decks each speaker, by id, has in which language."""
    decks: defaultdict[str | None, list[Resource]] = defaultdict(list)
    for item in index.resources:
        decks[item.session_id].append(item)
    theirs: defaultdict[str, list[Resource]] = defaultdict(list)
    for session in index.sessions:
        for speaker in {speaker.id for speaker in session.speakers}:
            theirs[speaker] += decks[session.id]
    return {
        speaker: Counter(item.language.tag for item in sorted(items, key=lambda item: item.path))
        for speaker, items in theirs.items()
    }


def _letter(speaker: Speaker, missing: list[Gap], theirs: Counter[str], index: Index) -> Letter:
    language = _language(speaker, missing, theirs)
    say = Wording(language)
    event = _event(index, language)
    lines = [
        say("Dear {name},", name=speaker.name),
        say("thank you for taking part in {event}.", event=event),
        *(_about(gap, say) for gap in missing),
        say(
            "Could you send us the missing slides, as PowerPoint or PDF? If there are none, "
            "a short word is enough, and we will not ask again."
        ),
        say("With kind regards"),
    ]
    subject = say("Your slides for {event}", event=event)
    return Letter(speaker=speaker, language=language, subject=subject, text="\n\n".join(lines))


def _about(gap: Gap, say: Wording) -> str:
    session = gap.session
    title = title_of(session, say.language)
    wanted = _names(gap.missing, say.language)
    there = _names(session.languages.available, say.language)
    told = say("“{title}”", title=title)
    if session.date:
        day = format_date(date.fromisoformat(session.date), "long", locale=_locale(say.language))
        told = say("“{title}” ({date})", title=title, date=day)
    if there:
        text = (
            "Of your presentation {told} we have the slides in {there}, but not yet in {missing}."
        )
        return say(text, told=told, there=there, missing=wanted)
    text = "Of your presentation {told} we have no slides yet. We would need them in {missing}."
    return say(text, told=told, missing=wanted)


def _language(speaker: Speaker, missing: list[Gap], theirs: Counter[str]) -> str:
    """Return the language to write in: the one that is stated, else that of their own decks.

    Of several decks, the language that most are in; without any, the first that is expected.
    """
    if speaker.language:
        return Wording(speaker.language).language
    spoken = [tag for tag, _ in theirs.most_common()]
    expected = [tag for gap in missing for tag in gap.session.languages.expected]
    return next((tag for tag in (*spoken, *expected) if tag in LANGUAGES), "en")


def _event(index: Index, language: str) -> str:
    say = Wording(language)
    title, event = (_in(text, language) for text in (index.elective.title, index.elective.event))
    if title and event:
        return say("“{title}” ({event})", title=title, event=event)
    return (say("“{title}”", title=title) if title else event) or say("our course")


def _in(text: Text | None, language: str) -> str:
    if isinstance(text, dict) and language in text:
        return text[language]
    return next(variants(text), "")


def _names(tags: tuple[str, ...], language: str) -> str:
    names = [Locale.parse(tag, sep="-").get_language_name(language) or tag for tag in tags]
    return format_list(names, locale=_locale(language))


def _locale(language: str) -> str:
    """Return the locale of a language; for English the one that most of the world writes."""
    return "en_GB" if language == "en" else language
