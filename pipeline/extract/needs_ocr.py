"""What staff are told about pages whose text is not in the file as text."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.records.decks import NEEDS_OCR


def unread_pages(numbers: Sequence[int]) -> str:
    """Return the warning about pages, by number, that nothing has read."""
    return (
        f"{NEEDS_OCR} {named_pages(numbers)} cannot be read: there is only a picture of the text, "
        "or its fonts do not say which letters they draw. Install Tesseract on this computer and "
        "run again, or ask for the original presentation."
    )


def left_over(numbers: Sequence[int]) -> str:
    """Return the warning about pages that were too many for text recognition."""
    return (
        f"{NEEDS_OCR} text recognition left out {named_pages(numbers)}, because the file has so "
        "many pictures of text. Ask for the original presentation."
    )


def was_recognised(numbers: Sequence[int], confidence: float) -> str:
    """Return the warning about pages whose text was recognised."""
    return (
        f"The text of {named_pages(numbers)} was recognised from a picture and is about "
        f"{confidence:.0%} certain: names and figures in it may be wrong."
    )


def named_pages(numbers: Sequence[int]) -> str:
    """Name pages by their numbers in ascending order: page 2; pages 1–3, 7 and 9."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    if len(numbers) == 1:
        return f"page {numbers[0]}"
    names = [f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs]
    *most, last = names
    return f"pages {', '.join(most)} and {last}" if most else f"pages {last}"
