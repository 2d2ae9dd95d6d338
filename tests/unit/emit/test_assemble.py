from __future__ import annotations

import msgspec
from elective import (
    COMMONS,
    GENERATOR,
    IGNORED,
    PROGRAMME,
    REJECTED,
    copy_of,
    frame_of,
    index_of,
    placed,
    resource,
)
from hypothesis import given
from hypothesis import strategies as st

from pipeline.emit import Placed, assemble
from pipeline.records.files import Ignored, Inventory, Rejected
from pipeline.records.index import IndexedSession
from pipeline.records.matches import Role, Status
from pipeline.records.programme import Programme, Session

FILES = [
    placed("a/en.pdf"),
    placed("a/fr.pdf", language="fr"),
    placed("old fr.pdf", language="fr", role=Role.SUPERSEDED, superseded_by="a/fr.pdf"),
    copy_of("a/en.pdf", "Copy of en.pdf"),
    placed("casa.pdf", "casa", "pt", status=Status.REVIEW),
    placed("stranger.pdf", None),
]


def paths(session: IndexedSession, *files: Placed) -> list[str]:
    """Return the paths of the materials of a session, in their order."""
    by_id = {item.id: item.path for item in index_of(*files).resources}
    return [by_id[material] for material in session.materials]


def test_materials_stand_one_per_language_first_in_the_order_of_the_programme() -> None:
    files = [
        placed("1 en.pdf"),
        placed("2 en.pdf"),
        placed("3 es.pdf", language="es"),
        placed("4 fr.pdf", language="fr"),
        placed("5 pt.pdf", language="pt"),
    ]
    assert paths(frame_of(*files), *files) == [
        "4 fr.pdf",
        "1 en.pdf",
        "5 pt.pdf",
        "3 es.pdf",
        "2 en.pdf",
    ]


def test_the_current_version_stands_before_older_ones_and_copies() -> None:
    files = [
        copy_of("b.pdf", "a.pdf"),
        placed("b.pdf"),
        placed("0.pdf", role=Role.SUPERSEDED, superseded_by="b.pdf"),
    ]
    session = frame_of(*files)
    assert paths(session, *files)[0] == "b.pdf"
    assert len(session.materials) == 3


def test_what_is_expected_is_available_or_missing() -> None:
    languages = frame_of(placed("en.pdf"), placed("fr.pdf", language="fr")).languages
    assert languages.expected == ("fr", "en", "pt")
    assert languages.available == ("fr", "en")
    assert languages.missing == ("pt",)


def test_a_language_that_was_not_expected_is_available_and_stands_last() -> None:
    languages = frame_of(placed("es.pdf", language="es"), placed("en.pdf")).languages
    assert languages.available == ("en", "es")
    assert languages.missing == ("fr", "pt")


def test_a_session_that_expects_nothing_misses_nothing() -> None:
    casa = index_of().sessions[1]
    assert casa.materials == ()
    assert casa.languages.expected == casa.languages.available == casa.languages.missing == ()


def test_a_deck_in_review_is_no_material_yet() -> None:
    session = frame_of(placed("en.pdf", status=Status.REVIEW))
    assert session.materials == ()
    assert session.languages.missing == ("fr", "en", "pt")
    assert session.themes == ()


def test_a_copy_or_an_older_version_makes_no_language_available() -> None:
    superseded = placed("old.pdf", role=Role.SUPERSEDED, superseded_by="new.pdf")
    session = frame_of(superseded, copy_of("en.pdf", "copy.pdf", "pt"))
    assert session.languages.available == ()
    assert session.languages.missing == ("fr", "en", "pt")


def test_files_with_the_same_bytes_have_ids_of_their_own_that_point_at_each_other() -> None:
    index = index_of(placed("en.pdf"), copy_of("en.pdf", "x/en.pdf"), copy_of("en.pdf", "y.pdf"))
    original, *copies = (resource(index, path) for path in ("en.pdf", "x/en.pdf", "y.pdf"))
    assert original.id == f"r-{original.sha256[:12]}"
    assert [copy.id for copy in copies] == [f"{original.id}-2", f"{original.id}-3"]
    assert [copy.duplicate_of for copy in copies] == [original.id, original.id]
    assert original.duplicate_of is None


def test_a_renamed_file_keeps_its_id() -> None:
    before = index_of(placed("en.pdf", content="bytes")).resources[0]
    after = index_of(placed("renamed.pdf", content="bytes")).resources[0]
    assert before.id == after.id


def test_an_older_version_points_at_the_newer_by_its_id() -> None:
    index = index_of(
        placed("v1.pdf", role=Role.SUPERSEDED, superseded_by="v2.pdf"), placed("v2.pdf")
    )
    assert resource(index, "v1.pdf").superseded_by == resource(index, "v2.pdf").id


def test_names_in_decks_point_at_people() -> None:
    index = index_of(placed("en.pdf"))
    (entity,) = index.resources[0].entities
    (person,) = (item for item in index.people if item.id == entity.ref)
    assert person.name == entity.text
    assert person.mentioned_in == (index.resources[0].id,)
    speaker = index.sessions[0].speakers[0]
    assert speaker.id in {item.id for item in index.people}
    assert speaker.affiliation == "Paris Nord"


def test_themes_of_current_materials_rise_to_session_and_elective() -> None:
    index = index_of(placed("en.pdf"), placed("fr.pdf", language="fr"))
    assert [theme.id for theme in index.sessions[0].themes] == [COMMONS.id]
    assert [theme.id for theme in index.elective.themes] == [COMMONS.id]
    assert index.sessions[1].themes == ()


def test_the_elective_is_named_by_its_event_and_number() -> None:
    elective = index_of().elective
    assert elective.id == "academy-on-sse-elective-6"
    assert elective.event == PROGRAMME.event
    assert [person.name for person in elective.coordinators] == ["Martin Gasser"]
    bare = Programme(sessions=(Session(id="s", title="S"),))
    assert index_of(programme=bare).elective.id == "elective"


def test_every_list_of_files_is_sorted_by_path() -> None:
    index = index_of(*FILES)
    for listed in (index.resources, index.rejected, index.ignored):
        assert [item.path for item in listed] == sorted(item.path for item in listed)
    assert len(index.resources) == len(FILES)


@given(st.permutations(FILES), st.permutations(REJECTED), st.permutations(IGNORED))
def test_the_order_of_files_makes_no_difference(
    files: list[Placed], rejected: list[Rejected], ignored: list[Ignored]
) -> None:
    inventory = Inventory(
        files=tuple(item.file for item in files), rejected=tuple(rejected), ignored=tuple(ignored)
    )
    index = assemble(PROGRAMME, inventory, files, GENERATOR)
    assert msgspec.json.encode(index) == msgspec.json.encode(index_of(*FILES))
