"""Decks of the field in three languages, and of other fields; a blank line ends a page."""

from __future__ import annotations

COOPCYCLE = {
    "en": """\
Alternative platforms: the case of CoopCycle
A research programme

What is CoopCycle?
A federation of bike delivery cooperatives
Open source software for last-mile logistics
The software is a digital commons

Working conditions
Couriers are employees of their cooperative
They share a mutualised social protection
Against the platform economy
""",
    "fr": """\
Les plateformes alternatives : le cas de CoopCycle
Un programme de recherche

Qu'est-ce que CoopCycle ?
Une fédération de coopératives de livraison à vélo
Un logiciel libre pour la logistique du dernier kilomètre
Le logiciel est un commun numérique

Conditions de travail
Les livreurs sont salariés de leur coopérative
Ils partagent une protection sociale mutualisée
Contre l'économie des plateformes
""",
    "pt": """\
Plataformas alternativas: o caso da CoopCycle
Um programa de investigação

O que é a CoopCycle?
Uma federação de cooperativas de entrega em bicicleta
Software livre para a logística de última milha
O software é um bem comum digital

Condições de trabalho
Os estafetas são assalariados da sua cooperativa
Partilham uma proteção social mutualizada
Contra a economia das plataformas
""",
}

PROCUREMENT = {
    "en": """\
Public procurement with social impact
The case of Rome

Social clauses in public contracts
Reserved contracts for social cooperatives

Local food policy
Food Policy Council
Short supply chains for school canteens
""",
    "fr": """\
Les marchés publics à impact social
Le cas de Rome

Clauses sociales dans les marchés publics
Marchés réservés aux coopératives sociales

Politique alimentaire locale
Conseil de politique alimentaire
Circuits courts pour les cantines scolaires
""",
    "pt": """\
Compras públicas com impacto social
O caso de Roma

Cláusulas sociais nos contratos públicos
Contratos reservados a cooperativas sociais

Política alimentar local
Conselho de política alimentar
Circuitos curtos para as cantinas escolares
""",
}

#: The language and the text of each.
STRANGERS = {
    "chemistry": (
        "en",
        """\
Department of Chemistry: laboratory training
Care with solvents

Cooperative binding of ligands
Hill coefficient
Incubation for 30 minutes at 37 °C

Sustainability
Green chemistry, climate change and the circular economy
Impact assessment of solvents
The LED array and the GAS chromatograph
""",
    ),
    "programming": (
        "pt",
        """\
Desenvolvimento local com Docker
Formação em Python para a comunidade

Software livre
Código aberto, dados abertos e participação
Server-Sent Events (SSE)

Parcerias e financiamento
Replicação do banco de dados
Plataformas digitais
""",
    ),
    "security": (
        "fr",
        """\
Les dix risques communs
Formation et éducation des développeurs

Exclusion mutuelle
Information mutuelle, entraide sur le forum, genre de données

Open source et communs
Accompagnement, partenariats, logiciel libre
""",
    ),
}
