"""The pieces of evidence beyond what a model says of one sentence."""

from __future__ import annotations

from enum import StrEnum


class Evidence(StrEnum):
    """A kind of evidence; each can be left out, to measure what it adds."""

    CASING = "capitals read as running text"
    FORMS = "titles, roles and forms that announce"
    REFERENCES = "references and readings"
    BODIES = "words that head bodies"
    PLACES = "countries and cities of the world"
    BARE_ACRONYMS = "acronyms of bullets and headings"
    LISTS = "names of a list are of one kind"
    CONTACTS = "e-mail addresses and logos"
    LOWER_CASE = "lower case elsewhere"
    DICTIONARY = "ordinary words"
    NOTIONS = "concepts of the vocabulary"
    ACRONYMS = "acronyms and what they stand for"
    ONE_DECISION = "one decision for a name"
    PROGRAMME = "names of the programme"
    TRANSLATIONS = "votes of translations"


ALL = frozenset(Evidence)
