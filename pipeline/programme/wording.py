"""The words in which staff are told what each field of a programme holds."""

from __future__ import annotations

from pipeline.programme.document import Pointer
from pipeline.programme.suggest import date_like, language_like, list_like
from pipeline.text import slug

_DATE = "a date written year-month-day, such as 2021-11-22"
_TEXT = "a text, or one text per language such as {en: Fair food, pt: Comida justa}"
_PEOPLE = "a list of people, such as [{name: Inês Sequeira, affiliation: Casa do Impacto}]"
_FILE = "a programme: lines such as 'title: …', and 'sessions:' with a list below it"

FIELDS: dict[str, str] = {
    "event": _TEXT,
    "elective": "a number or a short name",
    "title": _TEXT,
    "abstract": _TEXT,
    "languages": "a list of language tags, such as [en, fr, pt]",
    "start": _DATE,
    "end": _DATE,
    "date": _DATE,
    "coordinators": _PEOPLE,
    "speakers": _PEOPLE,
    "sessions": "a list of one or more; each session starts with '- title: …'",
    "id": "small letters, digits and hyphens, such as d1-aufrere",
    "day": "a whole number from 1 to 366",
    "name": "a text",
    "affiliation": "a text",
    "language": "a short language tag, such as en, fr or pt",
    "aliases": "a list of names, such as [I. Sequeira, Ines Sequeira]",
}

#: What one element of a list is called, and what it holds.
ELEMENTS = {
    "languages": ("language", "a short language tag, such as en, fr or pt"),
    "coordinators": ("coordinator", "a name, or fields such as {name: Inês Sequeira}"),
    "speakers": ("speaker", "a name, or fields such as {name: Inês Sequeira}"),
    "sessions": ("session", "a block of fields such as 'title: …' and 'speakers: …'"),
    "aliases": ("other spelling", "a name"),
}

DATES = frozenset({"start", "end", "date"})
TEXTS = frozenset({"event", "title", "abstract"})


def value_message(at: Pointer, value: object) -> str:
    """Say what the value at this place must be, and what was probably meant."""
    if not at:
        return _message("file", value, _FILE, None)
    *above, last = at
    holder = above[-1] if above else None
    if isinstance(last, int):
        return element_message(str(holder), value)
    if holder in TEXTS:
        return _message(f"{holder} in {last}", value, "a text", _quoted(value))
    return _message(last, value, FIELDS[last], _meant(last, value))


def element_message(field: str, value: object) -> str:
    """Say what an element of the list `field` must be."""
    label, shape = ELEMENTS[field]
    meant = language_like(value) if field == "languages" and isinstance(value, str) else None
    return _message(label, value, shape, meant)


def _message(label: str, value: object, shape: str, meant: str | None) -> str:
    if isinstance(value, str) and not value.strip():
        return f"the {label} is blank. Fill it in, or remove it."
    shown = "" if value is None or isinstance(value, (dict, list)) else f" '{_written(value)}'"
    if meant:
        return f"the {label}{shown} must be written {meant}"
    return f"the {label}{shown} must be {shape}."


def _meant(field: str, value: object) -> str | None:
    if field in ELEMENTS:
        return list_like(value)
    if field in DATES and value is not None:
        return date_like(str(value))
    if field == "language" and isinstance(value, str):
        return language_like(value)
    if field == "id" and isinstance(value, (str, int, float)):
        return slug(str(value)) or None
    return None if field == "day" else _quoted(value)


def _quoted(value: object) -> str | None:
    """Return a number or a truth value as the text that was meant."""
    return f'"{_written(value)}"' if isinstance(value, (int, float)) else None


def _written(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
