"""How a reader gives up on a file, in words that staff can act on."""

from __future__ import annotations

from pipeline.records.files import Refusal, RejectionCode

EMPTY = Refusal(
    code=RejectionCode.EMPTY,
    message="The file is empty. Ask for it again, or copy it again from where it came.",
)
TRUNCATED = Refusal(
    code=RejectionCode.TRUNCATED,
    message="The end of the file is missing: the copy or download stopped half-way. "
    "Copy or download it again.",
)
CORRUPT = Refusal(
    code=RejectionCode.CORRUPT,
    message="The file is damaged and cannot be read. Open it in the program that made it, "
    "save it again, or ask for a new copy.",
)
NO_PAGES = Refusal(
    code=RejectionCode.EMPTY,
    message="The file holds no pages. Open it to see whether anything is in it, "
    "or ask for a new copy.",
)
ENCRYPTED = Refusal(
    code=RejectionCode.ENCRYPTED,
    message="The file is protected by a password. Open it, save it without a password, "
    "and put that copy here.",
)
UNSAFE = Refusal(
    code=RejectionCode.UNSAFE,
    message="The file defines entities in its XML, which presentation programs never do and "
    "which can be used to harm. Ask the sender for a new export, or for a PDF.",
)
TOO_LARGE = Refusal(
    code=RejectionCode.TOO_LARGE,
    message="The file unpacks to far more text than slides hold. "
    "Split the presentation, or export it as PDF.",
)
UNSUPPORTED = Refusal(
    code=RejectionCode.UNSUPPORTED,
    message="This kind of file cannot be read. Export it as PPTX or PDF.",
)


class UnreadableError(Exception):
    """A file that a reader refuses; `extract` hands its refusal on as a value."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.message)
        self.refusal = refusal
