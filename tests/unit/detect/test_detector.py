from __future__ import annotations

import pickle

import pytest

from pipeline.detect import LanguageDetector
from pipeline.records.decks import UNDETERMINED, Block, BlockKind, Deck, Page

ENGLISH = (
    "Cooperatives share what they earn among the people who work in them.",
    "Local councils can buy food from farmers nearby and pay them a fair price.",
    "We asked the members what had changed since the programme started.",
)
FRENCH = (
    "Les coopératives partagent ce qu'elles gagnent entre celles et ceux qui y travaillent.",
    "Les communes peuvent acheter la nourriture aux paysans voisins à un prix juste.",
    "Nous avons demandé aux membres ce qui avait changé depuis le début du programme.",
)
PORTUGUESE = (
    "As cooperativas repartem o que ganham entre as pessoas que nelas trabalham.",
    "As câmaras podem comprar alimentos aos agricultores vizinhos a um preço justo.",
    "Perguntámos aos membros o que mudou desde o início do programa.",
)
OTHERS = {
    "es": "Las cooperativas reparten lo que ganan entre las personas que trabajan en ellas.",
    "it": "Le cooperative dividono quello che guadagnano tra le persone che vi lavorano.",
    "de": "Genossenschaften teilen, was sie verdienen, unter denen, die darin arbeiten.",
    "nl": "Coöperaties verdelen wat ze verdienen onder de mensen die er werken.",
    "ru": "Кооперативы делят заработанное между теми, кто в них работает.",
    "ar": "تتقاسم التعاونيات ما تكسبه بين الأشخاص الذين يعملون فيها.",
    "hi": "सहकारी समितियाँ अपनी कमाई उन लोगों में बाँटती हैं जो उनमें काम करते हैं।",
    "zh-Hans": "合作社把收入分给在其中工作的人，大家一起做决定，也一起承担风险。",
}
CODE = """def share(earnings, members):
    return earnings / len(members)
import cooperative
from market import prices, weather
for member in members:
    member.pay(share(total=earnings, members=members))
# give every member the same amount of money
pip install fair-food
SELECT name, price FROM food WHERE price < 10
"""


@pytest.fixture(scope="module")
def detector() -> LanguageDetector:
    return LanguageDetector(("en", "fr", "pt"))


def deck(*texts: str, kind: BlockKind = BlockKind.BODY) -> Deck:
    return Deck(
        pages=tuple(
            Page(number=number, blocks=(Block(kind=kind, text=text),))
            for number, text in enumerate(texts, 1)
        )
    )


@pytest.mark.parametrize(("tag", "texts"), [("en", ENGLISH), ("fr", FRENCH), ("pt", PORTUGUESE)])
def test_a_deck_and_its_pages_are_named(
    detector: LanguageDetector, tag: str, texts: tuple[str, ...]
) -> None:
    found = detector.detect(deck(*texts))
    assert found.deck.tag == tag
    assert [page.tag for page in found.pages] == [tag] * 3
    assert 0.9 < found.deck.confidence < 1


@pytest.mark.parametrize("tag", OTHERS)
def test_a_language_outside_the_electives_is_named_as_what_it_is(
    detector: LanguageDetector, tag: str
) -> None:
    assert detector.detect(deck(OTHERS[tag])).deck.tag == tag


def test_a_deck_is_judged_by_its_body_and_not_by_its_cover(detector: LanguageDetector) -> None:
    found = detector.detect(deck("\n".join(PORTUGUESE), *ENGLISH[:2]))
    assert found.deck.tag == "en"
    assert [page.tag for page in found.pages] == ["pt", "en", "en"]


def test_the_cover_decides_where_little_follows_it(detector: LanguageDetector) -> None:
    assert detector.detect(deck(FRENCH[0], "Merci")).deck.tag == "fr"


def test_long_pages_outweigh_many_short_ones(detector: LanguageDetector) -> None:
    short = [f"Thank you for coming, part {word}" for word in ("one", "two", "three", "four")]
    assert detector.detect(deck("Capa", "\n".join(PORTUGUESE * 2), *short)).deck.tag == "pt"


def test_a_line_that_stands_on_every_page_counts_once(detector: LanguageDetector) -> None:
    footer = "All rights reserved by the owners of this presentation and their partners"
    pages = [f"{text}\n{footer} {number}" for number, text in enumerate(PORTUGUESE)]
    assert detector.detect(deck("Capa", *pages)).deck.tag == "pt"


def test_program_code_does_not_make_a_deck_english(detector: LanguageDetector) -> None:
    found = detector.detect(deck("Capa", PORTUGUESE[0], CODE, CODE.replace("food", "bread")))
    assert found.deck.tag == "pt"
    assert found.pages[2] == UNDETERMINED


def test_slides_decide_and_not_the_notes(detector: LanguageDetector) -> None:
    notes = Block(kind=BlockKind.NOTES, text="\n".join(ENGLISH))
    page = Page(number=1, blocks=(Block(kind=BlockKind.BODY, text=FRENCH[0]), notes))
    assert detector.detect(Deck(pages=(page,))).deck.tag == "fr"


@pytest.mark.parametrize("text", ["", "2021", "Obrigada!", "https://example.org/some/long/address"])
def test_too_little_text_is_undetermined(detector: LanguageDetector, text: str) -> None:
    found = detector.detect(deck(text))
    assert (found.deck, found.pages) == (UNDETERMINED, (UNDETERMINED,))


def test_a_deck_without_pages_is_undetermined(detector: LanguageDetector) -> None:
    assert detector.detect(Deck(pages=())).deck == UNDETERMINED


def test_short_pages_are_judged_together(detector: LanguageDetector) -> None:
    found = detector.detect(deck("Eu sou a Inês", "Muitas", "Alguma pergunta?"))
    assert found.deck.tag == "pt"
    assert set(found.pages) == {UNDETERMINED}


def test_a_page_whose_text_cannot_be_relied_on_has_no_say(detector: LanguageDetector) -> None:
    garbled = Page(number=1, blocks=deck(ENGLISH[0]).pages[0].blocks, usable=False)
    read = Page(number=2, blocks=deck(FRENCH[0]).pages[0].blocks)
    found = detector.detect(Deck(pages=(garbled, read)))
    assert (found.deck.tag, found.pages[0]) == ("fr", UNDETERMINED)


def test_capitals_are_read(detector: LanguageDetector) -> None:
    assert detector.detect(deck(PORTUGUESE[0].upper())).deck.tag == "pt"


def test_confidence_is_the_share_of_the_text_in_that_language(detector: LanguageDetector) -> None:
    pages = (" ".join(texts * 2) for texts in (ENGLISH, ENGLISH[::-1], FRENCH))
    found = detector.detect(deck("Cover", *pages)).deck
    assert found.tag == "en"
    assert 0.6 < found.confidence < 0.7


def test_a_deck_in_three_languages_side_by_side_is_in_none_of_them(
    detector: LanguageDetector,
) -> None:
    pages = (" ".join(texts * 2) for texts in (ENGLISH, FRENCH, PORTUGUESE))
    found = detector.detect(deck("Cover", *pages))
    assert found.deck == UNDETERMINED
    assert [page.tag for page in found.pages] == ["und", "en", "fr", "pt"]


def test_the_same_deck_gets_the_same_answer_from_any_detector(detector: LanguageDetector) -> None:
    mixed = deck("Cover", ENGLISH[0], FRENCH[1], "Merci beaucoup", PORTUGUESE[2])
    detector.detect(deck(*OTHERS.values()))
    copy = pickle.loads(pickle.dumps(detector))  # noqa: S301 - as worker processes do
    assert (
        detector.detect(mixed)
        == copy.detect(mixed)
        == LanguageDetector(("en", "fr", "pt")).detect(mixed)
    )


@pytest.mark.parametrize(
    ("expected", "texts", "tag"),
    [
        (("en", "pt-BR"), PORTUGUESE, "pt-BR"),
        (("pt-BR", "pt-PT"), PORTUGUESE, "pt"),
        (("zh",), (OTHERS["zh-Hans"],), "zh"),
        (("zh-Hant",), (OTHERS["zh-Hans"],), "zh-Hans"),
        ((), FRENCH, "fr"),
    ],
)
def test_a_language_of_the_elective_carries_its_tag(
    expected: tuple[str, ...], texts: tuple[str, ...], tag: str
) -> None:
    assert LanguageDetector(expected).detect(deck(*texts)).deck.tag == tag


def recognised(number: int, text: str) -> Page:
    return Page(number=number, blocks=(Block(kind=BlockKind.BODY, text=text),), recognised=0.9)


def test_pictures_of_text_do_not_outvote_what_was_typed() -> None:
    typed = [
        Page(number=number, blocks=(Block(kind=BlockKind.BODY, text=text),))
        for number, text in enumerate(PORTUGUESE, start=1)
    ]
    screens = [recognised(number, " ".join(ENGLISH)) for number in range(4, 9)]
    found = LanguageDetector().detect(Deck(pages=(*typed, *screens)))
    assert found.deck.tag == "pt"
    assert found.pages[4].tag == "en"


def test_a_scanned_deck_is_in_the_language_of_its_pictures() -> None:
    pages = tuple(recognised(number, text) for number, text in enumerate(FRENCH, start=1))
    assert LanguageDetector().detect(Deck(pages=pages)).deck.tag == "fr"
