"""Names of media types that several stages use, as they are registered with IANA."""

from __future__ import annotations

_OOXML = "application/vnd.openxmlformats-officedocument.presentationml"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_ODF = "application/vnd.oasis.opendocument"
_MACROS = "application/vnd.ms-powerpoint"

PPTX = f"{_OOXML}.presentation"
PPSX = f"{_OOXML}.slideshow"
POTX = f"{_OOXML}.template"
PPTM = f"{_MACROS}.presentation.macroEnabled.12"
PPSM = f"{_MACROS}.slideshow.macroEnabled.12"
POTM = f"{_MACROS}.template.macroEnabled.12"
PPT = "application/vnd.ms-powerpoint"
ODP = f"{_ODF}.presentation"
OTP = f"{_ODF}.presentation-template"
FODP = f"{_ODF}.presentation-flat-xml"
DOCX = f"{_WORD}.document"
DOTX = f"{_WORD}.template"
DOCM = "application/vnd.ms-word.document.macroEnabled.12"
DOTM = "application/vnd.ms-word.template.macroEnabled.12"
DOC = "application/msword"
ODT = f"{_ODF}.text"
OTT = f"{_ODF}.text-template"
FODT = f"{_ODF}.text-flat-xml"
RTF = "application/rtf"
TEXT = "text/plain"
MARKDOWN = "text/markdown"
HTML = "text/html"
PDF = "application/pdf"
ZIP = "application/zip"

#: The PowerPoint files that are zipped XML, with and without macros.
POWERPOINT = frozenset({PPTX, PPSX, POTX, PPTM, PPSM, POTM})
WORD = frozenset({DOCX, DOTX, DOCM, DOTM})
OPENDOCUMENT = frozenset({ODP, OTP})
#: Documents that are zip containers.
ZIPPED = POWERPOINT | WORD | OPENDOCUMENT | {ODT, OTT}
#: What no bytes at the beginning tell: any text may be taken for them.
PLAIN = frozenset({TEXT, MARKDOWN, HTML})
#: What only LibreOffice reads.
LEGACY = frozenset({PPT, DOC})
#: What extraction reads by itself.
READABLE = ZIPPED | PLAIN | {PDF, FODP, FODT, RTF}
