"""Cuts a piece at what it says of slides, at quotation marks, brackets and credits."""

from __future__ import annotations

import re

from pipeline.programme.importing.affiliations import UPPER
from pipeline.programme.importing.entries import vocabulary
from pipeline.programme.importing.entries.labelled import Again
from pipeline.programme.importing.entries.people import could_be_people
from pipeline.programme.importing.entries.pieces import Piece
from pipeline.programme.importing.entries.roles import Role
from pipeline.programme.importing.entries.statements import statement
from pipeline.programme.importing.entries.times import is_open
from pipeline.programme.importing.honorifics import SMALL_HONORIFICS
from pipeline.programme.importing.prose.sentences import sentences
from pipeline.text import fold

BRACKET = re.compile(
    r"^(?P<head>.*?)\s*[(\[](?P<inside>[^()\[\]]*(?:\([^()]*\)[^()\[\]]*)?)[)\]][.,;:]?$", re.DOTALL
)
_LEADING = re.compile(r"^\((?P<inside>[^()]+)\)\s*[:,.–—-]*\s+(?P<rest>\S.*)$", re.DOTALL)
_QUOTE = re.compile(
    r"(?:^|(?<=[\s,:(]))[«“„\"]\s*(?P<said>[^«»“”„\"]*(?:[“\"][^”\"]*[”\"][^«»“”„\"]*)?)"
    r"\s*[»”“\"](?=$|[\s,.;:)(])"
)
_SINGLE = re.compile(
    r"(?:^|(?<=[\s(]))['‘](?P<said>[^'‘’]*(?:\w['’]\w[^'‘’]*)*)['’](?=$|[\s,.;:)])"
)
#: What stands between a speaker and a title.
_ON = re.compile(r"\s+(?:on|about|sur|sobre)$")
_AFTER_QUOTE = re.compile(r"\s+(?!par\b|by\b|por\b)[a-zà-ÿ]")
_BY = r"(?:by|par|por|pel[ao]|d[eao]s?|d['’])\s*(?=[^\W\d_])"
_MODERATED = re.compile(
    rf"[\s,(–—-]*\b(?:{vocabulary.alternatives('moderates')}"
    rf"|{vocabulary.alternatives('hosts_all')})\s*{_BY}",
    re.IGNORECASE,
)
_LED = re.compile(rf"[\s,(–—-]*\b{vocabulary.alternatives('leads')}\s+{_BY}", re.IGNORECASE)
#: «Les débats seront animés par …» is a sentence, and no title that is led.
_PASSIVE = re.compile(r"\b(?:is|are|will be|est|sont|sera|seront|sao|sera|serao|estara|estarao)$")
#: What somebody is may stand small before the name: «com o chef Bento Malaquias».
_SMALL = (
    rf"(?:(?:the|our|l[ae]s?|[oa]s?|un|une|uma?)\s+(?:[^\W\d_{UPPER}][\w-]*\s+){{0,2}}"
    rf"|l['’][a-zà-ÿ]+\s+)?(?:{SMALL_HONORIFICS}\s+){{0,2}}"
)
_CREDIT = re.compile(rf"^(?i:by|with|par|avec|por|com|de|d['’])\s+{_SMALL}(?=[{UPPER}])")
_AGENT = re.compile(
    r"(?:,\s*|\s+)(?:(?:presented |given |delivered |taught |held |présentée? |donnée? |"
    r"apresentad[oa] |ministrad[oa] |dad[oa] )?"
    r"(?:by|par|por)|,\s*(?:with|avec|com))\s+(?=[^\W\d_])"
    rf"{_SMALL}"
)
#: What is told of somebody after the name: «, who brings slides».
_WHO = re.compile(r",\s+(?:who|whose|qui|dont|que|cuj[ao]s?)\s")
#: «Food, a talk by Ana Reis», «Assainir, comunicação do Sr. Parfait».
_NAMED_TALK = re.compile(
    r",\s+(?P<genre>[a-zà-ÿ]+)\s+(?:d[aeo]s?|du|d['’]|by|par|por)\s*(?P<who>[^\W\d_a-z].*)$"
)
_WITH = re.compile(rf",?\s+(?:with|avec|com|featuring)\s+(?=[^\W\d_]){_SMALL}")


def stated(text: str, before: str, again: Again) -> list[Piece] | None:
    """Cut off what tells of slides: a last sentence, a bracket, what a semicolon parts off."""
    said = sentences(text)
    if len(said) > 1 and statement(said[-1]) is not None:
        return [*again(" ".join(said[:-1]), before), *again(said[-1], ".")]
    aside = BRACKET.match(text)
    if aside and aside["head"] and statement(aside["inside"]) is not None:
        return [*again(aside["head"], before), *again(aside["inside"], "(")]
    first, semicolon, last = text.rpartition(";")
    if semicolon and statement(last) is not None and could_be_people(first):
        told = Piece(text=last.strip(), line=0, before=";", known=Role.LANGUAGES)
        return [*again(first, before), told]
    return None


def quoted(text: str, before: str, again: Again) -> list[Piece] | None:
    """Cut out a quotation that is a title of its own, and no word within one."""
    quote = _QUOTE.search(text) or _SINGLE.search(text)
    if not quote or len(quote["said"].split()) < 2:
        return None
    head, tail = text[: quote.start()], text[quote.end() :]
    bare = _ON.sub("", head.strip(" ,:;"))
    is_apart = not bare or head.rstrip().endswith((",", ":", ";", ")", "–", "—", "-"))
    is_told = could_be_people(bare) or vocabulary.is_genre(fold(bare))
    if not (is_apart or is_told) or _AFTER_QUOTE.match(tail):
        return None
    title = Piece(text=quote["said"].strip(" ,.;"), line=0, before='"')
    return [*again(bare, before), title, *again(tail.lstrip(" ,.;:"), ",")]


def led(text: str, before: str, again: Again) -> list[Piece] | None:
    """Cut off who moderates or leads; whoever leads what has no title of its own only hosts."""
    for pattern in (_MODERATED, _LED):
        match = pattern.search(text)
        names = text[match.end() :].rstrip(")") if match else ""
        if not match or not could_be_people(names):
            continue
        head = fold(text[: match.start()]).strip(" ,:–—-")
        hosts = (
            pattern is _MODERATED
            or _PASSIVE.search(head)
            or vocabulary.BREAK.match(head)
            or vocabulary.is_genre(head)
        )
        role = Role.CHAIR if hosts else None
        person = Piece(text=names, line=0, before="by", known=role)
        return [*again(text[: match.start()], before), person]
    return None


def credited(text: str, before: str, again: Again) -> list[Piece] | None:
    """Cut off the people of «by Ana Reis», «Food, by Ana Reis» and «Food with Ana Reis»."""
    credit = _CREDIT.match(text)
    if credit and (who := _who(text[credit.end() :], again)):
        return who
    named = _NAMED_TALK.search(text)
    if named and vocabulary.is_genre(fold(named["genre"])) and could_be_people(named["who"]):
        return [
            *again(text[: named.start()], before),
            Piece(text=named["who"], line=0, before="by"),
        ]
    for pattern in (_AGENT, _WITH):
        for agent in pattern.finditer(text):
            if who := _who(text[agent.end() :], again):
                return [*again(text[: agent.start()], before), *who]
    return None


def _who(text: str, again: Again) -> list[Piece]:
    """Return people and what a clause tells of them, [] where no people are named."""
    clause = _WHO.search(text)
    named = text[: clause.start()] if clause else text
    if not could_be_people(named):
        return []
    rest = again(text[clause.start() :].strip(" ,"), ",") if clause else []
    return [Piece(text=named, line=0, before="by"), *rest]


def bracketed(text: str, before: str, again: Again) -> list[Piece] | None:
    """Cut off what stands in brackets at the end, or at the beginning."""
    if leading := _LEADING.match(text):
        return [*again(leading["inside"], "("), *again(leading["rest"], ",")]
    bracket = BRACKET.match(text)
    if not bracket or is_open(bracket["head"]):
        return None
    return [*again(bracket["head"], before), *again(bracket["inside"], "(")]
