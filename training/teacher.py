"""Lets a model that has read more keep what it knows beyond the names that our data mark."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.language import Language

from pipeline.evaluate.entities.sentences import Sentence, Span

#: How OntoNotes calls our labels; a place is a GPE unless the teacher knows it as another.
_ONTONOTES = {"PER": "PERSON", "ORG": "ORG", "LOC": "GPE"}
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_MARKED = _PLACES | {"PERSON", "ORG"}


class Teacher:
    """A pipeline with the labels of OntoNotes."""

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp
        self._places: dict[str, str] = {}

    def completed(self, sentences: Sequence[Sentence]) -> Iterator[Sentence]:
        """Yield the sentences with the teacher's events, works, dates and so on beside the names.

        People, organisations and places are those of the data alone.
        """
        docs = self._nlp.pipe(sentence.text for sentence in sentences)
        for sentence, doc in zip(sentences, docs, strict=True):
            extra = []
            for entity in doc.ents:
                if entity.label_ in _PLACES:
                    self._places[entity.text] = entity.label_
                elif entity.label_ not in _MARKED:
                    extra.append(Span(entity.start_char, entity.end_char, entity.label_))
            free = (span for span in extra if not _overlaps(span, sentence.spans))
            yield sentence._replace(spans=tuple(sorted([*sentence.spans, *free])))

    def translated(self, sentence: Sentence) -> Sentence:
        """Return the sentence with the teacher's own labels for people and places."""
        spans = (
            span._replace(label=self._label(sentence.text[span.start : span.end], span.label))
            for span in sentence.spans
        )
        return sentence._replace(spans=tuple(spans))

    def _label(self, name: str, label: str) -> str:
        if label == "LOC":
            return self._places.get(name, _ONTONOTES[label])
        return _ONTONOTES.get(label, label)


def _overlaps(span: Span, others: Sequence[Span]) -> bool:
    return any(span.start < other.end and other.start < span.end for other in others)
