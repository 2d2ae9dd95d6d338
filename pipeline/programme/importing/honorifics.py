"""Knows the titles before names: «Mme la ministre», «Prof.ª», «cde»."""

from __future__ import annotations

import re

from pipeline.programme.importing.affiliations import UPPER

#: Titles before a name, in the languages of announcements.
HONORIFICS = (
    r"(?:Mme|M\.|Madame|Monsieur)\s+l[ae]\s+[^\W\d_]+|Fr(?=\s[^\W\d_a-z])|"
    r"Mr\.?|Mrs\.?|Ms\.?|Miss|Mx\.?|Drs?\.?|Dre|Prof\.?(?:ª|º|a\b)?|Professor[ae]?|Professeure?|Sir|"
    r"Dame|Rev\.|Eng\.?(?:ª|º|a\b|o\b)?|Enf\.?(?:ª|º)?|Arq\.?(?:ª|º)?|Ing\.|Lic\.(?:ª|º)?|MM\.|Mme\.?|"
    r"Mmes|Mlle\.?|Revd\.?|Pr\.?|Maître|Me\.?|Monsieur|Madame|Mademoiselle|Docteure?|Doktor|Sr\.?(?:ª)?|Sra\.?|Srs\.|Sras\.|Srta\.?|Dra\.?|Dr\.ª|"
    r"Dras\.|Drª|Profa\.?|Doutora?|Senhora?|Dona|Dott\.|Dottoressa|Herr|Frau|Señora?|M\.|"
    r"Hon\.?|Frei|Dom|Madre|Ma\.|Captain|Capt\.|Cllr\.?|Councillor|Judge|Senator|Adv\.?|Sister|Brother|Fr\.|Comrade|Cde\.?|Camarada|Companheir[oa]|Irmã|Padre|Sœur|Frère|Abbé|"
    r"Advocate|Advogad[oa]|Mzee|Mama|Mãe|Sargento|Capitão|Capitã|Comandante|Colonel|"
    r"Lt\.|Sgt\.|[Ii]mam|Sheikh|Father|Diácono|Abbot|Abbess|Bishop|Canon|Rabbi|Mother(?=\s[^\W\d_a-z])|Pastora?|Pasteur|Père|Mgr|Monseigneur|"
    r"Juíza?|Juge|Deputad[oa]|Vereadora?|"
    r"Atty\.?|Engr\.?|Arch\.|Br\.|Bro\.|Revd?\.?|Msgr\.?|"
    r"M\.?Sc\.?|Ms[ct]\.|Esp\.|Ir\.|Dipl\.-Ing\.|Assoc\.|Asst\.|Ambassador|Embaixadora?|Mag\."
)
#: Titles before a name as they are written small: «com a profa. dra. Ana», «cdes Ana & Rui».
SMALL_HONORIFICS = (
    r"(?:cdes?|profª?|profa|profs|dr[ae]?|drª|eng|enga|arq|arqa|adv|sr|sra|dona)\.?(?!\w)"
)
#: A line that ends with a title goes on below.
ENDS_TITLED = re.compile(rf"\s(?:{HONORIFICS})$")
#: Titles that are surnames or places as well, before two names.
_RANK = re.compile(
    r"^(?:(?:Deputy |Regional )?General Secretary|Secretary[- ]General|"
    r"Mestr[ea]|Tenente|Cabo|Soba|Chef|Diácono|Deacon|Elder|Chief|Major|General|Master|D\.|Inspect(?:or|eur)|Inspetora?|Coach|Constable|Commissioner)\s+"
    rf"(?=[{UPPER}][\w’'-]+\s+(?:d[aeo]s?\s+)?[{UPPER}])"
)
#: A name with titles before it, up to the name.
TITLED = re.compile(rf"^(?:(?:{HONORIFICS})\s+)+(?=\S)")
#: What somebody is, written small before the name: «le pasteur», «our own», «a escritora».
_SMALL = re.compile(
    r"^(?:(?!(?:of|for|at|in|from|d[aeo]s?|du|des|à|aux?|em|n[ao]s?|by|par|por|et|and|e)\s)"
    rf"[^\W\d{UPPER}_][\w’'.-]*\s+){{1,4}}(?=[{UPPER}])"
)
#: Small words that begin a name.
_BEGINS_NAME = re.compile(
    r"^(?:d[aeiou]s?|del|della|di|van|von|ten|ter|el|al|bint?|ibn|ould|d’|d')\s"
)


def without_honorific(name: str) -> str:
    """Return the name without the titles and the small words before it."""
    said = name.strip()
    said = said if _BEGINS_NAME.match(said) else _SMALL.sub("", said)
    return _RANK.sub("", TITLED.sub("", said)).strip()
