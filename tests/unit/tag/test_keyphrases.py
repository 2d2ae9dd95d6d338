from __future__ import annotations

import pytest

from pipeline.records.decks import Block, BlockKind, Deck, DeckLanguage, Language, Page
from pipeline.tag.keyphrases import KeyphraseTagger


def page(number: int, *blocks: tuple[BlockKind, str], usable: bool = True) -> Page:
    parts = tuple(Block(kind=kind, text=text) for kind, text in blocks)
    return Page(number=number, blocks=parts, usable=usable)


def phrases(tag: str, *texts: str, kind: BlockKind = BlockKind.BODY) -> tuple[str, ...]:
    """Return the keyphrases of a deck; the first line of each text is the title of its page."""
    pages = []
    for number, text in enumerate(texts, 1):
        title, _, body = text.partition("\n")
        pages.append(page(number, (BlockKind.TITLE, title), (kind, body)))
    return KeyphraseTagger().tag(Deck(pages=tuple(pages)), written_in(tag, len(pages)))


def written_in(tag: str, pages: int) -> DeckLanguage:
    language = Language(tag=tag, confidence=0.99)
    return DeckLanguage(deck=language, pages=(language,) * pages)


@pytest.mark.parametrize(
    ("tag", "texts", "expected"),
    [
        (
            "en",
            ("Outline\nwe mend the cargo bikes", "Results\nA cargo bike is cheap"),
            ("cargo bikes", "cargo bike"),
        ),
        (
            "fr",
            ("Plan\nnous réparons des vélos cargos", "Bilan\nLe vélo cargo est bon marché"),
            ("vélos cargos", "vélo cargo"),
        ),
        (
            "pt",
            ("Plano\nas bicicletas elétricas", "Balanço\nUma bicicleta elétrica é barata"),
            ("bicicletas elétricas", "bicicleta elétrica"),
        ),
    ],
)
def test_a_phrase_that_recurs_is_a_keyphrase_in_whatever_number(
    tag: str, texts: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    found = phrases(tag, *texts)
    assert len(set(expected) & set(found)) == 1


def test_prepositions_stay_inside_a_phrase_that_recurs() -> None:
    found = phrases(
        "fr", "Le droit\nun cadre juridique de l’emploi", "Bilan\nLe cadre juridique de l’emploi"
    )
    assert "cadre juridique de l’emploi" in found


def test_other_stop_words_end_a_phrase() -> None:
    found = phrases(
        "en", "One\nthe platform is an alternative", "Two\na platform is an alternative"
    )
    assert set(found) == {"platform", "alternative"}


def test_a_title_weighs_more_than_the_body() -> None:
    found = phrases(
        "en",
        "Cargo bikes\nwith rented kitchens",
        "Cargo bikes\nwith rented kitchens",
        "More\nwith rented kitchens",
    )
    assert found[0] == "Cargo bikes"


def test_what_is_said_on_one_page_only_is_none_unless_it_is_a_title() -> None:
    assert phrases("en", "Cargo bikes\nwith rented kitchens") == ("Cargo bikes",)


def test_a_name_is_none() -> None:
    found = phrases(
        "en", "One\nby Laura Aufrère of Villetaneuse", "Two\nas Laura Aufrère in Villetaneuse says"
    )
    assert found == ()


@pytest.mark.parametrize(
    "kind", [BlockKind.FURNITURE, BlockKind.NOTES, BlockKind.COMMENT, BlockKind.LINK]
)
def test_only_the_slides_themselves_are_read(kind: BlockKind) -> None:
    assert phrases("en", "One\nrented kitchens", "Two\nrented kitchens", kind=kind) == ()


def test_addresses_and_numbers_are_none() -> None:
    text = "see https://example.org/rented-kitchens or mail info@example.org in 2021"
    assert "example" not in " ".join(phrases("en", f"One\n{text}", f"Two\n{text}"))


def test_one_phrase_does_not_stand_inside_another() -> None:
    text = "rented kitchens and rented kitchens downtown"
    found = phrases("en", f"One\n{text}", f"Two\n{text}", "Three\nrented kitchens downtown")
    assert found == ("rented kitchens downtown",)


def test_there_are_at_most_twelve() -> None:
    text = ", ".join(
        f"green {first}{last}" for first in ("ap", "pe", "pl", "fi") for last in "xyzw"
    )
    assert len(phrases("en", f"One\n{text}", f"Two\n{text}")) == 12


def test_pages_in_another_language_are_left_out() -> None:
    deck = Deck(
        pages=tuple(page(n, (BlockKind.BODY, "rented kitchens, cuisines louées")) for n in (1, 2))
    )
    language = DeckLanguage(
        deck=Language(tag="en", confidence=0.9), pages=(Language(tag="fr", confidence=0.9),) * 2
    )
    assert KeyphraseTagger().tag(deck, language) == ()


def test_pages_that_cannot_be_read_are_left_out() -> None:
    pages = tuple(page(n, (BlockKind.BODY, "rented kitchens"), usable=False) for n in (1, 2))
    assert KeyphraseTagger().tag(Deck(pages=pages), written_in("en", 2)) == ()


@pytest.mark.parametrize("tag", ["und", "zxx", "tlh", "no such tag", "../x"])
def test_a_language_without_stop_words_gives_none(tag: str) -> None:
    assert phrases(tag, "One\nrented kitchens", "Two\nrented kitchens") == ()


def test_a_regional_tag_is_read_as_its_language() -> None:
    assert "cozinhas alugadas" in phrases(
        "pt-BR", "Um\ncozinhas alugadas", "Dois\ncozinhas alugadas"
    )


def test_the_order_is_the_same_every_time() -> None:
    texts = ("One\ngreen pears, red plums", "Two\nred plums, green pears")
    assert phrases("en", *texts) == phrases("en", *reversed(texts)) == ("green pears", "red plums")
