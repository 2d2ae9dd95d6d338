"""Descriptions and links that a person put there, told from what programs put there."""

from __future__ import annotations

import re

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


def is_written(description: str) -> bool:
    """Tell whether somebody wrote a description of a picture."""
    return bool(description) and not _AUTOMATIC.search(description)


def is_public(url: str) -> bool:
    """Tell whether an address is one of the web or of mail."""
    return url.lower().startswith(("http://", "https://", "mailto:"))
