from __future__ import annotations

from pipeline.programme.build import build_programme
from pipeline.records.programme_file import PersonEntry, ProgrammeFile, SessionEntry


def ids(*sessions: SessionEntry) -> list[str]:
    return [session.id for session in build_programme(ProgrammeFile(sessions=sessions)).sessions]


def test_an_id_is_made_from_the_title_else_the_first_speaker_else_the_position() -> None:
    assert ids(
        SessionEntry(id="given", title="A title"),
        SessionEntry(title="A title"),
        SessionEntry(title={"ar": "غذاء", "fr": "L'été"}),
        SessionEntry(speakers=(PersonEntry(name="Inês Sequeira"), "Jason Nardi")),
        SessionEntry(title="食品"),
    ) == ["given", "a-title", "l-ete", "ines-sequeira", "session-5"]


def test_two_sessions_of_one_title_get_two_ids() -> None:
    assert ids(SessionEntry(title="Debate"), SessionEntry(title="Debate")) == ["debate", "debate-2"]


def test_languages_and_aliases_are_kept_once() -> None:
    person = PersonEntry(name="A", aliases=("B", " B"))
    entry = SessionEntry(title="A", languages=("en", "en"), speakers=(person,))
    session = build_programme(ProgrammeFile(sessions=(entry,))).sessions[0]
    assert session.languages == ("en",)
    assert session.speakers[0].aliases == ("B",)
