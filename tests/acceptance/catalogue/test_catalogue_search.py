"""Searching the page, in three languages, as people type."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

Visit = Callable[..., Page]


@pytest.mark.parametrize(
    ("query", "session"),
    [
        ("aubergine", "Food councils in Rome"),
        ("long walk", "Food councils in Rome"),
        ("économie", "Food councils in Rome"),
        ("ECONOMIE", "Food councils in Rome"),
        ("oeuvre", "Food councils in Rome"),
        ("inovação", "Public procurement"),
        ("inovacao", "Public procurement"),
        ("d'amico", "Food councils in Rome"),
        ("sequeira", "Casa do Impacto and its impact"),
        ("bens comuns", "Public procurement"),
    ],
)
def test_words_are_found_with_and_without_accents(
    visit: Visit, small_page: str, query: str, session: str
) -> None:
    page = visit(small_page)
    page.get_by_role("searchbox").fill(query)
    expect(page.locator("#list h3").first).to_have_text(session)


def test_a_hit_names_its_page_and_shows_the_words_around(visit: Visit, small_page: str) -> None:
    page = visit(small_page)
    page.get_by_role("searchbox").fill("canteens")
    hit = page.locator(".hits li")
    expect(hit).to_have_count(1)
    expect(hit.get_by_role("link")).to_have_text("en Page 2")
    expect(hit.locator("mark")).to_have_text("canteens")


def test_a_hit_in_the_notes_says_so(visit: Visit, small_page: str) -> None:
    page = visit(small_page)
    page.get_by_role("searchbox").fill("follows")
    expect(page.locator(".hits li a")).to_have_text("en Notes of page 2")


def test_a_hit_leads_to_the_text_of_its_page(visit: Visit, small_page: str) -> None:
    page = visit(f"{small_page}#q=canteens")
    page.locator(".hits a").click()
    expect(page.locator("#wanted-page")).to_contain_text("the long walk of a council")
    expect(page.locator("#wanted-page")).to_be_in_viewport()
    link = page.locator("#wanted-page").get_by_role("link")
    expect(link).to_have_attribute("href", "../inbox/Rome%20EN.pdf#page=2")


def test_all_words_must_occur(visit: Visit, small_page: str) -> None:
    page = visit(f"{small_page}#q=canteens+inovação")
    expect(page.locator("#list")).to_contain_text("Nothing fits.")


def test_a_misspelt_word_finds_what_is_spelt_nearly_like_it(visit: Visit, small_page: str) -> None:
    page = visit(f"{small_page}#q=aubergene")
    expect(page.locator(".hits mark")).to_have_text("aubergine")


def test_an_older_version_is_found_and_marked_but_not_listed(visit: Visit, small_page: str) -> None:
    page = visit(small_page)
    expect(page.locator(".tile.superseded")).to_have_count(0)
    page.get_by_role("searchbox").fill("aubergine")
    expect(page.locator(".tile.superseded")).to_contain_text("older version")


def test_the_page_tells_a_screen_reader_what_was_found(visit: Visit, small_page: str) -> None:
    page = visit(small_page)
    page.get_by_role("searchbox").fill("canteens")
    expect(page.get_by_role("status")).to_have_text("1 session, 1 deck for “canteens”")


def test_an_emptied_search_shows_the_programme_again(visit: Visit, small_page: str) -> None:
    page = visit(f"{small_page}#q=canteens")
    page.get_by_role("searchbox").fill("")
    expect(page.locator("#list article")).to_have_count(4)
    expect(page.get_by_role("heading", name="Day 1 Monday 22 November")).to_be_visible()


def test_the_page_folds_words_as_the_index_does(visit: Visit) -> None:
    from pipeline.page.assets import STATIC
    from pipeline.page.terms import terms

    texts = [
        "L’Œuvre d’ESS", "ÇÃO ação", "Straße ½ ﬁn", "Ἀθῆναι ΟΔΟΣ", "İstanbul Łódź Århus ﾃｽﾄ",
        "שָׁלוֹם بِسْمِ", "हिन्दी में", "a_b-c.d'e", "e\u0301te\u0301 n\u0303", "𝒜𝓁𝓅𝒽𝒶 x² №5",
    ]  # fmt: skip
    page = visit("about:blank")
    source = (STATIC / "terms.js").read_text(encoding="utf-8")
    folded = page.evaluate(
        """async ([source, texts]) => {
            const module = await import(`data:text/javascript,${encodeURIComponent(source)}`);
            return texts.map(module.terms);
        }""",
        [source, texts],
    )
    assert folded == [terms(text) for text in texts]


def test_the_index_equals_the_one_that_minisearch_makes(visit: Visit) -> None:
    import msgspec

    from pipeline.page.assets import STATIC
    from pipeline.page.search_index import FIELDS, Searchable, SearchIndex

    documents = [
        Searchable(id="s:one", title="Food councils", speakers="Gabriella D’Amico", text="food"),
        Searchable(id="r-1", title="Food food", themes="food policy", file="a/b.pdf"),
        Searchable(id="r-2", names="Rome", phrases="city of farms", text="A city. Food!"),
        Searchable(id="r-3"),
    ]
    page = visit("about:blank")
    page.evaluate("text => { (0, eval)(text) }", (STATIC / "vendor/minisearch.js").read_text())
    made = page.evaluate(
        """([fields, documents]) => {
            const engine = new MiniSearch({
                fields,
                tokenize: (text) => text.toLowerCase().match(/[a-z]+/g) ?? [],
                processTerm: (term) => term,
            });
            engine.addAll(documents);
            const made = JSON.parse(JSON.stringify(engine));
            made.index.sort(([one], [other]) => (one < other ? -1 : 1));
            return made;
        }""",
        [list(FIELDS), [msgspec.to_builtins(item) for item in documents]],
    )
    index = SearchIndex()
    for document in documents:
        index.add(document)
    assert made == msgspec.json.decode(msgspec.json.encode(index.plain()))
