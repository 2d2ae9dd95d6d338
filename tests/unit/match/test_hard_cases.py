"""What real inboxes hold, and what must happen to it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.match import DeckView, Matcher, place
from pipeline.match.outcomes import CHANCE
from pipeline.records import media
from pipeline.records.matches import Placement, Role, Status

from .conftest import PROGRAMME
from .texts import BAKERY, PLATAFORMAS, PLATEFORMES, PLATFORMS, signed

MakeDeck = Callable[..., DeckView]
SESSIONS = PROGRAMME.sessions


def placed(matcher: Matcher, *decks: DeckView) -> dict[str, Placement]:
    return place(decks, matcher, {})


def test_a_deck_without_any_name_is_found_by_its_subject_and_never_lost(
    matcher: Matcher, make_deck: MakeDeck
) -> None:
    match = placed(matcher, make_deck("scan.pptx", PLATFORMS))["scan.pptx"].match
    assert match.candidates[0].session_id == "platforms"
    assert match.status in {Status.MATCHED, Status.REVIEW}


def test_a_name_in_the_notes_of_page_one_counts(matcher: Matcher, make_deck: MakeDeck) -> None:
    deck = make_deck("a.pptx", PLATFORMS, notes="Thank the hosts. Corinne Vercher-Chaptal")
    match = placed(matcher, deck)["a.pptx"].match
    assert match.session_id == "platforms"
    assert match.status is Status.MATCHED
    assert any("notes of page 1" in reason.detail for reason in match.evidence)


def test_a_name_in_the_footer_counts(matcher: Matcher, make_deck: MakeDeck) -> None:
    deck = make_deck("a.pptx", PLATFORMS, footer="C. Vercher-Chaptal, Academy 2021")
    match = placed(matcher, deck)["a.pptx"].match
    assert (match.session_id, match.status) == ("platforms", Status.MATCHED)
    assert any("footer" in reason.detail for reason in match.evidence)


def test_a_misspelt_name_is_recognised_and_shown_as_written(
    matcher: Matcher, make_deck: MakeDeck
) -> None:
    deck = make_deck("a.pptx", signed(PLATFORMS, "Corine Vercher-Captal"))
    match = placed(matcher, deck)["a.pptx"].match
    assert (match.session_id, match.status) == ("platforms", Status.MATCHED)
    assert any("“corine vercher”" in reason.detail for reason in match.evidence)


def test_two_people_with_one_surname_are_told_apart_by_the_given_name(
    matcher: Matcher, make_deck: MakeDeck
) -> None:
    pages = ["Uma apresentação\nMarta Sousa", "Perguntas\nO que fazer", "Obrigada\nAté logo"]
    match = placed(matcher, make_deck("a.pptx", pages, language="pt"))["a.pptx"].match
    best, second = match.candidates[:2]
    assert best.session_id == "care"
    assert best.confidence > 2 * second.confidence


def test_a_surname_that_two_speakers_share_decides_nothing(
    matcher: Matcher, make_deck: MakeDeck
) -> None:
    pages = ["Uma apresentação\nSousa", "Perguntas\nO que fazer", "Obrigado\nAté logo"]
    match = placed(matcher, make_deck("a.pptx", pages, language="pt"))["a.pptx"].match
    assert match.status is not Status.MATCHED


def test_a_given_name_that_two_speakers_share_decides_nothing(
    matcher: Matcher, make_deck: MakeDeck
) -> None:
    pages = ["Welcome\nCorinne", "Questions\nWhat to do", "Thank you\nSee you"]
    match = placed(matcher, make_deck("a.pptx", pages))["a.pptx"].match
    assert match.status is not Status.MATCHED


AGENDAS = {
    "speakers on one page": [
        "Programme of the week\nWelcome to the academy",
        "Speakers\n" + "\n".join(person.name for item in SESSIONS for person in item.speakers),
        "Practical matters\nMeals, badges and buses",
    ],
    "a page a session": [
        "Programme of the week\nWelcome to the academy",
        *(f"{item.title}\n{item.speakers[0].name}" for item in SESSIONS),
    ],
    "titles on one page": [
        "Programme of the week\n" + "\n".join(str(item.title) for item in SESSIONS),
        "Practical matters\nMeals, badges and buses",
    ],
    "group work": [
        "Group work\nForm groups of five and appoint a rapporteur",
        "Questions\nWhat did you learn today, what will you take home?",
    ],
    "template": ["Title of your presentation\nYour name, your organisation", "Heading\nText"],
}


@pytest.mark.parametrize("pages", AGENDAS.values(), ids=AGENDAS.keys())
def test_what_is_for_the_whole_elective_belongs_to_no_session(
    matcher: Matcher, make_deck: MakeDeck, pages: list[str]
) -> None:
    match = placed(matcher, make_deck("welcome.pptx", pages))["welcome.pptx"].match
    assert (match.status, match.session_id) == (Status.UNMATCHED, None)


def test_a_deck_that_announces_two_colleagues_keeps_its_session(
    matcher: Matcher, make_deck: MakeDeck
) -> None:
    pages = [*signed(PLATFORMS, "Corinne Vercher-Chaptal"), "Next\nJason Nardi, then Marta Sousa"]
    match = placed(matcher, make_deck("a.pptx", pages))["a.pptx"].match
    assert (match.session_id, match.status) == ("platforms", Status.MATCHED)


def test_another_speaker_who_is_cited_on_every_page_does_not_win(
    matcher: Matcher, make_deck: MakeDeck
) -> None:
    cited = [f"{page}\nsee Jason Nardi (2019)" for page in PLATFORMS[1:]]
    deck = make_deck("a.pptx", [signed(PLATFORMS, "Corinne Vercher-Chaptal")[0], *cited])
    match = placed(matcher, deck)["a.pptx"].match
    assert match.candidates[0].session_id == "platforms"


@pytest.mark.parametrize("heading", ["References", "Remerciements", "Agradecimentos"])
def test_a_name_among_those_of_others_is_no_evidence(
    matcher: Matcher, make_deck: MakeDeck, heading: str
) -> None:
    pages = [*BAKERY, f"{heading}\nNardi, Jason (2019). Buying well."]
    match = placed(matcher, make_deck("a.pptx", pages))["a.pptx"].match
    assert match.status is Status.UNMATCHED


def test_a_misleading_file_name_and_folder_are_a_question_with_both_sides_said(
    matcher: Matcher, make_deck: MakeDeck
) -> None:
    path = "Jason Nardi/Public procurement with social clauses.pptx"
    deck = make_deck(path, signed(PLATFORMS, "Corinne Vercher-Chaptal"))
    match = placed(matcher, deck)[path].match
    assert (match.session_id, match.status) == ("platforms", Status.REVIEW)
    assert "procurement" in {candidate.session_id for candidate in match.candidates}
    against = match.evidence[0]
    assert against.signal == "contradiction"
    assert against.weight < 0
    assert "“Public procurement with social clauses”: The file's name" in against.detail
    assert any(reason.signal == "speaker" for reason in match.evidence)


def test_a_file_name_that_agrees_with_the_deck_is_no_contradiction(
    matcher: Matcher, make_deck: MakeDeck
) -> None:
    path = "for Jason Nardi/Vercher-Chaptal CoopCycle.pptx"
    deck = make_deck(path, signed(PLATFORMS, "Corinne Vercher-Chaptal"))
    match = placed(matcher, deck)[path].match
    assert (match.session_id, match.status) == ("platforms", Status.MATCHED)


def test_a_title_of_one_session_signed_by_the_speaker_of_another_is_a_question(
    matcher: Matcher, make_deck: MakeDeck
) -> None:
    title = "Public procurement with social clauses\nHow towns buy from cooperatives"
    pages = [f"{title}\nGabriella D’Amico", "Contracts\nReserved contracts and social clauses"]
    match = placed(matcher, make_deck("a.pptx", pages))["a.pptx"].match
    assert match.status is Status.REVIEW
    assert {"procurement", "food"} <= {candidate.session_id for candidate in match.candidates}


def test_a_speaker_on_a_subject_that_the_programme_lacks_is_not_sure(
    matcher: Matcher, make_deck: MakeDeck
) -> None:
    path = "Gabriella D’Amico.pptx"
    match = placed(matcher, make_deck(path, signed(BAKERY, "Gabriella D’Amico")))[path].match
    assert match.status is not Status.MATCHED


def test_a_deck_that_a_speaker_signs_is_never_just_put_aside(
    matcher: Matcher, make_deck: MakeDeck
) -> None:
    match = placed(matcher, make_deck("a.pptx", signed(BAKERY, "Gabriella D’Amico")))[
        "a.pptx"
    ].match
    assert match.status is Status.REVIEW
    assert match.confidence < CHANCE
    assert match.session_id == "food"


def test_the_author_field_of_the_file_counts(matcher: Matcher, make_deck: MakeDeck) -> None:
    deck = make_deck("a.pptx", PLATFORMS, author="Corinne Vercher-Chaptal")
    match = placed(matcher, deck)["a.pptx"].match
    assert (match.session_id, match.status) == ("platforms", Status.MATCHED)
    assert any("author" in reason.detail for reason in match.evidence)


def test_a_cover_in_another_language_does_not_hide_the_session(
    matcher: Matcher, make_deck: MakeDeck
) -> None:
    pages = [f"{PLATEFORMES[0]}\nCorinne Vercher-Chaptal", *PLATAFORMAS[1:]]
    match = placed(matcher, make_deck("a.pptx", pages, language="pt"))["a.pptx"].match
    assert (match.session_id, match.status) == ("platforms", Status.MATCHED)


def test_a_draft_stands_behind_the_final_version(matcher: Matcher, make_deck: MakeDeck) -> None:
    final = make_deck("talk_final.pptx", [*signed(PLATFORMS, "C. Vercher-Chaptal"), "Thanks\nBye"])
    draft = make_deck("talk_draft.pptx", signed(PLATFORMS, "C. Vercher-Chaptal"))
    places = placed(matcher, final, draft)
    assert places["talk_final.pptx"].role is Role.CURRENT
    assert places["talk_draft.pptx"].role is Role.SUPERSEDED
    assert places["talk_draft.pptx"].superseded_by == "talk_final.pptx"


def test_a_pdf_beside_its_pptx_is_a_duplicate(matcher: Matcher, make_deck: MakeDeck) -> None:
    pages = signed(PLATFORMS, "Corinne Vercher-Chaptal")
    slides = make_deck("a/talk.pptx", pages)
    paper = make_deck("talk.pdf", pages, media_type=media.PDF)
    places = placed(matcher, slides, paper)
    assert places["a/talk.pptx"].role is Role.CURRENT
    assert places["talk.pdf"].role is Role.DUPLICATE
    assert places["talk.pdf"].duplicate_of == "a/talk.pptx"


def test_translations_follow_the_one_that_is_signed(matcher: Matcher, make_deck: MakeDeck) -> None:
    decks = (
        make_deck("1.pptx", signed(PLATFORMS, "Corinne Vercher-Chaptal")),
        make_deck("2.pptx", PLATEFORMES, language="fr"),
        make_deck("3.pptx", PLATAFORMAS, language="pt"),
    )
    places = placed(matcher, *decks)
    assert {place.match.session_id for place in places.values()} == {"platforms"}
    assert {place.match.status for place in places.values()} == {Status.MATCHED}
    assert len({place.translation_group for place in places.values()}) == 1
    assert places["1.pptx"].translation_group is not None
    assert any("In “1.pptx”" in reason.detail for reason in places["3.pptx"].match.evidence)


def test_a_stranger_is_unmatched(matcher: Matcher, make_deck: MakeDeck) -> None:
    place_of = placed(matcher, make_deck("bread.pptx", BAKERY))["bread.pptx"]
    assert place_of.match.status is Status.UNMATCHED
    assert place_of.match.session_id is None
    assert place_of.translation_group is None


def test_two_decks_that_want_one_place_are_not_both_sure(
    matcher: Matcher, make_deck: MakeDeck
) -> None:
    one = make_deck("1.pptx", signed(PLATFORMS, "Corinne Vercher-Chaptal"))
    other = make_deck(
        "2.pptx",
        [
            "Alternative platforms: the case of CoopCycle\nCorinne Vercher-Chaptal",
            "Homework\nRead the statutes of a cooperative of your town",
            "Questions\nWho may join, who may leave, who owns the brand",
            "Next week\nBring what you found to the plenary",
        ],
    )
    statuses = sorted(place.match.status.value for place in placed(matcher, one, other).values())
    assert statuses == ["matched", "review"]
