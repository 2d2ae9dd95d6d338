"""Says things in the reader's language: English as written, French and Portuguese by catalogue."""

from __future__ import annotations

import gettext
import re
from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import Literal, cast

Language = Literal["en", "fr", "pt"]

LANGUAGES: tuple[Language, ...] = ("en", "fr", "pt")
DOMAIN = "elective-index"
LOCALE = Path(__file__).parent / "locale"

#: Where systems that follow POSIX say which language a person reads, most telling first.
VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")

_PLACEHOLDER = re.compile(r"\{(\w+)(?::[^{}]*)?\}")


def language_of(environment: Mapping[str, str]) -> Language:
    """Return the first of our languages that the environment asks for, else English."""
    asked = next((value for name in VARIABLES if (value := environment.get(name))), "")
    for choice in asked.split(":"):
        tag = re.split(r"[_.@-]", choice)[0].lower()
        if tag in LANGUAGES:
            return cast(Language, tag)
    return "en"


class Wording:
    """Translates English texts into one language; what has no translation stays English."""

    def __init__(self, language: str = "en") -> None:
        """Take any language tag; texts for others than ours are in English."""
        self.language: Language = language if language in LANGUAGES else "en"

    def __call__(self, text: str, **values: object) -> str:
        """Return the text with the values of its `{placeholders}`."""
        return self._catalogue.gettext(text).format_map(values) if text else ""

    def plural(self, one: str, many: str, n: int, **values: object) -> str:
        """Return the form for the number `n`, which fills the placeholder `{n}`."""
        return self._catalogue.ngettext(one, many, n).format_map({"n": n, **values})

    def text(self, text: str) -> str:
        """Return the text with its placeholders as they are."""
        return self._catalogue.gettext(text) if text else ""

    def sentence(self, english: str) -> str:
        """Return a finished sentence, which the index and its stages keep in English.

        It is found by the template that it was made from, and so are its parts.
        """
        if self.language == "en" or not english:
            return english
        whole = self.text(english)
        if whole != english:
            return whole
        if made := self._made(english):
            template, match = made
            parts = {name: self.sentence(part) for name, part in match.groupdict().items()}
            return _filled(self.text(template), parts)
        return english

    def texts_of(self, english: str) -> Iterator[str]:
        """Yield the texts in the catalogue from which a sentence and its parts are made."""
        if english and self.text(english) != english:
            yield english
        elif made := self._made(english):
            template, match = made
            yield template
            for part in match.groups():
                yield from self.texts_of(part)

    def _made(self, english: str) -> tuple[str, re.Match[str]] | None:
        for template, literal, pattern in self._templates:
            if literal in english and (match := pattern.fullmatch(english)):
                return template, match
        return None

    @cached_property
    def _catalogue(self) -> gettext.NullTranslations:
        return _catalogue(self.language)

    @cached_property
    def _templates(self) -> list[tuple[str, str, re.Pattern[str]]]:
        """Return the templates with placeholders; those that say most come first.

        Beside each stands its longest literal part, which is looked for before the whole.
        """
        catalogue: dict[object, str] = getattr(self._catalogue, "_catalog", {})
        made = [text for text in catalogue if isinstance(text, str) and _PLACEHOLDER.search(text)]
        made.sort(key=lambda text: -len(_PLACEHOLDER.sub("", text)))
        telling = [text for text in made if len(_PLACEHOLDER.sub("", text)) > 4]
        return [(text, _longest(text), _pattern(text)) for text in telling]


@cache
def _catalogue(language: Language) -> gettext.NullTranslations:
    return gettext.translation(DOMAIN, LOCALE, [language], fallback=True)


def _longest(template: str) -> str:
    return max(_PLACEHOLDER.split(template)[::2], key=len)


def _pattern(template: str) -> re.Pattern[str]:
    parts = _PLACEHOLDER.split(template)
    literal, names = parts[::2], parts[1::2]
    groups = [f"(?P<p{name}_{at}>.+?)" for at, name in enumerate(names)]
    pieces = [re.escape(literal[0])]
    for group, text in zip(groups, literal[1:], strict=True):
        pieces += [group, re.escape(text)]
    return re.compile("".join(pieces), re.DOTALL)


def _filled(template: str, parts: Mapping[str, str]) -> str:
    """Fill placeholders by name, the same name as often as it stands."""
    values = {name[1:].rpartition("_")[0]: part for name, part in parts.items()}
    return _PLACEHOLDER.sub(lambda place: values.get(place[1], place[0]), template)
