"""Shows how far the work is."""

from __future__ import annotations

from types import TracebackType

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn

from pipeline.translation import Wording


class ProgressBar:
    """A listener that draws a bar while files are read; silent where there is no terminal."""

    def __init__(self, console: Console, say: Wording | None = None) -> None:
        """Draw on the console, in the language of `say`, else in English."""
        self._console = console
        self._say = say or Wording()
        self._progress = Progress(
            TextColumn(self._say("Reading")),
            BarColumn(),
            MofNCompleteColumn(),
            console=console,
            transient=True,
            disable=not console.is_terminal or console.is_dumb_terminal,
        )
        self._task: TaskID | None = None
        self._count = 0

    def __enter__(self) -> ProgressBar:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._progress.stop()

    def say(self, message: str) -> None:
        """Print a sentence above the bar."""
        self._console.print(escape(self._say.sentence(message)), highlight=False)

    def expect(self, count: int) -> None:
        """Start the bar, or lengthen it."""
        self._count += count
        if self._task is not None:
            self._progress.update(self._task, total=self._count)
        elif count:
            self._task = self._progress.add_task("", total=count)
            self._progress.start()

    def advance(self) -> None:
        """Move the bar by one file."""
        if self._task is not None:
            self._progress.advance(self._task)
