"""Portuguese contractions, which treebanks split (`de os`) and nobody writes so (`dos`).

The optional ones (`em um` or `num`, `de um` or `dum`) stay as they are: both are written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline.evaluate.entities.sentences import Token

_ARTICLES = ("o", "a", "os", "as")
_PRONOUNS = (
    "ele", "ela", "eles", "elas", "este", "esta", "estes", "estas", "esse", "essa", "esses",
    "essas", "aquele", "aquela", "aqueles", "aquelas", "isto", "isso", "aquilo",
)  # fmt: skip
CONTRACTIONS: dict[tuple[str, str], str] = {
    **{("de", word): "d" + word for word in (*_ARTICLES, *_PRONOUNS, "aqui", "ali", "aí")},
    **{("em", word): "n" + word for word in (*_ARTICLES, *_PRONOUNS)},
    **{("por", word): "pel" + word for word in _ARTICLES},
    **{("a", "o" + plural): "ao" + plural for plural in ("", "s")},
    **{("a", "a" + rest): "à" + rest for rest in ("", "s", *(f"quel{e}" for e in "ea"))},
    **{("a", word): "à" + word[1:] for word in ("aqueles", "aquelas", "aquilo")},
}


def join(tokens: Iterable[Token]) -> Iterator[Token]:
    """Join what a treebank split.

    The pair keeps its name's tag only where the name holds both words: a name never begins with a
    preposition, so `em o` before `Porto` stays outside of it.
    """
    held: Token | None = None
    for token in tokens:
        if held is not None and token.text.islower():
            joined = CONTRACTIONS.get((held.text.lower(), token.text))
            if joined and (held.tag == "O" or token.tag.startswith("I-")):
                cased = joined.capitalize() if held.text[0].isupper() else joined
                yield Token(cased, held.tag, token.space)
                held = None
                continue
        if held is not None:
            yield held
        held = token
    if held is not None:
        yield held
