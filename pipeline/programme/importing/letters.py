"""Takes the message out of a letter: without its head, and without what stands below it."""

from __future__ import annotations

import re

from pipeline.programme.importing.dates import find_days
from pipeline.text import fold

#: The head of a letter is within so many lines.
_HEAD_LINES = 8
_HEAD = re.compile(
    r"^(?:from|to|cc|bcc|sent|date|reply-to|de|a|envoye|cci|para|enviad[oa]|data|message-id)\s*:"
)
_SUBJECT = re.compile(
    r"^(?:subject|objet|sujet|assunto)\s*:\s*(?:(?:re|fwd?|tr|enc)\s*:\s*)*", re.IGNORECASE
)
#: How letters end, in English, French and Portuguese, folded; on a line of their own.
_CLOSING = re.compile(
    r"^(?:(?:with )?(?:(?:best|kind|warm|many)(?:est)? )?(?:wishes|regards|greetings|thanks)|"
    r"all the best|yours\b.*|sincerely|cheers|"
    r"(?:bien |tres )?cordialement|(?:bien )?amicalement|(?:meilleures|sinceres) salutations|"
    r"salutations .*|bien a vous|"
    r"(?:com os |os )?(?:melhores )?cumprimentos|saudacoes .*|saudacoes|atenciosamente|"
    r"in (?:solidarity|union|sisterhood)|fraternally(?: yours)?|see you\b.*|"
    r"looking forward to (?:seeing|meeting|welcoming) (?:you|everybody|everyone)\b[^.:!?]*,|"
    r"en toute solidarite|(?:bien )?(?:fraternellement|solidairement)|a (?:bientot|tres vite)|"
    r"amities(?: syndicales| solidaires)?|um abraco d.*|sem outro assunto\b.*|"
    r"en vous remerciant\b.*|dans l.attente\b.*|fraternalmente|ate (?:breve|la|ja)|"
    r"cordialmente|(?:um )?(?:grande )?abraco)\W*$"
)
#: How they begin, folded.
_SALUTATION = re.compile(
    r"^(?:dear|mesdames|messieurs|monsieur|madame|chere?s?|prezad[oa]s?|car[oa]s?|exm[oa]s?\.?|"
    r"ex\.?m[oa]s?\.?|estimad[oa]s?|senhor(?:a|as|es)?)(?!\w)[^.:]{0,60},?$"
)
#: The salutation of a letter on paper is within so many lines.
_ADDRESSED = 20
#: «Dakar, le 3 mars», at the end of a line: where a letter was written, and when.
_PLACE = re.compile(r"(?:^|\s{2,})[^\W\d_a-z][\w’' -]{1,40},\s+(?:le|em|aos?|on|the)?\s*$")
#: What stands between a message and the sender's address.
_SIGNATURE = re.compile(r"^-- ?$")


def without_envelope(text: str) -> str:
    """Return the text of an e-mail, its subject as the first line; any other text as it is."""
    lines = text.strip().splitlines()
    head, body = lines[:_HEAD_LINES], lines[_HEAD_LINES:]
    if any(map(_SUBJECT.match, head)):
        head = [_SUBJECT.sub("", line) for line in head if not _HEAD.match(fold(line))]
    whole = _without_its_date([*head, *body])
    closed = (at for at, line in enumerate(whole) if at and _ends(line))
    return "\n".join(whole[: next(closed, len(whole))])


def _without_its_date(lines: list[str]) -> list[str]:
    """Return the lines of a letter without the day on which it was written.

    With its year it stays: the programme may be without one.
    """
    opening = (at for at, line in enumerate(lines) if _SALUTATION.match(fold(line.strip())))
    above = next(opening, 0)
    if above > _ADDRESSED:
        return lines
    return [*map(_undated, lines[:above]), *lines[above:]]


def _undated(line: str) -> str:
    days = find_days(line)
    if len(days) != 1 or days[0].year or line[days[0].end :].strip(" .,"):
        return line
    place = _PLACE.search(line[: days[0].start])
    return line[: place.start()] if place else line


def _ends(line: str) -> bool:
    return bool(_SIGNATURE.match(line) or _CLOSING.match(fold(line.strip())))
