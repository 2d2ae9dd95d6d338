from __future__ import annotations

import json
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.programme import ProgrammeProblems, read_programme
from pipeline.programme.document import parse_yaml
from pipeline.programme.read import judge, parse
from pipeline.records.programme import Person, Programme

INBOX = Path(__file__).parents[3] / "inbox"


def read(folder: Path, text: str | bytes, name: str = "programme.yaml") -> Programme:
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    programme = read_programme(path)
    assert isinstance(programme, Programme), str(programme)
    return programme


def test_the_shipped_programme_expects_eleven_materials_of_seven_speakers() -> None:
    programme = read_programme(INBOX / "programme.yaml")
    assert isinstance(programme, Programme)
    assert [session.id for session in programme.sessions] == [
        "d1-aufrere",
        "d1-vercher-chaptal",
        "d2-sequeira",
        "d2-hartmann-dia",
        "d3-nardi",
        "d3-damico",
    ]
    assert {session.day for session in programme.sessions} == {1, 2, 3}
    assert sum(len(session.languages) for session in programme.sessions) == 11
    assert sum(len(session.speakers) for session in programme.sessions) == 7
    assert programme.sessions[2].languages == ()
    assert programme.coordinators == (Person(name="Martin Gasser", affiliation="ITCILO"),)


def test_a_session_without_languages_expects_those_of_the_elective(tmp_path: Path) -> None:
    programme = read(tmp_path, "languages: [en, fr]\nsessions: [{title: A}, {title: B, day: 2}]")
    assert [session.languages for session in programme.sessions] == [("en", "fr")] * 2


def test_nothing_is_expected_where_no_languages_are_named(tmp_path: Path) -> None:
    programme = read(tmp_path, "sessions: [{title: A}]")
    assert programme.languages == programme.sessions[0].languages == ()


def test_dates_are_read_bare_and_in_quotation_marks(tmp_path: Path) -> None:
    programme = read(tmp_path, "start: 2021-11-22\nend: '2021-11-24'\nsessions: [{title: A}]")
    assert (programme.start, programme.end) == ("2021-11-22", "2021-11-24")


def test_a_speaker_may_be_a_plain_name(tmp_path: Path) -> None:
    programme = read(tmp_path, "sessions: [{speakers: [Inês Sequeira, {name: ' Abdoul  Dia'}]}]")
    assert programme.sessions[0].speakers == (
        Person(name="Inês Sequeira"),
        Person(name="Abdoul Dia"),
    )
    assert programme.sessions[0].title == ""


def test_a_field_left_blank_counts_as_absent(tmp_path: Path) -> None:
    text = "event:\nlanguages:\nsessions:\n- title: A\n  abstract:\n  speakers:\n  date:\n"
    session = read(tmp_path, text).sessions[0]
    assert (session.abstract, session.speakers, session.date) == (None, (), None)


def test_texts_may_be_given_per_language_and_lose_needless_space(tmp_path: Path) -> None:
    text = (
        "sessions:\n- title: {en: Fair food, pt: 'Comida  justa '}\n  abstract: >\n    1\n    2\n"
    )
    session = read(tmp_path, text).sessions[0]
    assert session.title == {"en": "Fair food", "pt": "Comida justa"}
    assert session.abstract == "1 2"


def test_byte_order_marks_and_windows_line_ends_do_not_matter(tmp_path: Path) -> None:
    programme = read(tmp_path, b"\xef\xbb\xbfsessions:\r\n- title: A\r\n")
    assert programme.sessions[0].title == "A"


def test_accents_are_composed(tmp_path: Path) -> None:
    assert read(tmp_path, "sessions: [{title: Ine\u0302s}]").sessions[0].title == "Inês"


def test_json_is_read_with_tabs_and_escaped_characters(tmp_path: Path) -> None:
    entry = {"sessions": [{"title": "Comida \U0001f600 justa", "day": 1}]}
    text = json.dumps(entry, indent="\t", ensure_ascii=True)
    session = read(tmp_path, text, "programme.json").sessions[0]
    assert (session.title, session.day) == ("Comida \U0001f600 justa", 1)


def test_a_file_that_is_not_there_is_a_problem_and_no_exception(tmp_path: Path) -> None:
    outcome = read_programme(tmp_path / "programme.yaml")
    assert isinstance(outcome, ProgrammeProblems)
    assert str(outcome).startswith("programme.yaml: the file cannot be opened (")


def test_a_file_of_another_kind_is_told_what_can_be_read(tmp_path: Path) -> None:
    outcome = read_programme(tmp_path / "announcement.odt")
    assert str(outcome).startswith("announcement.odt: this kind of file cannot be read. Give ")


def test_a_written_programme_is_known_by_its_file_and_not_inferred(tmp_path: Path) -> None:
    programme = read(tmp_path, "sessions: [{title: A}]")
    assert (programme.source, programme.inferred) == ("programme.yaml", False)


@given(st.binary(max_size=200), st.booleans())
@settings(deadline=None)
def test_no_bytes_whatever_raise(content: bytes, is_json: bool) -> None:
    parse(content, is_json=is_json)


FIELDS = st.sampled_from(
    ["sessions", "title", "date", "start", "languages", "speakers", "name", "id", "day", "titel"]
)
SCALARS = st.sampled_from(
    [None, True, 0, 1, 2.5, 10**30, "", "A", "en", "english", "2021-11-22", "2021-02-30", "1/2/21"]
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(FIELDS, inner, max_size=4),
    max_leaves=12,
)


@given(VALUES)
@settings(deadline=None)
def test_any_document_is_a_programme_or_a_list_of_problems(value: object) -> None:
    text = json.dumps({"start": "2021-11-22", "sessions": value})
    document = parse_yaml(text)
    assert not isinstance(document, list)
    assert isinstance(judge(document, "programme.yaml"), Programme | ProgrammeProblems)
