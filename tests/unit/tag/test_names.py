from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pipeline.records.programme import Person, Programme, Session
from pipeline.records.tags import Entity, EntityLabel
from pipeline.tag import gather_names

AUFRERE = Person(name="Laura Aufrère", affiliation="University Sorbonne Paris Nord")
CHAPTAL = Person(name="Corinne Vercher-Chaptal", aliases=("Corinne Vercher-Captal",))


def programme(*speakers: tuple[Person, ...], coordinators: tuple[Person, ...] = ()) -> Programme:
    sessions = tuple(
        Session(id=f"s{number}", title=f"Session {number}", speakers=group)
        for number, group in enumerate(speakers, 1)
    )
    return Programme(sessions=sessions, coordinators=coordinators)


def person(text: str, count: int = 1) -> Entity:
    return Entity(text=text, label=EntityLabel.PERSON, pages=(1,), count=count)


def organisation(text: str, count: int = 1) -> Entity:
    return Entity(text=text, label=EntityLabel.ORG, pages=(1,), count=count)


def test_speakers_stand_first_with_affiliation_and_sessions() -> None:
    expected = programme((AUFRERE,), (CHAPTAL, AUFRERE))
    names = gather_names(expected, {"r-1": [person("Elinor Ostrom", 9)]})
    assert [item.name for item in names.people][:2] == [AUFRERE.name, CHAPTAL.name]
    aufrere, chaptal, ostrom = names.people
    assert aufrere.sessions == ("s1", "s2")
    assert aufrere.affiliation == AUFRERE.affiliation
    assert aufrere.mentioned_in == ()
    assert chaptal.aliases == ("Corinne Vercher-Captal",)
    assert (ostrom.sessions, ostrom.affiliation) == ((), None)
    assert ostrom.mentioned_in == ("r-1",)


def test_coordinators_are_people_without_sessions() -> None:
    gasser = Person(name="Martin Gasser", affiliation="ITCILO")
    names = gather_names(programme((AUFRERE,), coordinators=(gasser,)), {})
    assert names.of(gasser) == "p-martin-gasser"
    assert [item.sessions for item in names.people if item.name == "Martin Gasser"] == [()]
    assert "ITCILO" in [item.name for item in names.organisations]


def test_spellings_in_other_case_accents_and_order_are_the_speaker() -> None:
    spellings = ["LAURA AUFRERE", "Aufrère Laura", "Aufrère, Laura"]
    names = gather_names(programme((AUFRERE,)), {"r-1": [person(text) for text in spellings]})
    (only,) = names.people
    assert only.name == "Laura Aufrère"
    assert only.aliases == tuple(sorted(spellings))
    assert {names.settle(person(text)).ref for text in spellings} == {only.id}


def test_an_alias_in_the_programme_is_the_speaker() -> None:
    names = gather_names(programme((CHAPTAL,)), {"r-1": [person("Corinne VERCHER-CAPTAL")]})
    assert names.settle(person("Corinne VERCHER-CAPTAL")).ref == names.of(CHAPTAL)


def test_a_speaker_who_is_an_alias_elsewhere_is_one_person_wherever_that_stands() -> None:
    under_alias = Person(name="Corinne Vercher-Captal")
    for expected in (programme((CHAPTAL,), (under_alias,)), programme((under_alias,), (CHAPTAL,))):
        names = gather_names(expected, {})
        assert [item.name for item in names.people] == [CHAPTAL.name]
        assert names.of(under_alias) == names.of(CHAPTAL)
        assert names.people[0].sessions == ("s1", "s2")


def test_two_speakers_with_the_same_alias_stay_two() -> None:
    ana, ines = Person(name="Ana Sousa", aliases=("A.",)), Person(name="Inês Dias", aliases=("A.",))
    names = gather_names(programme((ana, ines)), {"r-1": [person("A.")]})
    assert names.of(ana) == "p-ana-sousa"
    assert names.of(ines) == "p-ines-dias"
    assert names.settle(person("A.")).ref == names.of(ana)


def test_a_speaker_named_twice_in_a_session_speaks_in_it_once() -> None:
    names = gather_names(programme((AUFRERE, Person(name="Laura AUFRÈRE"))), {})
    assert [item.sessions for item in names.people] == [("s1",)]


def test_an_unexpected_name_is_spelled_as_it_mostly_is() -> None:
    mentions = {
        "r-1": [organisation("COOPCYCLE")],
        "r-2": [organisation("CoopCycle", 5), organisation("Coopcycle", 2)],
    }
    (only,) = gather_names(programme((CHAPTAL,)), mentions).organisations
    assert (only.id, only.name) == ("o-coopcycle", "CoopCycle")
    assert only.aliases == ("Coopcycle", "COOPCYCLE")
    assert only.mentioned_in == ("r-1", "r-2")


def test_affiliations_and_mentions_of_an_organisation_are_one() -> None:
    names = gather_names(
        programme((AUFRERE,)), {"r-1": [organisation("Sorbonne Paris Nord University")]}
    )
    (only,) = names.organisations
    assert only.name == AUFRERE.affiliation
    assert names.settle(organisation("Sorbonne Paris Nord University")).ref == only.id


def test_whom_the_programme_names_is_a_person_whatever_the_model_says() -> None:
    mention = organisation("Laura Aufrère")
    names = gather_names(programme((AUFRERE,)), {"r-1": [mention]})
    assert names.settle(mention).label is EntityLabel.PERSON
    assert names.settle(mention).ref == "p-laura-aufrere"
    (speaker,) = names.people
    assert speaker.mentioned_in == ("r-1",)


def test_places_events_and_works_have_no_reference() -> None:
    turin = Entity(text="Turin", label=EntityLabel.LOC, pages=(1,), count=1)
    names = gather_names(programme((AUFRERE,)), {"r-1": [turin]})
    assert names.settle(turin).ref is None
    assert len(names.people) == 1


def test_names_that_make_the_same_id_are_numbered() -> None:
    names = gather_names(
        programme((Person(name="李明"), Person(name="王芳"))),
        {"r-1": [person("张伟")]},
    )
    ids = [item.id for item in names.people]
    assert sorted(ids) == ["p-unnamed", "p-unnamed-2", "p-unnamed-3"]
    assert names.of(Person(name="李明")) == names.people[0].id


def test_an_id_that_is_numbered_never_meets_a_name_that_ends_in_a_number() -> None:
    names = gather_names(
        programme((Person(name="Team A"), Person(name="Team A 李"), Person(name="Team A 2"))), {}
    )
    assert len({item.id for item in names.people}) == 3


def test_a_text_without_letters_is_no_name() -> None:
    names = gather_names(programme((AUFRERE,)), {"r-1": [person("…")]})
    assert len(names.people) == 1
    assert names.settle(person("…")).ref is None


@given(
    st.permutations(["LAURA AUFRÈRE", "Laura Aufrere", "Ostrom", "OSTROM", "ostrom"]),
    st.permutations(["r-1", "r-2", "r-3", "r-4", "r-5"]),
)
def test_the_order_of_mentions_makes_no_difference(texts: list[str], ids: list[str]) -> None:
    by_text = dict(zip(sorted(texts), sorted(ids), strict=True))
    mentions = {by_text[text]: [person(text)] for text in texts}
    names = gather_names(programme((AUFRERE,)), mentions)
    in_order = gather_names(programme((AUFRERE,)), dict(sorted(mentions.items())))
    assert (names.people, names.organisations) == (in_order.people, in_order.organisations)
