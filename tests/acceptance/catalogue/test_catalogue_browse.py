"""Looking through the programme: lists, facets, languages, links that can be sent."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

Visit = Callable[..., Page]


def test_sessions_stand_by_day_in_the_order_of_the_programme(visit: Visit, small_page: str) -> None:
    page = visit(small_page)
    expect(page.locator("#list h2, #list h3")).to_have_text([
        "Day 1Monday 22 November",
        "Food councils in Rome",
        "Public procurement",
        "Day 2Tuesday 23 November",
        "Casa do Impacto and its impact",
        "In no session",
    ])  # fmt: skip


def test_a_session_shows_which_languages_are_there_missing_and_unclear(
    visit: Visit, small_page: str
) -> None:
    page = visit(small_page)
    food = page.locator("#s-damico .tile")
    expect(food).to_have_count(3)
    expect(food.nth(0)).to_contain_text("English")
    expect(food.nth(1)).to_contain_text("French")
    expect(food.nth(2)).to_contain_text("Missing")
    expect(food.nth(2)).to_contain_text("Portuguese")
    expect(page.locator("#s-nardi .tile")).to_contain_text("To decide")
    expect(page.locator("#s-sequeira")).to_contain_text("No slides are expected")


def test_a_session_tells_its_speakers_themes_and_names(visit: Visit, small_page: str) -> None:
    session = visit(small_page).locator("#s-damico")
    for words in ("Gabriella D’Amico", "Casa do Impacto", "food policy", "Jason Nardi", "Rome"):
        expect(session).to_contain_text(words)
    expect(session).to_contain_text("city of farms")
    expect(session).to_contain_text("Copy of Rome.pdf (copy)")


def test_files_are_linked_by_relative_path(visit: Visit, small_page: str) -> None:
    link = visit(small_page).get_by_role("link", name="PDF, 48 kB – What does the city")
    expect(link).to_have_attribute("href", "../inbox/Rome%20EN.pdf")


def test_a_deck_with_a_picture_shows_it_and_one_without_a_title_card(
    visit: Visit, small_page: str, tmp_path: object
) -> None:
    from pathlib import Path

    from catalogue_making import small, write

    image = visit(small_page).locator("#s-damico img").first
    expect(image).to_have_js_property("naturalWidth", 1)
    bare = write(*small(), Path(str(tmp_path)) / "index.html")
    card = visit(bare).locator("#s-damico .card").first
    expect(card).to_contain_text("What does the city put on our plates?")


@pytest.mark.parametrize(
    ("group", "value", "sessions"),
    [
        ("Day", "Day 2, Tue 23 Nov", ["Casa do Impacto and its impact"]),
        ("Language", "Portuguese", ["Public procurement"]),
        ("Themes", "commons", ["Public procurement"]),
        ("People", "Jason Nardi", ["Food councils in Rome", "Public procurement"]),
        ("People", "Inês Sequeira", ["Casa do Impacto and its impact"]),
    ],
)
def test_a_facet_narrows_the_list(
    visit: Visit, small_page: str, group: str, value: str, sessions: list[str]
) -> None:
    page = visit(small_page)
    facet = page.get_by_role("group", name=group, exact=True)
    facet.get_by_role("checkbox", name=value).check()
    expect(page.locator("#list h3")).to_have_text(sessions)
    expect(facet.get_by_role("checkbox", name=value)).to_be_focused()


def test_facets_count_what_a_further_choice_would_leave(visit: Visit, small_page: str) -> None:
    page = visit(f"{small_page}#day=1")
    languages = page.get_by_role("group", name="Language")
    expect(languages.locator("label")).to_have_text(
        ["English1 session", "French1 session", "Portuguese1 session"]
    )
    expect(page.get_by_role("group", name="Day").locator("label")).to_have_count(2)


def test_a_chosen_facet_is_taken_away_again(visit: Visit, small_page: str) -> None:
    page = visit(f"{small_page}#day=1&language=pt")
    expect(page.locator("#list h3")).to_have_count(1)
    page.get_by_role("link", name="Remove filter: Portuguese").click()
    expect(page.locator("#list h3")).to_have_count(2)
    page.get_by_role("link", name="Clear all").click()
    expect(page.locator("#list h3")).to_have_count(4)


def test_the_address_holds_the_state_so_that_a_link_can_be_sent(
    visit: Visit, small_page: str
) -> None:
    page = visit(small_page)
    page.get_by_role("checkbox", name="French").check()
    page.get_by_role("searchbox").fill("économie")
    copy = visit(page.url)
    expect(copy.get_by_role("searchbox")).to_have_value("économie")
    expect(copy.get_by_role("checkbox", name="French")).to_be_checked()
    expect(copy.locator("#list h3")).to_have_text(["Food councils in Rome"])


def test_a_link_to_a_session_shows_it(visit: Visit, small_page: str) -> None:
    page = visit(f"{small_page}#session=sequeira", viewport={"width": 800, "height": 500})
    expect(page.locator("#s-sequeira h3")).to_be_in_viewport()


def test_an_address_that_makes_no_sense_shows_the_programme(visit: Visit, small_page: str) -> None:
    page = visit(f"{small_page}#view=<b>&deck=nothing&page=x&session=__proto__&ui=xx")
    expect(page.locator("#list h3")).to_have_count(4)


def test_going_back_undoes_a_choice(visit: Visit, small_page: str) -> None:
    page = visit(small_page)
    page.get_by_role("checkbox", name="French").check()
    page.get_by_role("link", name="Map", exact=True).click()
    expect(page.locator("#map")).to_be_visible()
    page.go_back()
    expect(page.locator("#list h3")).to_have_count(1)
    page.go_back()
    expect(page.locator("#list h3")).to_have_count(4)


def test_a_deck_opens_with_its_evidence_and_closes_again(visit: Visit, small_page: str) -> None:
    page = visit(small_page)
    page.get_by_role("link", name="What does the city put on our plates?").first.click()
    deck = page.get_by_role("dialog", name="What does the city put on our plates?")
    expect(deck).to_contain_text("Placed here, 98% sure.")
    expect(deck).to_contain_text("Page 1 names the speaker.")
    expect(deck).to_contain_text("Page 2: food policy council")
    expect(deck).to_contain_text("Jason Nardipage 2")
    deck.get_by_text("Text of the pages").click()
    expect(deck).to_contain_text("Say that Jason Nardi follows.")
    page.keyboard.press("Escape")
    expect(deck).to_be_hidden()
    expect(page).not_to_have_url(re.compile("deck="))


def test_page_text_is_read_only_when_it_is_asked_for(visit: Visit, small_page: str) -> None:
    page = visit(small_page)
    deck = page.get_by_role("dialog")
    page.locator("#s-damico .tile-link").first.click()
    expect(deck.locator(".page-texts")).to_be_empty()
    deck.get_by_text("Text of the pages").click()
    expect(deck.locator(".page-texts section")).to_have_count(2)


@pytest.mark.parametrize(
    ("locale", "programme", "title"),
    [
        ("en-US", "Programme", "Fair food"),
        ("fr-CA", "Programme", "Une alimentation juste"),
        ("pt-BR", "Programa", "Fair food"),
        ("fi-FI", "Programme", "Fair food"),
    ],
)
def test_the_interface_speaks_the_language_of_the_browser(
    visit: Visit, small_page: str, locale: str, programme: str, title: str
) -> None:
    page = visit(small_page, locale=locale)
    expect(page.locator("#views a").first).to_have_text(programme)
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


def test_the_language_can_be_switched_and_every_text_says_its_own(
    visit: Visit, small_page: str
) -> None:
    page = visit(small_page)
    page.get_by_role("button", name="Français").click()
    expect(page.locator("html")).to_have_attribute("lang", "fr")
    expect(page.get_by_role("searchbox", name="Chercher dans les titres")).to_be_visible()
    expect(page.locator("#s-damico h3")).to_have_text("Les conseils de Rome")
    expect(page.locator("#s-damico h3")).to_have_attribute("lang", "fr")
    expect(page.locator("#s-nardi h3")).to_have_attribute("lang", "en")
    expect(page.locator("#list h2").first).to_have_text("Jour 1lundi 22 novembre")
    expect(page).to_have_url(re.compile("#ui=fr$"))


def test_the_map_shows_themes_by_session_and_language(visit: Visit, small_page: str) -> None:
    page = visit(f"{small_page}#view=map")
    row = page.get_by_role("row", name="Food councils in Rome Gabriella D’Amico")
    expect(row.locator("abbr")).to_have_text(["en", "fr"])
    page.get_by_role("columnheader", name="commons").get_by_role("link").click()
    expect(page.locator("#list h3")).to_have_text(["Public procurement"])


def test_the_map_shows_who_speaks_of_whom(visit: Visit, small_page: str) -> None:
    page = visit(f"{small_page}#view=map")
    expect(page.locator(".ends.from li")).to_have_text(["Gabriella D’Amico"])
    expect(page.locator(".ends.to li")).to_have_text(
        ["Jason Nardispeakernamed by Gabriella D’Amico"]
    )
    expect(page.locator(".diagram path")).to_have_count(1)
    bottom = "item => item.getBoundingClientRect().bottom"
    figure, drawing = page.locator(".diagram"), page.locator(".diagram svg")
    assert drawing.evaluate(bottom) <= figure.evaluate(bottom)


def test_printing_shows_every_view(visit: Visit, small_page: str) -> None:
    page = visit(small_page)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    for view in ("#list", "#theme-map table", "#check-lists"):
        expect(page.locator(view)).to_be_visible()
    expect(page.locator("#facets")).to_be_hidden()


def test_without_scripts_the_sessions_and_their_files_are_listed(
    visit: Visit, small_page: str
) -> None:
    page = visit(small_page, java_script_enabled=False)
    link = page.get_by_role("link", name="What does the city put on our plates?")
    expect(link.first).to_have_attribute("href", "../inbox/Rome%20EN.pdf")
