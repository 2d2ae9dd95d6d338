"""Loads spaCy pipelines with nothing but what names need, in a fraction of the time."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language

#: In the packaged pipelines `ner` reads the words by itself; `tok2vec` serves the others. The
#: vocabulary's strings only spell words that the vectors know by their hash.
_NOT_NEEDED = (
    "tok2vec", "tagger", "morphologizer", "parser", "senter", "attribute_ruler", "lemmatizer",
    "strings", "tokenizer",
)  # fmt: skip

#: What the pipelines read of a word.
_READ = ("IS_SPACE", "NORM", "PREFIX", "SHAPE", "SUFFIX")

#: Letters of the languages that have a recogniser, as part of a set in a regular expression.
_LETTERS = "a-zA-ZÀ-ÖØ-öø-ÿŒœŸ"


def load_packaged(name: str) -> Language:
    """Load an installed pipeline that finds the names it always finds; OSError without it.

    Importing spaCy's French class compiles a pattern of 1.4 million characters, in which every
    letter of Unicode is listed 400 times, and so does reading the pipeline's own tokeniser. The
    class for any language stands in for it, and Latin letters for all letters in the pattern.
    """
    import spacy  # noqa: PLC0415 - takes half a second, which a cached run need not wait for
    import srsly  # type: ignore[import-untyped]  # noqa: PLC0415
    from spacy.lang.char_classes import ALPHA, ALPHA_LOWER  # noqa: PLC0415

    nlp = spacy.load(name, exclude=_NOT_NEEDED, config={"nlp": {"lang": "xx"}})
    (folder,) = spacy.util.get_package_path(name).glob(f"{name}-*/tokenizer")
    rules = srsly.msgpack_loads(folder.read_bytes())
    if rules["token_match"]:
        for letters in (ALPHA_LOWER, ALPHA):
            rules["token_match"] = rules["token_match"].replace(letters, _LETTERS)
    nlp.tokenizer.from_bytes(srsly.msgpack_dumps(rules))  # type: ignore[union-attr]
    return nlp


def load_own(folder: Path) -> Language:
    """Load a pipeline of the project's own, whose word vectors lie there in half precision.

    spaCy works out twenty properties of each new word, of which the pipeline reads a few.
    """
    import spacy  # noqa: PLC0415

    nlp = spacy.load(folder)
    vocab: Any = nlp.vocab
    vocab.vectors.data = vocab.vectors.data.astype("float32")
    getters = vocab.lex_attr_getters
    read = (spacy.attrs.IDS[name] for name in _READ)
    vocab.lex_attr_getters = {attribute: getters[attribute] for attribute in read}
    return nlp
