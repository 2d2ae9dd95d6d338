"""The words by which the pieces of a programme are known, as patterns for folded text."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files

from pipeline.text import fold

_WORDS = {
    name: "|".join(value.split("\n")).strip("|")
    for name, value in tomllib.loads(
        files(__package__).joinpath("words.toml").read_text(encoding="utf-8")
    ).items()
}


def listed(name: str) -> list[str]:
    """Return the words of one set that are no patterns."""
    return _WORDS[name].split("|")


def alternatives(name: str) -> str:
    """Return the words of one set as a group of a regular expression."""
    return f"(?:{_WORDS[name]})"


def _label(name: str, before: str = "", after: str = "") -> re.Pattern[str]:
    """Match a whole label that is one of a set of words."""
    return re.compile(f"{before}{alternatives(name)}{after}$")


_HOUR = (
    r"\d{1,2}\s?(?:[:.h]\s?[0-5]\d|h(?![a-z])|hrs?\b|heures?\b|horas?\b)(?:\s?min)?"
    r"(?:\s?[ap]\.?\s?m\b\.?)?"
)
CLOCK = rf"(?:{_HOUR}|\d{{1,2}}\s?[ap]\.?\s?m\b\.?|noon|midi\b|meio-dia)"
#: An hour or two, with the words around them.
HOURS = re.compile(
    r"(?:(?:from|at|de|das?|dès|às|à|as|@|between|entre|vers)\s+)?(?:\d{1,2}\s*[-–—]\s*(?=\d))?"
    rf"{CLOCK}(?:\s*(?:[-–—/>→+]|to|until|till|and|à|a|às|até|et|e)\s*(?:las\s+)?{CLOCK})?"
    r"(?:\s*\(?(?:GMT|UTC|CES?T|BST|WES?T|EST|EDT|PST)\b(?:\s?[+-]\s?\d+)?\)?)?",
    re.IGNORECASE,
)

BREAK = re.compile(rf"(?:{alternatives('break_before')}[\s:,]+)*{alternatives('break')}\b")
PLACE = re.compile(rf"\b{alternatives('place')}\b")
STREET = re.compile(rf"\b{alternatives('street')}\b")
SECTION = re.compile(rf"(?:{alternatives('section_before')}\s+)*{alternatives('section')}\b")
PROFESSION = re.compile(
    rf"(?:{alternatives('profession_before')}\s+){{0,2}}{alternatives('profession')}\b"
)
NO_NAME = frozenset(listed("no_name"))
_GENRE = re.compile(
    rf"{alternatives('genre_before')}?{alternatives('genre')}"
    r"(?: \d{1,2}[a-z]?| [ivx]{1,4})?(?=$|\W)"
)

CHAIR = re.compile(
    rf"(?:[\w-]+ )?{alternatives('chair')}(?: by| par| por| d[aeou])?$"
    rf"|{alternatives('host')} (?:of|for|on|at|in|d[aeou]s?|les|both|all|throughout|n[ao]s)\b.*$"
    rf"|(?:[\w-]+ ){{0,3}}{alternatives('host')}(?: [\w-]+)?$"
)
SPEAKS = _label("speaks", f"{alternatives('speaks_before')}?", r"(?: \d)?")
WORKS = _label("works")
WHEN = _label("when")
PART_OF_DAY = _label("part_of_day", "(?:in the |le |de |a |as )?")
WHERE = _label("where")
CALLED = _label("called", after=r"(?: ?\d{1,2})?")
TELLS = _label("tells", after="s?")
SLIDES = _label(
    "slides_label",
    before="(?:a |to |pour |para |for )?",
    after=r"(?: \w+){0,2}?(?: \(?(?:in|en|em)\)?)?",
)

_ENDS = r"\s*[:.)\]|–—-]*\s*"
#: What counts an entry, and is no part of its title: «Session 3 –», «1.2», «2nd webinar:».
COUNT = re.compile(
    rf"{alternatives('counted')}s?\s*(?:n[.o°º]*\s*)?(?:\d{{1,2}}[a-z]?|[ivx]{{1,4}}|[a-h])"
    r"(?:\.\d{1,2})?\b\s*(?:/\s*\d+)?\s*(?:[:.,)\]|–—-]+\s*|$|(?=\())"
    rf"|\d{{1,2}}(?:st|nd|rd|th|ere?|re|e|eme|o|a)?\.?\s+{alternatives('counted')}\b{_ENDS}"
    r"|\d{1,2}\.\d{1,2}\.?\s+|[a-h][.)]\s+"
    r"|(?:\[\s*[a-z]?\d{1,2}\s*\]|[a-z]\d{1,2}[:.)]|#\s?\d{1,2}[:.)]?|n[°º]\s?\d{1,2}\s*[:.)–—-]?)\s+"
)


def is_genre(plain: str) -> bool:
    """Tell whether a folded text only says what kind of talk there is: «table ronde de cloture»."""
    found = _GENRE.match(plain)
    return found is not None and len(plain[found.end() :].split()) < 3 and ":" not in plain


def begins_with_genre(plain: str) -> bool:
    """Tell whether a folded text begins with a kind of talk."""
    return _GENRE.match(plain) is not None


_IN_PASSING = re.compile(rf"\b{alternatives('in_passing')}\b")


def in_passing(sentence: str) -> bool:
    """Tell whether a sentence names people who host, help or are to be asked."""
    if CHAIR.match(fold(sentence.partition(":")[0])):
        return True
    return _IN_PASSING.search(fold(sentence.split(";", maxsplit=1)[0])) is not None
