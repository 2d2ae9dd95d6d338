from __future__ import annotations

import msgspec
import pytest

from pipeline.records.decks import ON_PAGE, Block, BlockKind, Deck, Language, Page, Properties


def page(number: int = 1, **layers: str) -> Page:
    """Return a page with one block of each named kind."""
    return Page(
        number=number,
        blocks=tuple(
            Block(kind=BlockKind[kind.upper()], text=text) for kind, text in layers.items()
        ),
    )


def test_the_text_of_a_page_is_what_stands_on_it() -> None:
    blocks = tuple(Block(kind=kind, text=kind.value) for kind in BlockKind)
    assert Page(number=1, blocks=blocks).text.split("\n") == [
        kind.value for kind in BlockKind if kind in ON_PAGE
    ]
    assert not ON_PAGE & {BlockKind.NOTES, BlockKind.FURNITURE, BlockKind.ALT_TEXT}


def test_notes_are_a_layer_of_their_own() -> None:
    one = page(title="Framing", body="Care", notes="Welcome all")
    assert one.notes == "Welcome all"
    assert one.text == "Framing\nCare"
    assert page(title="Framing").notes == ""


def test_a_title_stands_on_one_line() -> None:
    assert page(title="Framing social\n innovation").title == "Framing social innovation"
    assert page(body="Care").title == ""


@pytest.mark.parametrize(
    ("headings", "stated", "title"),
    [
        (["Framing", "Agenda"], "Slides 1", "Framing"),
        (["", "Agenda"], "Slides 1", "Slides 1"),
        (["", "Agenda"], "", "Agenda"),
        (["", "", "Late heading"], "", ""),
        ([], "Slides 1", "Slides 1"),
        ([], "", ""),
    ],
)
def test_a_deck_is_titled_by_its_cover_then_its_properties(
    headings: list[str], stated: str, title: str
) -> None:
    pages = tuple(page(n, title=text, body="words") for n, text in enumerate(headings, 1))
    assert Deck(pages=pages, properties=Properties(title=stated)).title == title


def test_a_page_without_text_is_no_cover() -> None:
    deck = Deck(pages=(page(1, notes="Welcome"), page(2), page(3, title="Framing")))
    assert deck.title == "Framing"


def test_a_record_cannot_be_changed() -> None:
    language = Language(tag="fr", confidence=0.9)
    with pytest.raises(AttributeError):
        language.tag = "pt"  # type: ignore[misc]
    assert msgspec.structs.replace(language, tag="pt") == Language(tag="pt", confidence=0.9)


def test_a_field_that_is_not_known_is_refused() -> None:
    with pytest.raises(msgspec.ValidationError, match="colour"):
        msgspec.convert({"tag": "fr", "confidence": 0.9, "colour": "red"}, Language)
