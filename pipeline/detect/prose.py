"""Keeps of a page what people wrote in a language: no code, addresses, file names, numbers."""

from __future__ import annotations

import re

LETTER = re.compile(r"[^\W\d_]")

#: A word with any of these is for machines: an address, a handle, a path, an identifier.
MACHINE = re.compile(
    r"[@_\\{}<>=|`]|//|www\.|[A-Za-z]\d|\d[A-Za-z]|[a-z][A-Z]|[A-Za-z][.:/(][A-Za-z]|\(\)|^--|^[#$%]"
)

#: A line with any of these is program code, mark-up or a command.
CODE = re.compile(
    r"""(?x)
      [{}\\`] | [=!<>+]= | [=-]> | :: | </?\w | \w=\S            # operators, brackets, tags
    | \(\) | \w\(["'\[{] | \w\([^()]*[=\[_] | [)\]"'];\s*$       # calls and ends of statements
    | ^\s*(?:>>>|\$\s|//|/\*|\#\s|In\s\[|Out\[)                  # prompts and comments
    | ^\s*[a-z_][\w.\[\]']*\s=\s                                 # assignments
    | ^\s*(?:def|class)\s+\w+\s*[(:{]
    | ^\s*(?:from\s+[\w.]+\s+)?import\s+[\w.*]+(?:,\s*\w+)*\s*$
    | ^\s*(?:return|elif|print|pip|git|sudo|npm|conda|docker)\s
    | ^\s*(?:SELECT|INSERT\sINTO|CREATE\sTABLE|WHERE|(?:GROUP|ORDER)\sBY)\b
    """
)

#: A line of so few words beside a line of code belongs to the code (`pass`, `name`, `end`).
BESIDE_CODE = 3


def prose(text: str) -> tuple[str, ...]:
    """Return the lines that are written in a language, without what stands in none.

    A line in capitals comes back in small letters: the detector passes capitals over as acronyms.
    """
    lines = [_read(line) for line in text.replace("\t", "\n").splitlines()]
    lines = [(is_code, words) for is_code, words in lines if is_code or words]
    code = [False, *(is_code for is_code, _ in lines), False]
    return tuple(
        _lowered(" ".join(words))
        for number, (is_code, words) in enumerate(lines)
        if not is_code and (len(words) > BESIDE_CODE or not (code[number] or code[number + 2]))
    )


def letters(text: str) -> int:
    """Return how many letters the text has, in any script."""
    return sum(map(str.isalpha, text))


def _read(line: str) -> tuple[bool, list[str]]:
    """Return whether the line is code, and its words that are for people."""
    tokens = [token for token in line.split() if LETTER.search(token)]
    words = [token for token in tokens if not MACHINE.search(token)]
    return 2 * len(words) < len(tokens) or bool(CODE.search(line)), words


def _lowered(line: str) -> str:
    return line.lower() if line.isupper() else line
