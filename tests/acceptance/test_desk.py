"""The commands around a run, as staff and scripts use them."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from running import COMMAND, ROOT, SAMPLE, Output, command, index

from pipeline.programme import read_programme
from pipeline.records.programme import Programme

ANNOUNCEMENTS = ROOT / "tests" / "data" / "announcements"
DECK = SAMPLE / "day2 - SOS fr.pdf"


def test_a_programme_goes_to_stdout_and_what_to_check_to_stderr(tmp_path: Path) -> None:
    run = command(["programme", ANNOUNCEMENTS / "fr-prose.txt"])
    assert run.status == 0
    assert "fr-prose.txt: 6 presentations, 7 speakers." in run.told
    assert "Sofia Martinelli is also spelt Sofia Martineli." in run.told
    path = tmp_path / "programme.yaml"
    path.write_text(run.stdout, encoding="utf-8")
    programme = read_programme(path)
    assert isinstance(programme, Programme)
    assert len(programme.sessions) == 6
    assert command(["validate", path]).status == 0


def test_a_file_without_a_programme_is_status_3_and_prints_nothing(tmp_path: Path) -> None:
    (tmp_path / "menu.txt").write_text("Soup of the day.")
    run = command(["programme", tmp_path / "menu.txt"])
    assert (run.status, run.stdout) == (3, "")
    assert "no presentations were found" in run.told


def test_an_announcement_in_the_inbox_is_used_and_the_index_says_so(tmp_path: Path) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    shutil.copy(ANNOUNCEMENTS / "pt-prosa.txt", inbox / "programme.txt")
    run = index(inbox, tmp_path / "output")
    assert run.status == 0
    assert "The programme was understood from programme.txt." in run.told
    written = Output(tmp_path / "output").index
    assert written["elective"]["programme"] == {"source": "programme.txt", "inferred": True}
    assert len(written["sessions"]) == 6
    assert written["ignored"] == [
        {"path": "programme.txt", "reason": "The programme of the elective."}
    ]


def test_validate_tells_mistakes_in_programmes_and_indexes(tmp_path: Path, output: Output) -> None:
    assert command(["validate", output.path]).status == 0
    document = output.index
    del document["sessions"]
    output.path.write_text(json.dumps(document))
    run = command(["validate", output.path])
    assert run.status == 1
    assert "'sessions' is a required property" in run.told
    (tmp_path / "programme.yaml").write_text("sessions: []")
    assert command(["validate", tmp_path / "programme.yaml"]).status == 3


def test_since_prints_what_changed_as_json_lines(inbox: Path, output: Output) -> None:
    (inbox / "renamed.pdf").write_bytes((inbox / DECK.name).read_bytes())
    (inbox / DECK.name).unlink()
    (inbox / "to sort" / "Induction_2021_final.pdf").unlink()
    for path in (inbox / "renamed.pdf",):
        os.utime(path, (1_600_000_000, 1_600_000_000))
    earlier = shutil.copy(output.path, output.folder.with_name("earlier.json"))
    run = index(inbox, output.folder, "--since", earlier)
    assert run.status == 0
    changes = [json.loads(line) for line in run.stdout.splitlines()]
    assert [(item["kind"], item["path"], item["before"]) for item in changes] == [
        ("moved", "renamed.pdf", DECK.name),
        ("withdrawn", "to sort/Induction_2021_final.pdf", None),
    ]
    assert f"moved: {DECK.name} is now renamed.pdf" in run.told
    report = (output.folder / "report.md").read_text(encoding="utf-8")
    assert f"- moved: {DECK.name} is now renamed.pdf" in report


def test_a_second_run_over_the_same_files_says_that_nothing_changed(
    inbox: Path, output: Output
) -> None:
    index(inbox, output.folder)
    report = (output.folder / "report.md").read_text(encoding="utf-8")
    assert "## What changed since the last run\n\nNothing.\n" in report


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ({"LANGUAGE": "fr"}, "Il n’y a pas encore de diapositives dans"),
        ({"LANGUAGE": "", "LC_ALL": "pt_PT.UTF-8"}, "Ainda não há diapositivos em"),
        ({"LANGUAGE": "", "LC_ALL": "de_DE.UTF-8"}, "There are no slides in"),
    ],
)
def test_messages_are_in_the_language_of_the_locale_and_the_index_is_not(
    tmp_path: Path, locale: dict[str, str], words: str
) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (inbox / "programme.yaml").write_text("sessions: [{title: A, languages: [en]}]")
    run = command(["run", "--inbox", inbox, "--output", tmp_path / "output"], environment=locale)
    assert words in run.told
    ignored = Output(tmp_path / "output").index["ignored"]
    assert ignored == [{"path": "programme.yaml", "reason": "The programme of the elective."}]


def test_help_has_an_example_for_every_command_and_speaks_the_language() -> None:
    from typer.main import get_command

    from pipeline.cli.main import app

    for name, sub in get_command(app).commands.items():  # type: ignore[attr-defined]
        assert sub.epilog, name
        assert sub.epilog.startswith(f"Example: elective-index {name}"), name
    told = command(["programme", "--help"], environment={"LANGUAGE": "fr"}).stdout
    assert "Exemple : elective-index programme" in told
    assert "Tire d’une annonce" in told


@pytest.mark.parametrize(
    "environment", [{"NO_COLOR": "1", "FORCE_COLOR": ""}, {"TERM": "dumb"}], ids=["mono", "dumb"]
)
def test_no_colour_where_none_is_wanted(tmp_path: Path, environment: dict[str, str]) -> None:
    script = shutil.which("script")
    if not script:
        pytest.skip("script, which makes a terminal, is not installed.")
    arguments = f"doctor --inbox {SAMPLE} --output {tmp_path}"
    done = subprocess.run(
        [script, "-qec", f"{sys.executable} -m pipeline {arguments}", "/dev/null"],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        check=True,
    )
    assert b"Python 3." in done.stdout
    assert b"\x1b[3" not in done.stdout


def test_the_shell_can_complete_commands() -> None:
    script = Path(sys.executable).with_name("elective-index")
    if not script.exists():
        pytest.skip("The package is not installed beside this Python.")
    asked = {"COMP_WORDS": "elective-index pro", "COMP_CWORD": "1"}
    done = subprocess.run(
        [script],
        env={**os.environ, "_ELECTIVE_INDEX_COMPLETE": "complete_bash", **asked},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.split() == ["programme"]


def wait_for(path: Path, text: str, process: subprocess.Popen[bytes]) -> str:
    """Return what was printed once the text is in it; fail after a minute."""
    for _ in range(600):
        told = path.read_text(encoding="utf-8")
        if text in told:
            return told
        assert process.poll() is None, told
        time.sleep(0.1)
    raise AssertionError(path.read_text(encoding="utf-8"))


def test_watch_indexes_as_files_come_and_go_and_survives_the_worst(tmp_path: Path) -> None:
    inbox, printed = tmp_path / "inbox", tmp_path / "printed"
    inbox.mkdir()
    shutil.copy(SAMPLE / "programme.yaml", inbox)
    with printed.open("wb") as stream:
        process = subprocess.Popen(
            [*COMMAND, "watch", "--inbox", inbox, "--output", tmp_path / "output",
             "--settle", "0.3", "--glance", "0.5", "--workers", "1"],
            cwd=ROOT, stderr=stream, stdout=stream,
            env={**os.environ, "COLUMNS": "200"},
        )  # fmt: skip
    try:
        wait_for(printed, "Watching", process)
        shutil.copy(DECK, inbox / "late.pdf")
        wait_for(printed, "new: late.pdf →", process)
        (inbox / "bad.pdf").write_bytes(b"%PDF-1.7 nothing of the kind")
        wait_for(printed, "new: bad.pdf → not readable", process)
        inbox.rename(tmp_path / "away")
        wait_for(printed, "cannot be reached. Waiting for it", process)
        (tmp_path / "away").rename(inbox)
        (inbox / "late.pdf").rename(inbox / "named.pdf")
        wait_for(printed, "moved: late.pdf is now named.pdf", process)
        (inbox / "bad.pdf").unlink()
        told = wait_for(printed, "withdrawn: bad.pdf", process)
        assert "Traceback" not in told
        process.send_signal(signal.SIGINT)
        assert process.wait(10) == 0
    finally:
        process.kill()
    paths = [item["path"] for item in Output(tmp_path / "output").index["resources"]]
    assert paths == ["named.pdf"]
