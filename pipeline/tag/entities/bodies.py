"""Organisations whose name says what they are: universities, ministries, associations, banks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.records.tags import EntityLabel
from pipeline.tag.entities.lexicon import is_ordinary
from pipeline.tag.entities.mentions import Key, Mention, Token, is_sentence, tokens
from pipeline.tag.entities.places import world
from pipeline.tag.entities.segments import Segment

#: Folded beginnings of words that head the names of bodies in English, French and Portuguese.
_CLEAR = (
    "agenc|alian|allianc|associa|authorit|autorid|autorit|banc|bank|banque|bureau|camara|chamb|"
    "coalition|coligac|collecti|colet|comissao|comite|commissi|committ|compan|confedera|conseil|"
    "conselho|consorci|consorti|cooperativ[ae]|corporat|corporac|council|departament|department|"
    "ecole|empresa|faculdade|facult|federa|hospital|hopital|college|lycee|caisse|caixa|inspec|municipalid|stiftung|mutuel|fondation|foundat|fundac|fundo|fonds|groupe|grupo|"
    "instit|laborat|minist|network|observat|organi[sz]a|parlament|parliament|partido|prefeit|rede|"
    "reseau|secretar|sindicat|societ|sociedade|syndicat|trust|universi"
)
#: The same for words that head places, events and notions as well.
_AMBIGUOUS = (
    "academ|assembl|casa|cent|escola|forum|fund|group|house|hub|league|liga|ligue|maison|movement|"
    "moviment|mouvement|museu|office|offici|party|platform|plataform|plateform|red|school|servic|"
    "union|uniao"
)
#: A plural heads a notion: 'Platform Cooperatives', 'Empresas de Base Tecnológica'.
_ONE = r"\w*(?<!s)$|fonds$"
#: Heads that begin differently in the three languages.
_TRANSLATED = {
    "group": ("group", "grupo"),
    "bank": ("bank", "banque", "banco"),
    "network": ("network", "reseau", "rede"),
    "council": ("council", "conseil", "conselho"),
    "foundat": ("foundat", "fondation", "fundac"),
    "school": ("school", "ecole", "escola"),
    "fund": ("fund", "fonds"),
    "committ": ("committ", "comite"),
    "commissi": ("commissi", "comissao"),
    "district": ("district", "distrit"),
    "city": ("city", "ville", "cidade"),
}
_KIND = re.compile(rf"({_CLEAR})(?:{_ONE})")
_HEAD = re.compile(rf"(?:{_CLEAR})(?:{_ONE})|fonds$")
_ANY_HEAD = re.compile(rf"(?:{_CLEAR}|{_AMBIGUOUS})(?:{_ONE})|fonds$")
#: A house with a 'do' and a name after it is a body's.
_STATING_HEAD = re.compile(rf"{_HEAD.pattern}|casa$")

_CAPITALISED = r"[A-ZÀ-ÖØ-Þ][\w&-]*"
#: What a name goes on with: 'de Lisboa', 'of the Republic', "d'Ivoire".
_REST = re.compile(
    r"(?:\s+(?:(?:of|de|du|des|da|do|dos|das)\s+(?:(?:the|la|les)\s+|l['’])?|d['’])"
    rf"{_CAPITALISED}(?:\s+{_CAPITALISED})*)+"
)
#: What follows a head that stands first, as in French and Portuguese: 'Sorbonne Paris Nord'.
_AFTER_HEAD = re.compile(rf"(?:\s+{_CAPITALISED})+")


def is_of_a_body(name: Sequence[str]) -> bool:
    """Tell whether one of the folded words of a name can head the name of a body."""
    return any(_ANY_HEAD.match(word) for word in name)


def kind_of_body(word: str) -> str | None:
    """Return what a folded word that says what a body is shares in the three languages.

    That is how it begins: 'universi' for 'university', 'universite' and 'universidade'; where
    languages differ more, how it begins in English.
    """
    for kind, beginnings in _TRANSLATED.items():
        if word.startswith(beginnings):
            return kind
    match = _KIND.match(word)
    return match[1] if match else None


def short_names(name: Key) -> Iterator[Key]:
    """Yield what a body is called for short: without the word for its kind, or without its town.

    'Manos Unidas' for 'Cooperativa Manos Unidas', 'Equal Care' for 'Equal Care Sheffield'.
    """
    if len(name) > 2 and _ANY_HEAD.match(name[0]) and len(name[1]) > 3:
        yield name[1:]
    if len(name) > 2 and not is_of_a_body(name[:2]) and (name[-1],) in world():
        yield name[:-1]


def stated_bodies(segment: Segment) -> Iterator[Mention]:
    """Yield the organisations of a bullet or heading that a head and a name after it state.

    'Universidade de Coimbra', 'Casa do Impacto', 'Fundação Calouste Gulbenkian'; in English, where
    headings have capitals throughout, 'University of Nairobi' and 'Kenyatta University'.
    """
    text = segment.text
    found = () if is_sentence(text) else tokens(text)
    for position, token in enumerate(found):
        if segment.language == "en" and _HEAD.match(token.folded):
            yield from _ending_in(segment, found[: position + 1])
        if text[token.start].isupper() and _STATING_HEAD.match(token.folded):
            word = text[token.start : token.end]
            english = segment.language == "en" and is_ordinary(word, "en")
            direct = (
                None if english or token.folded == "casa" else _AFTER_HEAD.match(text, token.end)
            )
            end = direct.end() if direct else token.end
            rest = _REST.match(text, end)
            if direct or rest:
                yield Mention(segment, token.start, rest.end() if rest else end, EntityLabel.ORG)


def _ending_in(segment: Segment, found: Sequence[Token]) -> Iterator[Mention]:
    """Yield the English body that ends in a head: from the first word that is not ordinary on.

    'Kenyatta University', not 'Key University'.
    """
    text, start = segment.text, len(found)
    while start and text[found[start - 1].start].isupper():
        if start < len(found) and text[found[start - 1].end : found[start].start] != " ":
            break
        start -= 1
    run = found[start:]
    names = [token for token in run[:-1] if not is_ordinary(text[token.start : token.end], "en")]
    if names:
        yield Mention(segment, names[0].start, run[-1].end, EntityLabel.ORG)
