"""What a PowerPoint file says beside its slides: notes, comments, links, properties."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import OpcPackage, Part
from pptx.slide import Slide

from pipeline.extract.descriptions import is_public
from pipeline.extract.pptx_parts import part_root
from pipeline.extract.pptx_text import A, P, text_of
from pipeline.extract.properties import stated_in_core
from pipeline.extract.text import clean, one_line
from pipeline.records.decks import Properties

_R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def alt_text(slide: Element) -> Iterator[str]:
    """Yield the titles and descriptions of pictures and shapes."""
    for properties in slide.iter(f"{P}cNvPr"):
        yield one_line(properties.get("title", ""))
        yield one_line(properties.get("descr", ""))


def section_names(presentation: Element) -> list[str]:
    """Return the name of the section that each slide stands in, '' for none, in their order."""
    names = {
        entry.get("id"): one_line(section.get("name", ""))
        for section in presentation.iter("{*}section")
        for entry in section.iter("{*}sldId")
    }
    return [names.get(slide.get("id"), "") for slide in presentation.iter(f"{P}sldId")]


def links(slide: Slide) -> list[str]:
    """Return the web and mail addresses that a slide links to, in order, each once."""
    found = [
        relationship.target_ref
        for link in slide.element.iter(f"{A}hlinkClick", f"{A}hlinkMouseOver")
        if (relationship := slide.part.rels.get(link.get(_R_ID, ""))) and relationship.is_external
    ]
    return [url for url in dict.fromkeys(found) if is_public(url)]


def notes(slide: Slide) -> Iterator[str]:
    """Yield the speaker's notes, without the header, footer and number of the notes page."""
    if not slide.has_notes_slide:
        return
    for shape in slide.notes_slide.element.iter(f"{P}sp"):
        placeholder = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
        body = shape.find(f"{P}txBody")
        if body is not None and (placeholder is None or placeholder.get("type") == "body"):
            yield text_of(body)


class Comments:
    """The comments of a presentation, old and new ('modern') format, with their authors."""

    def __init__(self, presentation: Part) -> None:
        self._authors = {
            author.get("id"): one_line(author.get("name", ""))
            for root in _related(presentation, ("commentAuthors", "authors"))
            for author in root
        }

    def on(self, slide: Slide) -> Iterator[str]:
        """Yield the comments on a slide as 'Author: text', replies after what they answer."""
        for root in _related(slide.part, ("comments",)):
            for comment in root.iter("{*}cm", "{*}reply"):
                author = self._authors.get(comment.get("authorId")) or "Unknown"
                if text := _comment_text(comment):
                    yield f"{author}: {text}"


def _comment_text(comment: Element) -> str:
    body = comment.find("{*}txBody")
    return clean(comment.findtext(f"{P}text") or "") if body is None else text_of(body)


def _related(part: Part, kinds: tuple[str, ...]) -> Iterator[Element]:
    for relationship in part.rels.values():
        if not relationship.is_external and relationship.reltype.rpartition("/")[2] in kinds:
            yield part_root(relationship.target_part)


def core_properties(package: OpcPackage) -> Properties:
    """Return the core properties as the file states them; nothing is made up."""
    try:
        root = part_root(package.part_related_by(RT.CORE_PROPERTIES))
    except (KeyError, ValueError):
        return Properties()
    return stated_in_core(root)
