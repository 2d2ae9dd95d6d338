"""Reads what a piece says of the languages of slides."""

from __future__ import annotations

import re

from pipeline.programme.importing.entries.absent import is_denied, without_promised
from pipeline.programme.importing.entries.vocabulary import SLIDES, alternatives
from pipeline.programme.importing.languages import language_tag, listed_languages, named_languages
from pipeline.programme.suggest import ISO_639_1
from pipeline.text import fold, words

_NOUN = alternatives("slides")
#: A word for slides.
NOUN = re.compile(rf"\b{_NOUN}\b")
#: What says that there are no slides.
NONE = re.compile(
    rf"\b{alternatives('no_before')}\s+(?:\w+\s+)?{_NOUN}\b"
    rf"|\b{_NOUN}\b[^.]*\b{alternatives('no_after')}\b"
    rf"|\b{_NOUN}\s*:?\s*(?:(?:none|no|not|aucune?|nenhum|non|nao|{alternatives('pending')})\b"
    r"|[-–—]\s*$)"
    r"|^\W*(?:none|aucune?|nenhuma?|n/a|[-–—/]{1,2})\W*$"
)
#: A label with one of these words tells of the whole, not of slides.
_OF_ALL = re.compile(r"langu|lingua|idioma")
_SPOKEN = re.compile(rf"\b{alternatives('spoken')}\b")
_ASIDE = re.compile(
    r",?\s*(?:with|avec|com|and|et|e)?\s*(?:an?\s+|une?\s+|uma?\s+|simultaneous\s+|live\s+)?"
    rf"{alternatives('beside_slides')}\b[^.;)]*",
    re.IGNORECASE,
)
_ALL_TALKS = re.compile(rf"\b{alternatives('all_talks')}\b")
_SLIDES_ARE = re.compile(
    rf"^(?:the |all |les |os |as )?{_NOUN}\b[^.]{{0,40}}?\b{alternatives('plural_verbs')}\b"
)
#: «Os slides dela», «theirs»: slides of those who were told of last.
_OF_SOMEBODY = re.compile(rf"\b{_NOUN}\b \w*\s?(?:del[ea]s?|d['’]elles?|d['’]eux)\b|^theirs\b")
#: «The slides of Ana Reis», «les diapositives de Mme Broeck».
_OF_NAMED = re.compile(r"\s+(?:of|by|from|d[aeo]s?|du|d['’])\s*(?=[^\W\d_a-zà-öø-ÿ])")
#: «All other slides», «les autres», «os restantes».
_OTHERS = re.compile(
    rf"\b(?:other|autres|outr[ao]s|demais)(?: \w+)? {_NOUN}\b"
    r"|\b(?:the|all|les|tou(?:te)?s|[oa]s|tod[ao]s)(?: \w+)? (?:others|rest|remaining|autres"
    r"|demais|outr[ao]s|restantes)\b"
)
_BOTH = re.compile(r"\b(?:both|(?:les|tous|toutes) (?:les )?deux|ambos|ambas|os dois|as duas)\b")
_ALSO = re.compile(r"\b(?:also|additionally|aussi|egalement|tambem|ainda|in addition|plus)\b")
#: Languages that are told beside those of all, without a word for slides: «também em espanhol».
_ONLY_IN = re.compile(
    r"\W*(?:also|only|aussi|egalement|seulement|uniquement|tambem|so|apenas|available"
    r"|disponibles?|disponive(?:l|is))(?: available| disponibles?| disponive(?:l|is))?"
    r" (?:in|en|em) \w+(?:(?:,| and| et| e) (?:(?:in|en|em) )?\w+)*\W*$"
)
#: A file with the tag of its language at the end of its name: «acai_pt.pdf».
_FILE = re.compile(r"[_.-]([a-z]{2})\.(?:pdf|pptx?|odp|key)\b", re.IGNORECASE)
#: A statement of more words than this says more than which languages.
LONGEST = 16


def statement(text: str) -> tuple[str, ...] | None:
    """Return the languages that a piece tells of, () for no slides, None where it is of neither."""
    if listed := listed_languages(text) or _labelled(text):
        return listed
    if _ONLY_IN.match(fold(text)):
        return named_languages(text) or None
    if file := _FILE.search(text):
        return (file[1].lower(),) if file[1].lower() in ISO_639_1 else None
    text = without_promised(_ASIDE.sub("", text))
    plain = fold(text)
    if len(plain.split()) > LONGEST:
        return None
    if is_of_several(text):
        return None
    if ";" in text:
        clauses = [clause for clause in text.split(";") if names_slides(clause)]
        first = statement(clauses[0]) if clauses else None
        more = [tag for one in text.split(";") if is_more(one) for tag in named_languages(one)]
        return tuple(dict.fromkeys((*first, *more))) if first is not None else None
    if NONE.search(plain) or is_denied(text):
        return ()
    noun = list(NOUN.finditer(plain))
    named = _codes_or_names(text, noun[-1].end() if noun and len(plain) == len(text) else 0)
    if not named:
        return None
    others = (word for word in words(text) if not language_tag(word) and len(word) > 3)
    is_spoken = _SPOKEN.search(plain) and all(map(_SPOKEN.fullmatch, others))
    return named if noun or is_spoken else None


def _labelled(text: str) -> tuple[str, ...] | None:
    """Return the languages of «To download: EN, FR», but not those of «Languages: EN, FR»."""
    head, colon, rest = text.partition(":")
    plain = fold(head).strip()
    is_label = colon and SLIDES.match(plain) and not _OF_ALL.match(plain)
    return listed_languages(rest) if is_label else None


def _codes_or_names(text: str, start: int) -> tuple[str, ...]:
    """Return the languages after the last word for slides, else all that are named."""
    tail = text[start:]
    if len(NOUN.findall(fold(text))) > 1 and len(every := named_languages(text)) > 1:
        # «bandeira portuguesa, bandeira britânica» names slides with each.
        return every
    inside = re.search(r"[:(]\s*([^()]+?)\)?\.?$", tail)
    listed = listed_languages(inside[1]) if inside else None
    plain = re.sub(
        r"^\W*(?:(?:are|is|sont|est|sao|available|disponibles?|disponive(?:l|is))\s+)*(?:in|en|em)?\s+",
        "",
        tail,
    )
    return (
        listed
        or listed_languages(plain)
        or named_languages(tail)
        or (named_languages(text) if start else ())
    )


def names_slides(text: str) -> bool:
    """Tell whether a text has a word for slides."""
    return bool(NOUN.search(fold(text)) or _labelled(text))


def is_of_several(text: str) -> bool:
    """Tell whether a text lists whose slides are in which languages: «Moyo EN; Tamm none»."""
    clauses = [said for part in text.split(";") if len(said := part.split()) > 1]
    listed = (listed_languages(clause[-1]) for clause in clauses if clause[0][:1].isupper())
    return sum(map(bool, listed)) > 1


def is_for_all(text: str, *, strictly: bool = False) -> bool:
    """Tell whether a statement is one on the slides of all talks; `strictly` it must say so."""
    plain = fold(text)
    noun = NOUN.search(plain)
    of_named = noun and len(plain) == len(text) and _OF_NAMED.match(text[noun.end() :])
    somebody = of_named or _OF_SOMEBODY.search(plain)
    said = _ALL_TALKS.search(plain) or (not strictly and _SLIDES_ARE.search(plain))
    return bool(_OTHERS.search(plain) or (said and not somebody))


def is_for_both(text: str) -> bool:
    """Tell whether a statement is one on the slides of the two talks before it."""
    return bool(_BOTH.search(fold(text)))


def is_more(text: str) -> bool:
    """Tell whether a statement names languages beside those of all talks."""
    return bool(_ALSO.search(fold(text)))
