from __future__ import annotations

import pytest

from pipeline.extract.descriptions import is_public, kind_of_description
from pipeline.extract.properties import stated
from pipeline.records.decks import BlockKind


@pytest.mark.parametrize(
    "default",
    [
        "PowerPoint Presentation",
        "Présentation PowerPoint",
        "Apresentação do PowerPoint",
        "Presentación de PowerPoint",
        "untitled",
        "Sans titre",
        "Diapositive 1",
        "Slide 1",
        "Presentation1",
        "Apresentação1",
        "Microsoft PowerPoint - Présentation1",
    ],
)
def test_titles_that_programs_give_are_dropped(default):
    assert stated(title=default).title == ""


@pytest.mark.parametrize(
    ("raw", "title"),
    [
        ("Microsoft PowerPoint - Rome_final.pptx", "Rome_final"),
        ("Food policy\nin Rome", "Food policy in Rome"),
        ("Title of nobility", "Title of nobility"),
    ],
)
def test_titles_that_people_give_are_kept(raw, title):
    assert stated(title=raw).title == title


@pytest.mark.parametrize(
    "default", ["user", "Usuário", "Utilisateur Windows", "Microsoft Office User", "-"]
)
def test_authors_that_programs_give_are_dropped(default):
    assert stated(author=default).author == ""


@pytest.mark.parametrize(
    ("raw", "date"),
    [
        ("2021-11-22T09:00:00Z", "2021-11-22T09:00:00"),
        ("2012-03-28T22:22:49.12", "2012-03-28T22:22:49"),
        ("D:20191024153012-03'00'", "2019-10-24T15:30:12"),
        ("D:20191024", "2019-10-24"),
        ("2021", "2021"),
        ("yesterday", ""),
        ("", ""),
    ],
)
def test_dates_are_written_in_one_way(raw, date):
    assert stated(created=raw).created == date


@pytest.mark.parametrize(
    "description",
    [
        "image001.png",
        "Picture 3",
        "Imagem 12",
        "Google Shape;63;p13",
        "https://example.org/a.jpg",
        "A close up of a sign Description automatically generated",
        "Une image contenant texte Description générée automatiquement",
        "Uma imagem com texto Descrição gerada automaticamente",
        "A group of people AI-generated content may be incorrect.",
        "Image result for solidarity logo",
        "Resultado de imagem para cooperativa",
        "Résultat de recherche d'images pour coopérative",
    ],
)
def test_descriptions_that_nobody_wrote_are_told(description):
    assert kind_of_description(description) is BlockKind.AUTOMATIC


@pytest.mark.parametrize(
    "description", ["A market in Dakar", "Logo of CoopCycle", "Image of a garden"]
)
def test_descriptions_that_a_person_wrote_are_told(description):
    assert kind_of_description(description) is BlockKind.ALT_TEXT


def test_only_web_and_mail_addresses_are_public():
    assert is_public("HTTPS://example.org")
    assert is_public("mailto:a@example.org")
    assert not is_public("file:///etc/passwd")
    assert not is_public("#slide3")
