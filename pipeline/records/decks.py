"""A deck and its pages, as extraction reads them and detection judges them."""

from __future__ import annotations

from enum import StrEnum

from pipeline.records.base import Record


class BlockKind(StrEnum):
    """What part of a page a text is; a description that a program made up is AUTOMATIC."""

    TITLE = "title"
    BODY = "body"
    TABLE = "table"
    CHART = "chart"
    DIAGRAM = "diagram"
    NOTES = "notes"
    COMMENT = "comment"
    ALT_TEXT = "alt-text"
    AUTOMATIC = "automatic"
    FURNITURE = "furniture"
    EMBEDDED = "embedded"
    LINK = "link"


#: What a person sees on the slide itself; the other kinds are layers beside it.
ON_PAGE = frozenset(
    {BlockKind.TITLE, BlockKind.BODY, BlockKind.TABLE, BlockKind.CHART, BlockKind.DIAGRAM}
)


class Block(Record, frozen=True):
    """A piece of text of one kind; lines are separated by newlines, table cells by tabs."""

    kind: BlockKind
    text: str


class Page(Record, frozen=True):
    """One slide or page. `number` counts from 1; `blocks` stand in reading order.

    `usable` is false where the page carries no text that can be relied on: none at all, or a
    text layer without a Unicode map. `hidden` marks a slide that is skipped in the show.
    `recognised` is the confidence, from 0 to 1, of text that was read off a picture of the page,
    None for text that the file holds. `section` is the part of the deck that a slide stands in,
    '' where the deck has none.
    """

    number: int
    blocks: tuple[Block, ...] = ()
    usable: bool = True
    hidden: bool = False
    recognised: float | None = None
    section: str = ""

    @property
    def title(self) -> str:
        """The page's heading on one line, '' where it has none."""
        return " ".join(self.layer(BlockKind.TITLE).split())

    @property
    def text(self) -> str:
        """All that stands on the slide, title first as it is read, without layers beside it."""
        return "\n".join(block.text for block in self.blocks if block.kind in ON_PAGE)

    @property
    def notes(self) -> str:
        """The speaker's notes, '' where there are none."""
        return self.layer(BlockKind.NOTES)

    def layer(self, kind: BlockKind) -> str:
        """Return the texts of one kind, joined by newlines."""
        return "\n".join(block.text for block in self.blocks if block.kind is kind)


#: How a warning begins that says that a deck has pages which only text recognition can read.
NEEDS_OCR = "needs-ocr:"

#: Pages with text on which a deck's title is looked for.
COVER_PAGES = 2


class Properties(Record, frozen=True):
    """The document properties that a deck states about itself, '' where it does not."""

    title: str = ""
    author: str = ""
    last_modified_by: str = ""
    subject: str = ""
    keywords: str = ""
    language: str = ""
    created: str = ""
    modified: str = ""


class Deck(Record, frozen=True):
    """What extraction found in one file: its pages in order, its properties, its warnings.

    A warning is a sentence for staff about something that was not read.
    """

    pages: tuple[Page, ...]
    properties: Properties = Properties()
    warnings: tuple[str, ...] = ()

    @property
    def needs_ocr(self) -> bool:
        """Whether there are pages that only text recognition can read."""
        return any(warning.startswith(NEEDS_OCR) for warning in self.warnings)

    @property
    def title(self) -> str:
        """The heading of the cover, else what the properties say, else the next heading or ''."""
        headings = [page.title for page in self.pages if page.text.strip()][:COVER_PAGES]
        cover, *after = headings or [""]
        return cover or self.properties.title or next(filter(None, after), "")


class Language(Record, frozen=True):
    """A BCP 47 tag, `und` where there is too little text, with a confidence from 0 to 1."""

    tag: str
    confidence: float


UNDETERMINED = Language(tag="und", confidence=0.0)


class DeckLanguage(Record, frozen=True):
    """The language of a deck and of each of its pages, in page order."""

    deck: Language
    pages: tuple[Language, ...]
