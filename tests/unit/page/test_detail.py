"""What the page knows of one deck, and how search finds it."""

from __future__ import annotations

from page_index import THEME, entity, make_index, make_page, resource

from pipeline.page.detail import CHOICES, deck_detail, deck_document, session_documents


def test_pages_without_text_and_notes_are_left_out() -> None:
    pages = [make_page(1, ""), make_page(2, "Words"), make_page(3, "", notes="Said")]
    detail = deck_detail(make_index(resource("a")).resources[0], pages, {})
    assert [(page.number, page.text, page.notes) for page in detail.text] == [
        (2, "Words", ""),
        (3, "", "Said"),
    ]


def test_a_person_is_offered_the_likeliest_sessions() -> None:
    candidates = [{"session_id": f"s{n}", "confidence": 0.1} for n in range(9)]
    detail = deck_detail(make_index(resource("a", candidates=candidates)).resources[0], [], {})
    assert [item.session_id for item in detail.candidates] == ["s0", "s1", "s2", "s3"]
    assert len(detail.candidates) == CHOICES


def test_a_deck_is_found_by_all_that_is_known_of_it() -> None:
    index = make_index(
        resource(
            "from Ana/x.pdf", title="Title", keyphrases=["key phrase"],
            entities=[entity("Rome", "LOC")],
            themes=[{**THEME, "label": {"en": "food", "pt": "comida"}}],
        )
    )  # fmt: skip
    deck = index.resources[0]
    detail = deck_detail(deck, [make_page(1, "Text", notes="Notes")], {THEME["id"]: 0})
    found = deck_document(deck, index.sessions[0], detail)
    assert found.title == "Title"
    assert found.speakers == "Ana Sá Casa do Impacto"
    assert found.themes == "food comida"
    assert (found.names, found.phrases, found.file) == ("Rome", "key phrase", "from Ana/x.pdf")
    assert found.text == "Text\nNotes"


def test_a_deck_in_no_session_has_no_speakers() -> None:
    deck = make_index(resource("a")).resources[0]
    assert deck_document(deck, None, deck_detail(deck, [], {})).speakers == ""


def test_a_session_is_found_by_title_and_speakers_in_every_language() -> None:
    index = make_index()
    (document,) = session_documents(index)
    assert (document.id, document.title) == ("s:one", "One")
    assert document.speakers == "Ana Sá Casa do Impacto"
