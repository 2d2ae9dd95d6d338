"""What lines say of the languages of slides."""

from __future__ import annotations

import pytest

from pipeline.programme.importing.entries.general import default_languages, exceptions
from pipeline.programme.importing.entries.pieces import Piece
from pipeline.programme.importing.entries.statements import (
    is_for_all,
    statement,
)


@pytest.mark.parametrize(
    ("text", "languages"),
    [
        ("EN - FR", ("en", "fr")),
        ("Handout in English and Spanish", ("en", "es")),
        ("communication en italien, diaporama en français", ("fr",)),
        ("Não haverá slides.", ()),
        ("Slides: none (a film is shown)", ()),
        ("Slides in Italian, with a summary in English", ("it",)),
        ("A apresentação ainda não nos foi enviada", ()),
        ("Elle ne nous a pas encore remis ses diapositives", ()),
        ("Le support ne nous est pas parvenu.", ()),
        ("Slides: to follow", ()),
        ("Slides: English (French to follow)", ("en",)),
        ("À télécharger : FR – EN – PT", ("fr", "en", "pt")),
        ("The slides are not printed", None),
        ("In groups", None),
        ("Teaching French to farmers who speak English at home and at work", None),
    ],
)
def test_a_statement_names_languages(text: str, languages: tuple[str, ...] | None) -> None:
    assert statement(text) == languages


@pytest.mark.parametrize(
    ("text", "languages"),
    [
        ("The slides are in French unless stated otherwise.", ("fr",)),
        ("Os materiais, salvo indicação em contrário, em português.", ("pt",)),
        ("Les diapos sont en français et, quand c'est dit, dans une autre langue.", ("fr",)),
        ("All other slides are in English.", ("en",)),
        ("Drinks afterwards.", None),
    ],
)
def test_what_is_said_of_all_slides_is_known(text: str, languages: tuple[str, ...] | None) -> None:
    assert default_languages([text]) == languages
    assert is_for_all(text) == (languages is not None)


def test_what_is_said_of_a_named_speaker_is_an_exception() -> None:
    text = "Les supports sont en français ; celui de Mme Broeck est aussi en néerlandais."
    assert exceptions([Piece(text=text, line=0)], ["Broeck", "Reis"]) == {"Broeck": (("nl",), True)}


def test_what_is_said_of_the_slides_of_named_people_is_not_said_of_all() -> None:
    told = ["The slides of Ana Reis are in French only.", "All other slides are in English."]
    assert not is_for_all(told[0])
    assert default_languages(told) == ("en",)
