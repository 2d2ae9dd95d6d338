"""A real browser for the tests of the catalogue page."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from catalogue_making import DOT, large, small, write
from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")

#: Opens an address in a fresh browser with these settings.
Visit = Callable[..., Page]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if not CHROMIUM:
        pytest.skip("Chromium is not installed")
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=CHROMIUM)


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    """Open pages that must run without an error and ask for nothing but themselves."""
    problems: list[str] = []
    known = ["data:"]
    contexts = []

    def open_page(address: str, **settings: Any) -> Page:
        context = browser.new_context(**{"locale": "en-GB", **settings})
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: problems.append(message.text))
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.on("request", lambda request: problems.append(request.url))
        page.on("dialog", lambda dialog: problems.append(dialog.message))
        known.append(address.partition("#")[0])
        page.goto(address)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert [text for text in problems if not text.startswith(tuple(known))] == []


@pytest.fixture(scope="session")
def small_page(tmp_path_factory: pytest.TempPathFactory) -> str:
    return write(*small(), tmp_path_factory.mktemp("small") / "index.html", DOT)


@pytest.fixture(scope="session")
def large_page(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Write an elective of 500 decks with a picture of the usual size each."""
    path: Path = tmp_path_factory.mktemp("large") / "index.html"
    return write(*large(), path, DOT + bytes(6_000))
