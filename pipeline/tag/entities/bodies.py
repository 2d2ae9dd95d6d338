"""Organisations whose name says what they are: universities, ministries, associations, banks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.records.tags import EntityLabel
from pipeline.tag.entities.mentions import Mention
from pipeline.text import words

#: Folded beginnings of words that head the names of bodies in English, French and Portuguese.
_CLEAR = (
    "agenc|alian|allianc|associa|authorit|autorid|autorit|banc|bank|banque|bureau|camara|chamb|"
    "coalition|coligac|collecti|colet|comissao|comite|commissi|committ|compan|confedera|conseil|"
    "conselho|consorci|consorti|cooperativ|corpora|council|departament|department|"
    "ecole|empresa|faculdade|facult|federa|fondation|foundat|fundac|fundo|fonds|groupe|grupo|"
    "instit|laborat|minist|network|observat|organi|parlament|parliament|partido|prefeit|rede|"
    "reseau|secretar|sindicat|societ|sociedade|syndicat|trust|universi"
)
#: The same for words that head places, events and notions as well.
_AMBIGUOUS = (
    "academ|assembl|casa|cent|escola|forum|fund|group|house|hub|league|liga|ligue|maison|movement|"
    "moviment|mouvement|museu|office|offici|party|platform|plataform|plateform|red|school|servic|"
    "union|uniao"
)
_HEAD = re.compile(rf"(?:{_CLEAR})")
_ANY_HEAD = re.compile(rf"(?:{_CLEAR}|{_AMBIGUOUS})")

#: What a name goes on with: 'de Lisboa', 'of the Republic', "d'Ivoire".
_REST = re.compile(
    r"(?:\s+(?:(?:of|de|du|des|da|do|dos|das)\s+(?:(?:the|la|les)\s+|l['’])?|d['’])"
    r"[A-ZÀ-ÖØ-Þ][\w&-]*(?:\s+[A-ZÀ-ÖØ-Þ][\w&-]*)*)+"
)
_AND = re.compile(r"\s+(?:and|et|e|&)\s+(?:(?:the|a|o|la|le|les)\s+|l['’])?")

#: So many words make an ambiguous head a body's: 'Casa do Impacto', not 'Casa Branca'.
_LONG = 3


def is_of_a_body(name: Sequence[str]) -> bool:
    """Tell whether one of the folded words of a name can head the name of a body."""
    return any(_ANY_HEAD.match(word) for word in name)


def made_whole(mention: Mention) -> Iterator[Mention]:
    """Yield the organisations that a mention is of, each with all of its name.

    Models cut 'Câmara Municipal de Lisboa' in two, take two bodies with an 'and' between them for
    one, and take a university for a place; a mention that names no body comes back as it is.
    """
    parts = list(_parts(mention))
    for part in parts:
        if part.label is EntityLabel.EVENT or not _names_a_body(words(part.text)):
            yield part
            continue
        rest = _REST.match(part.segment.text, part.end) if part is parts[-1] else None
        yield part._replace(end=rest.end() if rest else part.end, label=EntityLabel.ORG)


def _names_a_body(name: Sequence[str]) -> bool:
    ends = {name[0], name[-1]} if len(name) > 1 or _HEAD.match(name[0]) else set()
    long = len(name) >= _LONG
    return any((_ANY_HEAD if long else _HEAD).match(word) for word in ends)


def _parts(mention: Mention) -> Iterator[Mention]:
    """Cut at an 'and' that has a body on either side."""
    start = mention.start
    for match in _AND.finditer(mention.segment.text, mention.start, mention.end):
        left = words(mention.segment.text[start : match.start()])
        right = words(mention.segment.text[match.end() : mention.end])
        if left and right and _names_a_body(left) and _names_a_body(right):
            yield mention._replace(start=start, end=match.start())
            start = match.end()
    yield mention._replace(start=start)
