"""What `report.md` and the screen tell of an index."""

from __future__ import annotations

import io
from pathlib import Path

import msgspec
import pytest
from rich.console import Console
from told_index import deck, make_index, session

from pipeline.records.index import Index
from pipeline.report import as_markdown, needs_a_person, show
from pipeline.report.changes import Change, Kind
from pipeline.report.standing import assign_command, quoted
from pipeline.translation import Wording

EN, FR, PT = (Wording(language) for language in ("en", "fr", "pt"))
DOUBT = deck("to sort/scan.pdf", status="review", confidence=0.61)
STRANGER = deck("menu.pdf", status="unmatched", session_id=None)
BROKEN = {
    "path": "x.pptx",
    "code": "empty",
    "message": "The file is empty. Ask the sender for it again, or download it again.",
}


def full() -> Index:
    return make_index(deck("a.pdf"), DOUBT, STRANGER, rejected=[BROKEN])


def screen(index: Index, say: Wording = EN, **options: object) -> str:
    stream = io.StringIO()
    show(index, Console(file=stream, width=200), say, **options)  # type: ignore[arg-type]
    return stream.getvalue()


def test_the_report_lists_what_is_missing_by_session_language_and_speaker() -> None:
    report = as_markdown(full(), None, EN)
    assert "| 1 | Title of d1-aufrere | Laura Aufrère | en | fr |" in report
    assert "By language: en 1." in report
    assert "### Laura Aufrère (fr)" in report
    assert "Bonjour Laura Aufrère," in report


def test_the_report_gives_the_command_for_each_decision() -> None:
    report = as_markdown(full(), None, EN)
    assert 'elective-index assign "to sort/scan.pdf" d1-aufrere\n' in report
    assert "Page 1 names her." in report
    assert 'elective-index assign "menu.pdf" SESSION' in report


def test_the_report_says_why_a_file_was_refused() -> None:
    assert "- `x.pptx`: The file is empty. Ask the sender" in as_markdown(full(), None, EN)


def test_the_report_tells_what_changed_or_that_there_is_nothing_to_compare_with() -> None:
    moved = Change(kind=Kind.MOVED, path="a.pdf", before="b.pdf", status="matched",
                   session_id="d1-aufrere", language="fr")  # fmt: skip
    gone = Change(kind=Kind.WITHDRAWN, path="c.pdf")
    report = as_markdown(full(), [moved, gone], EN)
    assert "- moved: b.pdf is now a.pdf → “Title of d1-aufrere” (fr)" in report
    assert "- withdrawn: c.pdf" in report
    assert "nothing to compare with" in as_markdown(full(), None, EN)
    assert "\nNothing.\n" in as_markdown(full(), [], EN)


def test_the_same_index_gives_the_same_report() -> None:
    assert as_markdown(full(), [], FR) == as_markdown(full(), [], FR)


def test_nothing_open_is_said_to_be_nothing_open() -> None:
    index = make_index(sessions=[session("one", expected=[])])
    assert not needs_a_person(index)
    assert "Nothing is missing and nothing needs you." in as_markdown(index, None, EN)


def test_names_of_files_are_never_taken_for_markdown_or_html() -> None:
    hostile = "a`b|<script>alert(1)</script>[x](y).pdf"
    index = make_index(deck("a.pdf", status="review"), sessions=[
        session("d1-aufrere", title="<b>|bold|</b> *x*"),
    ], rejected=[{**BROKEN, "path": hostile}])  # fmt: skip
    report = as_markdown(index, None, EN)
    assert "\\<b\\>\\|bold\\|\\</b\\> \\*x\\*" in report
    assert f"`` {hostile} ``" in report or f"``{hostile}``" in report


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("from Laura/scan.pdf", '"from Laura/scan.pdf"'),
        ("été 2021.pdf", '"été 2021.pdf"'),
        ('a "b" $(c).pdf', "'a \"b\" $(c).pdf'"),
    ],
)
def test_a_path_is_quoted_so_that_a_shell_takes_it_as_it_is(path: str, shown: str) -> None:
    assert quoted(path) == shown


def test_the_command_names_the_inbox_where_it_is_not_the_usual_one() -> None:
    item = full().resources[0]
    assert assign_command(item, Path("inbox")).endswith("d1-aufrere")
    assert assign_command(item, Path("my slides")).endswith("--inbox 'my slides'")


@pytest.mark.parametrize(
    ("say", "words"),
    [
        (EN, ["Not readable", "missing", "The file is empty."]),
        (FR, ["Illisible", "manque", "Le fichier est vide."]),
        (PT, ["Ilegível", "falta", "O ficheiro está vazio."]),
    ],
)
def test_the_screen_and_the_report_speak_the_language_of_the_reader(
    say: Wording, words: list[str]
) -> None:
    shown = screen(full(), say)
    assert all(word in shown for word in words)
    assert words[-1] in as_markdown(full(), None, say)


def test_the_screen_shows_the_command_below_the_question() -> None:
    shown = screen(full())
    assert "perhaps “Title of d1-aufrere” (61%). Page 1 names her." in shown
    assert 'elective-index assign "to sort/scan.pdf" d1-aufrere' in shown


def test_of_very_many_things_the_screen_lists_the_first_and_names_the_report() -> None:
    changes = [Change(kind=Kind.WITHDRAWN, path=f"{number}.pdf") for number in range(50)]
    shown = screen(full(), changes=changes)
    assert shown.count("withdrawn:") == 40
    assert "and 10 more, which report.md lists" in shown


def test_a_missing_session_without_speakers_has_no_empty_brackets() -> None:
    index = full()
    silent = tuple(msgspec.structs.replace(each, speakers=()) for each in index.sessions)
    assert "()" not in screen(msgspec.structs.replace(index, sessions=silent))


def test_an_inferred_programme_is_told() -> None:
    index = full()
    elective = {"source": "programme.txt", "inferred": True}
    import msgspec

    document = msgspec.to_builtins(index)
    document["elective"]["programme"] = elective
    told = msgspec.convert(document, Index)
    assert "understood from programme.txt" in screen(told)
    assert "understood from `programme.txt`" in as_markdown(told, None, EN)
