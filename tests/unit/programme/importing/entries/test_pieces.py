"""Lines of programmes are cut where a person would cut them."""

from __future__ import annotations

import pytest

from pipeline.programme.importing.blocks import Line
from pipeline.programme.importing.entries.cutting import pieces_of
from pipeline.programme.importing.entries.pieces import Piece
from pipeline.programme.importing.entries.roles import Role


def cut(line: str) -> list[Piece]:
    return pieces_of([Line(text=line)])


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("10h00 – Ana REIS (Coop Sol), « Le pain »", ["10h00", "Ana REIS", "Coop Sol", "Le pain"]),
        ("Tue 4 June, 10:00 – Mutual aid", ["Tue 4 June", "10:00", "Mutual aid"]),
        ("• Feiras livres — Ana Reis (UNEB) — 14h", ["Feiras livres", "Ana Reis", "UNEB", "14h"]),
        ("Damp and how to beat it (Tuesday, 10am)", ["Damp and how to beat it", "Tuesday", "10am"]),
        ("13.30 - 15.00, Lecture Theatre", ["13.30–15.00", "Lecture Theatre"]),
        ("2nd webinar: Batteries", ["Batteries"]),
        ("Talk 2 (Sunday, noon): Songs", ["Sunday", "noon", "Songs"]),
        ("Seeds, by Ana Reis", ["Seeds", "Ana Reis"]),
        ("com a profa. dra. Ana Reis", ["Ana Reis"]),
        ("REIS Ana (ULB) : Le pain", ["REIS Ana", "ULB", "Le pain"]),
        ("Seeds (Ana Reis, Coop Sol ; support en anglais)",
         ["Seeds", "Ana Reis, Coop Sol", "support en anglais"]),
    ],
)  # fmt: skip
def test_a_line_is_cut_into_what_it_tells(line: str, parts: list[str]) -> None:
    assert [piece.text for piece in cut(line)] == parts


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Tutor: Moira Hetherington", Role.PEOPLE),
        ("Convidadas: Ana Reis e Rosa Dias", Role.PEOPLE),
        ("Chair: Esnart Phiri, Ministry of Labour", Role.CHAIR),
        ("Lieu : salle des fêtes", Role.PLACE),
        ("Title: Idir, a burial society", Role.TITLE),
        ("Exposé de Pascal Truffer (Unia Valais), suivi d'un débat", Role.PEOPLE),
        ("Supports : français, anglais", Role.LANGUAGES),
        ("Group work, moderated by Ana Reis", Role.CHAIR),
        ("Les débats seront animés par Ana Reis", Role.CHAIR),
    ],
)
def test_labels_say_what_stands_after_them(line: str, role: Role) -> None:
    assert cut(line)[-1].known is role


def test_sentences_are_not_cut_but_for_what_they_say_of_slides() -> None:
    text = "She tells how 900 members share all their drills — and what broke. Slides in English."
    assert [(piece.text, piece.known) for piece in cut(text)] == [
        ("She tells how 900 members share all their drills — and what broke.", Role.TEXT),
        ("Slides in English.", Role.LANGUAGES),
    ]


def test_headings_of_columns_are_no_entry() -> None:
    assert [piece.known for piece in cut("Hora     Sessão     Orador(a)")] == [Role.TEXT]


def test_the_place_in_the_entry_is_counted_from_where_it_begins() -> None:
    lines = [Line(text="10:00"), Line(text="Seeds"), Line(text="Ana Reis"), Line(text="11:00")]
    assert [piece.offset for piece in pieces_of(lines)] == [0, 1, 2, 0]


def test_a_credited_title_is_cut_though_a_sentence_on_slides_follows() -> None:
    line = "« La caisse : qui la tient ? », par Ana Reis (Coop Sol). Présentation sans support."
    assert [piece.text for piece in cut(line)] == [
        "La caisse : qui la tient ?",
        "Ana Reis (Coop Sol)",
        "Présentation sans support",
    ]
