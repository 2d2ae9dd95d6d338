"""What staff are told about kinds of files that cannot be read yet."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import NamedTuple

from pipeline.ingest import magic, package
from pipeline.records import media
from pipeline.records.files import Refusal, RejectionCode

_AS_PPTX = (
    "Open it in PowerPoint or LibreOffice, save it as .pptx and drop it in again. "
    "Or install LibreOffice on this computer: then files of this kind are read."
)
_AS_DOCX = (
    "Open it in Word or LibreOffice, save it as .docx and drop it in again. "
    "Or install LibreOffice on this computer: then files of this kind are read."
)
_PAGE = (
    "Perhaps a download gave an error page: open the link in a browser, and download the "
    "file again."
)
_AS_PDF = "If it goes with the slides, save it as PDF and drop it in again."
_UNPACK = "Unpack it and drop in the files themselves, or pack them as .zip."
_SLIDES = "If it shows slides, ask the sender for the slides as .pptx or PDF."
_NOT_INDEXED = "Only slides are indexed: keep it elsewhere."
_FOLLOW = "Open it, download the presentation as PowerPoint (.pptx) or PDF and drop that in."
_ATTACHMENTS = "Open it in a mail program, save the attachments and drop those in."
_DELETE = "It was not opened. Delete it, unless you know where it comes from."


class Kind(NamedTuple):
    """A kind of file, with its article, and what to do with one."""

    what: str
    remedy: str


_WORD = Kind("a Word document", _AS_PDF)
_SHEET = Kind("a spreadsheet", _AS_PDF)
_ODF = "application/vnd.oasis.opendocument"
_OOXML = "application/vnd.openxmlformats-officedocument"

_KINDS = {
    media.PPT: Kind("an old PowerPoint file (.ppt)", _AS_PPTX),
    media.ZIP: Kind("an archive", _UNPACK),
    media.DOC: Kind("an old Word document (.doc)", _AS_DOCX),
    package.KEYNOTE: Kind(
        "a Keynote presentation",
        "In Keynote choose File > Export To > PowerPoint, and drop in the result.",
    ),
    package.OOXML: Kind("an Office file of another kind", _AS_PDF),
    magic.OLE: Kind("an old Office file of another kind", _AS_PDF),
    media.HTML: Kind("a web page", _PAGE),
    magic.LINK: Kind("only a link to a file or page", _FOLLOW),
    media.TEXT: Kind("a plain text", _AS_PDF),
    media.MARKDOWN: Kind("a plain text", _AS_PDF),
    magic.XML: Kind("an XML file", _NOT_INDEXED),
    "application/vnd.ms-outlook": Kind("an Outlook message", _ATTACHMENTS),
    "application/vnd.ms-tnef": Kind("an Outlook attachment (winmail.dat)", _ATTACHMENTS),
    "message/rfc822": Kind("an e-mail", _ATTACHMENTS),
    "application/postscript": Kind("a PostScript file", _AS_PDF),
    "application/epub+zip": Kind("an e-book", _NOT_INDEXED),
    "application/vnd.rar": Kind("a RAR archive", _UNPACK),
    "application/x-7z-compressed": Kind("a 7-Zip archive", _UNPACK),
    "application/gzip": Kind("a gzip archive", _UNPACK),
    "application/x-bzip2": Kind("a bzip2 archive", _UNPACK),
    "application/x-xz": Kind("an xz archive", _UNPACK),
    "application/x-tar": Kind("a tar archive", _UNPACK),
    "application/vnd.microsoft.portable-executable": Kind("a program", _DELETE),
    "application/x-executable": Kind("a program", _DELETE),
}
#: Kinds of which the media types begin alike.
_FAMILIES = {
    "image/": Kind("a picture", _SLIDES),
    "video/": Kind("a video", _SLIDES),
    "audio/": Kind("a sound recording", _NOT_INDEXED),
    "application/vnd.ms-word.": _WORD,
    f"{_OOXML}.wordprocessingml.": _WORD,
    f"{_ODF}.text": Kind("a text document of another kind", _AS_PDF),
    "application/vnd.ms-excel": _SHEET,
    f"{_OOXML}.spreadsheetml.": _SHEET,
    f"{_ODF}.spreadsheet": _SHEET,
}
_OTHER = Kind("not a kind of file that is known here", _AS_PDF)

#: What the names of documents and archives promise.
_PROMISES = {
    ".pdf": media.PDF,
    ".pptx": media.PPTX,
    ".pptm": media.PPTM,
    ".ppsx": media.PPSX,
    ".ppsm": media.PPSM,
    ".potx": media.POTX,
    ".potm": media.POTM,
    ".ppt": media.PPT,
    ".pps": media.PPT,
    ".pot": media.PPT,
    ".odp": media.ODP,
    ".otp": media.OTP,
    ".zip": media.ZIP,
    ".docx": media.DOCX,
    ".docm": media.DOCM,
    ".doc": media.DOC,
    ".odt": media.ODT,
    ".rtf": media.RTF,
}
#: Texts that people write to be read.
_PLAIN_TEXTS = {
    ".txt": media.TEXT,
    ".text": media.TEXT,
    ".md": media.MARKDOWN,
    ".markdown": media.MARKDOWN,
}


def named_kind(media_type: str, name: str) -> str | None:
    """Return what a text is by its name, None where the name does not say that it is to be read.

    Program code, tables and letters are plain texts too, and a web page in the place of slides
    is an error page.
    """
    suffix = PurePosixPath(name).suffix.lower()
    if media_type == media.HTML:
        return None if suffix in _PROMISES else media.HTML
    return _PLAIN_TEXTS.get(suffix)


def refuse(media_type: str, name: str) -> Refusal:
    """Return the refusal of a file that is no deck, with what it is and what to do."""
    suffix = PurePosixPath(name).suffix.lower()
    promise = _PROMISES.get(suffix)
    if promise and media_type == magic.UNKNOWN:
        return Refusal(
            code=RejectionCode.CORRUPT,
            message=f"The name ends in {suffix}, but the file does not begin like one: it is "
            "damaged. Ask the sender to send it again, or download it again.",
        )
    kind = kind_of(media_type)
    if promise and promise != media_type:
        return Refusal(
            code=RejectionCode.NOT_WHAT_IT_SAYS,
            message=f"The name ends in {suffix}, but this is {kind.what}. {kind.remedy}",
        )
    return Refusal(code=RejectionCode.UNSUPPORTED, message=f"This is {kind.what}. {kind.remedy}")


def kind_of(media_type: str) -> Kind:
    """Return what staff call files of a media type."""
    families = (kind for start, kind in _FAMILIES.items() if media_type.startswith(start))
    return _KINDS.get(media_type) or next(families, _OTHER)
