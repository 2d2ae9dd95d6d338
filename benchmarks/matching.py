"""Times matching on made-up electives and says how right it is."""

from __future__ import annotations

import argparse
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Sequence

from benchmarks.electives import Elective, make_elective
from pipeline.match import Matcher, place
from pipeline.records.matches import Placement, Status

#: Decks and sessions of each elective, the last one the largest that is promised.
SIZES = ((100, 20), (1_000, 200), (10_000, 2_000))
COLUMNS = (
    "decks",
    "sessions",
    "CPU s",
    "wall s",
    "peak MiB",
    "accepted",
    "precision",
    "recall",
    "gathered",
)


def main(arguments: Sequence[str] | None = None) -> None:
    """Match electives of growing size and print a row of figures for each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--most", type=int, default=SIZES[-1][0], help="the most decks to match")
    most = parser.parse_args(arguments).most
    print("".join(f"{column:>11}" for column in COLUMNS))
    for decks, sessions in SIZES:
        if decks <= most:
            row = measure(decks, sessions)
            print("".join(f"{value:>11}" for value in row), flush=True)


def measure(decks: int, sessions: int) -> tuple[str, ...]:
    """Match one elective; peak memory is of the whole process, decks and their making included."""
    elective = make_elective(decks, sessions)
    cpu, wall = time.process_time(), time.perf_counter()
    placements = place(elective.decks, Matcher(elective.programme, elective.encoder), {})
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (
        2**20 if sys.platform == "darwin" else 2**10
    )
    shares = accuracy(elective, placements)
    return (
        str(decks),
        str(sessions),
        f"{cpu:.1f}",
        f"{wall:.1f}",
        f"{peak:.0f}",
        *(f"{share:.1%}" for share in shares),
    )


def accuracy(elective: Elective, placements: dict[str, Placement]) -> tuple[float, ...]:
    """Return shares: accepted, right of those, rightly accepted of those with a session, gathered.

    A deck is gathered when it stands in one family with just the other files of its presentation.
    """
    accepted = {path for path, item in placements.items() if item.match.status is Status.MATCHED}
    right = [
        path for path in accepted if placements[path].match.session_id == elective.sessions[path]
    ]
    placeable = sum(session is not None for session in elective.sessions.values())
    families: dict[str | None, set[str]] = defaultdict(set)
    presentations: dict[int, set[str]] = defaultdict(set)
    for path, item in placements.items():
        families[item.translation_group].add(path)
        presentations[elective.presentations[path]].add(path)
    gathered = sum(
        families[item.translation_group] == presentations[elective.presentations[path]]
        for path, item in placements.items()
    )
    total = len(placements)
    return (
        len(accepted) / total,
        len(right) / len(accepted),
        len(right) / placeable,
        gathered / total,
    )


if __name__ == "__main__":
    main()
