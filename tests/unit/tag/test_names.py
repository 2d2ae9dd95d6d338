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


def entity(text: str, label: str, pages: tuple[int, ...] = (1,), count: int = 1) -> Entity:
    return Entity(text=text, label=EntityLabel(label), pages=pages, count=count)


def test_initials_turned_names_and_surnames_alone_are_the_person() -> None:
    texts = ["L. Aufrère", "Aufrère, L", "Laura M. Aufrère", "Aufrère"]
    names = gather_names(programme((AUFRERE,)), {"r-1": [person(text) for text in texts]})
    assert [item.name for item in names.people] == ["Laura Aufrère"]
    assert {names.settle(person(text)).ref for text in texts} == {"p-laura-aufrere"}


def test_initials_that_fit_two_people_are_neither() -> None:
    texts = ["Ana Silva", "Amélia Silva", "A. Silva"]
    names = gather_names(programme(), {"r-1": [person(text) for text in texts]})
    assert len(names.people) == 3


def test_one_wrong_letter_in_a_long_word_is_the_same_person() -> None:
    speaker = programme((Person(name="Corinne Vercher-Chaptal"),))
    names = gather_names(speaker, {"r-1": [person("Corinne Vercher-Captal", 9)]})
    (only,) = names.people
    assert (only.name, only.aliases) == ("Corinne Vercher-Chaptal", ("Corinne Vercher-Captal",))


def test_short_words_and_two_of_the_programme_that_differ_by_a_letter_stay_two() -> None:
    names = gather_names(programme(), {"r-1": [person("Ana Lima"), person("Ana Lim")]})
    assert len(names.people) == 2
    two = programme((Person(name="Maria Ferreira"), Person(name="Maria Ferreiro")))
    assert len(gather_names(two, {}).people) == 2


def test_an_acronym_is_the_body_whose_initials_it_is_where_a_deck_has_both() -> None:
    long = "Organisation internationale du travail"
    mentions = {
        "r-1": [organisation(long), organisation("OIT", 5)],
        "r-2": [organisation("Organização Internacional do Trabalho"), organisation("OIT")],
        "r-3": [organisation("Oficina de Ideias e Teatro")],
    }
    names = gather_names(programme(), mentions)
    ilo, theatre = sorted(names.organisations, key=lambda item: len(item.mentioned_in))[::-1]
    assert set(ilo.aliases) | {ilo.name} == {long, "OIT", "Organização Internacional do Trabalho"}
    assert theatre.mentioned_in == ("r-3",)


def test_an_acronym_of_two_bodies_is_neither() -> None:
    mentions = {
        "r-1": [organisation("Alliance coopérative internationale"), organisation("ACI")],
        "r-2": [organisation("Atelier Culture Indépendante"), organisation("ACI")],
    }
    assert len(gather_names(programme(), mentions).organisations) == 3


def test_an_acronym_in_a_name_counts_whole() -> None:
    long = "International Training Centre of the ILO"
    names = gather_names(programme(), {"r-1": [organisation(long), organisation("ITCILO")]})
    assert [item.aliases for item in names.organisations] == [("ITCILO",)]


def test_a_word_for_a_body_that_begins_differently_is_one_too() -> None:
    sos = programme((Person(name="Corinne Hartmann", affiliation="SOS Group"),))
    texts = ["Groupe SOS", "Grupo SOS"]
    names = gather_names(sos, {"r-1": [organisation(text) for text in texts]})
    assert [item.aliases for item in names.organisations] == [("Groupe SOS", "Grupo SOS")]


def test_the_word_for_what_a_body_is_is_one_in_every_language() -> None:
    texts = ["University Sorbonne Paris Nord", "Université Sorbonne Paris Nord"]
    texts += ["Universidade Sorbonne Paris Nord", "Sorbonne Paris Nord University"]
    mentions = {f"r-{n}": [organisation(text)] for n, text in enumerate(texts)}
    names = gather_names(programme((AUFRERE,)), mentions)
    (only,) = names.organisations
    assert only.name == AUFRERE.affiliation
    assert len(only.mentioned_in) == 4


def test_a_place_is_one_under_all_its_names_and_a_country_has_its_code() -> None:
    mentions = {"r-1": [entity("Rome", "LOC"), entity("Quénia", "LOC")]}
    mentions["r-2"] = [entity("ROMA", "LOC"), entity("Kenya", "LOC")]
    names = gather_names(programme(), mentions)
    found = {item.name: (item.aliases, item.country, item.mentioned_in) for item in names.places}
    assert found == {
        "Kenya": (("Quénia",), "KE", ("r-1", "r-2")),
        "Rome": (("ROMA",), None, ("r-1", "r-2")),
    }
    assert names.settle(entity("Quénia", "LOC")).country == "KE"
    assert (
        names.settle(entity("Rome", "LOC")).named_id == names.settle(entity("ROMA", "LOC")).named_id
    )


def test_names_at_the_same_places_of_two_translations_are_of_one_thing() -> None:
    mentions = {
        "r-en": [entity("Geneva", "LOC", (2, 5), 3), organisation("ILO", 7)],
        "r-pt": [entity("Genebra", "LOC", (2, 5), 3), organisation("OIT", 7)],
        "r-other": [entity("Gotemburgo", "LOC", (2, 5), 3)],
    }
    together = gather_names(programme(), mentions, [("r-en", "r-pt")])
    assert sorted(len(item.mentioned_in) for item in together.places) == [1, 2]
    assert [item.mentioned_in for item in together.organisations] == [("r-en", "r-pt")]
    apart = gather_names(programme(), mentions)
    assert len(apart.places) == 3
    assert len(apart.organisations) == 2


def test_events_and_works_are_gathered_and_tied_too() -> None:
    mentions = {"r-1": [entity("Forum Social", "EVENT"), entity("Scales of Justice", "WORK")]}
    mentions["r-2"] = [entity("SCALES OF JUSTICE", "WORK")]
    names = gather_names(programme(), mentions)
    assert [item.name for item in names.events] == ["Forum Social"]
    (work,) = names.works
    assert work.mentioned_in == ("r-1", "r-2")
    tied = names.settle(entity("Scales of Justice", "WORK"))
    assert (tied.ref, tied.named_id) == (None, work.id)
