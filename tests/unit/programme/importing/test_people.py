from __future__ import annotations

import pytest

from pipeline.programme.importing.affiliations import organisation_in
from pipeline.programme.importing.people import listed_people

Pairs = list[tuple[str, str | None]]


def pairs(text: str, beside: str = "", *, commas_list: bool = False) -> Pairs:
    people = listed_people(text, beside, commas_list=commas_list)
    return [(person.name, person.affiliation) for person in people]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Claire Vuilleumier, diététicienne, Hôpital du Jura",
         [("Claire Vuilleumier", "Hôpital du Jura")]),
        ("Me Pierre-Yves Zwahlen, avocat", [("Pierre-Yves Zwahlen", None)]),
        ("Lucia De Santis and Marco Ferrari (Consorzio Solco)",
         [("Lucia De Santis", "Consorzio Solco"), ("Marco Ferrari", "Consorzio Solco")]),
        ("Dirk Janssens (Repair Café) et Marie-Ange Tshibanda (Ateliers du Fleuve, Kinshasa)",
         [("Dirk Janssens", "Repair Café"),
          ("Marie-Ange Tshibanda", "Ateliers du Fleuve, Kinshasa")]),
        ("Prof. Doutor Henrique Sacadura", [("Henrique Sacadura", None)]),
        ("Aïssatou Ndiaye et Moussa Fall, Ville de Dakar",
         [("Aïssatou Ndiaye", "Ville de Dakar"), ("Moussa Fall", "Ville de Dakar")]),
        ("Siti Rahayu, Koperasi Pasar; Jonas Ekberg, Stockholm Centre",
         [("Siti Rahayu", "Koperasi Pasar"), ("Jonas Ekberg", "Stockholm Centre")]),
        ("Ms Ana Uushona, Namibia Food and Allied Workers Union",
         [("Ana Uushona", "Namibia Food and Allied Workers Union")]),
        ("Me Olivier Chappuis, Prof. Anne Jeanneret et Mme Fatou Camara",
         [("Olivier Chappuis", None), ("Anne Jeanneret", None), ("Fatou Camara", None)]),
        ("Profª Helena Sequeira, Matilde Pinto e Inês Furtado, Agrupamento de Escolas",
         [(name, "Agrupamento de Escolas")
          for name in ("Helena Sequeira", "Matilde Pinto", "Inês Furtado")]),
        ("Ms Grace Banda, Lusaka; and Mr Joaquim Sitoe, Maputo",
         [("Grace Banda", "Lusaka"), ("Joaquim Sitoe", "Maputo")]),
        ("Atty. Carmela Uy", [("Carmela Uy", None)]),
        ("General Secretary Solly Mokoena", [("Solly Mokoena", None)]),
        ("cde Ana Reis + cde Rosa Dias, SINTRA", [("Ana Reis", "SINTRA"), ("Rosa Dias", "SINTRA")]),
        ("Rosa Dias, mediadora, e prof. Rui Lopes", [("Rosa Dias", None), ("Rui Lopes", None)]),
        ("Comandante Rui Dias, Instituto Marítimo e Portuário",
         [("Rui Dias", "Instituto Marítimo e Portuário")]),
        ("Ibrahima Coulibaly – Coordination nationale du Mali",
         [("Ibrahima Coulibaly", "Coordination nationale du Mali")]),
    ],
)  # fmt: skip
def test_credits_are_read_with_their_affiliations(text: str, people: Pairs) -> None:
    assert pairs(text) == people


def test_in_a_cell_commas_stand_between_people() -> None:
    found = pairs("A. Smith, B. Jones and C. Doe (WHO)", commas_list=True)
    assert found == [("A. Smith", "WHO"), ("B. Jones", "WHO"), ("C. Doe", "WHO")]


def test_a_surname_before_its_given_name_is_turned_round() -> None:
    assert pairs("Smith, John; Doe, Jane", commas_list=True) == [
        ("John Smith", None),
        ("Jane Doe", None),
    ]


def test_affiliations_of_the_cell_beside_are_dealt_out_one_by_one_or_to_all() -> None:
    assert pairs("Ana Reis; Bruno Melo", "Coop A; Coop B") == [
        ("Ana Reis", "Coop A"),
        ("Bruno Melo", "Coop B"),
    ]
    assert pairs("Ana Reis; Bruno Melo", "Coop A") == [
        ("Ana Reis", "Coop A"),
        ("Bruno Melo", "Coop A"),
    ]


@pytest.mark.parametrize("text", ["TBC", "–", "à confirmer", "n/a", ""])
def test_a_speaker_to_be_confirmed_is_nobody(text: str) -> None:
    assert pairs(text, commas_list=True) == []


@pytest.mark.parametrize(
    ("role", "organisation"),
    [
        ("a PhD student at University Sorbonne and member of the Committee of RIPESS",
         "University Sorbonne"),
        ("founder and director of the Casa do Impacto (Portugal)", "Casa do Impacto"),
        ("professeure d'économie à l'Université Lumière Lyon 2 et membre du Mouvement Sol",
         "Université Lumière Lyon 2"),
        ("cofondatrice de la coopérative Coopera Crédito (Brésil)", "Coopera Crédito"),
        ("inspetora do Ministério do Trabalho e da Segurança Social",
         "Ministério do Trabalho e da Segurança Social"),
        ("members of the SOS group", "SOS group"),
        ("urbaniste à Dakar", None),
        ("an independent consultant", None),
    ],
)  # fmt: skip
def test_the_organisation_is_found_in_what_is_said_of_a_person(
    role: str, organisation: str | None
) -> None:
    assert organisation_in(role) == organisation
