"""One kind of evidence that a deck gives for each session, and how kinds bear on one another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

#: What was found for one session: a sentence, and the page where it stands.
Words = tuple[str, int | None]

#: What the deck itself says that its file's name may merely repeat.
REPEATED = {
    "file-name-title": ("title", "title-words"),
    "file-name-speaker": ("speaker", "speaker-in-part"),
}
#: Places that each tell by themselves whose deck it is, and how strongly one must speak for
#: another session to be believed: a file's name with half a title or a surname, a whole signature.
SIGNATURES = ("speaker", "speaker-in-part")
WHOLE_NAME = 0.9
CLAIMS = (
    (("file-name-title", "file-name-speaker"), 0.5),
    (SIGNATURES, WHOLE_NAME),
)
#: A place contradicts where it speaks for the session that was chosen less than so much as for
#: another one.
HARDLY = 0.5

#: Kinds that name a session, and how strongly one must for the session to be listed.
LISTING = {"speaker": 0.65, "speaker-in-passing": 0.65, "title-words-inside": 0.95}
#: A deck that lists so many sessions, and such a share of the programme, is about all of them.
#: On the development events no deck lists more than 3, or a ninth; speakers do name colleagues.
FEWEST_LISTED, SHARE_LISTED = 4, 1 / 3


@dataclass(frozen=True)
class Seen:
    """One kind of evidence on one deck: its strength for each session, and how to say it."""

    signal: str
    strengths: NDArray[np.float64]
    say: Callable[[int], Words]


def without_repeats(seen: Sequence[Seen]) -> list[Seen]:
    """Return the evidence less what a file's name repeats of it.

    Names are mostly made from what the deck says, so that repeating it proves nothing.
    """
    return [
        replace(
            item,
            strengths=np.maximum(item.strengths - strongest(seen, REPEATED[item.signal]), 0.0),
        )
        if item.signal in REPEATED
        else item
        for item in seen
    ]


def strongest(seen: Sequence[Seen], signals: Iterable[str]) -> NDArray[np.float64]:
    """Return how strongly the strongest of some kinds of evidence speaks for each session."""
    wanted = set(signals)
    return np.asarray(np.max([item.strengths for item in seen if item.signal in wanted], axis=0))


def shared_out(seen: Sequence[Seen]) -> Sequence[Seen]:
    """Return the evidence of a deck that lists the programme, shared among the sessions listed."""
    kinds = [item.strengths >= LISTING[item.signal] for item in seen if item.signal in LISTING]
    listed = int(np.any(kinds, axis=0).sum())
    if listed < max(FEWEST_LISTED, SHARE_LISTED * len(kinds[0])):
        return seen
    return [replace(item, strengths=item.strengths / listed) for item in seen]


def signer_of(seen: Sequence[Seen]) -> int | None:
    """Return the session of which a speaker's whole name stands where decks are signed."""
    names = strongest(seen, SIGNATURES)
    return int(names.argmax()) if names.max() >= WHOLE_NAME else None


def contradiction(seen: Sequence[Seen], chosen: int) -> tuple[int, str] | None:
    """Return the session for which a place speaks against the one chosen, and in which kind.

    None where all that speak clearly agree.
    """
    for signals, clear in CLAIMS:
        claimed = strongest(seen, signals)
        other = int(claimed.argmax())
        if claimed[other] >= clear and claimed[chosen] < HARDLY * claimed[other]:
            kinds = [item for item in seen if item.signal in signals]
            return other, max(kinds, key=lambda item: float(item.strengths[other])).signal
    return None
