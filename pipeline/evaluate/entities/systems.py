"""The taggers that are held against each other, and what each finds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.detect import LanguageDetector
from pipeline.evaluate.entities.pages import GoldElective, Names
from pipeline.evaluate.entities.sentences import Sentence
from pipeline.tag.entities.elective import programme_names, revised_mentions, voted
from pipeline.tag.entities.found import Found
from pipeline.tag.entities.mentions import Mention, key
from pipeline.tag.entities.pieces import ALL, Evidence
from pipeline.tag.entities.recogniser import Recogniser
from pipeline.tag.entities.segments import Segment
from pipeline.tag.entities.tagger import EntityTagger

#: Where a name stands in a set: its sentence, character offsets and label.
Span = tuple[int, int, int, str]
#: What annotated sets know of.
LABELS_OF_SETS = ("PERSON", "ORG", "LOC")


class Remembering(Recogniser):
    """A recogniser that reads each text once, however often it is asked."""

    def __init__(self, model: str) -> None:
        super().__init__(model)
        self._known: dict[str, list[Found]] = {}

    def find(self, texts: Iterable[str]) -> Iterator[list[Found]]:
        """Yield the names in each text."""
        asked = list(texts)
        new = [text for text in dict.fromkeys(asked) if text not in self._known]
        self._known.update(zip(new, super().find(new), strict=True))
        return (self._known[text] for text in asked)


@dataclass(frozen=True)
class System:
    """A tagger by name: its models by language, and the evidence that it weighs beside them."""

    name: str
    recognisers: Mapping[str, Recogniser]
    notions: tuple[str, ...] = ()
    evidence: Collection[Evidence] = ALL

    def in_sentences(self, sentences: Sequence[Sentence], language: str) -> Counter[Span]:
        """Return the people, organisations and places of sentences, each read by itself."""
        tagger = EntityTagger(self.recognisers, self.notions, self.evidence)
        model = self.recognisers[language]
        list(model.find(sentence.text for sentence in sentences))
        return Counter(
            (number, mention.start, mention.end, mention.label.value)
            for number, sentence in enumerate(sentences)
            for mention in tagger.mentions_in([Segment(1, language, sentence.text)])
            if mention.label in LABELS_OF_SETS
        )

    def untrimmed(self, sentences: Sequence[Sentence], language: str) -> Counter[Span]:
        """Return the people, organisations and places of sentences as the model puts them out."""
        found = self.recognisers[language].find(sentence.text for sentence in sentences)
        return Counter(
            (number, name.start, name.end, name.label.value)
            for number, names in enumerate(found)
            for name in names
            if name.label in LABELS_OF_SETS
        )

    def in_elective(self, gold: GoldElective, detector: LanguageDetector) -> dict[str, Names]:
        """Return the names on the pages of each deck, read and compared as in a run."""
        tagger = EntityTagger(self.recognisers, self.notions, self.evidence)
        texts, mentions = {}, {}
        for item in gold.decks:
            texts[item.id] = list(tagger.texts(item.deck, detector.detect(item.deck)))
            mentions[item.id] = list(tagger.mentions_in(texts[item.id]))
        expected = gold.programme if Evidence.PROGRAMME in self.evidence else None
        programme = programme_names(expected) if expected else {}
        for group in gold.groups if Evidence.TRANSLATIONS in self.evidence else ():
            labels = ({key(m.text): m.label for m in mentions[id_]} for id_ in group)
            known = voted([(texts[id_], own) for id_, own in zip(group, labels, strict=True)])
            for id_ in group:
                mentions[id_] = revised_mentions(mentions[id_], texts[id_], known)
        return {
            id_: _names(id_, revised_mentions(found, texts[id_], programme) if programme else found)
            for id_, found in mentions.items()
        }


def _names(id_: str, mentions: Iterable[Mention]) -> Names:
    return Counter((id_, m.segment.page, m.text, m.label.value) for m in mentions)
