"""Names that a text states by its form: titles announce people, ordinals events, quotes works."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.records.tags import EntityLabel
from pipeline.tag.entities.found import Found
from pipeline.text import fold, words

_UPPER = "A-ZÀ-ÖØ-Þ"
#: `M.` is a title with its full stop only; without it, it is an initial.
TITLE = (
    r"(?:(?:Mr|Mrs|Ms|Mx|Dr|Prof|Professor|Sir|Mme|Mlle|Pr|Madame|Monsieur|Sr|Sra|Srta|Dra|Profa|"
    r"Profª|Dona|Eng|Engª|Padre|Frei|Maître|Father|Rev)\b\.?[ªº]?|M\.)"
)
#: What a person is, which is no part of the name.
ROLE = (
    r"(?:[Pp]r[eé]sident[ea]?|[Mm]inist(?:er|re|r[oa])|[Ss]enat(?:or|eur)|[Ss]enador[a]?|"
    r"[Gg]overn(?:or|ador))"
)
#: What stands in small letters inside the names of people.
PARTICLE = r"(?:de|da|do|dos|das|del|della|di|du|la|le|van|von|der|den|el|al|bin)"
#: A word of such a name, or an initial.
NAME_WORD = rf"(?:[{_UPPER}]\.|[{_UPPER}][\w'’-]+)"
_PERSON = re.compile(
    rf"(?<!\w){TITLE}\s+({NAME_WORD}(?:\s+(?:{PARTICLE}\s+){{0,2}}{NAME_WORD}){{0,4}})"
)

_ORDINAL = r"(?:\d{1,3}(?:st|nd|rd|th|e|er|ère|ème|\.?[ªº°])|[IVXL]{1,6}(?:e|ème|\.?[ªº])?)"
_LINK = r"(?:of|on|for|the|and|in|de|du|des|da|do|das|dos|d['’]|sur|sobre|l['’]|la|le|et|e|em)"
_NUMBERED = re.compile(
    rf"(?<!\w){_ORDINAL}\s+[{_UPPER}][\w-]+(?:(?:\s+{_LINK}){{0,3}}\s*[{_UPPER}][\w-]+)*"
)
#: How a numbered event that begins a line goes on where only its first word has a capital:
#: "12e Académie sur l'économie sociale et solidaire".
_ALONE = re.compile(r"(?:\s+(?:sur|sobre|on|of|de|des|du|da|do|das|dos)\b|\s+d['’])[^,;:.()|–—]*")
_MEETING = (
    r"conferenc|summit|sommet|cimeira|cupula|sympos|simpos|colloqu|coloqui|workshop|seminar|"
    r"seminair|festival|hackathon|biennal|bienal|webinar|meetup|jornadas|assises"
)
_EVENT = re.compile(rf"(?:{_MEETING})")
_NUMBERED_EVENT = re.compile(
    rf"(?:{_MEETING}|forum|congres|academ|assembl|encontro|rencontre|semana|semaine|week|jornada|"
    r"journee|salon|edition|edicao|meeting|gathering|universit)"
)
#: What makes of a forum or a meeting that opens a line a great one: 'Fórum Social Mundial'.
_GREAT = r"(?:inter)?na[tc]i?ona(?:l|le|is|ux|les)|mondia(?:l|le|ux)|mundia(?:l|is)|glob\w+|world"
_OPENING = re.compile(
    rf"^(?P<name>[{_UPPER}]\w+(?:\s[\w'’-]+){{0,3}}?\s(?i:{_GREAT})(?!\w)[^,;:.()|–—]*)"
)
#: 'Inverness Film Festival' in running text.
_CLOSING = re.compile(
    rf"(?<![\w-])(?:[{_UPPER}][\w'’-]+\s){{1,4}}(?:Festival|Conference|Summit|Symposium|Meetup|Congress)(?!\w)"
)
_YEAR = re.compile(r"\s(?:19|20)\d\d(?!\d)")
_YEAR_AT_END = re.compile(r"\s(?:19|20)\d\d$")
_QUOTED = re.compile(rf"[“«\"]\s?([{_UPPER}][^“”«»\"]{{3,80}}?[\w)!?])\s?[”»\"]")

#: A quotation that opens a text is somebody's word.
_NOTHING = re.compile(r"\W*$")
#: One of fewer words is a word held at arm's length, one of more is a statement.
_TITLE_WORDS = range(3, 10)


def stated(text: str) -> Iterator[Found]:
    """Yield the people, events and works whose form says what they are."""
    for match in _PERSON.finditer(text):
        yield Found(match.start(1), match.end(1), EntityLabel.PERSON)
    for match in _NUMBERED.finditer(text):
        if any(_NUMBERED_EVENT.match(word) for word in words(match[0])):
            rest = None if match.start() else _ALONE.match(text, match.end())
            end = rest.end() if rest else match.end()
            yield Found(
                match.start(),
                match.start() + len(text[match.start() : end].rstrip()),
                EntityLabel.EVENT,
            )
    opening = _OPENING.match(text)
    if opening and _NUMBERED_EVENT.match(fold(opening["name"])):
        name = _YEAR_AT_END.sub("", opening["name"].rstrip())
        yield Found(0, len(name), EntityLabel.EVENT)
    for match in _CLOSING.finditer(text):
        yield Found(*match.span(), EntityLabel.EVENT)
    for match in _QUOTED.finditer(text):
        if len(words(match[1])) in _TITLE_WORDS and not _NOTHING.match(text[: match.start()]):
            yield Found(match.start(1), match.end(1), EntityLabel.WORK)


def is_event(name: str, after: str = "") -> bool:
    """Tell whether a name of several words says that it is a meeting.

    A forum or an academy is one where the text `after` its name is a year.
    """
    found = words(name)
    kind = _NUMBERED_EVENT if _YEAR.match(after) else _EVENT
    return len(found) > 1 and any(kind.match(word) for word in (found[0], found[-1]))
