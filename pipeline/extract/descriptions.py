"""Descriptions and links that a person put there, told from what programs put there."""

from __future__ import annotations

import re

from pipeline.records.decks import BlockKind

#: Descriptions that nobody wrote: file names, names of shapes, searches, guesses of classifiers.
_AUTOMATIC = re.compile(
    r"(?i)^\S+\.(png|jpe?g|gif|svg|bmp|tiff?|emf|wmf|webp)$"
    r"|^(https?|file)://\S+$|^[A-Za-z]:\\"
    r"|^(picture|image|imagem|immagine|grafik|shape|google shape;.*|graphic|logo) ?\d*$"
    r"|(automatically generated|g[ée]n[ée]r[ée]e? automatiquement|gerada automaticamente"
    r"|generada autom[áa]ticamente)"
    r"|AI-generated content|^(rectangle: )?click to edit master "
    r"|^(image result for|resultado de imagem para|r[ée]sultat de recherche d.images? pour) "
)


def kind_of_description(text: str) -> BlockKind:
    """Tell the description of a picture that somebody wrote from one that a program made up."""
    return BlockKind.AUTOMATIC if _AUTOMATIC.search(text) else BlockKind.ALT_TEXT


def is_public(url: str) -> bool:
    """Tell whether an address is one of the web or of mail."""
    return url.lower().startswith(("http://", "https://", "mailto:"))
