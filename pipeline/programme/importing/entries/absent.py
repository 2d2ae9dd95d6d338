"""Tells what a text says of slides that are not there, or not yet."""

from __future__ import annotations

import re

from pipeline.programme.importing.entries.vocabulary import alternatives
from pipeline.programme.importing.languages import named_languages
from pipeline.text import fold

_SHOWN = re.compile(rf"\b{alternatives('shown')}\b")
_NEGATED = re.compile(rf"\b{alternatives('negation')}(?!\w)")
#: What is denied of slides that are there: «the slides are not printed».
_DONE_WITH = re.compile(rf"\b{alternatives('done_with')}\b")
_PROMISED = re.compile(rf"\s*[,(]\s*[^,;()]*\b\w+ {alternatives('pending')}\W*$")


def is_denied(text: str) -> bool:
    """Tell whether a sentence names slides, denies something of them and names no language."""
    plain = fold(text)
    denied = _SHOWN.search(plain) and _NEGATED.search(plain) and not _DONE_WITH.search(plain)
    return bool(denied) and not named_languages(text)


def without_promised(text: str) -> str:
    """Return a statement without the languages that only follow: «English (French to follow)»."""
    plain = fold(text)
    promised = _PROMISED.search(plain) if len(plain) == len(text) else None
    return text[: promised.start()] if promised else text
