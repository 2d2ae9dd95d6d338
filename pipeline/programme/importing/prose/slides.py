"""Reads in which languages slides are there: «… is available here: en - fr - pt», «No slides»."""

from __future__ import annotations

import re
from enum import Enum

from pipeline.programme.importing.entries.absent import is_denied
from pipeline.programme.importing.entries.statements import names_slides, statement
from pipeline.programme.importing.labels import label
from pipeline.programme.importing.languages import listed_languages, named_languages
from pipeline.programme.importing.prose.lexicon import Lexicon
from pipeline.programme.importing.prose.mentions import mentions
from pipeline.programme.importing.prose.names import NAME
from pipeline.records.base import Record

_TRAILING = re.compile(r"\s*[\[(](?P<inside>[^()\[\]]{2,60})[\])]\s*\.?$")
#: The last column of a programme that is set on lines, after a bar, a dash or a gap.
_LAST_COLUMN = re.compile(
    r"^(?P<head>.*)(?:\s*\|\s*|\s+[–—]\s+|\s{3,}|\t+|(?<=[»”\"])\s+)(?P<inside>[^|()\t]{2,60})$"
)

#: What has more letters is no sentence, and patterns would search it for minutes.
LONGEST = 4000
_AND = re.compile(r"\s*[,&/]\s*|\s+(?:and|et|e|y)\s+")


class Whose(Enum):
    """Whose slides a statement speaks of."""

    NAMED = "named"
    CURRENT = "current"
    BOTH = "both"
    ALL = "all"


class Slides(Record, frozen=True):
    """A statement about slides; `names` are given where they are those of named people."""

    languages: tuple[str, ...]
    whose: Whose
    names: tuple[str, ...] = ()


def slides_in(sentence: str, lexicon: Lexicon) -> list[Slides]:
    """Return what a sentence or line says of slides, [] where it says nothing of them."""
    if len(sentence) > LONGEST:
        return []
    if lexicon.pattern(r"(?:^|[\s(])<slides.none>").search(sentence):
        return [Slides(languages=(), whose=Whose.CURRENT)]
    told = lexicon.pattern(
        r"\b(?:<slides.nouns>)\b.*?\b(?:<slides.available>)\b"
        r"|\b(?:<slides.nouns>)\b.*?"
        r"\s(?:is|are|was|were|will be|est|sont|seront?|sera|está|estão|será|serão)"
        r"\s+(?:\w+\s+)?(?:in|en|em)(?=\s)"
        r"|\b(?:<slides.find>)\b.*?\b(?:<slides.nouns>)\b"
        r"|^\W*(?:\w+\s+)?(?:<slides.nouns>)(?:\s+(?:<slides.available>))?"
        r"(?:\s+(?:(?:<talks.of>)\b[^:]*|(?-i:[A-ZÀ-Þ])[^:]{1,60}))?(?:\s+(?:in|en|em))?\s*[:(–—-]"
    ).search(sentence)
    if not told:
        return (
            _after_names(sentence, lexicon)
            or _stated(sentence, lexicon)
            or _in_passing(sentence, lexicon)
        )
    if each := _of_each(sentence[told.end() :], lexicon):
        return each
    languages = _languages(sentence, sentence[told.end() :], lexicon)
    if not languages:
        return []
    names = tuple(person.name for person in mentions(sentence, lexicon) if person.honorific)
    if lexicon.pattern(r"\b<slides.own>(?!\w)").search(sentence):
        names = ()
    names = names or _credited(sentence, lexicon) or _beside(told.group(), lexicon)
    return [Slides(languages=languages, whose=_whose(sentence, names, lexicon), names=names)]


def split_slides(line: str, lexicon: Lexicon) -> tuple[str, tuple[str, ...] | None]:
    """Return a line of a programme without what it ends with on slides, and their languages."""
    stated = lexicon.pattern(
        r"[\s.,;(\[|–—-]*\b(?:<slides.nouns>|<slides.available>)(?:\s+(?:<slides.available>))?"
        r"(?:\s+(?:in|en|em))?\s*:?\s*(?P<tail>[^:]{2,60}?)[)\]]?\.?$"
    ).search(line)
    if stated and (languages := listed_languages(stated["tail"])):
        return line[: stated.start()], languages
    absent = lexicon.pattern(r"[\s.,;(\[|–—-]*(?<!\w)(?:<slides.none>)\s*[)\]]?\.?$").search(line)
    if absent:
        return line[: absent.start()], ()
    trailing = _TRAILING.search(line)
    if trailing and (languages := listed_languages(trailing["inside"])):
        return line[: trailing.start()], languages
    column = _LAST_COLUMN.search(line)
    if column and (languages := listed_languages(column["inside"])):
        return column["head"], languages
    return line, None


def bracketed_slides(sentence: str, lexicon: Lexicon) -> tuple[str, list[Slides]]:
    """Return a sentence without its «(slides: en, fr)», and what that says."""
    told = lexicon.pattern(
        r"\s*[\[(]\s*(?:(?:<slides.nouns>)\b[^()]*?:?\s*)?(?P<tail>[^()\[\]]+)[\])]"
    )
    rest, found = sentence, []
    for match in told.finditer(sentence):
        absent = lexicon.pattern(r"<slides.none>").match(match.group().strip(" (["))
        inside = match["tail"].split(";")[0]
        languages = () if absent else listed_languages(inside) or statement(inside)
        if languages is not None:
            rest = rest.replace(match.group(), "", 1)
            found.append(Slides(languages=languages, whose=Whose.CURRENT))
    return rest, found


def _of_each(text: str, lexicon: Lexicon) -> list[Slides]:
    """Return the statements of a list such as «Ms. Quispe (es - fr), Mr. Flores (es)»."""
    parts = re.findall(r"([^()]+)\(([^()]+)\)", text)
    found = [
        (tuple(one.name for one in mentions(said, lexicon)), listed_languages(inside))
        for said, inside in parts
    ]
    if not found or not all(names and tags for names, tags in found):
        return []
    return [Slides(languages=tags or (), whose=Whose.NAMED, names=names) for names, tags in found]


def _after_names(sentence: str, lexicon: Lexicon) -> list[Slides]:
    """Return the statement of a line that ends in «names: languages», whatever it calls them."""
    said, colon, tail = sentence.rpartition(":")
    languages = listed_languages(tail) if colon else None
    names = tuple(person.name for person in mentions(said, lexicon))
    if not names and not label(sentence):
        bare = tuple(_AND.split(said.strip(" •*–—-")))
        names = bare if all(re.fullmatch(NAME, one) for one in bare) else ()
    if not languages or not names:
        return []
    return [Slides(languages=languages, whose=Whose.NAMED, names=names)]


def _languages(sentence: str, tail: str, lexicon: Lexicon) -> tuple[str, ...]:
    noun = list(lexicon.pattern(r"\b(?:<slides.nouns>)\b").finditer(sentence))
    every = named_languages(sentence[noun[0].end() :]) if len(noun) > 1 else ()
    if len(every) > 1:
        # «Slides (Arabic) Slides (English)» names slides with each.
        return every
    after_colon = sentence.rpartition(":")[2] if ":" in sentence else ""
    listed = listed_languages(after_colon) if after_colon.strip() else None
    return listed or _in_tail(tail) or named_languages(tail) or named_languages(sentence)


def _in_tail(tail: str) -> tuple[str, ...] | None:
    inside = re.search(r"\(([^()]+)\)", tail)
    plain = re.sub(
        r"^\W*(?:here|ici|aqui|below|ci-dessous|abaixo)?\W*(?:(?:in|en|em)\b)?", "", tail
    )
    return (listed_languages(inside[1]) if inside else None) or listed_languages(plain)


def _credited(sentence: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Return full names after «slides by» that have no title before them."""
    credit = lexicon.pattern(r"\b(?:<slides.nouns>)\s+(?:<talks.of>)\s*(?=[^\W\d_])")
    starts = [match.end() for match in credit.finditer(sentence)]
    return tuple(
        person.name
        for person in mentions(sentence, lexicon)
        if any(start <= person.start for start in starts)
    )


def _in_passing(sentence: str, lexicon: Lexicon) -> list[Slides]:
    """Return what «…, with slides in English and Ukrainian» tells beside other things."""
    told = lexicon.pattern(
        r"\b(?:<slides.nouns>)\s+(?:\w+\s+)?(?:in|en|em)\s+(?P<tail>[^.;:()]+)"
    ).search(sentence)
    languages = listed_languages(told["tail"]) if told else None
    return [Slides(languages=languages, whose=Whose.CURRENT)] if languages else []


def _stated(sentence: str, lexicon: Lexicon) -> list[Slides]:
    """Return what a short sentence says in any other words."""
    known = label(sentence)
    if known and known.field == "languages" and (listed := listed_languages(known.value)):
        return [Slides(languages=listed, whose=Whose.CURRENT)]
    last = sentence.rpartition(";")[2]
    languages = statement(last) if names_slides(last) else None
    if not languages:
        denied = any(map(is_denied, sentence.split(";")))
        return [Slides(languages=(), whose=Whose.CURRENT)] if denied else []
    return [Slides(languages=languages, whose=_whose(sentence, (), lexicon))]


def _beside(said: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Return the names in «Slides Lomtatidze and Okello:», surnames alone as well."""
    between = lexicon.pattern(
        r"^\W*(?:<slides.nouns>)\s+(?P<names>(?-i:[A-ZÀ-Þ])[^:]*?)\s*:$"
    ).match(said)
    parts = _AND.split(between["names"]) if between else []
    return tuple(parts) if all(re.fullmatch(NAME, part) for part in parts) else ()


def _whose(sentence: str, names: tuple[str, ...], lexicon: Lexicon) -> Whose:
    if names:
        return Whose.NAMED
    if lexicon.pattern(r"\b<slides.own>(?!\w)").search(sentence):
        return Whose.CURRENT
    if lexicon.pattern(r"\b<slides.both>").search(sentence):
        return Whose.BOTH
    return Whose.ALL if lexicon.pattern(r"\b<slides.all>").search(sentence) else Whose.CURRENT
