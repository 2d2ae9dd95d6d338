"""The figures by which matching is judged."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from pipeline.records.matches import Status

#: Upper bounds of the bins of the reliability table.
BINS = (0.2, 0.4, 0.6, 0.8, 0.9, 0.95, 1.0)


class Judged(msgspec.Struct, frozen=True):
    """One deck of a labelled event beside its truth."""

    event: str
    file: str
    truth: str | None
    best: str | None
    confidence: float
    status: Status
    language: str
    true_language: str | None

    @property
    def right(self) -> bool:
        """Whether the best candidate is the true session, or none where there is none."""
        if self.truth is None:
            return self.status is Status.UNMATCHED
        return self.best == self.truth

    @property
    def accepted(self) -> bool:
        """Whether the deck would be published without a person's look."""
        return self.status is Status.MATCHED


class Bin(msgspec.Struct, frozen=True):
    """Decks whose confidence lies in (low, high]."""

    low: float
    high: float
    decks: int
    confidence: float
    right: float


class Figures(msgspec.Struct, frozen=True):
    """Shares from 0 to 1, None where there is nothing to count."""

    decks: int
    top1: float | None
    accepted: int
    precision: float | None
    recall: float | None
    language: float | None
    calibration_error: float | None
    reliability: list[Bin]
    wrong: list[str]


def figures(judged: Sequence[Judged]) -> Figures:
    """Sum up judged decks.

    `top1` counts decks whose best candidate is right; `precision` is of those accepted, `recall`
    of those that have a session.
    """
    accepted = [item for item in judged if item.accepted]
    placeable = [item for item in judged if item.truth is not None]
    spoken = [item for item in judged if item.true_language]
    reliability = _reliability(judged)
    return Figures(
        decks=len(judged),
        top1=_share(item.right for item in judged),
        accepted=len(accepted),
        precision=_share(item.right for item in accepted),
        recall=_share(item.right and item.accepted for item in placeable),
        language=_share(item.language == item.true_language for item in spoken),
        calibration_error=_calibration_error(reliability),
        reliability=reliability,
        wrong=[
            f"{item.event}/{item.file}: {item.best} at {item.confidence:.2f}, "
            f"{item.status.value}; true: {item.truth}"
            for item in judged
            if not item.right
        ],
    )


def _share(hits: Iterable[bool | None]) -> float | None:
    found = [bool(hit) for hit in hits]
    return round(sum(found) / len(found), 4) if found else None


def _reliability(judged: Sequence[Judged]) -> list[Bin]:
    bins, low = [], 0.0
    for high in BINS:
        inside = [item for item in judged if low < item.confidence <= high]
        if inside:
            bins.append(
                Bin(
                    low=low,
                    high=high,
                    decks=len(inside),
                    confidence=round(sum(item.confidence for item in inside) / len(inside), 4),
                    right=round(sum(item.best == item.truth for item in inside) / len(inside), 4),
                )
            )
        low = high
    return bins


def _calibration_error(bins: Sequence[Bin]) -> float | None:
    """Return the expected calibration error (Naeini et al. 2015) over the bins."""
    total = sum(item.decks for item in bins)
    if not total:
        return None
    gap = sum(item.decks * abs(item.confidence - item.right) for item in bins)
    return round(gap / total, 4)
