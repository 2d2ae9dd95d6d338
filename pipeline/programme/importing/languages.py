"""Finds languages in what people write: codes, and names in English, French or Portuguese."""

from __future__ import annotations

import re
from functools import cache

from babel import Locale, localedata

from pipeline.programme.suggest import ISO_639_1, TAGS
from pipeline.text import fold

#: Languages in which announcements and tables may be written.
WRITTEN = ("en", "fr", "pt")

_BETWEEN = re.compile(r"\s*(?:[,;/|+&·•]|\s[-–—]\s|\s(?:and|et|e|y|ou|or)\s|\s|-)\s*")
_REGION = re.compile(r"\b([a-z]{2})-[A-Z]{2}\b")
#: Beside the names of languages these are no codes: «en portugais et en français».
_PREPOSITIONS = frozenset({"in", "en", "em"})
_WORDS = re.compile(r"[^\W\d_]+")


@cache
def _names() -> dict[str, str]:
    """Return the tag of each language's name, folded; names of several words are left out."""
    names = {
        fold(name): tag
        for locale in (*WRITTEN, "es", "de", "it")
        for tag, name in Locale(locale).languages.items()
        if tag in ISO_639_1 and " " not in name
    }
    others = dict.fromkeys(("anglaise", "inglesa", "britannique", "britanica"), "en")
    others |= dict.fromkeys(("francaise", "francesa"), "fr")
    others |= dict.fromkeys(("portugaise", "portuguesa"), "pt")
    others |= dict.fromkeys(("espagnole", "espanhola"), "es")
    others |= dict.fromkeys(("allemande", "alema"), "de")
    others |= {"gaelic": "gd", "gaelique": "gd"}
    others |= dict.fromkeys(("haitien", "haitian", "haitiano"), "ht")
    others |= {"castelhano": "es", "castillan": "es", "castilian": "es", "brasileiro": "pt"}
    known = ISO_639_1.intersection(localedata.locale_identifiers())
    own = {tag: Locale(tag).get_language_name(tag) for tag in sorted(known)}
    return names | {fold(name): tag for tag, name in own.items() if name} | TAGS | others


def language_tag(text: str) -> str | None:
    """Return the tag of one language, however it is written, None where it is no language."""
    said = text.strip().strip(".()[]")
    word = fold(said).replace("_", "-")
    primary = word.partition("-")[0]
    if word in _names():
        return _names()[word]
    # «só» is a word, «so» the tag of Somali.
    is_tag = primary in ISO_639_1 and len(word) <= 5 and said.isascii()
    return primary if is_tag else None


def listed_languages(text: str) -> tuple[str, ...] | None:
    """Return the languages of a list such as `en - fr - pt`; None where it is anything else."""
    plain = re.sub(r"[()\[\]]", " ", _REGION.sub(r"\1", text)).strip(" .:–—-")
    parts = [part for part in _BETWEEN.split(plain) if part]
    if any(len(part) > 3 for part in parts):
        parts = [part for part in parts if part.isupper() or fold(part) not in _PREPOSITIONS]
    tags = [language_tag(part) for part in parts]
    if not tags or None in tags:
        return None
    return tuple(dict.fromkeys(tag for tag in tags if tag))


def named_languages(text: str) -> tuple[str, ...]:
    """Return the languages that a sentence calls by their names, in its order."""
    names = (_names().get(fold(word), "") for word in _WORDS.findall(text) if len(word) > 3)
    return tuple(dict.fromkeys(filter(None, names)))
