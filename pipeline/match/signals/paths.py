"""Evidence in how the file is named."""

from __future__ import annotations

import numpy as np

from pipeline.match.clues import Clues
from pipeline.match.seen import Seen
from pipeline.match.signals.known import Known
from pipeline.match.signals.topics import share


def file_name(clues: Clues, known: Known) -> list[Seen]:
    """Say whose title or name the file's name holds."""
    held = known.titles.contained(frozenset(clues.path_words), fuzzy=True)
    title = known.titles.of_sessions(held)
    found = {item.session: item for item in known.speakers.find(clues.path_words)}
    speaker = np.zeros(len(known.sessions))
    for session, item in found.items():
        speaker[session] = item.strength
    return [
        Seen(
            "file-name-title",
            title,
            lambda session: (f"The file's name has {share(title[session])} title.", None),
        ),
        Seen(
            "file-name-speaker",
            speaker,
            lambda session: (
                f"The file's name names a speaker (“{found[session].phrase}”).",
                None,
            ),
        ),
    ]
