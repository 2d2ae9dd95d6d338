from __future__ import annotations

import re
from gettext import GNUTranslations

import pytest
from babel.messages.pofile import read_po

from pipeline.records.messages import message
from pipeline.translation import DOMAIN, LANGUAGES, LOCALE, Wording, language_of

PLACEHOLDER = re.compile(r"\{(\w+)(?::g)?\}")


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "C"}, "en"),
        ({"LANG": "fr_CH.UTF-8"}, "fr"),
        ({"LANG": "fr_FR.UTF-8", "LC_ALL": "pt_BR.UTF-8"}, "pt"),
        ({"LANG": "de_DE.UTF-8", "LANGUAGE": "de:pt:en"}, "pt"),
        ({"LC_MESSAGES": "pt_PT", "LANG": "fr_FR"}, "pt"),
        ({"LANG": "ja_JP.UTF-8"}, "en"),
    ],
)
def test_the_language_is_the_first_of_ours_that_the_system_asks_for(
    environment: dict[str, str], language: str
) -> None:
    assert language_of(environment) == language


def test_a_text_without_a_translation_stays_as_it_is() -> None:
    say = Wording("fr")
    assert say("no such text {n}", n=3) == "no such text 3"
    assert say("") == ""
    assert say.sentence("No such sentence.") == "No such sentence."


def test_a_language_that_is_not_ours_is_english() -> None:
    assert Wording("ja").language == "en"
    assert Wording("ja")("Missing") == "Missing"


def test_numbers_take_their_form() -> None:
    say = Wording("fr")
    assert say.plural("{n} thing to check:", "{n} things to check:", 1) == "1 point à vérifier :"
    assert say.plural("{n} thing to check:", "{n} things to check:", 2) == "2 points à vérifier :"


def test_a_finished_sentence_is_found_by_its_template_and_so_are_its_parts() -> None:
    say = Wording("fr")
    english = "The programme has no session “x”. Correct the entry."
    assert say.sentence(english) == "Le programme n’a pas de séance « x ». Corrigez l’entrée."
    told = message("The programme cannot be read: {problem}", problem=english)
    assert say.sentence(str(told)).endswith("« x ». Corrigez l’entrée.")


@pytest.mark.parametrize("language", LANGUAGES)
def test_braces_in_names_are_no_placeholders(language: str) -> None:
    told = message("{file}: valid", file="{odd}.yaml")
    assert "{odd}.yaml" in Wording(language).sentence(str(told))
    assert "{odd}.yaml" in told.render(Wording(language).text)


@pytest.mark.parametrize("language", ["fr", "pt"])
def test_the_compiled_catalogue_is_that_of_its_texts(language: str) -> None:
    folder = LOCALE / language / "LC_MESSAGES"
    with (folder / f"{DOMAIN}.po").open("rb") as stream:
        written = read_po(stream, locale=language)
    with (folder / f"{DOMAIN}.mo").open("rb") as stream:
        compiled = GNUTranslations(stream)
    for entry in written:
        if entry.id and isinstance(entry.id, str) and entry.string:
            assert compiled.gettext(entry.id) == entry.string


@pytest.mark.parametrize("language", ["fr", "pt"])
def test_a_translation_has_the_placeholders_of_its_text_and_no_others(language: str) -> None:
    with (LOCALE / language / "LC_MESSAGES" / f"{DOMAIN}.po").open("rb") as stream:
        for entry in read_po(stream, locale=language):
            texts = entry.id if isinstance(entry.id, tuple) else (entry.id,)
            forms = entry.string if isinstance(entry.string, tuple) else (entry.string,)
            for text, form in zip(texts, forms, strict=True):
                if text and form:
                    assert set(PLACEHOLDER.findall(form)) == set(PLACEHOLDER.findall(text)), text


@pytest.mark.parametrize("language", ["fr", "pt"])
def test_nearly_everything_that_people_read_is_translated(language: str) -> None:
    with (LOCALE / language / "LC_MESSAGES" / f"{DOMAIN}.po").open("rb") as stream:
        entries = [entry for entry in read_po(stream, locale=language) if entry.id]
    lacking = [entry.id for entry in entries if not entry.string]
    assert len(lacking) * 20 < len(entries), lacking
