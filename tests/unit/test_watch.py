from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Event, Timer

import pytest

from pipeline.watch import State, Watcher, WatchSettings, look

QUICK = WatchSettings(settle=0.1, patience=2.0, glance=0.2)
POLLING = WatchSettings(settle=0.1, patience=2.0, glance=0.2, poll=True)


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    folder.mkdir()
    (folder / "programme.yaml").write_text("sessions: []")
    return folder


@pytest.fixture
def stop() -> Iterator[Event]:
    event = Event()
    timer = Timer(20, event.set)
    timer.start()
    yield event
    event.set()
    timer.cancel()


def names(state: State | None) -> set[str]:
    assert state is not None
    return {name for name, _, _ in state}


def later(seconds: float, action: object) -> None:
    timer = Timer(seconds, action)  # type: ignore[arg-type]
    timer.daemon = True
    timer.start()


def test_the_first_state_is_told_at_once(inbox: Path, stop: Event) -> None:
    assert names(next(iter(Watcher(inbox, QUICK, stop)))) == {"programme.yaml"}


@pytest.mark.parametrize("settings", [QUICK, POLLING], ids=["reported", "polled"])
def test_a_file_that_arrives_is_told(inbox: Path, stop: Event, settings: WatchSettings) -> None:
    states = iter(Watcher(inbox, settings, stop))
    next(states)
    later(0.3, lambda: (inbox / "deck.pdf").write_bytes(b"x"))
    assert names(next(states)) == {"programme.yaml", "deck.pdf"}


def test_a_file_that_arrives_while_the_caller_works_is_told_next(inbox: Path, stop: Event) -> None:
    states = iter(Watcher(inbox, QUICK, stop))
    next(states)
    (inbox / "deck.pdf").write_bytes(b"x")
    assert "deck.pdf" in names(next(states))


def test_a_file_that_grows_is_told_once_when_it_stands_still(inbox: Path, stop: Event) -> None:
    settings = WatchSettings(settle=0.3, patience=5.0, glance=0.2)
    states = iter(Watcher(inbox, settings, stop))
    next(states)

    def copy() -> None:
        with (inbox / "deck.pdf").open("wb", buffering=0) as stream:
            for _ in range(8):
                stream.write(bytes(1000))
                time.sleep(0.1)

    later(0.1, copy)
    state = next(states)
    assert state is not None
    assert {size for name, size, _ in state if name == "deck.pdf"} == {8000}


def test_a_file_that_never_stands_still_holds_nobody_up(inbox: Path, stop: Event) -> None:
    settings = WatchSettings(settle=0.1, patience=0.5, glance=0.2)
    states = iter(Watcher(inbox, settings, stop))
    next(states)
    writing = Event()

    def grow() -> None:
        with (inbox / "deck.pdf").open("wb", buffering=0) as stream:
            while not writing.wait(0.03):
                stream.write(b"x")

    later(0.0, grow)
    assert "deck.pdf" in names(next(states))
    writing.set()


def test_a_share_that_is_gone_is_told_once_and_so_is_its_return(inbox: Path, stop: Event) -> None:
    states = iter(Watcher(inbox, QUICK, stop))
    next(states)
    away = inbox.with_name("away")
    later(0.2, lambda: inbox.rename(away))
    later(1.0, lambda: away.rename(inbox))
    assert next(states) is None
    assert names(next(states)) == {"programme.yaml"}


def test_a_share_that_is_not_mounted_leaves_an_empty_folder_and_no_state(
    inbox: Path, stop: Event
) -> None:
    states = iter(Watcher(inbox, QUICK, stop))
    next(states)
    away = inbox.with_name("away")
    inbox.rename(away)
    inbox.mkdir()
    assert next(states) is None

    def mount() -> None:
        inbox.rmdir()
        away.rename(inbox)

    later(0.5, mount)
    assert names(next(states)) == {"programme.yaml"}


def test_an_inbox_that_is_not_there_yet_is_waited_for(inbox: Path, stop: Event) -> None:
    content = shutil.copytree(inbox, inbox.with_name("copy"))
    shutil.rmtree(inbox)
    states = iter(Watcher(inbox, QUICK, stop))
    assert next(states) is None
    later(0.3, lambda: content.rename(inbox))
    assert names(next(states)) == {"programme.yaml"}


def test_locks_and_unfinished_downloads_change_nothing(inbox: Path) -> None:
    before = look(inbox)
    (inbox / "~$deck.pptx").write_bytes(b"x")
    (inbox / "deck.pdf.crdownload").write_bytes(b"x")
    (inbox / ".DS_Store").write_bytes(b"x")
    assert look(inbox) == before


def test_the_programme_and_the_decisions_count(inbox: Path) -> None:
    before = look(inbox)
    (inbox / "decisions.yaml").write_text("{}")
    between = look(inbox)
    (inbox / "programme.yaml").write_text("sessions: [{title: A}]")
    assert len({before, between, look(inbox)}) == 3


def test_a_watch_that_is_stopped_ends(inbox: Path, stop: Event) -> None:
    states = iter(Watcher(inbox, QUICK, stop))
    next(states)
    later(0.3, stop.set)
    assert list(states) == []
