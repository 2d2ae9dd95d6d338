"""Guesses what a person meant, so that a message can say what to write instead."""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress
from datetime import date, datetime

from rapidfuzz import fuzz, process

from pipeline.text import fold

_CODES = """
aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv
dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie
ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv
mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm
rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts
tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
"""

#: ISO 639-1, the two-letter language tags of BCP 47.
ISO_639_1 = frozenset(_CODES.split())

#: What people write for a tag, folded to ASCII: names and other codes.
TAGS = {
    name: tag
    for tag, names in {
        "ar": "arabic arabe ara",
        "de": "german allemand alemao deutsch deu ger",
        "en": "english anglais ingles eng",
        "es": "spanish espagnol espanhol espanol castellano spa sp",
        "fr": "french francais frances fra fre",
        "it": "italian italien italiano ita",
        "ja": "japanese jp jpn",
        "nl": "dutch neerlandais holandes nederlands nld dut",
        "pt": "portuguese portugais portugues por",
        "ru": "russian russe russo rus",
        "zh": "chinese chinois chines mandarin cn zho chi",
    }.items()
    for name in names.split()
}

#: How people write a date; two numbers that could each be the month are left to them.
DATE_FORMATS = ("%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%Y%m%d", "%d %B %Y", "%d %b %Y", "%B %d, %Y")
DAY_FIRST = ("%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y")
MONTH_FIRST = ("%m/%d/%Y", "%m.%d.%Y", "%m-%d-%Y")

#: Below this share of equal letters (in %), a field name is no typing error of another.
SIMILAR = 65


def field_like(name: str, fields: Iterable[str]) -> str | None:
    """Return the field whose name comes close to the one that was written."""
    best = process.extractOne(fold(name), fields, scorer=fuzz.ratio, score_cutoff=SIMILAR)
    return best[0] if best else None


def is_language(tag: str) -> bool:
    """Tell whether the tag starts with a language; three letters only where two do not exist."""
    primary = tag.partition("-")[0]
    return primary in ISO_639_1 if len(primary) == 2 else primary not in TAGS


def language_like(text: str) -> str | None:
    """Return the tag of a language that was named or written another way."""
    primary, hyphen, rest = text.strip().replace("_", "-").partition("-")
    tag = TAGS.get(fold(primary), primary.lower())
    return f"{tag}{hyphen}{rest}" if tag in ISO_639_1 else None


def date_like(text: str) -> str | None:
    """Return the date in ISO 8601 where the text can mean one day only."""
    words = re.sub(r"[T ]\d{1,2}:\d\d.*$", "", text.strip())
    days = {day for form in (*DATE_FORMATS, *DAY_FIRST, *MONTH_FIRST) if (day := _day(words, form))}
    return days.pop().isoformat() if len(days) == 1 else None


def _day(text: str, form: str) -> date | None:
    with suppress(ValueError):
        return datetime.strptime(text, form).date()  # noqa: DTZ007 - a day has no zone
    return None


def list_like(value: object) -> str | None:
    """Return a single value, or several with commas, as the list it was meant to be."""
    if not isinstance(value, str) or not value.strip():
        return None
    return f"[{', '.join(part.strip() for part in re.split('[,;/]', value) if part.strip())}]"
