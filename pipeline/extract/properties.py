"""Document properties, freed of what programs put there by themselves."""

from __future__ import annotations

import re

from lxml.etree import _Element as Element

from pipeline.extract.text import one_line
from pipeline.records.decks import Properties

_PROGRAM = re.compile(r"(?i)^(microsoft )?(power ?point|office power ?point|impress|keynote) - ")
_FILE_ENDING = re.compile(r"(?i)\.(pptx?|ppsx?|potx?|pdf|odp|key|tex|dvi)$")
_DEFAULT_TITLE = re.compile(
    r"(?i)^(untitled|sans titre|sem t[íi]tulo|sin t[íi]tulo|title|titre|t[íi]tulo"
    r"|power ?point|pr[ée]sentation\d*|apresenta[çc][ãa]o\d*|presentaci[óo]n\d*"
    r"|power ?point[- ]presentation|pr[ée]sentation powerpoint|powerpoint-pr[äa]sentation"
    r"|apresenta[çc][ãa]o do powerpoint|presentaci[óo]n de powerpoint"
    r"|(slide|diapositive|diapositiva|folie) \d+|no slide title|unspecified)$"
)
_DEFAULT_AUTHOR = re.compile(
    r"(?i)^((microsoft office |windows )?user|(usu[áa]rio|utilisateur|usuario)( (do |de )?windows)?"
    r"|admin|administrator|owner|author|anonymous|\W*)$"
)
_ISO_DATE = re.compile(r"^\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d)?)?)?)?")
_PDF_DATE = re.compile(r"^D:(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d))?")


def stated(
    *,
    title: str = "",
    author: str = "",
    last_modified_by: str = "",
    subject: str = "",
    keywords: str = "",
    language: str = "",
    created: str = "",
    modified: str = "",
) -> Properties:
    """Return the properties cleaned, with '' for the defaults of presentation programs.

    Dates become ISO 8601 in local time as far as they are stated, without zone.
    """
    return Properties(
        title=_title(one_line(title)),
        author=_person(author),
        last_modified_by=_person(last_modified_by),
        subject=_title(one_line(subject)),
        keywords=one_line(keywords),
        language=one_line(language),
        created=_date(created),
        modified=_date(modified),
    )


def stated_in_core(root: Element) -> Properties:
    """Return the core properties of an Office package, whose part has this root."""
    raw = {node.tag.rpartition("}")[2]: node.text or "" for node in root.iterchildren("{*}*")}
    return stated(
        title=raw.get("title", ""),
        author=raw.get("creator", ""),
        last_modified_by=raw.get("lastModifiedBy", ""),
        subject=raw.get("subject", ""),
        keywords=raw.get("keywords", ""),
        language=raw.get("language", ""),
        created=raw.get("created", ""),
        modified=raw.get("modified", ""),
    )


def _title(text: str) -> str:
    text = _FILE_ENDING.sub("", _PROGRAM.sub("", text))
    return "" if _DEFAULT_TITLE.match(text) else text


def _person(text: str) -> str:
    text = one_line(text)
    return "" if _DEFAULT_AUTHOR.match(text) else text


def _date(text: str) -> str:
    if pdf := _PDF_DATE.match(text):
        year, month, day, hour, minute, second = pdf.groups()
        return f"{year}-{month}-{day}" + (f"T{hour}:{minute}:{second}" if hour else "")
    iso = _ISO_DATE.match(text.strip())
    return iso[0] if iso else ""
