"""What needs a person, and the command that settles it."""

from __future__ import annotations

from collections.abc import Callable

from catalogue_making import NAMED, RARE_WORDS
from playwright.sync_api import Page, expect

Visit = Callable[..., Page]


def test_the_head_of_the_page_counts_what_is_open(visit: Visit, small_page: str) -> None:
    page = visit(small_page)
    page.get_by_role("link", name="4 points to check").click()
    expect(page.get_by_role("heading", name="Checks")).to_be_visible()
    expect(page.locator("#open-checks")).to_have_text("4")


def test_a_deck_to_decide_shows_the_evidence_for_and_against(visit: Visit, small_page: str) -> None:
    review = visit(f"{small_page}#view=checks").locator("#check-review")
    expect(review).to_contain_text("A person must decide. The best guess is 61% sure.")
    expect(review.locator(".reasons li")).to_have_text([RARE_WORDS, f"Against: {NAMED}"])


def test_reasons_are_told_in_the_language_of_the_reader(visit: Visit, small_page: str) -> None:
    page = visit(f"{small_page}#view=checks", locale="fr-FR")
    expect(page.locator("#check-review .reasons li")).to_contain_text(
        ["Les pages", "La page 1 cite Jason Nardi (« Nardi »)."]
    )
    refused = page.locator("#check-rejected li p").last
    expect(refused).to_have_text("Send it again.")
    expect(refused).to_have_attribute("lang", "en")


def test_each_likely_session_has_the_command_that_decides_for_it(
    visit: Visit, small_page: str
) -> None:
    review = visit(f"{small_page}#view=checks").locator("#check-review")
    expect(review.locator("code")).to_have_text([
        'elective-index assign "scan.pdf" nardi',
        'elective-index assign "scan.pdf" damico',
        'elective-index assign "scan.pdf" none',
    ])  # fmt: skip


def test_a_command_is_copied_by_its_button(visit: Visit, small_page: str) -> None:
    page = visit(f"{small_page}#view=checks")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy").first.click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == 'elective-index assign "scan.pdf" nardi'


def test_missing_languages_are_listed_with_whom_to_ask(visit: Visit, small_page: str) -> None:
    missing = visit(f"{small_page}#view=checks").locator("#check-missing li")
    expect(missing).to_have_text(["Food councils in RomeGabriella D’AmicoPortuguese"])


def test_refused_files_say_what_to_do_and_files_set_aside_why(
    visit: Visit, small_page: str
) -> None:
    page = visit(f"{small_page}#view=checks")
    expect(page.locator("#check-rejected li")).to_have_text(["half.pptxSend it again."])
    expect(page.locator("#check-ignored li")).to_have_text([".DS_StoreA system file."])
    expect(page.locator("#check-stale li")).to_have_text(["gone.pdfThe file is no longer there."])
    expect(page.locator("#check-unmatched li").first).to_contain_text("Laboratory safety")


def test_placed_decks_stand_least_sure_first_with_their_evidence(
    visit: Visit, small_page: str
) -> None:
    placed = visit(f"{small_page}#view=checks").locator("#check-matched")
    expect(placed.locator("summary")).to_have_count(4)
    placed.locator("summary").first.click()
    expect(placed.locator(".reasons").first).to_contain_text("Page 1 names the speaker.")


def test_an_elective_without_anything_open_says_so(visit: Visit, tmp_path: object) -> None:
    from pathlib import Path

    from catalogue_making import index, session, write

    made = index([session("nardi", 1, "Public procurement", "Jason Nardi")], [])
    page = visit(write(made, {}, Path(str(tmp_path)) / "index.html") + "#view=checks")
    expect(page.locator("#check-review")).to_contain_text("Nothing is waiting for a decision.")
    expect(page.locator("#check-missing")).to_contain_text("Everything the programme expects")
    expect(page.locator("#open-checks")).to_be_hidden()
