from __future__ import annotations

from pipeline.records.programme import Person, Programme, Session
from pipeline.records.tags import Entity, EntityLabel
from pipeline.tag.entities.elective import DeckNames, compared, programme_names
from pipeline.tag.entities.segments import Segment

PROGRAMME = Programme(
    event="Caring Cities",
    sessions=(
        Session(
            id="s1",
            title="Home care",
            speakers=(
                Person(name="Marisol Quispe", affiliation="Cooperativa Manos Unidas"),
                Person(name="Liam Fitzgerald", aliases=("Liam Fitz-Gerald",)),
            ),
        ),
    ),
)


def deck(text, **names):
    entities = tuple(
        Entity(text=name.replace("_", " "), label=EntityLabel(label), pages=(1,), count=1)
        for name, label in names.items()
    )
    return DeckNames((Segment(1, "en", text),), entities)


def found(decks, programme=None):
    expected = programme_names(programme) if programme else {}
    return [{each.text: str(each.label) for each in own} for own in compared(decks, expected)]


def test_the_programme_knows_speakers_bodies_and_the_event():
    names = {" ".join(name): str(label) for name, label in programme_names(PROGRAMME).items()}
    assert names == {
        "marisol quispe": "PERSON",
        "liam fitzgerald": "PERSON",
        "liam fitz gerald": "PERSON",
        "cooperativa manos unidas": "ORG",
        "manos unidas": "ORG",
        "caring cities": "EVENT",
    }


def test_what_the_programme_names_is_found_where_no_model_found_it():
    text = "Marisol Quispe at Caring Cities, with MANOS UNIDAS of Lima"
    (names,) = found([deck(text, Lima="LOC", Caring_Cities="ORG")], PROGRAMME)
    assert names == {
        "Marisol Quispe": "PERSON",
        "Caring Cities": "EVENT",
        "MANOS UNIDAS": "ORG",
        "Lima": "LOC",
    }


def test_a_name_in_most_translations_is_one_in_all_with_the_label_of_most():
    decks = [
        deck("CICOPA in Lima", CICOPA="ORG"),
        deck("CICOPA à Lima", CICOPA="ORG", Lima="LOC"),
        deck("CICOPA em Lima", CICOPA="LOC", Lima="LOC"),
    ]
    assert found(decks) == [{"CICOPA": "ORG", "Lima": "LOC"}] * 3


def test_a_word_that_only_one_of_three_translations_takes_for_a_name_spreads_nowhere():
    decks = [deck("Plan"), deck("Plan"), deck("Plan", Plan="ORG")]
    assert found(decks) == [{}, {}, {"Plan": "ORG"}]


def test_what_is_translated_is_left_alone():
    decks = [deck("in Rome", Rome="LOC"), deck("à Turin", Turin="LOC")]
    assert found(decks) == [{"Rome": "LOC"}, {"Turin": "LOC"}]


def test_entities_of_which_nothing_new_is_known_keep_their_counts():
    ostrom = Entity(text="Elinor Ostrom", label=EntityLabel.PERSON, pages=(1, 2), count=5)
    own = DeckNames((Segment(1, "en", "Elinor Ostrom, Ostrom, Caring Cities"),), (ostrom,))
    ((first, second),) = compared([own], programme_names(PROGRAMME))
    assert first == ostrom
    assert second.text == "Caring Cities"
