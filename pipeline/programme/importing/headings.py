"""Tells what a column of a table holds from its heading, in English, French or Portuguese."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz import fuzz, process

from pipeline.programme.importing.languages import language_tag
from pipeline.records.base import Record
from pipeline.text import words

#: Headings, folded and without plural endings, by the field they stand for.
NAMES = {
    "id": "id identifier identifiant identificador code codigo ref reference",
    "title": "title topic talk presentation session subject theme lecture activity item content "
    "titre intitule sujet expose seance activite communication conference contenu "
    "titulo tema assunto apresentacao sessao palestra aula atividade comunicacao conteudo "
    "programme what quoi",
    "speakers": "speaker presenter lecturer name who with by panelist "
    "intervenant intervenante orateur oratrice conferencier conferenciere qui avec par responsable "
    "orador oradora palestrante apresentador apresentadora interveniente docente nome quem com "
    "por responsavel",
    "first": "first|name given|name forename prenom nome|proprio primeiro|nome",
    "last": "surname last|name family|name nom|de|famille apelido sobrenome ultimo|nome",
    "affiliation": "affiliation organisation organization institution company institute employer "
    "organisme structure etablissement entreprise instituicao organizacao entidade afiliacao",
    "day": "day jour journee dia",
    "date": "date data when quand quando",
    "languages": "language slide material handout available|in deck download file link "
    "documentation langue support diaporama diapositive document telecharger telechargement "
    "fichier lien documentacao "
    "lingua idioma material diapositivo materiai descarregar ficheiro arquivo ligacao",
    "abstract": "abstract summary description resume descriptif resumo descricao synopsis",
    "ignored": "time hour start end starts ends duration room place venue role position function "
    "email moderator chair animateur animatrice moderateur moderatrice moderador moderadora "
    "phone no number heure horaire debut fin duree salle lieu fonction courriel telephone "
    "hora horario inicio fim duracao sala local cargo funcao telefone",
}
FIELDS = {name: field for field, names in NAMES.items() for name in names.split()}

#: Headings by themselves only: «Who cares?» is no heading.
_ALONE = "who what when with by qui quoi quand avec par quem quando com por no id"
ALONE = frozenset(_ALONE.split())

#: Below this share of equal letters (in %), a heading is no typing error of another.
SIMILAR = 85

#: What stands in a cell under a language where slides are expected.
YES = frozenset(["x", "✓", "✔", "yes", "oui", "sim", "y", "o", "s", "1", "true", "vrai", "ok"])

#: A row that gives an hour is no heading, whatever words it has.
_HOUR = re.compile(r"\s*\d{1,2}\s?[:.h]\s?\d{2}\b")


class Column(Record, frozen=True):
    """What a column holds; `language` is the tag of one that is for a single language."""

    field: str
    language: str | None = None


def column(heading: str) -> Column | None:
    """Return what the column with this heading holds, None where it says nothing known."""
    # «Speaker(s)» and «Orador(a)» are one word; «Title (FR)» is two.
    found = words(re.sub(r"\((?:e?s|a|as|es|e)\)", "", heading.strip(), flags=re.IGNORECASE))
    found = [word for word in found if not word.isdigit()]
    if not found:
        return None
    tag = language_tag(found[-1]) if found[-1] not in FIELDS else None
    if tag and len(found) == 1:
        return Column(field="language", language=tag)
    field = _field(found[:-1] if tag else found)
    return Column(field=field, language=tag) if field else None


def columns(cells: Sequence[str]) -> dict[int, Column] | None:
    """Return the columns of a heading row by position, None where the row is no heading."""
    found = {at: known for at, cell in enumerate(cells) if (known := column(cell))}
    fields = [known.field for known in found.values()]
    told = set(fields) - {"language"}
    if not told & {"title", "speakers", "last"} or len(fields) < 2 or any(map(_HOUR.match, cells)):
        return None
    filled = sum(bool(cell.strip()) for cell in cells)
    return _told_apart(found) if len(found) * 2 >= filled else None


def _told_apart(found: dict[int, Column]) -> dict[int, Column]:
    """Settle what «Nom» is: the surname beside «Prénom», the whole name without it."""
    fields = {known.field for known in found.values()}
    for at, known in list(found.items()):
        if known.field == "nom":
            found[at] = Column(field="last" if "first" in fields else "speakers")
        elif known.field == "speakers" and "first" in fields and "last" not in fields:
            found[at] = Column(field="last")
        elif known.field == "speakers" and "last" in fields and "first" not in fields:
            found[at] = Column(field="first")
    return found


def _field(found: list[str]) -> str | None:
    parts = [word for word in found if word not in ALONE]
    for form in ("|".join(found), *parts):
        singular = form.removesuffix("s") if len(form) > 3 else form
        if form == "nom":
            return "nom"
        if field := FIELDS.get(form) or FIELDS.get(singular):
            return field
    close = process.extractOne(found[0], list(FIELDS), scorer=fuzz.ratio, score_cutoff=SIMILAR)
    return FIELDS[close[0]] if close and len(found[0]) > 4 else None
