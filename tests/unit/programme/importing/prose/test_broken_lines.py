"""Days, rooms, broken lines and portraits: what the page tells before its words do."""

from __future__ import annotations

import pytest

from pipeline.programme.importing.blocks import Line, text_blocks
from pipeline.programme.importing.draft import Draft
from pipeline.programme.importing.pages import html_blocks
from pipeline.programme.importing.prose.announcement import read_announcement
from pipeline.records.messages import message


def read(text: str) -> Draft:
    blocks = html_blocks(text) if text.startswith("<") else text_blocks(text)
    return read_announcement(blocks, message("text"))


def told(text: str) -> list[tuple[int | None, str, list[str]]]:
    return [
        (one.day, str(one.title), [person.name for person in one.speakers])
        for one in read(text).sessions
    ]


def test_cells_under_rooms_hold_a_talk_each() -> None:
    table = (
        "School on Seeds, 3-4 June 2024\n\n# 3 June\n\n"
        "| Time | Blue Hall | Red Hall |\n|---|---|---|\n"
        "| 10:00 | Old grain — Ana Reis `[EN]` | New bread — Rosa Dias and Ivo Lima `[--]` |\n"
        "| 11:00 | *tea* | *tea* |\n"
        "| 11:30 | Rain and rent — John Okello `[EN/FR]` | *room closed* |\n"
    )
    assert [(title, names) for _, title, names in told(table)] == [
        ("Old grain", ["Ana Reis"]),
        ("New bread", ["Rosa Dias", "Ivo Lima"]),
        ("Rain and rent", ["John Okello"]),
    ]
    assert [one.languages for one in read(table).sessions] == [("en",), (), ("en", "fr")]


def test_parts_are_days_where_there_is_one_for_each() -> None:
    text = (
        "A course on cloth, 5 to 6 January 2026\n\n"
        "## Module 1: Knowing\n\n"
        "* *Fibres under a lens*, taught by **Ana Reis**. Slides: English\n\n"
        "## Module 2: Keeping\n\n* *Light counts in hours*, taught by **Ivo Lima**. Slides: none\n"
    )
    assert told(text) == [
        (1, "Fibres under a lens", ["Ana Reis"]),
        (2, "Light counts in hours", ["Ivo Lima"]),
    ]


@pytest.mark.parametrize("dash", ["", " - come hungry"])
def test_weekdays_count_the_days_of_an_event_without_a_year(dash: str) -> None:
    text = (
        "Two days on nets, Saturday 18 and Sunday 19 July\n\n"
        f"SATURDAY{dash}\n\n* Then it's Ana Reis on ice. Slides in English.\n\n"
        "SUNDAY\n\n* Ivo Lima flies over seagrass and tells us what is there. No slides.\n"
    )
    assert [(day, names) for day, _, names in told(text)] == [(1, ["Ana Reis"]), (2, ["Ivo Lima"])]


def test_speakers_called_by_surname_have_the_name_of_their_portrait() -> None:
    page = (
        "<h1>Rencontres</h1><p>Du 2 au 3 février 2026</p><h3>Lundi 2 février</h3><ul>"
        "<li>10 h : « Le mil qui dure », par Mme Ndiaye. Diapos : français</li></ul>"
        "<h3>Mardi 3 février</h3><ul><li>9 h : « La radio », par M. Mbodj. Sans diapos</li></ul>"
        "<h2>Les intervenants</h2><p><b>Awa Ndiaye</b>, agronome.</p>"
        "<p><b>Cheikh Mbodj</b>, animateur.</p>"
    )
    assert told(page) == [(1, "Le mil qui dure", ["Awa Ndiaye"]), (2, "La radio", ["Cheikh Mbodj"])]


def test_whoever_a_sentence_names_speaks_unless_in_passing() -> None:
    text = (
        "Letter, 3 to 4 June 2024\n\n"
        "On Monday 3 June, first thing, Ana Reis of Coop Sol on old grain. Slides in English.\n"
        "Bring a hat. Joseph Barasa keeps the time on both days.\n"
    )
    assert [names for _, _, names in told(text)] == [["Ana Reis"]]


def test_the_kind_of_a_talk_below_its_title_is_no_break() -> None:
    text = (
        "Dia 1\n\n10h00  «A água da serra»\n       Ana Reis, Coop Sol\n"
        "       Diapositivos em português\n\n11h00  «O telemóvel na mochila»\n"
        "       Debate com os alunos Rosa Dias e Rui Lopes\n       Sem diapositivos\n"
    )
    assert [people for _, _, people in told(text)] == [["Ana Reis"], ["Rosa Dias", "Rui Lopes"]]


def test_a_line_with_room_for_the_next_word_was_not_broken() -> None:
    lines = [
        "This is a letter to all members, and it is set in lines as wide as",
        "they are here.",
        "",
        "09.30  What heat does to a body at a sewing machine",
        "       Dr Rina Akter, physician",
    ]
    found = [block.text for block in text_blocks("\n".join(lines)) if isinstance(block, Line)]
    assert found[1:] == [
        "09.30  What heat does to a body at a sewing machine",
        "Dr Rina Akter, physician",
    ]


def test_pictures_part_a_line_and_flags_are_languages() -> None:
    text = (
        "Forest camp, 22 to 23 May 2026\n\n## Fri 22 May\n\n"
        "🕙 10:00 **Counting beetles** 👤 Kacper Nowicki 📑 🇬🇧 🇵🇱\n"
    )
    (one,) = read(text).sessions
    assert (one.title, [who.name for who in one.speakers]) == (
        "Counting beetles",
        ["Kacper Nowicki"],
    )
    assert one.languages == ("en", "pl")


def test_a_series_that_goes_on_after_new_year_is_in_order() -> None:
    text = (
        "Seminar on commons, 2026\n\n4 November: Grazing together, by Ana Reis (Pau)\n\n"
        "13 January: The forest of others, by Ivo Lima (Temuco)\n"
    )
    assert [one.date for one in read(text).sessions] == ["2026-11-04", "2027-01-13"]


def test_a_list_at_the_end_tells_whose_slides_are_in_which_languages() -> None:
    text = (
        "Ferry safety days, 2-3 June 2026\n\nTuesday 2 June\n"
        "  09:30 Evacuating a deck - Captain Veli Rantanen, Turku\n"
        "  10:45 What the box heard - Siv Kristoffersen, Accident Board\n"
        "  13:30 Ice in the sea - Juri Tamm, Tallinn\n\n"
        "Slides: Rantanen FI/EN; Kristoffersen EN; Tamm none.\n"
    )
    assert [one.languages for one in read(text).sessions] == [("fi", "en"), ("en",), ()]


def test_rooms_side_by_side_on_a_line_hold_a_talk_each() -> None:
    text = (
        "Journées du libre, 4 et 5 avril 2026\n\nSAMEDI 4 AVRIL\n\n"
        "10h00   Quitter les géants, par Clothilde Reynaud [fr]   |   "
        "Imprimer ses semences, par Idrissa Bah [fr, en]\n"
    )
    assert [names for _, _, names in told(text)] == [["Clothilde Reynaud"], ["Idrissa Bah"]]


def test_fields_of_an_entry_that_only_the_style_sheet_parts_are_parted() -> None:
    page = (
        "<h1>Festival</h1><p>14 et 15 mai 2027</p><h2>Vendredi 14 mai</h2>"
        "<div><span class=h>10 h</span> <span class=t>Grimper sans peur</span> "
        "<span class=q>Mathilde Grignard, guide</span> <span class=l>Diapos FR</span></div>"
    )
    assert told(page) == [(1, "Grimper sans peur", ["Mathilde Grignard"])]


def test_days_that_minutes_write_in_words_are_known() -> None:
    text = (
        "Ata do encontro, 17 e 18 de novembro de 2026\n\n"
        "Aos dezessete dias do mês de novembro deu-se início ao encontro. A companheira Ana Reis "
        "apresentou a história do movimento, com slides em português.\n\n"
        "No dia dezoito, o advogado Ivo Lima explicou a lei do babaçu livre, sem slides.\n"
    )
    assert [(day, names) for day, _, names in told(text)] == [(1, ["Ana Reis"]), (2, ["Ivo Lima"])]


@pytest.mark.parametrize("rows", ["<tr></tr>", "<tr></tr><tr><td>10:00</td><td>Tea</td></tr>", ""])
def test_a_table_with_empty_rows_is_no_error(rows: str) -> None:
    assert told(f"<h1>School</h1><p>3-4 June 2024</p><table>{rows}<tr><td></td></tr></table>") == []


def test_whoever_speaks_again_on_another_day_gives_another_talk() -> None:
    text = (
        "Report of our meeting, 3-4 June 2024\n\nMonday 3 June\n\n"
        'Dr. Ana Reis presented "Old grain in new fields" [slides: English].\n\n'
        "Tuesday 4 June\n\nThen Dr. Ana Reis and Dr. Ivo Lima together presented "
        '"A protocol for seed banks" [slides: English and French].\n'
    )
    assert told(text) == [
        (1, "Old grain in new fields", ["Ana Reis"]),
        (2, "A protocol for seed banks", ["Ana Reis", "Ivo Lima"]),
    ]


def test_a_quotation_goes_on_below_whatever_the_next_line_begins_with() -> None:
    lines = [
        "Then Dr. Ana Reis and Dr. Ivo Lima presented together, as they had",
        'said they would, "A protocol for all seed banks of the highlands in',
        '2028" to the whole house.',
    ]
    (line,) = text_blocks("\n".join(lines))
    assert isinstance(line, Line)
    assert line.text == " ".join(lines)
