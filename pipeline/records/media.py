"""Names of media types that several stages use, as they are registered with IANA."""

from __future__ import annotations

_OOXML = "application/vnd.openxmlformats-officedocument.presentationml"
_MACROS = "application/vnd.ms-powerpoint"

PPTX = f"{_OOXML}.presentation"
PPSX = f"{_OOXML}.slideshow"
POTX = f"{_OOXML}.template"
PPTM = f"{_MACROS}.presentation.macroEnabled.12"
PPSM = f"{_MACROS}.slideshow.macroEnabled.12"
POTM = f"{_MACROS}.template.macroEnabled.12"
PPT = "application/vnd.ms-powerpoint"
ODP = "application/vnd.oasis.opendocument.presentation"
OTP = "application/vnd.oasis.opendocument.presentation-template"
PDF = "application/pdf"
ZIP = "application/zip"

#: The PowerPoint files that are zipped XML, with and without macros.
POWERPOINT = frozenset({PPTX, PPSX, POTX, PPTM, PPSM, POTM})
OPENDOCUMENT = frozenset({ODP, OTP})
#: What extraction reads.
READABLE = POWERPOINT | OPENDOCUMENT | {PDF}
