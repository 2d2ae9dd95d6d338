"""Reads what a sentence says of a person in passing: «, professor at the University of Lagos,»."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.programme.importing.affiliations import (
    ORGANISATION_KINDS,
    ROLE,
    looks_like_organisation,
    organisation_in,
)
from pipeline.programme.importing.languages import listed_languages
from pipeline.programme.importing.prose.lexicon import Lexicon
from pipeline.programme.importing.prose.names import HONORIFIC_TITLE, OF_INSTITUTION, is_full_name

_BY_SOMEONE = re.compile(r"\b(?:by|par|por|pel[ao])\s+[^\W\d_a-zà-öø-ÿ]")
#: « of the domestic workers' federation»: an organisation that is not called by its name.
_OF_KIND = re.compile(
    r"\s+(?:of|from|at|with|de|du|da|do)\s+(?:the\s+|la\s+|l[’'])?"
    rf"(?:[^\W\d_][\w’'-]*\s+){{0,3}}(?:{ORGANISATION_KINDS})\b(?=\s*[,;.)]|\s*$)"
)
_BOTH = re.compile(
    r"^(?:both|all|tous (?:les )?deux|toutes (?:les )?deux|ambos|ambas)\s+"
    r"(?:(?:of|from|at|de|du|da|do)\s+|d[’'])?(?:the\s+|la\s+|l[’'])?",
    re.IGNORECASE,
)


def passing(sentence: str, at: int, lexicon: Lexicon) -> Iterator[str]:
    """Yield one after another what is said of the person whose name ends there."""
    brackets = re.compile(r"\s*\([^()]*\)")
    # «…, economista, comparou …»: after a clause a verb may follow, as it may not after a name.
    acts = lexicon.pattern(r"\s*,\s*(?:(?:<talks.adverbs>|<talks.objects>)\s+)*(?:<talks.acts>)\b")
    said, start = True, at
    while said:
        rest = sentence[at:]
        match = brackets.match(rest) or _of(rest, lexicon)
        if not match and not (at > start and acts.match(rest)):
            match = _clause(rest, lexicon) or _relative(rest, lexicon)
        said = bool(match and match.group().strip(" ,"))
        if match and said:
            yield match.group()
            at += match.end()


def _of(rest: str, lexicon: Lexicon) -> re.Match[str] | None:
    """Match « of Memory Commons» right after a name."""
    place = OF_INSTITUTION.match(rest)
    if not place:
        return _OF_KIND.match(rest)
    # French and Portuguese write parts of a name small: «Caisse mutuelle de Kayes a …».
    longer = lexicon.pattern(r"\s[^,.;:()]{1,60}?(?=\s+(?:<talks.adverbs>\s+)?(?:<talks.verbs>)\b)")
    more = longer.match(rest[place.end() :])
    if more and len(more.group().split()) <= 4:
        return re.match(re.escape(rest[: place.end() + more.end()]), rest)
    return place


def _clause(rest: str, lexicon: Lexicon) -> re.Match[str] | None:
    """Match «, founder and director of the Casa do Impacto (Portugal)» after a name."""
    clause = re.match(r"\s*,\s*(?P<said>[^,;.()]+(?:\([^()]*\))?)(?=\s*[,;.)]|\s*$)", rest)
    stops = lexicon.pattern(
        r"(?:and|et|e|who|which|qui|que|while|tandis|enquanto|then|we|nous|on|nós|<talks.about>|"
        r"with|avec|com|"
        r"<talks.infinitives>|<hosting.verbs>|<talks.verbs>)\b"
    )
    said = clause["said"] if clause else ""
    speaks = lexicon.pattern(r"\b(?:<talks.verbs>|<hosting.verbs>)\b")
    if (
        not clause
        or _BY_SOMEONE.search(said)
        or stops.match(said)
        or speaks.search(said)
        or re.search(HONORIFIC_TITLE, said)
    ):
        return None
    is_told = (
        said[:1].islower()
        or looks_like_organisation(said)
        or ROLE.match(said)
        or " " not in said
        or not said.strip()
        or said.split()[0].isupper()
    )
    return clause if is_told and (ROLE.match(said) or not is_full_name(said)) else None


def _relative(rest: str, lexicon: Lexicon) -> re.Match[str] | None:
    """Match «, who manages a reserve in western Ghana» before the verb that tells of the talk."""
    clause = lexicon.pattern(
        r"\s*,\s*(?:who|qui|que)\s+(?!(?:(?:<talks.adverbs>)\s+)*(?:<talks.verbs>)\b)[^,;.()]+(?=,)"
    ).match(rest)
    return None if clause and re.search(HONORIFIC_TITLE, clause.group()) else clause


def affiliation_in(said: str) -> str | None:
    """Return the organisation that a bracket or clause names."""
    said = said.strip(" ,")
    if said.startswith("("):
        inside = _BOTH.sub("", said.strip("()"))
        return None if listed_languages(inside) else inside
    if organisation := organisation_in(said):
        return organisation
    return said if said[:1].isupper() and looks_like_organisation(said) else None
