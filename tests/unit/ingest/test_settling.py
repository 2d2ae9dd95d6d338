"""Files that grow while the inbox is looked at; time passes only when the walk sleeps."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from ingest_files import PDF, Inbox

from pipeline.ingest import IngestSettings, take_stock
from pipeline.records.files import Inventory

NOW = 1_700_000_000.0


class Clock:
    """A clock that sleeping moves on; what happens meanwhile is done after each nap."""

    def __init__(self, meanwhile: Callable[[float], None] = lambda now: None) -> None:
        self.now = NOW
        self.naps: list[float] = []
        self.said: list[str] = []
        self.meanwhile = meanwhile

    def sleep(self, seconds: float) -> None:
        self.now += seconds
        self.naps.append(seconds)
        self.meanwhile(self.now)

    def stock(self, inbox: Inbox, settings: IngestSettings | None = None) -> Inventory:
        return take_stock(
            inbox.folder,
            settings=settings or IngestSettings(),
            say=self.said.append,
            sleep=self.sleep,
            clock=lambda: self.now,
        )


def written(file: Path, at: float, more: bytes = b"") -> None:
    file.write_bytes(file.read_bytes() + more)
    os.utime(file, (at, at))


def test_a_file_that_stands_still_costs_no_wait(inbox: Inbox) -> None:
    written(inbox.add("deck.pdf"), NOW - 2.5)
    clock = Clock()
    assert len(clock.stock(inbox).files) == 1
    assert clock.naps == []
    assert clock.said == []


def test_a_fresh_file_is_waited_for_and_that_is_said(inbox: Inbox) -> None:
    written(inbox.add("a/deck.pdf"), NOW - 1)
    clock = Clock()
    assert len(clock.stock(inbox).files) == 1
    assert clock.naps == [2.0]
    assert clock.said == ["Waiting for a/deck.pdf, which is still being copied …"]


def test_a_growing_file_is_read_when_it_is_complete(inbox: Inbox) -> None:
    file = inbox.add("deck.pdf")
    written(file, NOW)

    def grow(now: float) -> None:
        if now < NOW + 6:
            written(file, now, more=b"more")

    clock = Clock(grow)
    (listed,) = clock.stock(inbox).files
    assert listed.size == len(PDF) + 8
    assert clock.naps == [2.0, 2.0, 2.0]


def test_a_file_that_grows_without_its_date_is_waited_for_too(inbox: Inbox) -> None:
    file = inbox.add("deck.pdf")
    written(file, NOW)
    clock = Clock(lambda now: written(file, NOW - 100, more=b"x" if now < NOW + 6 else b""))
    assert len(clock.stock(inbox).files) == 1
    assert len(clock.naps) == 3


def test_files_are_waited_for_together(inbox: Inbox) -> None:
    for number in range(12):
        written(inbox.add(f"{number:02}.pdf"), NOW)
    clock = Clock()
    assert len(clock.stock(inbox).files) == 12
    assert clock.naps == [2.0]
    assert clock.said == ["Waiting for 00.pdf and 11 other files that are still being copied …"]


def test_a_file_that_grows_on_is_set_aside_at_the_limit(inbox: Inbox) -> None:
    file = inbox.add("deck.pdf")
    written(file, NOW)
    clock = Clock(lambda now: written(file, now, more=b"more"))
    stock = clock.stock(inbox)
    assert stock.files == ()
    assert [item.path for item in stock.ignored] == ["deck.pdf"]
    assert "Run again when it is complete" in stock.ignored[0].reason
    assert sum(clock.naps) == 30
    assert len(clock.said) == 1


def test_a_file_that_vanishes_meanwhile_is_reported(inbox: Inbox) -> None:
    file = inbox.add("deck.pdf")
    written(file, NOW)
    stock = Clock(lambda now: file.unlink()).stock(inbox)
    assert [item.path for item in stock.ignored] == ["deck.pdf"]
    assert "moved or deleted" in stock.ignored[0].reason


def test_a_file_that_vanishes_after_it_stood_still_is_reported(inbox: Inbox) -> None:
    written(inbox.add("growing.pdf"), NOW)
    old = inbox.add("old.pdf")
    stock = Clock(lambda now: old.unlink()).stock(inbox)
    assert [file.path for file in stock.files] == ["growing.pdf"]
    assert [item.path for item in stock.ignored] == ["old.pdf"]


def test_a_date_in_the_future_costs_one_wait_only(inbox: Inbox) -> None:
    written(inbox.add("deck.pdf"), NOW + 3600)
    clock = Clock()
    assert len(clock.stock(inbox).files) == 1
    assert clock.naps == [2.0]


def test_lock_files_and_unfinished_downloads_are_not_waited_for(inbox: Inbox) -> None:
    for path in ("~$deck.pptx", "deck.pptx.part"):
        written(inbox.add(path), NOW)
    clock = Clock()
    assert len(clock.stock(inbox).ignored) == 2
    assert clock.naps == []


def test_nothing_is_waited_for_where_the_settings_say_so(inbox: Inbox) -> None:
    written(inbox.add("deck.pdf"), NOW)
    clock = Clock()
    assert len(clock.stock(inbox, IngestSettings(settle_seconds=0)).files) == 1
    assert clock.naps == []
