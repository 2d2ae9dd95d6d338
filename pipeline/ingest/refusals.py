"""Refusals that do not depend on the kind of file, in words that staff can act on."""

from __future__ import annotations

from pipeline.records.files import Refusal, Rejected, RejectionCode

VANISHED = "It was moved or deleted while the inbox was being read."

EMPTY = Refusal(
    code=RejectionCode.EMPTY,
    message="The file is empty. Ask the sender for it again, or download it again.",
)
EMPTY_ARCHIVE = Refusal(
    code=RejectionCode.EMPTY,
    message="There are no files in this archive. Ask the sender for it again.",
)
TRUNCATED = Refusal(
    code=RejectionCode.TRUNCATED,
    message="The end of the file is missing: a copy or download stopped half-way. "
    "Ask the sender to send it again, or download it again.",
)
CORRUPT = Refusal(
    code=RejectionCode.CORRUPT,
    message="The file is damaged and cannot be opened. Ask the sender to send it again, "
    "or to export it as PDF.",
)
ENCRYPTED = Refusal(
    code=RejectionCode.ENCRYPTED,
    message="The file is protected by a password. Open it with the password, save it without "
    "one and drop it in again.",
)
ENCRYPTED_ARCHIVE = Refusal(
    code=RejectionCode.ENCRYPTED,
    message="The archive is protected by a password. Unpack it with the password and drop in "
    "the files themselves.",
)
NAMESAKE = Refusal(
    code=RejectionCode.UNSUPPORTED,
    message="Another file in the same folder has this name too, with its accents stored in "
    "another way. Rename one of them, or delete it if they are the same.",
)


def rejected(path: str, refusal: Refusal) -> Rejected:
    """Tie a refusal to the path of the file that it is about."""
    return Rejected(path=path, code=refusal.code, message=refusal.message)


def unsafe(what: str) -> Refusal:
    """Return the refusal of a container that could do harm; `what` completes 'because …'."""
    return Refusal(
        code=RejectionCode.UNSAFE,
        message=f"The file was not opened, because {what}. That can harm a computer. Ask the "
        "sender for a new copy made in another way, such as a PDF.",
    )


def too_large(limit: int) -> Refusal:
    """Return the refusal of a file or archive that holds more than `limit` bytes."""
    return Refusal(
        code=RejectionCode.TOO_LARGE,
        message=f"It holds more than {limit / 1024**3:.3g} GiB, the most that is read at once. "
        "Leave out what is no slides, or drop in the files one by one.",
    )


def cannot_open(error: OSError) -> Refusal:
    """Return the refusal of a file or folder that the system does not let us read."""
    if isinstance(error, PermissionError):
        return Refusal(
            code=RejectionCode.UNSUPPORTED,
            message="You are not allowed to read this. Give yourself the permission to read it, "
            "or drop in a copy.",
            passing=True,
        )
    return Refusal(
        code=RejectionCode.CORRUPT,
        message=f"The disk cannot read this ({error.strerror or 'input/output error'}). "
        "Copy it again from where it came.",
        passing=True,
    )
