"""The words by which announcements tell their programme, one table for each language."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from pipeline.programme.importing.languages import WRITTEN
from pipeline.text import fold


class Lexicon:
    """The patterns of one language; `lexicon` makes them once."""

    def __init__(self, table: dict[str, Any]) -> None:
        self._table = table
        self.function_words = frozenset(map(fold, table["function_words"]))
        self.numbers: list[str] = table["days"]["numbers"]
        self.ordinals: list[str] = table["days"]["ordinals"]

    def words(self, path: str) -> str:
        """Return the alternatives at `table.name` as a group of a regular expression."""
        value: Any = self._table
        for name in path.split("."):
            value = value[name]
        adverbs = f"(?:{self._table['talks']['adverbs']})"
        return f"(?:{str(value).replace('{adverbs}', adverbs)})"

    @cache  # noqa: B019 - a lexicon lives as long as the program
    def pattern(self, template: str) -> re.Pattern[str]:
        """Compile a template in which `<table.name>` stands for the alternatives there."""
        expression = re.sub(
            r"(?<!\?P)<([a-z]+(?:\.[a-z]+)?)>", lambda m: self.words(m[1]), template
        )
        return re.compile(expression, re.IGNORECASE)


@cache
def lexicon(language: str) -> Lexicon:
    """Return the lexicon of a language of `WRITTEN`."""
    text = files(__package__).joinpath(f"{language}.toml").read_text(encoding="utf-8")
    return Lexicon(tomllib.loads(text))


def language_of(text: str) -> str:
    """Return in which of our languages a text is written: by its commonest small words."""
    found = re.findall(r"[^\W\d_]+", fold(text))
    counts = {
        language: sum(word in lexicon(language).function_words for word in found)
        for language in WRITTEN
    }
    return max(WRITTEN, key=lambda language: counts[language])
