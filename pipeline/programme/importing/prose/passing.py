"""Reads what a sentence says of a person in passing: «, professor at the University of Lagos,»."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.programme.importing.affiliations import ROLE, looks_like_organisation, organisation_in
from pipeline.programme.importing.languages import listed_languages
from pipeline.programme.importing.prose.lexicon import Lexicon
from pipeline.programme.importing.prose.names import HONORIFIC, OF_INSTITUTION, is_full_name


def passing(sentence: str, at: int, lexicon: Lexicon) -> Iterator[str]:
    """Yield one after another what is said of the person whose name ends there."""
    brackets = re.compile(r"\s*\([^()]*\)")
    said = True
    while said:
        rest = sentence[at:]
        match = brackets.match(rest) or _of(rest, lexicon) or _clause(rest, lexicon)
        said = bool(match and match.group().strip(" ,"))
        if match and said:
            yield match.group()
            at += match.end()


def _of(rest: str, lexicon: Lexicon) -> re.Match[str] | None:
    """Match « of Memory Commons» right after a name."""
    place = OF_INSTITUTION.match(rest)
    if not place:
        return None
    # French and Portuguese write parts of a name small: «Caisse mutuelle de Kayes a …».
    longer = lexicon.pattern(r"\s[^,.;:()]{1,60}?(?=\s+(?:<talks.adverbs>\s+)?(?:<talks.verbs>)\b)")
    more = longer.match(rest[place.end() :])
    if more and len(more.group().split()) <= 4 and lexicon.numbers[0] != "one":
        return re.match(re.escape(rest[: place.end() + more.end()]), rest)
    return place


def _clause(rest: str, lexicon: Lexicon) -> re.Match[str] | None:
    """Match «, founder and director of the Casa do Impacto (Portugal)» after a name."""
    clause = re.match(r"\s*,\s*(?P<said>[^,;.()]+(?:\([^()]*\))?)(?=\s*[,;.)]|\s*$)", rest)
    stops = lexicon.pattern(
        r"(?:and|et|e|who|which|qui|que|while|tandis|enquanto|then|<talks.about>|with|avec|com|"
        r"<hosting.verbs>|<talks.verbs>)\b"
    )
    said = clause["said"] if clause else ""
    speaks = lexicon.pattern(r"\b(?:<talks.verbs>|<hosting.verbs>)\b")
    if not clause or stops.match(said) or speaks.search(said) or re.match(HONORIFIC, said):
        return None
    is_told = said[:1].islower() or looks_like_organisation(said) or ROLE.match(said)
    return clause if is_told and (ROLE.match(said) or not is_full_name(said)) else None


def affiliation_in(said: str) -> str | None:
    """Return the organisation that a bracket or clause names."""
    said = said.strip(" ,")
    if said.startswith("("):
        inside = said.strip("()")
        return None if listed_languages(inside) else inside
    if organisation := organisation_in(said):
        return organisation
    return said if said[:1].isupper() and looks_like_organisation(said) else None
