"""Reads lines that start with what they tell: «Speaker: …», «Supports : …», «Línguas: …»."""

from __future__ import annotations

import re

from pipeline.records.base import Record
from pipeline.text import fold

#: Labels, folded, as the beginning of a regular expression, by the field they stand for.
_LABELS = {
    "coordinators": r"(?:course |elective |module )?(?:coordinators?|coordination|facilitators?|"
    r"(?:course |module |workshop )?leaders?|"
    r"conveners?|convenors?|contact person|leads?)|coordinat(?:eur|rice|eurs)|"
    r"responsables?(?: du cours| du module| de l['’]atelier| pedagogique)?|animation|"
    r"animat(?:eur|rice)s?|moderat(?:ors?|ion|eur|rice)|moderador(?:a|es)?|"
    r"coordenac[a]o|coordenador(?:a|es)?|facilitador(?:a|es)?|organizac[a]o",
    "speakers": r"(?:speakers?|presenters?|lecturers?|panell?ists?|presented by|by|with|"
    r"intervenant(?:e|es|s|\(e\)s?|\(e\)\(s\)|·e·?s?)?|orat(?:eur|rice)s?|"
    r"conferencier(?:e|es|s)?|presente(?:e)? par|avec|par|"
    r"orador(?:a|es|as|\(a\)|\(es\))?|palestrantes?|apresentador(?:a|es)?|apresentad[oa] por|"
    r"intervenientes?|com|por)",
    "languages": r"(?:(?:presentation |presentations? )?slides?|materials?|handouts?|decks?|"
    r"available in|download(?:s)?|"
    r"supports?(?: disponibles?)?|diapositives|diaporamas?|documents?|telecharger|"
    r"materia(?:l|is)|diapositivos|apresentac[a]o disponivel|descarregar)"
    r"(?: \(?(?:in|en|em)\)?)?",
    "event_languages": r"(?:working |course )?languages?(?: of the course)?|"
    r"langues?(?: de travail)?|idiomas?(?: de trabalho)?|linguas?(?: de trabalho)?",
    "dates": r"dates?|when|quand|datas?|quando",
    "title": r"(?:title|topic|talk|presentation|session|lecture|"
    r"titre|sujet|theme|expose|seance|titulo|tema|palestra|sessao|apresentacao)(?: ?\d{1,2})?",
    "abstract": r"abstract|summary|resume|resumo|about",
}
_LINE = re.compile(r"^\s*(?:[•*▪‣◦·–—-]\s+)?(?P<label>[^:]{2,40}?)\s*:\s*(?P<value>.*)$")
_FIELDS = {field: re.compile(rf"(?:{names})$") for field, names in _LABELS.items()}


class Label(Record, frozen=True):
    """What a line tells of: a field, and what it says."""

    field: str
    value: str


def label(line: str) -> Label | None:
    """Return the field and the value of a labelled line, None where it is none."""
    parts = _LINE.match(line)
    if not parts:
        return None
    name = " ".join(fold(parts["label"]).split())
    field = next((field for field, pattern in _FIELDS.items() if pattern.match(name)), None)
    return Label(field=field, value=parts["value"].strip()) if field else None


def labelled_parts(line: str) -> list[str]:
    """Return the parts of a line that holds several labels: «Dates: … · Languages: …»."""
    parts = [part.strip() for part in re.split(r"\s[·|•–—]\s|;\s|\s{2,}", line) if part.strip()]
    return parts if len(parts) > 1 and all(label(part) for part in parts) else [line]
