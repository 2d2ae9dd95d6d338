"""Finds the organisation in what is said of a person: «professor at the University of Bergen»."""

from __future__ import annotations

import re

from pipeline.text import words

_KINDS = """
university universite universidade universidad universita universitat college school ecole
escola faculty faculte faculdade institute institut instituto academy academie academia
centre center centro ministry ministere ministerio department direction secretaria agency
agence agencia authority autorite autoridade commission comissao council conseil conselho
city ville cidade municipality mairie commune municipio camara prefeitura chamber chambre
bank banque banco caisse caixa fund fonds fundo foundation fondation fundacao fundacion
association associacao asociacion federation federacao union uniao unie network reseau rede
red cooperative cooperativa coop scop group groupe grupo company society societe sociedade
collective collectif coletivo house maison hospital hopital clinic clinique laboratory
laboratoire laboratorio museum musee museu library bibliotheque biblioteca archives trust
cross office bureau gabinete forum movement mouvement movimento consortium consorzio
organisation organization organizacao alliance alianca confederation confederacao
coordination platform plateforme plataforma syndicate syndicat sindicato enterprise entreprise
empresa firm cabinet startup charity solutions services partners consulting
associates programme project projet projeto district secretariat
universitat uniwersytet hochschule verein verband gewerkschaft genossenschaft stichting bund
comissions comisiones confederacion federacion sindical cooperativas liga league ligue
ngo ong gmbh ltd llp inc plc sarl polytechnic politecnico politecnica politechnika campus
"""

#: Words by which an organisation is known, folded.
ORGANISATION_WORDS = frozenset(_KINDS.split())

#: Words that stand small before the name of an organisation, as a regular expression.
ORGANISATION_KINDS = (
    "association|associação|coop[ée]rati(?:ve|va)|collecti(?:f|ve)|coletivo|f[ée]d[ée]ration|"
    "federação|groupe?|grupo|réseau|rede|network|entreprise|empresa|company|enterprise|firm|"
    "foundation|fondation|fundação|union|syndicat|sindicato|platform|plateforme|plataforma|"
    "start-?up|charity|ONG|NGO"
)

#: Nouns of what people are, by which a second role is known from the rest of a name.
ROLE_WORDS = (
    "member|membre|membro|professor|professeure?|coordinator|coordinat(?:eur|rice)|"
    "coordenadora?|representative|représentante?|representante|founder|fondat(?:eur|rice)|"
    "fundadora?|director|directeur|directrice|diretora?|chair|président|présidente|presidente|"
    "researcher|cherche(?:ur|use)|investigadora?|pesquisadora?|head|manager|gestora?|author|"
    "auteure?|autora?|consultant|consultante|consultora?|co-?found\\w+|responsable|responsável|"
    "chief|chef|cheffe|chefe|senior|president|secretary|secrétaire|secretári[oa]|mayor|maire|"
    "prefeit[oa]|minister|ministre|ministr[oa]|officer|vice-\\w+|lecturer|fellow|partner"
)

#: Every capital letter of the scripts that names are written in here.
UPPER = "".join(char for char in map(chr, range(0x2000)) if char.isupper())
#: How the description of a person begins, with a capital or without.
ROLE = re.compile(rf"(?:{ROLE_WORDS})\b", re.IGNORECASE)
_SECOND_ROLE = re.compile(
    rf"\s*,?\s+(?:and|et|e)\s+(?:an?\s+|the\s+|o\s+|a\s+)?(?:{ROLE_WORDS})\b.*"
)
_RELATIVE = re.compile(r"\s+(?:who|which|that|qui|que|dont|où|where|cuja?)\s.*")
_SMALL = r"(?!(?:of|de|do|da)\b)[^\W\d_A-ZÀ-Þ][\w-]*\s+"
#: A preposition with its article right before a capital, French and Portuguese as well.
_PLACE = re.compile(
    rf"(?:\b(?:of|at|for|from|in|to|with|within|à|au|aux|chez|auprès\s+d[eu]s?|pour|de|du|des|da|do|"
    rf"das|dos|na|no|nas|nos|em|junto\s+d[aeo]s?|pel[ao]s?)\s+(?:the\s+|la\s+|le\s+|les\s+|l[’'])?|"
    rf"\b(?:d[’']|de\s+l[’']|à\s+l[’']))"
    rf"(?P<generic>(?:[^\W\d_][\w-]*\s+)?(?:{ORGANISATION_KINDS})\s+(?:{_SMALL}){{0,2}})?(?=[{UPPER}0-9«“])"
)
_IN_TOWN = re.compile(r"(?:in|à|au|aux|em|na|no)\s")


def looks_like_organisation(text: str) -> bool:
    """Tell whether a word in the text names a kind of organisation, or all of it is an acronym."""
    found = words(text)
    # «Fatou Camara» has a surname, «Câmara de Sintra» is a town hall.
    found = found[:-1] if len(found) > 1 and found[-1] == "camara" else found
    singular = (word.removesuffix("s") for word in found)
    return bool(ORGANISATION_WORDS & {*found, *singular}) or (text.isupper() and " " not in text)


def organisation_in(role: str) -> str | None:
    """Return the organisation that a description of a person names, None where it names none.

    Of several, the one by whose name an organisation is known, else the first.
    """
    found = [(match.group(), _tidy(role[match.end() :])) for match in _PLACE.finditer(role)]
    for _, name in found:
        if looks_like_organisation(name.split(",")[0]):
            return name
    # «urbaniste à Dakar» names a town, «director of OpenShelf» does not.
    return next((name for said, name in found if " " in name or not _IN_TOWN.match(said)), None)


def _tidy(name: str) -> str:
    """Drop a second role, what is told of the organisation, its country and the marks around."""
    name = _RELATIVE.sub("", _SECOND_ROLE.sub("", name))
    name = re.sub(r"\s*\([^)]*\)\s*$", "", name)
    return re.sub(r"\s+", " ", name).strip(' ,.;«»“”"')
