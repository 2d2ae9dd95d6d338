"""The page for everybody: checked by axe-core, and used by keyboard alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

Visit = Callable[..., Page]

AXE = Path(__file__).parents[2] / "data" / "vendor" / "axe.min.js"
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 360, "height": 740}


VIEWS = ["", "#view=map", "#view=checks", "#q=council", "deck", "#ui=fr"]


@pytest.mark.parametrize(
    ("view", "viewport", "scheme"),
    [(view, WIDE, "light") for view in VIEWS]
    + [(view, NARROW, "dark") for view in VIEWS]
    + [("", NARROW, "light"), ("", WIDE, "dark")],
)
def test_axe_finds_nothing(
    visit: Visit, small_page: str, view: str, viewport: dict[str, int], scheme: str
) -> None:
    address = small_page + view.replace("deck", "")
    page = visit(address, viewport=viewport, color_scheme=scheme, bypass_csp=True)
    if view == "deck":
        page.locator(".tile-link").first.click()
        page.get_by_text("Text of the pages").click()
    page.evaluate("text => { (0, eval)(text) }", AXE.read_text(encoding="utf-8"))
    found = page.evaluate("tags => axe.run({ runOnly: tags })", WCAG)
    assert [
        f"{rule['id']}: {node['html'][:120]} {node['failureSummary']}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ] == []


@pytest.mark.parametrize("view", ["", "#view=map", "#view=checks", "#q=council"])
def test_nothing_is_wider_than_a_small_phone(visit: Visit, small_page: str, view: str) -> None:
    page = visit(small_page + view, viewport={"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_the_page_can_be_used_with_the_keyboard_alone(visit: Visit, small_page: str) -> None:
    page = visit(small_page)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("canteens")
    expect(page.locator(".hits li")).to_have_count(1)
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.hits a')"):
            break
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(page.locator(".hits a")).to_be_focused()


def test_every_focused_thing_shows_that_it_is(visit: Visit, small_page: str) -> None:
    page = visit(small_page)
    for _ in range(30):
        page.keyboard.press("Tab")
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline == "solid", page.evaluate("document.activeElement.outerHTML")


def test_focus_is_never_hidden_by_the_bar(visit: Visit, small_page: str) -> None:
    page = visit(small_page, viewport={"width": 1000, "height": 500})
    for _ in range(60):
        page.keyboard.press("Tab")
    for _ in range(40):
        page.keyboard.press("Shift+Tab")
        assert page.evaluate(
            """() => {
                const { top, bottom } = document.activeElement.getBoundingClientRect();
                const bar = document.querySelector(".bar");
                const over = bar.getBoundingClientRect();
                return bar.contains(document.activeElement) ||
                    !(top >= over.top && bottom <= over.bottom);
            }"""
        ), page.evaluate("document.activeElement.outerHTML")


def test_targets_are_large_enough_to_hit(visit: Visit, small_page: str) -> None:
    targets = visit(small_page).locator("button:visible, label.choice:visible")
    heights = targets.evaluate_all("all => all.map((item) => item.offsetHeight)")
    assert min(heights) >= 24
