"""What the page's lists know of an index."""

from __future__ import annotations

from page_index import THEME, entity, make_index, resource

from pipeline.page.gather import SHOWN, gather
from pipeline.page.payload import Catalogue
from pipeline.records.index import Index


def gathered(index: Index, covers: dict[str, str] | None = None) -> Catalogue:
    return gather(index, lambda path: f"../inbox/{path}", covers or {})


def test_a_session_has_its_materials_first_and_then_those_to_decide() -> None:
    index = make_index(resource("a review", status="review"), resource("b"))
    assert gathered(index).sessions[0].decks == (1, 0)


def test_a_review_without_a_session_is_in_none() -> None:
    index = make_index(resource("a", status="review", session_id=None))
    assert gathered(index).sessions[0].decks == ()


def test_names_are_numbers_most_named_first_and_each_once() -> None:
    people = [entity("Sá", "PERSON", "p-ana"), entity("Ana Sá", "PERSON", "p-ana")]
    other = [entity("Casa", "ORG", "o-casa"), entity("Nobody", "PERSON", None)]
    deck = gathered(make_index(resource("a", entities=[*people, *other]))).decks[0]
    assert (deck.people, deck.organisations) == ((0,), (0,))


def test_a_session_knows_the_organisations_of_its_speakers() -> None:
    assert gathered(make_index()).sessions[0].organisations == (0,)


def test_themes_have_short_keys_that_stay_apart() -> None:
    themes = [
        {**THEME, "id": uri}
        for uri in ("https://a/food", "https://b/food#", "urn:x", "https://c/", "https://例え/")
    ]
    catalogue = gathered(make_index(resource("a", themes=themes)))
    keys = [theme.key for theme in catalogue.themes]
    assert keys[:2] == ["food", "food-2"]
    assert len(set(keys)) == len(keys) == 5
    assert catalogue.decks[0].themes == (0, 1, 2, 3, 4)


def test_lists_show_only_so_many_places_and_phrases() -> None:
    places = [entity(f"Place {n}", "LOC") for n in range(20)]
    phrases = [f"phrase {n}" for n in range(20)]
    deck = gathered(make_index(resource("a", entities=places, keyphrases=phrases))).decks[0]
    assert len(deck.places) == len(deck.phrases) == SHOWN


def test_the_kind_of_a_file_is_by_content_and_else_by_name() -> None:
    index = make_index(
        resource("a.pptx"), resource("bb.docx", media_type="application/octet-stream")
    )
    assert [deck.kind for deck in gathered(index).decks] == ["PDF", "DOCX"]


def test_a_copy_points_to_what_it_stands_for() -> None:
    index = make_index(
        resource("a"), resource("bb", role="duplicate", duplicate_of="r-1".ljust(14, "0"))
    )
    assert [deck.stands_for for deck in gathered(index).decks] == ["", "r-100000000000"]


def test_a_deck_without_picture_or_link_has_none() -> None:
    deck = gather(make_index(resource("a")), lambda _: "", {}).decks[0]
    assert (deck.cover, deck.link) == ("", "")


def test_paths_show_characters_that_hide() -> None:
    listed = {"path": "a\u202efdp.exe", "reason": "x"}
    catalogue = gathered(make_index(ignored=[listed], stale_decisions=[listed]))
    assert catalogue.ignored[0].path == catalogue.stale_decisions[0].path == "a\ufffdfdp.exe"
