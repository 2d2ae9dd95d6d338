"""Text from decks is untrusted: none of it may become markup, script, a link or a command."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from catalogue_making import DOT, deck, index, page, session, write
from playwright.sync_api import Browser, Page, expect

Visit = Callable[..., Page]

HOSTILE = [
    "<script>alert(1)</script>",
    "</script><script>alert(2)</script>",
    "<!--<script>",
    "]]><img src=x onerror=alert(3)>",
    "javascript:alert(4)",
    "{{7*7}} {% raw %} ${7*7}",
    "\u202egnp.exe\u202c \u2066x\u2069",
    "'\"><svg onload=alert(5)>",
    "&lt;b&gt; \u2028 \u2029 \x00 \x1b[31m",
]


@pytest.fixture(scope="module")
def hostile_page(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Write a page in which every text that a stranger can set is hostile."""
    worst = " ".join(HOSTILE)
    decks = [
        deck(
            f"{text}/{number}.pdf", "one", text if number else "en", title=text, status="review",
            keyphrases=[text], warnings=[text],
            entities=[{"text": text, "label": label, "pages": [1], "count": 1, "ref": "p-x"}
                      for label in ("PERSON", "ORG", "LOC", "EVENT", "WORK")],
            evidence=[{"signal": "x", "detail": text, "weight": 1}],
            themes=[{"id": f"https://x/{text}", "label": {"en": text}, "score": 0.5,
                     "evidence": [{"page": 1, "phrase": text}]}],
        )
        for number, text in enumerate(HOSTILE)
    ]  # fmt: skip
    made = index(
        [session("one", 1, worst, worst, abstract=worst)],
        decks,
        people=[{"id": "p-x", "name": worst, "aliases": [], "sessions": [], "mentioned_in": [],
                 "affiliation": None}],
        rejected=[{"path": worst, "code": "corrupt", "message": worst}],
        ignored=[{"path": worst, "reason": worst}],
    )  # fmt: skip
    pages = {item["path"]: [page(1, worst, f"needle {worst}", worst)] for item in decks}
    return write(made, pages, tmp_path_factory.mktemp("hostile") / "index.html", DOT)


def test_hostile_text_is_shown_as_text_in_every_view(visit: Visit, hostile_page: str) -> None:
    shown = visit(hostile_page)
    expect(shown.locator("#list h3").first).to_contain_text("<script>alert(1)</script>")
    for view in ("#view=map", "#view=checks", "#q=needle", "#q=script", "#ui=fr"):
        shown = visit(hostile_page + view)
        assert shown.locator("main img[src='x'], main svg[onload], main script").count() == 0
    expect(shown.locator(".tile-title").first).to_be_visible()


def test_hostile_text_stays_text_in_the_dialog(visit: Visit, hostile_page: str) -> None:
    shown = visit(f"{hostile_page}#q=needle")
    shown.locator(".hits a").first.click()
    expect(shown.locator("#wanted-page")).to_contain_text("<img src=x onerror=alert(3)>")
    assert shown.locator("dialog img[src='x'], dialog script").count() == 0


def test_the_template_language_is_not_run_on_text(visit: Visit, hostile_page: str) -> None:
    shown = visit(hostile_page)
    expect(shown.locator("#list")).to_contain_text("{{7*7}}")
    assert "49" not in shown.locator("#list").inner_text()


def test_no_link_runs_a_script_or_leaves_for_a_server(visit: Visit, hostile_page: str) -> None:
    for view in ("", "#view=map", "#view=checks", "#q=needle"):
        links = (
            visit(hostile_page + view)
            .locator("a[href]")
            .evaluate_all("links => links.map((link) => link.protocol)")
        )
        assert set(links) == {"file:"}


def test_characters_that_turn_names_round_are_taken_out_of_sight(
    visit: Visit, hostile_page: str
) -> None:
    text = visit(f"{hostile_page}#view=checks").locator("main").inner_text()
    assert "\ufffdgnp.exe" in text
    assert not set(text) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def test_a_script_that_is_smuggled_in_does_not_run(browser: Browser, small_page: str) -> None:
    shown = browser.new_page()
    shown.goto(small_page)
    refused = shown.evaluate(
        """() => new Promise((resolve) => {
            addEventListener("securitypolicyviolation", () => resolve("policy"));
            const script = document.createElement("script");
            try {
                script.text = "document.title = 'owned'";
                document.head.append(script);
            } catch { resolve("trusted types"); }
        })"""
    )
    assert refused
    assert shown.title() == "Fair food"


def test_nothing_from_elsewhere_is_loaded(browser: Browser, small_page: str) -> None:
    shown = browser.new_page()
    shown.goto(small_page)
    answers: list[str] = []
    shown.on("response", lambda response: answers.append(response.url))
    refused = shown.evaluate(
        """() => new Promise((resolve) => {
            const seen = [];
            addEventListener("securitypolicyviolation", (event) => {
                seen.push(event.effectiveDirective);
                if (seen.length === 3) resolve(seen.sort());
            });
            const image = new Image();
            image.src = "http://127.0.0.1:9/x.png";
            document.body.append(image);
            const sheet = document.createElement("link");
            sheet.rel = "stylesheet";
            sheet.href = "http://127.0.0.1:9/x.css";
            document.head.append(sheet);
            fetch("http://127.0.0.1:9/").catch(() => {});
        })"""
    )
    assert refused == ["connect-src", "img-src", "style-src-elem"]
    assert answers == []


def test_the_hostile_page_is_one_document(hostile_page: str) -> None:
    from urllib.parse import unquote

    text = Path(unquote(hostile_page.removeprefix("file://"))).read_text(encoding="utf-8")
    assert "alert(2)</script>" not in text
    assert "<img src=x" not in text
    assert text.count("<!doctype html>") == 1
