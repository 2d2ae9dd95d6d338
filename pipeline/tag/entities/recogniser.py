"""The named-entity models of each language, each loaded when it is first needed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.records.tags import EntityLabel
from pipeline.tag.entities.found import Found
from pipeline.tag.entities.loading import load_own, load_packaged

if TYPE_CHECKING:
    from spacy.language import Language

_MODELS = Path(__file__).parents[1] / "models"

#: Labels of OntoNotes (English) and WikiNER; dates, numbers, nationalities and MISC are no names.
_LABELS = {
    "PERSON": EntityLabel.PERSON,
    "PER": EntityLabel.PERSON,
    "ORG": EntityLabel.ORG,
    "LOC": EntityLabel.LOC,
    "GPE": EntityLabel.LOC,
    "FAC": EntityLabel.LOC,
    "EVENT": EntityLabel.EVENT,
    "WORK_OF_ART": EntityLabel.WORK,
    "WORK": EntityLabel.WORK,
}


class Recogniser:
    """A spaCy pipeline: the name of an installed package, or a folder of `pipeline/tag/models`."""

    def __init__(self, model: str) -> None:
        self.model = model
        self._folder = _MODELS / model

    @cached_property
    def version(self) -> str:
        """The model's version, read without loading it."""
        if self._folder.is_dir():
            meta = json.loads((self._folder / "meta.json").read_text("utf-8"))
            return str(meta["version"])
        return version(self.model)

    @cached_property
    def _nlp(self) -> Language:
        return load_own(self._folder) if self._folder.is_dir() else load_packaged(self.model)

    def load(self) -> None:
        """Load the model now instead of at the first text."""
        _ = self._nlp

    def find(self, texts: Iterable[str]) -> Iterator[list[Found]]:
        """Yield the names in each text; what stands on every page is read once."""
        texts = list(texts)
        distinct = list(dict.fromkeys(texts))
        found = dict(zip(distinct, self._find(distinct), strict=True))
        return (found[text] for text in texts)

    def _find(self, texts: Sequence[str]) -> Iterator[list[Found]]:
        # Without the zone spaCy keeps every new word for ever: 0.5 MB a deck.
        with self._nlp.memory_zone():
            for doc in self._nlp.pipe(texts, batch_size=256):
                yield [
                    Found(entity.start_char, entity.end_char, _LABELS[entity.label_])
                    for entity in doc.ents
                    if entity.label_ in _LABELS
                ]


def recognisers() -> Mapping[str, Recogniser]:
    """Return the recogniser of each language that has one, by its primary subtag."""
    own = Recogniser("elective_ner")
    return {"en": own, "fr": Recogniser("elective_ner_fr"), "pt": own}
