"""What single sentences tell: who speaks, of what, on which day, whose slides are where."""

from __future__ import annotations

import pytest

from pipeline.programme.importing.prose.days import Calendar, Day
from pipeline.programme.importing.prose.frames import told_in
from pipeline.programme.importing.prose.lexicon import language_of, lexicon
from pipeline.programme.importing.prose.sentences import sentences
from pipeline.programme.importing.prose.slides import Slides, Whose, bracketed_slides, slides_in
from pipeline.programme.importing.prose.spellings import alias, same_person, spelt_alike

EN, FR, PT = (lexicon(language) for language in ("en", "fr", "pt"))
DAYS = ("2021-11-22", "2021-11-23", "2021-11-24")


@pytest.mark.parametrize(
    ("sentence", "speakers", "affiliation", "title"),
    [
        ("The first presentation was made by Ms. Laura Aufrère, a student at Tallinn University.",
         ["Laura Aufrère"], "Tallinn University", None),
        (("Ms. Ana Reis, founder of the Casa do Mar (Portugal), presented the case of her "
         "organisation and its impact."),
         ["Ana Reis"], "Casa do Mar", "The case of Casa do Mar and its impact"),
        ("A talk on fair food was given by Dr John van der Berg.",
         ["John van der Berg"], None, "Fair food"),
        ("She was followed by David Okello (Uganda Red Cross), who spoke about early warning.",
         ["David Okello"], "Uganda Red Cross", "Early warning"),
        (("Mme Amina Haddad et M. Luc Font, de l'association Habitat Groupé, ont ensuite présenté "
         "trois projets wallons."),
         ["Amina Haddad", "Luc Font"], "Habitat Groupé", "Trois projets wallons"),
        (("Pour clore, Mme Eva Novotná est intervenue sur les coopératives de Prague, notamment "
         "la première."), ["Eva Novotná"], None, "Les coopératives de Prague"),
        (("A segunda apresentação esteve a cargo do Sr. Luís Amado e da Sra. Yara Benedito, da "
         "Cooperativa Serra Viva."),
         ["Luís Amado", "Yara Benedito"], "Cooperativa Serra Viva", None),
        ("Seguiu-se José Neves (Habitar), com uma comunicação sobre os projetos de Setúbal.",
         ["José Neves"], "Habitar", "Os projetos de Setúbal"),
        ("Mme Ludmila Freire, de la Rede Sol, lui a succédé avec un exposé sur le troc local.",
         ["Ludmila Freire"], "Rede Sol", "Le troc local"),
        ("Ms. Ana Sol, professor at Elche University, and Mr. Rui Dias, of Sol, discussed rents.",
         ["Ana Sol", "Rui Dias"], "Sol", None),
        ("The last speaker was Ms. Wangari Njeri (Ushahidi).", ["Wangari Njeri"], "Ushahidi", None),
        ("Next, “Reading the clouds” by Joseph Kamara of Met Service Sierra Leone.",
         ["Joseph Kamara"], "Met Service Sierra Leone", "Reading the clouds"),
    ],
)  # fmt: skip
def test_a_sentence_introduces_its_speakers_with_affiliation_and_subject(
    sentence: str, speakers: list[str], affiliation: str | None, title: str | None
) -> None:
    told = [one for one in told_in(sentence, lexicon(language_of(sentence))) if one.speaks]
    assert [person.name for one in told for person in one.people] == speakers
    assert told[0].people[-1].affiliation == affiliation
    assert told[0].title == title


@pytest.mark.parametrize(
    "sentence",
    [
        "The discussion was moderated by Ms. Julia Kern.",
        "La séance était modérée par M. Oumar Sidibé.",
        "A moderação esteve a cargo da Sra. Vera Dantas.",
    ],
)
def test_whoever_moderates_gives_no_talk(sentence: str) -> None:
    assert not any(one.speaks for one in told_in(sentence, lexicon(language_of(sentence))))


def test_a_verb_after_what_is_said_of_a_speaker_tells_of_the_talk() -> None:
    (told,) = told_in(
        "O Dr. Mathieu Perrin, economista da Universidade de Lyon, comparou moedas.", PT
    )
    assert (told.speaks, told.people[0].affiliation) == (True, "Universidade de Lyon")


def test_two_speakers_with_a_verb_each_give_two_talks() -> None:
    first, second = told_in(
        "Fatou Diallo, manager at Caisse Kayes, explained how groups save, and Hugo Lima from "
        "Banco Palmas described a local currency.",
        EN,
    )
    assert (first.title, second.title) == ("How groups save", "A local currency")


@pytest.mark.parametrize(
    "sentence",
    [
        "Ms. Grace Mwangi welcomed everyone and moderated the three days.",
        "They focused on the research on SSE and Social Innovation in Africa.",
        "CoopCycle is developing as a federation of Logistics Cooperatives.",
        "The Local Food Policy Councils were presented.",
    ],
)
def test_hosts_places_and_headings_give_no_talk(sentence: str) -> None:
    assert not any(one.speaks for one in told_in(sentence, EN))


def test_abbreviated_titles_and_initials_end_no_sentence() -> None:
    text = "Ms. J. Doe and Prof. A. B. Smith spoke. M. Dia est venu. Then Dr. No left."
    assert len(sentences(text)) == 3


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Day 2 – Tuesday 23 November 2021", Day(number=2, date="2021-11-23")),
        ("JOUR 1 (lundi 22 novembre)", Day(number=1, date="2021-11-22")),
        ("O terceiro dia", Day(number=3)),
        ("Wednesday", Day(number=3, date="2021-11-24")),
        ("23/11/2021", Day(number=2, date="2021-11-23")),
    ],
)
def test_headings_of_days_are_known_by_number_date_or_weekday(line: str, day: Day) -> None:
    assert Calendar(DAYS, lexicon(language_of(line))).heading(line, None) == day


@pytest.mark.parametrize(
    ("sentence", "number"),
    [
        ("The first day of the elective focused on platforms.", 1),
        ("During the second day, the participants met.", 2),
        ("The final day looked ahead.", 3),
        ("The following day began early.", 2),
        ("Au cours de la deuxième journée, ils ont visité Lyon.", 2),
        ("O último dia abriu com música.", 3),
        ("On Wednesday, everyone left.", 3),
        ("On 24 November, everyone left.", 3),
        ("Wednesday was all about money.", 3),
        ("23 November: the day was devoted to health.", 2),
        ("Dia 24: a Dra. Samson falou do lixo em Luanda.", 3),
        ("The second morning turned to numbers.", 2),
        ("The three days were long.", None),
        ("The second talk of the day was short.", None),
    ],
)
def test_days_are_told_in_prose(sentence: str, number: int | None) -> None:
    calendar = Calendar(DAYS, lexicon(language_of(sentence)))
    day = calendar.spoken(sentence, Day(number=1, date=DAYS[0]))
    assert (day.number if day else None) == number


@pytest.mark.parametrize(
    ("sentence", "languages", "whose", "names"),
    [
        ("The presentation of Ms. Aufrère is available here: en - fr - pt",
         ("en", "fr", "pt"), Whose.NAMED, ("Aufrère",)),
        ("La présentation de M. Lambert et de Mme Diop est disponible en portugais et en français.",
         ("pt", "fr"), Whose.NAMED, ("Lambert", "Diop")),
        ("A apresentação da Sra. Tavares está disponível em português.",
         ("pt",), Whose.NAMED, ("Tavares",)),
        ("Slides by Dr Teixeira: PT, EN.", ("pt", "en"), Whose.NAMED, ("Teixeira",)),
        ("The slides of both speakers can be downloaded in English.", ("en",), Whose.BOTH, ()),
        ("Toutes les présentations sont disponibles : fr - en", ("fr", "en"), Whose.ALL, ()),
        ("Her slides can be found here: English, French.", ("en", "fr"), Whose.CURRENT, ()),
        ("No slides were shared.", (), Whose.CURRENT, ()),
        ("You will find her slides here: EN - FR.", ("en", "fr"), Whose.CURRENT, ()),
        ("Os slides da Sra. Ferrán estão em ES.", ("es",), Whose.NAMED, ("Ferrán",)),
        ("Comissário e Muianga: PT", ("pt",), Whose.NAMED, ("Comissário", "Muianga")),
        ("Elle n'a pas utilisé de diapositives pour la séance.", (), Whose.CURRENT, ()),
    ],
)  # fmt: skip
def test_a_statement_about_slides_says_whose_and_in_which_languages(
    sentence: str, languages: tuple[str, ...], whose: Whose, names: tuple[str, ...]
) -> None:
    (stated,) = slides_in(sentence, lexicon(language_of(sentence)))
    assert stated == Slides(languages=languages, whose=whose, names=names)


def test_a_list_of_names_states_the_slides_of_each() -> None:
    stated = slides_in(
        "Les présentations sont disponibles : Mme Quispe (es - fr), M. Etienne (fr).", FR
    )
    assert [(one.names, one.languages) for one in stated] == [
        (("Quispe",), ("es", "fr")),
        (("Etienne",), ("fr",)),
    ]


def test_slides_in_brackets_leave_the_sentence() -> None:
    plain, stated = bracketed_slides("Ms Bako talked about bees (slides: fr).", EN)
    assert (plain, stated[0].languages) == ("Ms Bako talked about bees.", ("fr",))


@pytest.mark.parametrize(
    ("name", "mention", "same"),
    [
        ("Corinne Vercher-Chaptal", "Vercher-Captal", True),
        ("David Okello", "David Okelo", True),
        ("Maria do Carmo Teixeira", "Maria Teixeira", True),
        ("Inês Sequeira", "Ines Sequeira", True),
        ("Maria Silva", "Mario Selva", False),
        ("Ana Reis", "Rui Reis", False),
        ("Laura Aufrère", "Nardi", False),
    ],
)
def test_one_person_is_known_through_slips_of_the_pen(name: str, mention: str, same: bool) -> None:
    assert same_person(name, mention) is same


def test_another_spelling_is_kept_in_full_and_only_if_letters_differ() -> None:
    assert alias("Corinne Vercher-Chaptal", "Vercher-Captal") == "Corinne Vercher-Captal"
    assert spelt_alike("Inês Sequeira", "Sequeira")
    assert not spelt_alike("Corinne Vercher-Chaptal", "Vercher-Captal")
