"""Makes text of strangers harmless where it is shown, linked, embedded or typed into a shell."""

from __future__ import annotations

import re
import shlex
from urllib.parse import quote

import msgspec

#: Characters that turn the order of other characters round, so that one name can look like
#: another (Unicode TR 36, 3.1). Text that runs from right to left needs none of them.
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")
#: What double quotes keep together in every shell, also that of Windows.
_TAME = re.compile(r"[\w .,;:@()\[\]{}+=/#'~-]+")
#: What an HTML parser or an old JavaScript parser could stumble over inside a script element.
_ESCAPES = {
    "<": "\\u003c",
    ">": "\\u003e",
    "&": "\\u0026",
    "\u2028": "\\u2028",
    "\u2029": "\\u2029",
}


def shown_path(path: str) -> str:
    """Return the path with a replacement character for each that cannot be seen."""
    return _CONTROL.sub("\ufffd", _BIDI.sub("\ufffd", path))


def link(path: str) -> str:
    """Return a relative URL for a `/`-separated path; '' for ''.

    It starts with a dot, so that no file name can pass for a scheme.
    """
    if not path:
        return ""
    encoded = quote(path, errors="surrogateescape")
    return encoded if encoded.startswith("../") else f"./{encoded}"


def shell_word(text: str) -> str:
    """Quote a text as one word for the shell, and so that all of it can be seen."""
    if _TAME.fullmatch(text):
        return f'"{text}"'
    if not _BIDI.search(text) and not _CONTROL.search(text):
        return shlex.quote(text)
    escaped = "".join(
        char if char.isprintable() and char not in "'\\" else f"\\U{ord(char):08x}" for char in text
    )
    return f"$'{escaped}'"


def assign_command(path: str) -> str:
    """Return the command that assigns a file, but for the id of the session at its end."""
    options_end = "-- " if path.startswith("-") else ""
    return f"elective-index assign {options_end}{shell_word(path)}"


def inert_json(value: object) -> str:
    """Encode a value as JSON that stays data inside a script element, whatever it holds.

    Characters that turn the order of others round are left out.
    """
    encoded = _BIDI.sub("", msgspec.json.encode(value).decode())
    for char, escape in _ESCAPES.items():
        encoded = encoded.replace(char, escape)
    return encoded
