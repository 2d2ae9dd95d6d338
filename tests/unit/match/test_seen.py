from __future__ import annotations

import numpy as np
import pytest

from pipeline.match.seen import Seen, contradiction, shared_out, without_repeats

KINDS = (
    "speaker",
    "speaker-in-part",
    "title",
    "title-words",
    "file-name-title",
    "file-name-speaker",
)


def seen(**strengths: list[float]) -> list[Seen]:
    """Return evidence for two sessions; kinds that are not named are silent."""
    given = {name.replace("_", "-"): values for name, values in strengths.items()}
    return [
        Seen(kind, np.array(given.get(kind, [0.0, 0.0])), lambda _: ("", None)) for kind in KINDS
    ]


def strengths(found: list[Seen], signal: str) -> list[float]:
    return next(item.strengths.tolist() for item in found if item.signal == signal)


def test_what_the_deck_says_itself_its_file_name_does_not_prove_again() -> None:
    found = without_repeats(
        seen(
            title=[0.8, 0.0],
            file_name_title=[1.0, 0.3],
            speaker=[1.0, 0.0],
            file_name_speaker=[0.5, 0.5],
        )
    )
    assert strengths(found, "file-name-title") == pytest.approx([0.2, 0.3])
    assert strengths(found, "file-name-speaker") == [0.0, 0.5]
    assert strengths(found, "title") == [0.8, 0.0]


@pytest.mark.parametrize(
    ("evidence", "outcome"),
    [
        ({"file_name_title": [0.0, 0.6]}, (1, "file-name-title")),
        ({"file_name_speaker": [0.0, 0.5]}, (1, "file-name-speaker")),
        ({"file_name_title": [0.4, 0.6]}, None),
        ({"file_name_title": [0.0, 0.4]}, None),
        ({"speaker": [0.0, 1.0]}, (1, "speaker")),
        ({"speaker": [0.0, 1.0], "speaker_in_part": [0.5, 0.0]}, None),
        ({"speaker": [0.0, 0.8]}, None),
        ({}, None),
    ],
)
def test_a_place_contradicts_where_it_speaks_clearly_for_another_session(
    evidence: dict[str, list[float]], outcome: tuple[int, str] | None
) -> None:
    assert contradiction(seen(**evidence), chosen=0) == outcome


@pytest.mark.parametrize(("listed", "left"), [(3, 1.0), (4, 0.25), (6, 1 / 6)])
def test_a_deck_that_lists_the_programme_says_little_of_each_session(
    listed: int, left: float
) -> None:
    strengths = np.array([1.0] * listed + [0.0] * (12 - listed))
    (found,) = shared_out([Seen("speaker-in-passing", strengths, lambda _: ("", None))])
    assert found.strengths.max() == pytest.approx(left)


def test_a_few_of_many_sessions_are_no_list() -> None:
    strengths = np.array([1.0] * 6 + [0.0] * 94)
    (found,) = shared_out([Seen("speaker-in-passing", strengths, lambda _: ("", None))])
    assert found.strengths.max() == 1.0
