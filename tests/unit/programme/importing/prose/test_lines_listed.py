"""What lines of a programme tell, and how lines come out of plain text."""

from __future__ import annotations

import pytest

from pipeline.programme.importing.blocks import Grid, Line, text_blocks
from pipeline.programme.importing.draft import Draft
from pipeline.programme.importing.prose.announcement import read_announcement
from pipeline.programme.importing.prose.lexicon import language_of, lexicon
from pipeline.programme.importing.prose.listed import entry_in
from pipeline.records.messages import message


def read(text: str) -> Draft:
    return read_announcement(text_blocks(text), message("text"))


@pytest.mark.parametrize(
    ("line", "title", "speakers", "languages"),
    [
        ("• 09:30 – 10:30  Who cares? — Prof. Amara Nwosu (Lagos). Slides: EN, FR",
         "Who cares?", ["Amara Nwosu"], ("en", "fr")),
        ("9 h 15 – « Zéro reste : un pari », par Koen Vermeulen, Good Food Brussels (EN)",
         "Zéro reste : un pari", ["Koen Vermeulen"], ("en",)),
        ("- 11h30: O que decidem (Sofia Rato e Tiago Melo, Universidade do Minho) [EN]",
         "O que decidem", ["Sofia Rato", "Tiago Melo"], ("en",)),
        ("2. Digital ledgers for banks – Paul Nkurunziza, Rwanda Chamber (EN)",
         "Digital ledgers for banks", ["Paul Nkurunziza"], ("en",)),
        ("Dr. Grace Alupo (Soroti): Seeds for dry years", "Seeds for dry years",
         ["Grace Alupo"], None),
        ("10.30 Soils remember, by Bram de Vries. No slides", "Soils remember",
         ["Bram de Vries"], ()),
        ("12:00 – 13:00  Lunch", "Lunch", [], None),
        ("• Supply, demand and care", "Supply, demand and care", [], None),
    ],
)  # fmt: skip
def test_an_entry_is_parted_into_title_speakers_and_languages(
    line: str, title: str, speakers: list[str], languages: tuple[str, ...] | None
) -> None:
    entry = entry_in(line, lexicon(language_of(line)))
    assert (entry.title, [one.name for one in entry.speakers]) == (title, speakers)
    assert entry.languages == languages


def test_a_title_takes_its_speakers_and_slides_from_the_lines_below() -> None:
    draft = read(
        "Day 1\n\n9h00  Care and time\nSpeaker: Joana Pinheiro, Institute of Statistics\n"
        "Slides: EN, PT\n\nClosing words\nSipho Dlamini, University of Cape Town\n"
    )
    assert [(item.title, item.speakers[0].name, item.languages) for item in draft.sessions] == [
        ("Care and time", "Joana Pinheiro", ("en", "pt")),
        ("Closing words", "Sipho Dlamini", ()),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "14.30  Group work, moderated by Paula Verde",
        "• Table ronde de clôture animée par Katia Wendling",
        "- Debate final, com moderação de Graça Medeiros",
    ],
)
def test_whoever_only_moderates_an_entry_is_no_speaker(line: str) -> None:
    draft = read(f"Day 1\n\n10:00 Food — Ana Reis (Coop)\n{line}\n")
    assert [item.title for item in draft.sessions] == ["Food"]
    assert draft.left_out or draft.sources["coordinators"]


def test_a_talk_with_a_moderator_keeps_its_speakers() -> None:
    (session,) = read("Day 1\n\n• Food — Ana Reis (Coop), moderated by Rui Dias\n").sessions
    assert session.speakers[0].name == "Ana Reis"


def test_a_row_with_an_hour_is_no_heading_of_a_table() -> None:
    (session, _) = read(
        "Day 1\n\n10:00 | Gig work in numbers | Uma Rani, ILO Research Department | EN, FR\n"
        "11:00 | Riders on strike | Callum Cant, Fairwork | EN\n"
    ).sessions
    assert (session.speakers[0].name, session.languages) == ("Uma Rani", ("en", "fr"))


def test_an_hour_on_a_line_of_its_own_is_no_title() -> None:
    (session,) = read(
        "Day 1\n\n10:00 - 11:00\n\nWho pays?\n\nAna Reis, Coop Sol\n\nNo slides\n"
    ).sessions
    assert (session.title, session.languages) == ("Who pays?", ())


def test_a_counted_session_is_read_as_the_entry_it_is() -> None:
    (session,) = read(
        "1er jour\nSéance 1 : « Organiser », par Mme Ana Reis (Coop). Diaporama en français.\n"
    ).sessions
    assert (session.title, session.languages) == ("Organiser", ("fr",))


def test_people_above_their_topic_speak_on_it_on_the_day_in_brackets() -> None:
    draft = read(
        "1-2 May 2024\n\nDr. Min-ji Park, Seoul University (Day 1)\nTopic: Bosses\n\n"
        "Carlos Ruiz, Sindicato Sol (Day 2)\nTopic: Bargaining\n"
    )
    assert [(item.day, item.title, item.speakers[0].name) for item in draft.sessions] == [
        (1, "Bosses", "Min-ji Park"),
        (2, "Bargaining", "Carlos Ruiz"),
    ]


def test_entries_without_speakers_are_left_out_and_told() -> None:
    draft = read("Day 1\n\n• 9:00 Coffee\n• 10:00 Food — Ana Reis (Coop)\n• 12:00 Lunch\n• x\n")
    assert [item.title for item in draft.sessions] == ["Food"]
    assert any("Lunch" in line for line in draft.left_out)


def test_whoever_coordinates_gives_no_talk() -> None:
    draft = read(
        "The elective was coordinated by Mr. Martin Gasser (ITCILO). On the first day "
        "Ms. Ana Reis gave a talk on food. Mr. Martin Gasser presented the evaluation."
    )
    assert [one.name for item in draft.sessions for one in item.speakers] == ["Ana Reis"]


def test_lines_that_were_broken_to_fit_are_joined() -> None:
    blocks = text_blocks(
        "The elective looked at how towns and villages run their own\n"
        "water together, and who pays for it in the end. It was long-\n"
        "winded.\n\n• One\n• Two\n"
    )
    assert [block.text for block in blocks if isinstance(block, Line)] == [
        (
            "The elective looked at how towns and villages run their own water together, and who "
            "pays for it in the end. It was longwinded."
        ),
        "• One",
        "• Two",
    ]


def test_tables_of_plain_text_and_marks_of_markdown_are_known() -> None:
    (table,) = text_blocks("| Title | Speaker |\n| --- | --- |\n| **Food** | Ana Reis |\n")
    assert table == Grid(rows=(("Title", "Speaker"), ("Food", "Ana Reis")))
    (heading, link) = text_blocks("## Day 1\n\nSee [the slides](http://x.example/a_b)\n")
    assert [(line.text, line.style) for line in (heading, link) if isinstance(line, Line)] == [
        ("Day 1", "h"),
        ("See the slides", ""),
    ]


def test_several_labels_on_one_line_are_read_one_by_one() -> None:
    draft = read("Dates: 3–4 May 2023 · Languages: English, French\n\nDay 1\n- Food — Ana Reis\n")
    assert (draft.days, draft.languages) == (("2023-05-03", "2023-05-04"), ("en", "fr"))
