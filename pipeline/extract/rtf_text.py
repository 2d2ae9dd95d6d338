"""What a rich text says, put together paragraph by paragraph."""

from __future__ import annotations

import re
from collections import defaultdict

from pipeline.extract.descriptions import is_public
from pipeline.extract.flow import Paragraph
from pipeline.extract.text import clean, one_line
from pipeline.records.decks import BlockKind

_PROPERTIES = frozenset({"title", "author", "subject", "keywords", "operator"})
_EDGES = frozenset(f"{edge}{pages}" for edge in ("header", "footer") for pages in ("", *"lrf"))
#: Destinations whose text is kept …
READ = (_PROPERTIES | _EDGES) | {
    "footnote", "shptxt", "annotation", "atnauthor", "fldinst", "stylesheet",
}  # fmt: skip
#: … and those whose text is none of the document's; so are all that are marked as optional.
LEFT_OUT = frozenset(
    {
        "info", "fonttbl", "colortbl", "listtable", "listoverridetable", "rsidtbl",
        "generator", "pict", "object", "themedata", "colorschememapping", "datastore",
        "latentstyles", "xmlnstbl", "filetbl", "revtbl", "bkmkstart", "bkmkend", "nonshppict",
        "sn", "sv", "pntext", "pntxta", "pntxtb",
    }
)  # fmt: skip
_LINK = re.compile(r'HYPERLINK\s+"?([^\s"]+)')
#: Word and LibreOffice name styles in English in their files.
_HEADING_STYLE = re.compile(r"(?i)\s*(heading \d|title)\b")
_LAST_OUTLINE_LEVEL = 8


class TextOfRtf:
    """Paragraphs, in order, and properties."""

    def __init__(self) -> None:
        self.paragraphs: list[Paragraph] = []
        self.properties: dict[str, str] = {}
        self._said: defaultdict[str, list[str]] = defaultdict(list)
        self._heading = False
        self._in_table = False
        self._starts_page = False
        self._author = ""
        self._rows: list[str] = []
        self._later: list[Paragraph] = []
        self._style = 0
        self._heading_styles: set[int] = set()

    def say(self, destination: str, text: str) -> None:
        """Add text to a destination."""
        if destination == "body" or destination in READ:
            self._said[destination].append(text)

    def name_style(self, number: int) -> None:
        """Hear the number of the style whose name comes next."""
        self._style = number

    def mark(self, word: str, number: int | None) -> None:
        """Follow a control word that shapes paragraphs."""
        if word == "pard":
            self._heading = self._in_table = False
        elif word == "s":
            self._heading = number in self._heading_styles
        elif word == "intbl":
            self._in_table = True
        elif word == "outlinelevel":
            self._heading = number is not None and 0 <= number <= _LAST_OUTLINE_LEVEL
        elif word in ("cell", "nestcell"):
            self._said["body"].append("\t")
        elif word in ("row", "nestrow"):
            cells = self._taken("body").rstrip("\t").split("\t")
            self._rows.append("\t".join(map(one_line, cells)))
        elif word == "par" and self._in_table:
            self._said["body"].append(" ")
        elif word in ("par", "sect", "page"):
            self.end_paragraph()
            self._starts_page = self._starts_page or word == "page"
        elif word == "pagebb":
            self._starts_page = True

    def end_paragraph(self) -> None:
        """Add what was said of the body as a paragraph, then the notes in it."""
        text = self._taken("body")
        if self._rows:
            self._add("\n".join(row for row in self._rows if row.strip()), BlockKind.TABLE)
            self._rows = []
        self._add(text, BlockKind.TITLE if self._heading else BlockKind.BODY)
        self.paragraphs += self._later
        self._later = []

    def end(self, destination: str) -> None:
        """Put what was said in a destination, which has ended, where it belongs."""
        if destination == "body" or destination not in READ:
            return
        text = self._taken(destination)
        if destination in _PROPERTIES:
            self.properties[destination] = text
        elif destination == "stylesheet":
            if _HEADING_STYLE.match(text):
                self._heading_styles.add(self._style)
        elif destination == "atnauthor":
            self._author = one_line(text)
        elif destination == "annotation":
            self._defer(f"{self._author or 'Unknown'}: {clean(text)}", BlockKind.COMMENT)
        elif destination == "fldinst":
            link = _LINK.search(text)
            if link and is_public(link[1]):
                self._defer(link[1], BlockKind.LINK)
        else:
            self._defer(text, BlockKind.FURNITURE if destination in _EDGES else BlockKind.BODY)

    def _taken(self, destination: str) -> str:
        text = "".join(self._said.pop(destination, []))
        # Characters beyond the 16-bit ones come in halves.
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")

    def _defer(self, text: str, kind: BlockKind) -> None:
        self._later.append(Paragraph(text, kind))

    def _add(self, text: str, kind: BlockKind) -> None:
        if text.strip():
            self.paragraphs.append(Paragraph(text, kind, self._starts_page))
            self._starts_page = False
