"""How people and institutions are written: patterns of names in running text."""

from __future__ import annotations

import re

from pipeline.programme.importing.affiliations import (
    ORGANISATION_KINDS,
    ROLE,
    UPPER,
    looks_like_organisation,
)
from pipeline.programme.importing.dates import weekdays
from pipeline.programme.importing.entries.vocabulary import PROFESSION
from pipeline.programme.importing.honorifics import HONORIFICS
from pipeline.text import fold

_WORD = (
    rf"(?:(?:St|Ste)\.(?=\s)|(?!(?:{HONORIFICS})(?:\s|$))(?:[{UPPER}]\.(?:-?[{UPPER}]\.)*(?!\w)"
    rf"|(?:[dDlLO][’'])?[{UPPER}][^\W\d_]*(?:[-’'‑][^\W\d_]+)*))"
)
_PARTICLE = (
    r"(?:d[aeo]s?|del|della|dei|degli|di|van|von|der|den|ter|ten|la|le|los|el|al|bin|ibn|ben|du|"
    r"des|af|av|zu|zur|y|i|dal|dalla|ould|binti?|wa|ya|ole|arap|san|abu|vom|zum|op|’t|d[’'])"
)
HONORIFIC = rf"(?:(?:{HONORIFICS})\s+)+"
#: A title by itself, wherever it stands.
HONORIFIC_TITLE = rf"(?<![\w’'-])(?:{HONORIFICS})(?=\s|$)"
NAME = rf"{_WORD}(?:\s+(?:{_PARTICLE}\s+){{0,3}}{_WORD}){{0,5}}"
_INSTITUTION = (
    rf"(?P<name>(?:\d+\S*\s+)?{_WORD}"
    rf"(?:\s+(?:(?:of|on|the|for|and|&|de|d[’']|du|des|da|do|das|dos|la|le|les|l[’']|et|e|para|"
    rf"pour|as|os)\s*){{0,3}}{_WORD})*)"
)
#: The name of an institution or event in running text, after a preposition or an article.
PHRASE = re.compile(
    r"(?:^(?:The|La|L[’']|A|O)\s*|\b(?:of|at|during|within|de|du|da|do|d[’']|à|no|na|by|par|pel[ao])"
    rf"\s*(?:the\s+|la\s+|l[’'])?){_INSTITUTION}"
)
#: «of Memory Commons», «from the cooperative group Città Aperta», «de l'entreprise kényane Pula».
_KIND = rf"(?:(?:{ORGANISATION_KINDS})\s+(?:[^\W\d_A-ZÀ-Þ][\w-]*\s+){{0,2}})"
OF_INSTITUTION = re.compile(
    rf"\s+(?:of|from|at|with|chez|de|d[’']|du|da|do|des|dos|das|na|no|au|à)\s*"
    rf"(?:the\s+|la\s+|l[’'])?(?:(?:[^\W\d_][\w-]*\s+)?{_KIND})?{_INSTITUTION}"
)
MENTION = re.compile(rf"(?<![\w’'-])(?P<title>{HONORIFIC})?(?P<name>{NAME})")
_WHOLE_NAME = re.compile(rf"{NAME}$")

_STARTERS = """
the a an in on at of after afterwards then next later while when during following finally
both our his her this that these those and but also day morning afternoon evening session
slides speaker speakers eventually initially first second third last another other each
young old here there
le la les un une au aux dans en lors apres ensuite puis enfin pour par avec sur ce cette
pendant durant jour journee matin seance supports intervenant intervenante intervenants
o os as um no na nos nas depois durante por fim para com dia manha tarde sessao oradora
orador oradores seguiu-se seguiram-se keynote opening closing welcome lunch break coffee
registration workshop panel discussion group work introduction conclusion questions
presentation presentations apresentacao apresentacoes
elective electives course module workshop seminar strand academy cours atelier seminaire curso
modulo oficina eletiva optativa disciplina academie academia
"""

#: Words that start a sentence with a capital, or are capitals elsewhere, and are no names; folded.
NOT_NAMES = frozenset(_STARTERS.split())


def is_full_name(text: str) -> bool:
    """Tell whether a text is a name of two words or more, and nothing else."""
    return (
        " " in text and _WHOLE_NAME.match(text) is not None
        and trimmed(text.split()) == text.split()
        and not looks_like_organisation(text)
    )  # fmt: skip


def may_be_a_person(name: str) -> bool:
    """Tell whether a name without a title can be that of a person."""
    is_role = ROLE.fullmatch(name.rpartition(" ")[2]) is not None
    return " " in name and not looks_like_organisation(name) and not is_role


def trimmed(words: list[str]) -> list[str]:
    """Drop words before a name that start the sentence; after it they may be surnames (Dia)."""
    while words and (_is_no_name(words[0]) or (len(words) > 2 and _introduces(words[0]))):
        words = words[1:]
    return words


def _introduces(word: str) -> bool:
    """Tell whether a word says who somebody is, before the name: «Engineer», «Edinburgh's»."""
    return bool(re.search(r"[’']s$", word) or PROFESSION.fullmatch(fold(word)))


#: «C'est Joanne», «L'ingénieure»: a small letter follows what is elided.
_ELIDED = re.compile(r"[A-ZÀ-Þ][a-z]?[’'][a-zà-ÿ]")


def _is_no_name(word: str) -> bool:
    plain = fold(word)
    if _ELIDED.match(word):
        return True
    return plain in NOT_NAMES or plain in weekdays() or word[:1].islower()
