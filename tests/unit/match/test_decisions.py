from __future__ import annotations

from collections.abc import Callable

from pipeline.match import DeckView, Matcher, place
from pipeline.records.decisions import Decision
from pipeline.records.matches import Role, Status

from .texts import BAKERY, PLATEFORMES, PLATFORMS, signed

MakeDeck = Callable[..., DeckView]


def test_a_decision_wins_over_all_evidence(matcher: Matcher, make_deck: MakeDeck) -> None:
    deck = make_deck("a.pptx", signed(PLATFORMS, "Corinne Vercher-Chaptal"))
    said = {deck.sha256: Decision(path="a.pptx", session="food")}
    match = place([deck], matcher, {}, said)["a.pptx"].match
    assert (match.session_id, match.status, match.confidence) == ("food", Status.MATCHED, 1.0)
    assert match.evidence[0].signal == "decision"


def test_a_deck_can_be_decided_to_belong_nowhere(matcher: Matcher, make_deck: MakeDeck) -> None:
    deck = make_deck("a.pptx", signed(PLATFORMS, "Corinne Vercher-Chaptal"))
    said = {deck.sha256: Decision(path="a.pptx", session="none")}
    match = place([deck], matcher, {}, said)["a.pptx"].match
    assert (match.session_id, match.status) == (None, Status.UNMATCHED)


def test_a_decision_serves_the_translations_too(matcher: Matcher, make_deck: MakeDeck) -> None:
    one, other = make_deck("1.pptx", PLATFORMS), make_deck("2.pptx", PLATEFORMES, language="fr")
    said = {one.sha256: Decision(path="1.pptx", session="care")}
    places = place([one, other], matcher, {}, said)
    assert places["2.pptx"].match.session_id == "care"
    assert "1.pptx" in places["2.pptx"].match.evidence[0].detail


def test_decks_that_a_person_put_apart_are_not_one(matcher: Matcher, make_deck: MakeDeck) -> None:
    one, other = make_deck("1.pptx", PLATFORMS), make_deck("2.pptx", PLATEFORMES, language="fr")
    said = {
        one.sha256: Decision(path="1.pptx", session="care"),
        other.sha256: Decision(path="2.pptx", session="food"),
    }
    places = place([one, other], matcher, {}, said)
    assert places["1.pptx"].match.session_id == "care"
    assert places["2.pptx"].match.session_id == "food"
    assert places["1.pptx"].translation_group is None


def test_a_person_can_say_which_version_is_newer(matcher: Matcher, make_deck: MakeDeck) -> None:
    final = make_deck("talk_final.pptx", [*PLATFORMS, "Thanks\nBye"])
    draft = make_deck("talk_draft.pptx", PLATFORMS)
    said = {draft.sha256: Decision(path="talk_draft.pptx", supersedes="talk_final.pptx")}
    places = place([final, draft], matcher, {}, said)
    assert places["talk_draft.pptx"].role is Role.CURRENT
    assert places["talk_final.pptx"].superseded_by == "talk_draft.pptx"


def test_a_decision_for_an_unknown_session_is_left_to_be_reported(
    matcher: Matcher, make_deck: MakeDeck
) -> None:
    deck = make_deck("bread.pptx", BAKERY)
    said = {deck.sha256: Decision(path="bread.pptx", session="gone")}
    assert place([deck], matcher, {}, said)["bread.pptx"].match.status is Status.UNMATCHED
