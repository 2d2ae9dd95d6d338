"""People whom their role announces: 'Marta Figueiredo, coordenadora', 'Photos: Maria Rossi'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.records.tags import EntityLabel
from pipeline.tag.entities.found import Found
from pipeline.tag.entities.patterns import NAME_WORD, PARTICLE

#: What people are in English, French and Portuguese, whatever their sex.
_ROLE = (
    r"(?:co-?)?(?:coordinat(?:or|eur|rice)|coordenador[a]?|director|direct(?:eur|rice)|diretor[a]?|"
    r"pr[eé]sident[ea]?|chair(?:man|woman|person)?|treasurer|tr[eé]sori(?:er|[eè]re)|tesoureir[oa]|"
    r"secretary|secr[eé]taire|secret[aá]ri[oa]|professor[a]?|professeure?|lecturer|researcher|"
    r"chercheu(?:r|se)|investigador[a]?|pesquisador[a]?|nurse|infirmi(?:er|[eè]re)|enfermeir[oa]|"
    r"mayor|maire|prefeit[oa]|minister|ministr[eoa]|founder|fondat(?:eur|rice)|fundador[a]?|"
    r"manager|developer|engineer|ing[eé]nieure?|engenheir[oa]|advis[eo]r|leader|teacher|"
    r"enseignante?|trainer|format(?:eur|rice)|formador[a]?|moderator|mod[eé]rat(?:eur|rice)|"
    r"moderador[a]?|animat(?:eur|rice)|facilitat(?:or|eur|rice)|facilitador[a]?|author|aut(?:eure?|"
    r"rice|or[a]?)|photographer|photographe|fot[oó]graf[oa]|editor[a]?|farmer|lawyer|avocate?|"
    r"advogad[oa]|journalist[ea]?|jornalista|sociolog(?:ist|ue)|soci[oó]log[oa]|economist[ea]?|"
    r"[eé]conomiste|chief|chef|doctorante?|PhD|speaker|intervenante?|oradora?|student|[eé]tudiante?)"
)
#: What people do for others, who are named after it.
_TASK = (
    r"(?:photo(?:s|graph(?:s|y|ies?))?|fotos?|fotografias?|animation|media[cç][aã]o|modera(?:tion|"
    r"[cç][aã]o)|coordination|coordena[cç][aã]o|translation|traduction|tradu[cç][aã]o|contact[eo]?|"
    r"facilita(?:tion|[cç][aã]o)|text[eo]?s?|illustrations?|ilustra[cç](?:[aã]o|[oõ]es)|design)"
)
_NAME = rf"{NAME_WORD}(?:\s(?:{PARTICLE}\s){{0,2}}{NAME_WORD}){{1,4}}"
_ARTICLE = r"(?:(?:the|an?|la|le|une?|o|os|as|um|uma|our|notre|nossa?)\s|l['’])?"
_AFTER = re.compile(
    rf"^(?P<name>{_NAME})\s?(?:,|–|-|:|\()\s?(?i:{_ARTICLE}(?:[\w-]+\s){{0,2}}?{_ROLE})(?!\w)"
)
_BEFORE = re.compile(
    rf"(?:^|[,;(–]\s?)(?i:(?:[\w-]+\s){{0,2}}?(?:{_ROLE}|{_TASK})(?!\w)(?:\s[\w.'’ªº-]+){{0,4}}?\s?(?::|\sby\s|\spar\s|"
    rf"\spor\s|\sde\s))\s?(?P<names>{_NAME}(?:(?:,|\s(?:and|et|e|&))\s{_NAME})*)"
)
_EACH = re.compile(_NAME)


def in_roles(text: str) -> Iterator[Found]:
    """Yield the people of a line who stand beside their role or their task."""
    match = _AFTER.match(text)
    if match:
        yield Found(*match.span("name"), EntityLabel.PERSON)
    for match in _BEFORE.finditer(text):
        for each in _EACH.finditer(text, *match.span("names")):
            yield Found(*each.span(), EntityLabel.PERSON)
