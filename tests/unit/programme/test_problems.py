"""Every mistake is told with its line and what to write instead."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.programme import ProgrammeProblems, read_programme


def problems(folder: Path, text: str, name: str = "programme.yaml") -> list[str]:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    outcome = read_programme(path)
    assert isinstance(outcome, ProgrammeProblems), outcome
    return str(outcome).splitlines()


HEAD = "sessions:\n  - title: Fair food\n"


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        (HEAD + "    langauges: [en]", 3, ("'langauges' is not a field of a session. "
         "Did you mean 'languages'?")),
        (HEAD + "    zzz: 1", 3, ("'zzz' is not a field of a session. Its fields are: id, day, "
         "date, title, abstract, speakers, languages.")),
        (HEAD + "    speakers: [{nmae: A}]", 3, ("'nmae' is not a field of a person. "
         "Did you mean 'name'?")),
        (HEAD + "    speakers:\n      - affiliation: A", 4, "a person needs 'name'."),
        (HEAD + "    speakers: [3]", 3, ("the speaker '3' must be a name, or fields such as "
         "{name: Inês Sequeira}.")),
        (HEAD + "    speakers: Inês Sequeira", 3, ("the speakers 'Inês Sequeira' must be written "
         "[Inês Sequeira]")),
        (HEAD + "    date: 22/11/2021", 3, "the date '22/11/2021' must be written 2021-11-22"),
        (HEAD + "    date: 2021-11-22 09:30", 3, ("the date '2021-11-22 09:30' must be written "
         "2021-11-22")),
        (HEAD + "    date: 03/04/2021", 3, ("the date '03/04/2021' must be a date written "
         "year-month-day, such as 2021-11-22.")),
        (HEAD + "    date: 2021-11-31", 3, "there is no 2021-11-31 in the calendar."),
        (HEAD + "    id: Fair Food!", 3, "the id 'Fair Food!' must be written fair-food"),
        (HEAD + "    day: first", 3, "the day 'first' must be a whole number from 1 to 366."),
        (HEAD + "    day: 0", 3, "the day '0' must be a whole number from 1 to 366."),
        (HEAD + "    languages: en, fr", 3, "the languages 'en, fr' must be written [en, fr]"),
        (HEAD + "    languages: [english]", 3, "the language 'english' must be written en"),
        (HEAD + "    languages: [PT_BR]", 3, "the language 'PT_BR' must be written pt-BR"),
        (HEAD + "    languages: [xx]", 3, ("the language 'xx' must be a short language tag, "
         "such as en, fr or pt.")),
        (HEAD + "    languages: [eng]", 3, "the language 'eng' must be written en"),
        (HEAD + "    abstract: {English: A}", 3, "the language 'English' must be written en"),
        (HEAD + "    abstract: {en: A, fr: 3}", 3, "the abstract in fr '3' must be written \"3\""),
        (HEAD + "    abstract: ' '", 3, "the abstract is blank. Fill it in, or remove it."),
        (HEAD + "    title: B", 3, "'title' is given twice (first on line 2). Keep one."),
        (HEAD + "event: 2030", 3, 'the event \'2030\' must be written "2030"'),
        (HEAD + "elective: true", 3, 'the elective \'true\' must be written "true"'),
        ("title: A", 1, "a programme needs 'sessions'."),
        ("session: []", 1, "'session' is not a field of a programme. Did you mean 'sessions'?"),
        ("title: A\nsessions:", 2, ("the sessions must be a list of one or more; "
         "each session starts with '- title: …'.")),
        ("sessions:\n  - day: 1", 2, ("the session has neither a title nor speakers. "
         "Give it one of them.")),
        ("sessions:\n  - title:\n    speakers: []", 2, ("the session has neither a title nor "
         "speakers. Give it one of them.")),
        ("sessions:\n  - A talk", 2, ("the session 'A talk' must be a block of fields such as "
         "'title: …' and 'speakers: …'.")),
        ("- title: A", 1, ("the file must be a programme: lines such as 'title: …', and "
         "'sessions:' with a list below it.")),
        (HEAD + "start: 2021-11-24\nend: 2021-11-22", 4, ("the end 2021-11-22 lies before the "
         "start 2021-11-24. Correct one of them.")),
        (HEAD + "    date: 2021-11-21\nstart: 2021-11-22", 3, ("the date 2021-11-21 lies before "
         "the start 2021-11-22. Correct it, or the start.")),
        (HEAD + "    date: 2021-11-25\nend: 2021-11-24", 3, ("the date 2021-11-25 lies after "
         "the end 2021-11-24. Correct it, or the end.")),
        ("sessions:\n  - {id: a, title: A}\n  - {id: a, title: B}", 3, ("the id 'a' is taken by "
         "the session on line 2. Give each session an id of its own.")),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_remedy(
    tmp_path: Path, text: str, line: int, message: str
) -> None:
    assert problems(tmp_path, text) == [f"programme.yaml, line {line}: {message}"]


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("", 1, "the file is empty. The README has an example."),
        ("a:\n\tb: 1", 2, "the line starts with a tab. Indent with spaces."),
        ("title: Platforms: a case", 1, ("a text with ': ' in it needs quotation marks. "
         'Write title: "Platforms: a case"')),
        ("title:A\nelective: 6", 1, ("a ':' and a space must follow the field name, "
         "such as 'title: Fair food'.")),
        ("title: A\nFair food\nelective: 6", 3, ("line 2 needs a ':' and a space after its field "
         "name, such as 'title: Fair food'.")),
        ("title: 'it's'", 1, ("a text stands after a closing quotation mark. "
         "Put quotation marks of the other kind around the whole text.")),
        ('title: "A\nelective: 6', 2, "the quotation mark opened on line 1 is not closed."),
        ("languages: [en\nelective: 6", 2, ("the bracket opened on line 1 is not closed, "
         "or a comma is missing.")),
        ("title: @home", 1, ("a text cannot start with this character. "
         "Put quotation marks around the text.")),
        ("title: *A", 1, "a text that starts with * needs quotation marks around it."),
        ("title: & Co", 1, "a text that starts with & needs quotation marks around it."),
        ("languages: - en", 1, "a list that is written with - starts on a new line."),
        ("sessions:\n  - title: A\n title: B", 3, ("this does not line up with the block that "
         "starts on line 1. Put as many spaces before it as before the fields it belongs to.")),
        ("  title: A\nelective: 6", 2, ("this does not line up with the first field. "
         "Put as many spaces before it as there.")),
        ("title: A\n---\ntitle: B", 2, ("the file must hold one programme. "
         "Remove '---' and '...'.")),
        ("title: A\x07", 1, "an invisible character stands here. Type the line anew."),
        ("%YAML 3.0\n---\na: b", 1, ("this cannot be read. Check the indentation, brackets and "
         "quotation marks here and just above.")),
        ("[" * 1500, 1, "lists stand inside lists too many times. Check the brackets."),
    ],
)  # fmt: skip
def test_text_that_is_no_yaml_is_explained(
    tmp_path: Path, text: str, line: int, message: str
) -> None:
    assert problems(tmp_path, text) == [f"programme.yaml, line {line}: {message}"]


def test_json_that_is_none_is_explained(tmp_path: Path) -> None:
    assert problems(tmp_path, '{\n"title": "A",\n}', "programme.json") == [
        (
            "programme.json, line 3: this is not JSON: here or just before, a comma, bracket or "
            "quotation mark is missing or one too many."
        )
    ]


def test_a_file_in_another_encoding_is_named_as_such(tmp_path: Path) -> None:
    (tmp_path / "programme.yaml").write_bytes("title: A\nevent: Aufrère".encode("cp1252"))
    assert str(read_programme(tmp_path / "programme.yaml")) == (
        "programme.yaml, line 2: save the file with the encoding UTF-8."
    )


def test_references_that_could_grow_without_bounds_are_refused(tmp_path: Path) -> None:
    bomb = "event: &a [x, x]\ntitle: &b [*a, *a]\nsessions: &c [*b, *b, *c]"
    assert any("write the fields out" in problem for problem in problems(tmp_path, bomb))


def test_all_mistakes_are_told_at_once_in_the_order_of_their_lines(tmp_path: Path) -> None:
    text = HEAD + "    day: one\n    titel: A\n    title: B\n  - {}\nstart: 1.12.21\nend: soon\n"
    found = problems(tmp_path, text)
    assert [int(problem.split()[2].rstrip(":")) for problem in found] == [3, 4, 5, 6, 7, 8]
